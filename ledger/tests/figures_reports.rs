//! Reports: signed with the figures as they were, declared from the ledger, corrected by new versions.

use crate::common::{Township, day, refused};
use crate::hazards::graded_major;
use redline_domain::{RecordState, ReportKind, contacts::GivenContacts, figures::Snapshot};
use redline_entity::{ledger_event, report as row};
use redline_ledger::{
    Context, Error, Result,
    attachment::{self, NewAttachment},
    hazard,
    report::{self, Correction, NewReport},
    signature::{self, Confirmed},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

async fn submit(town: &Township, ctx: &Context, new: NewReport) -> Result<row::Model> {
    town.change(async |tx| report::submit(tx, ctx, new, &Confirmed::by_program(ctx)).await).await
}

async fn correct(town: &Township, ctx: &Context, id: Uuid, new: Correction, reason: &str) -> Result<row::Model> {
    town.change(async |tx| report::correct(tx, ctx, id, new, reason, &Confirmed::by_program(ctx)).await).await
}

async fn intact(town: &Township, report: &row::Model) -> bool {
    let signatures = signature::of(town.db.read(), report.id).await.expect("signatures");
    let documents = attachment::of(town.db.read(), report.id).await.expect("attachments");
    signatures.first().is_some_and(|signature| report::is_intact(report, &documents, signature))
}

async fn look(town: &Township, id: Uuid) -> row::Model {
    row::Entity::find_by_id(id).one(town.db.read()).await.expect("asked").expect("a report")
}

async fn events(town: &Township, id: Uuid) -> Vec<(String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectId.eq(id))
        .filter(ledger_event::Column::SubjectKind.eq("REPORT"))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .order_by_asc(ledger_event::Column::Id)
        .all(town.db.read())
        .await
        .expect("events");
    rows.into_iter().map(|event| (event.action, event.actor_id)).collect()
}

fn table(town: &Township, on: &str) -> NewReport {
    NewReport::new(town.village.id, ReportKind::ProgressTable, day(on), "")
}

fn checked(report: &row::Model) -> (u64, u64) {
    match report::snapshot(report).expect("read") {
        Some(Snapshot::Progress(it)) => (it.cumulative.checked.part(), it.cumulative.checked.whole()),
        other => panic!("a progress table, not {other:?}"),
    }
}

async fn hazard_of(town: &Township, on: &str) -> Uuid {
    let officer = town.person(town.plant.officer, on).await;
    town.change(async |tx| hazard::report(tx, &officer, crate::hazards::found(town.plant.id, on)).await).await.expect("reported").id
}

async fn self_check(town: &Township, on: &str) {
    let head = town.person(town.plant.head, on).await;
    let new = crate::common::telling::inspected(town.plant.id, town.plant.head, redline_domain::InspectionKind::HeadLed, on);
    crate::common::telling::signed(town, &head, new).await;
}

#[tokio::test]
async fn a_table_is_kept_as_it_was_submitted_and_its_seal_shows_a_change() {
    let town = Township::new().await;
    let officer = town.person(town.village.officer, "2023-06-11").await;
    let report = submit(&town, &officer, table(&town, "2023-06-11")).await.expect("submitted without a word");
    assert_eq!((checked(&report), report.content.as_str(), report.submitted_on), ((0, 2), "", day("2023-06-11")));
    assert_eq!(events(&town, report.id).await, [("REPORT_SUBMITTED".to_owned(), Some(town.village.officer))]);
    self_check(&town, "2023-06-11").await;
    let kept = look(&town, report.id).await;
    assert_eq!(checked(&kept), (0, 2), "what was submitted stays");
    assert!(intact(&town, &kept).await);
    let signatures = signature::of(town.db.read(), report.id).await.expect("signatures");
    assert_eq!((signatures.len(), signatures[0].signed_as.as_deref()), (1, Some("巴音嘎查 安全管理人员")));
    let mut changed = kept.clone();
    changed.content = "另有说明".to_owned();
    assert!(!intact(&town, &changed).await);
    let mut changed = kept;
    changed.snapshot = changed.snapshot.map(|mut value| {
        value["figures"]["cumulative"]["headLed"] = 7.into();
        value
    });
    assert!(!intact(&town, &changed).await, "nor can a figure be changed");
}

#[tokio::test]
async fn a_correction_is_a_new_version_that_is_as_timely_as_the_first() {
    let town = Township::new().await;
    let officer = town.person(town.village.officer, "2023-06-11").await;
    let first = submit(&town, &officer, table(&town, "2023-06-11")).await.expect("submitted");
    let window = async || town.window(town.village.id, "V04", "2023-06-05").await;
    let before = window().await;
    assert_eq!(before.fulfilled_on, Some(day("2023-06-11")));
    self_check(&town, "2023-06-11").await;
    let later = town.person(town.village.officer, "2023-06-14").await;
    assert_eq!(refused(correct(&town, &later, first.id, Correction::default(), " ").await), ["REASON_MISSING"]);
    let second = correct(&town, &later, first.id, Correction::default(), "漏计一家企业").await.expect("corrected");
    assert_eq!((checked(&second), second.submitted_on, second.corrects_id), ((1, 2), day("2023-06-14"), Some(first.id)));
    let old = look(&town, first.id).await;
    assert_eq!((old.state, old.corrected_by_id, old.voided_reason.as_deref()), (RecordState::Voided, Some(second.id), Some("漏计一家企业")));
    assert!(intact(&town, &old).await && intact(&town, &look(&town, second.id).await).await, "what is sealed stays as it was");
    let after = window().await;
    assert_eq!((after.fulfilled_on, after.fulfilled_recorded_at), (before.fulfilled_on, before.fulfilled_recorded_at), "a correction makes nothing late");
    let voided = ("REPORT_VOIDED".to_owned(), Some(town.village.officer));
    assert_eq!(events(&town, first.id).await.last(), Some(&voided));
    assert_eq!(events(&town, second.id).await, [("REPORT_CORRECTED".to_owned(), Some(town.village.officer))]);
    assert_eq!(refused(correct(&town, &later, first.id, Correction::default(), "再改").await), ["ALREADY_VOIDED"]);
    let third =
        correct(&town, &later, second.id, Correction { content: "请旗里协调气源".to_owned(), ..Correction::default() }, "补充").await.expect("corrected");
    assert_eq!((third.first_submitted_at, third.content.as_str()), (Some(first.recorded_at), "请旗里协调气源"));
    town.change(async |tx| report::void(tx, &later, third.id, "重报").await).await.expect("voided");
    assert_eq!(window().await.fulfilled_on, None, "no version is left");
}

#[tokio::test]
async fn a_declaration_says_what_the_ledger_holds_and_the_head_signs_that_nothing_was_found() {
    let town = Township::new().await;
    let declare = |none_found| NewReport { none_found, ..NewReport::new(town.plant.id, ReportKind::HazardLedger, day("2023-06-05"), "") };
    let head = town.person(town.plant.head, "2023-06-05").await;
    let officer = town.person(town.plant.officer, "2023-06-05").await;
    assert_eq!(refused(submit(&town, &head, declare(None)).await), ["NONE_FOUND_MISSING"]);
    assert_eq!(refused(submit(&town, &head, declare(Some(false))).await), ["NOTHING_TO_DECLARE"]);
    assert_eq!(refused(submit(&town, &officer, declare(Some(true))).await), ["HEAD_SIGNS"]);
    let none = submit(&town, &head, declare(Some(true))).await.expect("declared");
    assert_eq!(none.none_found, Some(true));
    assert_eq!(town.window(town.plant.id, "E02", "2023-06-05").await.fulfilled_on, Some(day("2023-06-05")));
    let ungraded = hazard_of(&town, "2023-06-05").await;
    let Err(Error::Refused(refusals)) = submit(&town, &head, declare(Some(true))).await else { panic!("what nobody graded may be major") };
    assert_eq!((refusals[0].code, refusals[0].clause, refusals[0].field.as_deref()), ("UNGRADED_HAZARDS", Some("2.1.1"), Some("noneFound")));
    town.change(async |tx| hazard::grade(tx, &officer, ungraded, crate::hazards::general()).await).await.expect("graded");
    submit(&town, &head, declare(Some(true))).await.expect("a general one is none");
    graded_major(&town).await;
    assert_eq!(refused(submit(&town, &head, declare(Some(true))).await), ["LEDGER_HAS_HAZARDS"]);
    assert_eq!(refused(correct(&town, &head, none.id, Correction { none_found: Some(true), ..Correction::default() }, "x").await), ["LEDGER_HAS_HAZARDS"]);
    let one = correct(&town, &officer, none.id, Correction { none_found: Some(false), ..Correction::default() }, "又发现一项").await.expect("corrected");
    let Some(Snapshot::Declaration(it)) = report::snapshot(&one).expect("read") else { panic!("a declaration") };
    assert_eq!((it.general, it.major, it.major_open, it.ungraded), (1, 1, 1, 0));
    let misplaced = NewReport { none_found: Some(true), ..table(&town, "2023-06-05") };
    assert_eq!(refused(submit(&town, &town.person(town.village.head, "2023-06-05").await, misplaced).await), ["NOT_OF_THIS_KIND"]);
}

#[tokio::test]
async fn what_needs_coordination_from_above_is_a_column_of_the_table_and_is_kept_and_sealed() {
    let town = Township::new().await;
    let officer = town.person(town.village.officer, "2023-06-11").await;
    let said = |report: &row::Model| match report::snapshot(report).expect("read") {
        Some(Snapshot::Progress(it)) => it.coordination,
        other => panic!("a progress table, not {other:?}"),
    };
    let matter = |text: &str| NewReport { coordination: Some(text.to_owned()), ..table(&town, "2023-06-11") };
    let report = submit(&town, &officer, matter(" 请旗里协调气源 ")).await.expect("submitted");
    assert_eq!((said(&report).as_deref(), report.content.as_str()), (Some("请旗里协调气源"), ""));
    let mut changed = report.clone();
    changed.snapshot = changed.snapshot.map(|mut value| {
        value["figures"]["coordination"] = "无".into();
        value
    });
    assert!(intact(&town, &report).await && !intact(&town, &changed).await);
    assert_eq!(said(&submit(&town, &officer, matter(" ")).await.expect("submitted")), None);
    let correction = Correction { coordination: Some("请协调消防车道".to_owned()), ..Correction::default() };
    let newer = correct(&town, &officer, report.id, correction, "补充").await.expect("corrected");
    assert_eq!(said(&newer).as_deref(), Some("请协调消防车道"));
    let office = town.person(town.safety_office.head, "2023-07-03").await;
    let misplaced =
        NewReport { coordination: Some("请协调".to_owned()), ..NewReport::new(town.safety_office.id, ReportKind::Statistics, day("2023-07-02"), "") };
    assert_eq!(refused(submit(&town, &office, misplaced).await), ["NOT_OF_THIS_KIND"]);
}

async fn uploaded(town: &Township, ctx: &Context) -> Uuid {
    let new = NewAttachment {
        organization: town.village.id,
        file_name: "纪要.pdf".to_owned(),
        media_type: "application/pdf",
        bytes: 3,
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
        pixels: None,
    };
    town.change(async |tx| attachment::upload(tx, ctx, new).await).await.expect("uploaded").id
}

#[tokio::test]
async fn the_documents_of_a_report_are_sealed_with_it_and_go_over_to_its_correction() {
    let town = Township::new().await;
    let officer = town.person(town.village.officer, "2023-06-11").await;
    let deputy = town.person(town.village.deputy, "2023-06-11").await;
    let document = uploaded(&town, &officer).await;
    let with = |documents: Vec<Uuid>| NewReport { documents: Some(documents), ..table(&town, "2023-06-11") };
    assert_eq!(refused(submit(&town, &deputy, with(vec![document])).await), ["UNKNOWN_ATTACHMENT"], "another's upload");
    let report = submit(&town, &officer, with(vec![document])).await.expect("submitted");
    let of = async |id| attachment::of(town.db.read(), id).await.expect("attachments");
    let kept = of(report.id).await;
    assert_eq!((kept.len(), kept[0].id), (1, document));
    assert!(intact(&town, &report).await);
    let signature = signature::of(town.db.read(), report.id).await.expect("signatures").remove(0);
    assert!(!report::is_intact(&report, &[], &signature), "a document that is gone is missed");
    let second = correct(&town, &deputy, report.id, Correction::default(), "补充").await.expect("corrected");
    assert_eq!(of(second.id).await.iter().map(|row| &row.file_name).collect::<Vec<_>>(), ["纪要.pdf"]);
    assert!(intact(&town, &second).await && intact(&town, &look(&town, report.id).await).await);
    let none = Correction { documents: Some(Vec::new()), ..Correction::default() };
    let third = correct(&town, &deputy, second.id, none, "撤下附件").await.expect("corrected");
    assert!(of(third.id).await.is_empty() && intact(&town, &third).await);
}

#[tokio::test]
async fn contacts_are_complete_and_the_latest_of_each_organ_is_listed() {
    let town = Township::new().await;
    let ctx = town.person(town.village.officer, "2023-05-24").await;
    let given = |mobile: &str| GivenContacts {
        deputy_name: "乌兰".to_owned(),
        deputy_title: "副主任".to_owned(),
        deputy_phone: "0477-7581234".to_owned(),
        contact_name: "娜仁".to_owned(),
        contact_title: "安全专干".to_owned(),
        contact_mobile: mobile.to_owned(),
        contact_email: "naren@example.cn".to_owned(),
    };
    let report = |contacts| NewReport { contacts, ..NewReport::new(town.village.id, ReportKind::Contacts, day("2023-05-24"), "已动员部署。") };
    assert_eq!(refused(submit(&town, &ctx, report(None)).await), ["CONTACTS_MISSING"]);
    assert_eq!(refused(submit(&town, &ctx, report(Some(given("")))).await), ["CONTACT_MISSING"]);
    assert_eq!(refused(submit(&town, &ctx, report(Some(given("110")))).await), ["BAD_MOBILE"]);
    let first = submit(&town, &ctx, report(Some(given("13900000001")))).await.expect("submitted");
    let second = submit(&town, &ctx, report(Some(given("13900000002")))).await.expect("submitted");
    let latest = row::Entity::find().filter(report::latest_contacts()).all(town.db.read()).await.expect("contacts");
    assert_eq!(latest.iter().map(|row| row.id).collect::<Vec<_>>(), [second.id]);
    town.change(async |tx| report::void(tx, &ctx, second.id, "有误").await).await.expect("voided");
    let latest = row::Entity::find().filter(report::latest_contacts()).all(town.db.read()).await.expect("contacts");
    assert_eq!(latest.iter().map(|row| row.id).collect::<Vec<_>>(), [first.id]);
}

#[tokio::test]
async fn a_report_is_reviewed_by_a_head_or_deputy_who_did_not_submit_it() {
    let town = Township::new().await;
    let as_person = async |person| town.person(person, "2023-06-11").await;
    let officer = as_person(town.village.officer).await;
    let report = submit(&town, &officer, table(&town, "2023-06-11")).await.expect("submitted");
    let review = async |ctx: &Context, id| town.change(async |tx| report::review(tx, ctx, id, &Confirmed::by_program(ctx)).await).await;
    assert_eq!(refused(review(&officer, report.id).await), ["REVIEWER_SUBMITTED"]);
    assert_eq!(refused(review(&as_person(town.plant.head).await, report.id).await), ["NOT_FOUND"]);
    let deputy = as_person(town.village.deputy).await;
    assert_eq!(review(&deputy, report.id).await.expect("reviewed").reviewed_by_id, Some(town.village.deputy));
    assert_eq!(refused(review(&as_person(town.village.head).await, report.id).await), ["ALREADY_REVIEWED"]);
    assert!(intact(&town, &look(&town, report.id).await).await, "a review changes nothing of what was submitted");
    assert_eq!(events(&town, report.id).await.last(), Some(&("REPORT_REVIEWED".to_owned(), Some(town.village.deputy))));
    let by_deputy = submit(&town, &deputy, table(&town, "2023-06-04")).await.expect("submitted");
    assert_eq!(refused(review(&officer, by_deputy.id).await), ["REVIEWER_POSITION"]);
}

#[tokio::test]
async fn the_statistics_and_the_bulletin_are_kept_with_their_text() {
    let town = Township::new().await;
    let office = town.person(town.safety_office.head, "2023-07-03").await;
    for (kind, on) in [(ReportKind::Statistics, "2023-07-02"), (ReportKind::Bulletin, "2023-06-30")] {
        let report = submit(&town, &office, NewReport::new(town.safety_office.id, kind, day(on), "")).await.expect("submitted");
        let text = match report::snapshot(&look(&town, report.id).await).expect("read") {
            Some(Snapshot::Statistics(it)) => it.text(redline_domain::Language::Zh),
            Some(Snapshot::Bulletin(it)) => it.text(redline_domain::Language::Zh),
            other => panic!("figures, not {other:?}"),
        };
        assert!(text.contains("巴音嘎查") && text.contains("辖区企业 2 家"), "{text}");
    }
    let before = NewReport::new(town.safety_office.id, ReportKind::Bulletin, day("2023-04-30"), "");
    assert_eq!(refused(submit(&town, &office, before).await), ["BEFORE_THE_ACTION"]);
    assert_eq!(town.window(town.safety_office.id, "O02", "2023-06-30").await.fulfilled_on, Some(day("2023-07-03")));
}
