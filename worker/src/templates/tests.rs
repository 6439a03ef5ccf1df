//! Every mail in both languages, whole.

use chrono::{DateTime, Utc};
use redline_domain::{
    Audience, FoundBy, HazardGrade, HazardState, Language, NoticeKind, NoticeState, OrganizationKind, OrganizationState, Proposal, Rulebook, Sector, Tale,
    Word, WorkCalendar, Zone,
};
use redline_entity::{account, hazard, json::Sectors, json::Traits, notice, organization, window};
use redline_ledger::{Site, ids::Ids};
use uuid::Uuid;

use super::*;

fn site() -> Site {
    let code = "wushenzhao-2023";
    let rulebook = Rulebook::parse(code, Rulebook::builtin(code).expect("it is shipped")).expect("it is valid");
    let tips = redline_ledger::settings::Settings::defaults().tips;
    Site {
        zone: Zone::default(),
        rulebook,
        workdays: WorkCalendar::builtin(),
        base_url: "https://redline.example.cn".to_owned(),
        tips,
        second_factor: redline_ledger::settings::SecondFactor::Optional,
        ids: Ids::seeded(1),
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_0000 + number)
}

fn at() -> DateTime<Utc> {
    "2023-06-01T00:00:00Z".parse().expect("a moment")
}

fn plant(number: u128, name: &str) -> organization::Model {
    organization::Model {
        id: id(number),
        kind: OrganizationKind::Enterprise,
        name: name.to_owned(),
        credit_code: None,
        jurisdiction_path: "/150626/wushenzhao/".to_owned(),
        village_id: None,
        address: None,
        sectors: Sectors(vec![Sector::HazardousChemicals]),
        traits: Traits::default(),
        state: OrganizationState::Active,
        joined_on: day("2023-05-22"),
        left_on: None,
        created_at: at(),
    }
}

fn window(number: u128, rule: &str, opens_on: &str, due_on: &str, hazard_id: Option<Uuid>) -> window::Model {
    window::Model {
        id: id(number),
        duty_id: id(900),
        organization_id: id(1),
        rule_code: rule.to_owned(),
        hazard_id,
        cause_id: None,
        starts_on: day(opens_on),
        opens_on: day(opens_on),
        closes_on: day(due_on),
        due_on: day(due_on),
        required: 1,
        fulfilled_on: None,
        fulfilled_recorded_at: None,
        ended_on: None,
        ended_as: None,
        ended_reason: None,
        opened_noted: true,
        overdue_noted: false,
        step_taken: None,
        check_after: None,
        failures: 0,
        created_at: at(),
    }
}

fn hazard(state: HazardState, grade: Option<HazardGrade>) -> hazard::Model {
    hazard::Model {
        id: id(40),
        organization_id: id(1),
        description: "2号储罐区可燃气体\r\n报警器失效".to_owned(),
        location: Some("2号储罐区".to_owned()),
        sector: Some(Sector::HazardousChemicals),
        state,
        grade,
        criterion: None,
        grade_reason: None,
        found_by: FoundBy::SelfCheck,
        found_on: day("2023-06-20"),
        found_by_organization_id: None,
        recurrence_of_id: None,
        no_criterion_found: false,
        finding_id: None,
        reported_by: None,
        reported_at: at(),
        graded_on: None,
        told_regulator_on: None,
        told_regulator_at: None,
        deadline_on: Some(day("2023-06-30")),
        rectified_by: None,
        rectified_on: None,
        rectification: None,
        applied_on: None,
        acceptance_due_on: Some(day("2023-07-10")),
        accepted_by: None,
        closed_on: None,
        rejections: 2,
        overdue_noted: false,
        step_taken: None,
        check_after: None,
        failures: 0,
    }
}

fn notice(kind: NoticeKind, audience: Option<Audience>) -> notice::Model {
    notice::Model {
        id: id(500),
        kind,
        subject_id: id(10),
        step: "REMIND-7".to_owned(),
        window_id: None,
        hazard_id: None,
        organization_id: id(1),
        person_id: id(600),
        audience,
        proposes: None,
        alone: false,
        state: NoticeState::Pending,
        send_after: at(),
        mail_id: None,
        true_at: at(),
        noticed_at: at(),
        subject_kind: None,
        tale: None,
        cancelled_reason: None,
    }
}

fn word(today: &str, notice: &notice::Model, about: About<'_>) {
    let site = site();
    for (language, name) in [(Language::Zh, "赵敏"), (Language::En, "Zhao Min")] {
        let occasion = Occasion { site: &site, today: day(today), language, name };
        let matter = Matter::new(&occasion, notice, &plant(1, "红柳化工有限公司"), about).expect("the rule is there");
        let worded = single(&occasion, &matter).expect("the template is good");
        show(&format!("{}_{}", notice.kind.code().to_lowercase(), language.code().to_lowercase()), &worded);
    }
}

fn show(name: &str, worded: &Worded) {
    let whole = format!("{}\n\n{}\n\n{}", worded.subject, worded.text, worded.html);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, { insta::assert_snapshot!(name, whole) });
}

#[test]
fn a_window_is_told_of_on_each_step_of_the_ladder() {
    let june = window(10, "E05", "2023-06-01", "2023-06-30", None);
    for (today, kind, audience, proposes) in [
        ("2023-06-21", NoticeKind::DueSoon, Audience::Responsible, None),
        ("2023-07-03", NoticeKind::Overdue, Audience::Head, None),
        ("2023-07-05", NoticeKind::EscalatedSupervisors, Audience::Village, None),
        ("2023-07-11", NoticeKind::EscalatedOffice, Audience::SafetyOffice, Some(Proposal::Supervision)),
        ("2023-07-20", NoticeKind::EscalatedDiscipline, Audience::DisciplineOffice, Some(Proposal::Interview)),
    ] {
        word(today, &notice::Model { proposes, ..notice(kind, Some(audience)) }, About::Window(&june, None));
    }
}

#[test]
fn a_gap_is_told_with_whom_it_concerns() {
    let june = window(10, "E05", "2023-06-01", "2023-06-30", None);
    let gap = notice::Model { step: "MISSING-OVERDUE+1/RESPONSIBLE,HEAD".to_owned(), ..notice(NoticeKind::AudienceMissing, Some(Audience::SafetyOffice)) };
    word("2023-07-03", &gap, About::Window(&june, None));
}

#[test]
fn a_hazard_is_told_of_on_each_event_of_its_life() {
    use HazardGrade::Major;
    use HazardState::{AwaitingAcceptance, Closed, Graded, Rectifying, Reported};
    for (kind, state, grade, audience) in [
        (NoticeKind::HazardReported, Reported, None, Audience::Head),
        (NoticeKind::HazardGraded, Graded, Some(Major), Audience::Regulator),
        (NoticeKind::HazardDeadlineNear, Rectifying, Some(Major), Audience::Responsible),
        (NoticeKind::HazardOverdue, AwaitingAcceptance, Some(Major), Audience::Regulator),
        (NoticeKind::HazardApplied, AwaitingAcceptance, Some(Major), Audience::SafetyOffice),
        (NoticeKind::HazardAccepted, Closed, Some(Major), Audience::Responsible),
        (NoticeKind::HazardRejected, Rectifying, Some(Major), Audience::Responsible),
    ] {
        let today = if kind == NoticeKind::HazardOverdue { "2023-07-12" } else { "2023-06-27" };
        word(today, &notice(kind, Some(audience)), About::Hazard(&hazard(state, grade)));
    }
}

#[test]
fn a_plan_that_is_missing_is_told_as_the_matter_of_its_hazard() {
    let hazard = hazard(HazardState::Graded, Some(HazardGrade::Major));
    let plan = window(11, "E03", "2023-06-20", "2023-06-27", Some(hazard.id));
    word("2023-06-28", &notice(NoticeKind::HazardPlanMissing, Some(Audience::Head)), About::Window(&plan, Some(&hazard)));
}

#[test]
fn who_gets_an_account_is_welcomed() {
    let account = account::Model {
        id: id(70),
        person_id: id(600),
        login: "zhaomin".to_owned(),
        password_hash: String::new(),
        disabled_at: None,
        created_at: at(),
        totp_secret: None,
        totp_since: None,
        totp_step: None,
    };
    word("2023-06-01", &notice(NoticeKind::Welcome, None), About::Account(&account));
    for kind in [NoticeKind::Invitation, NoticeKind::PasswordReset] {
        let step = format!("one-time-{}", id(71).simple());
        word("2023-06-01", &notice::Model { step, ..notice(kind, None) }, About::Account(&account));
    }
}

/// Notices of all sorts, in no order.
fn all_sorts(occasion: &Occasion<'_>, many: u128) -> Vec<Matter> {
    let windows =
        [("E16", "2023-01-01", "2023-06-30"), ("E05", "2023-06-01", "2023-06-30"), ("V04", "2023-07-03", "2023-07-09"), ("E05", "2023-06-01", "2023-06-30")];
    let kinds = [NoticeKind::Overdue, NoticeKind::EscalatedOffice, NoticeKind::DueSoon, NoticeKind::Overdue, NoticeKind::EscalatedSupervisors];
    let mut matters = Vec::new();
    for number in 0..many {
        let kind = kinds[usize::try_from(number).expect("few") % kinds.len()];
        let (rule, opens_on, due_on) = if kind == NoticeKind::DueSoon { windows[2] } else { windows[usize::try_from(number).expect("few") % 2] };
        let row = window(1000 + number, rule, opens_on, due_on, None);
        let about =
            notice::Model { proposes: (kind == NoticeKind::EscalatedOffice).then_some(Proposal::Supervision), ..notice(kind, Some(Audience::SafetyOffice)) };
        matters.extend(Matter::new(occasion, &about, &plant(number, &format!("第{}号企业", number + 1)), About::Window(&row, None)));
    }
    let hazard = hazard(HazardState::Rectifying, Some(HazardGrade::Major));
    matters.extend(Matter::new(occasion, &notice(NoticeKind::HazardRejected, None), &plant(1, "红柳化工有限公司"), About::Hazard(&hazard)));
    matters
}

#[test]
fn a_digest_tells_the_most_urgent_first() {
    let site = site();
    for (language, name) in [(Language::Zh, "罗洋"), (Language::En, "Luo Yang")] {
        let occasion = Occasion { site: &site, today: day("2023-07-05"), language, name };
        let worded = digest(&occasion, &all_sorts(&occasion, 10)).expect("the template is good");
        show(&format!("digest_{}", language.code().to_lowercase()), &worded);
    }
}

#[test]
fn a_digest_of_five_hundred_leaves_nothing_out() {
    let site = site();
    let occasion = Occasion { site: &site, today: day("2023-07-05"), language: Language::Zh, name: "罗洋" };
    let matters = all_sorts(&occasion, 500);
    let worded = digest(&occasion, &matters).expect("the template is good");
    assert_eq!(matters.len(), 501);
    for number in 1..=500 {
        let name = format!("第{number}号企业；");
        assert!(worded.text.contains(&name), "{name} in the text");
        assert!(worded.html.contains(&format!(">第{number}号企业<")), "{name} in the HTML");
    }
    assert!(worded.subject.starts_with("【每日提醒】7月5日：已逾期200项，即将到期100项，隐患动态1项，逾期上报200项"), "{}", worded.subject);
}

#[test]
fn what_is_told_in_its_own_words_says_its_kind_once() {
    let site = site();
    let occasion = Occasion { site: &site, today: day("2023-07-05"), language: Language::Zh, name: "罗洋" };
    for title in ["事故警示：邻旗储罐爆炸", "邻旗储罐爆炸"] {
        let tale = Tale::new(title, "An explosion");
        let matter = Matter::new(&occasion, &notice(NoticeKind::AlertIssued, None), &plant(1, "红柳化工"), About::Told(&tale)).expect("a matter");
        for worded in [single(&occasion, &matter).expect("worded"), digest(&occasion, std::slice::from_ref(&matter)).expect("worded")] {
            assert!(worded.text.contains("\n■ 事故警示：邻旗储罐爆炸\n"), "{}", worded.text);
        }
    }
}

#[test]
fn markup_in_a_name_stays_a_name() {
    let site = site();
    let occasion = Occasion { site: &site, today: day("2023-06-21"), language: Language::Zh, name: "<b>赵敏</b>" };
    let june = window(10, "E05", "2023-06-01", "2023-06-30", None);
    let organization = plant(1, "<script>alert(1)</script>\r\nBcc: x@example.cn");
    let matter = Matter::new(&occasion, &notice(NoticeKind::DueSoon, None), &organization, About::Window(&june, None)).expect("the rule is there");
    let worded = single(&occasion, &matter).expect("the template is good");
    assert!(!worded.html.contains("<script>") && !worded.html.contains("<b>赵敏"), "{}", worded.html);
    assert!(!worded.subject.contains(['\r', '\n']), "{}", worded.subject);
}
