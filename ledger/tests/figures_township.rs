//! The figures of annexes 1 and 2 and of the bulletin, counted by hand for a small township.

use crate::common::{VILLAGE, day, refused};
use crate::figures::{bulletin, campaign, table};
use redline_domain::{
    EnforcementKind, Language, OrganizationKind, Period, Sector, UnifiedSocialCreditCode,
    enforcement::Fen,
    figures::{Bulletin, Counts, Handled, Span},
};
use redline_ledger::{
    figures::{self as ledger, View},
    organization::{NewOrganization, close, register, suspend},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// Led by the head, by a deputy; enterprises, to be checked, checked; head-led, hot work, contractors, drilled, warnings; five elements, ungraded.
fn numbers(it: &Counts) -> [u64; 12] {
    [
        it.led_by_head,
        it.led_by_deputy,
        it.enterprises,
        it.checked.whole(),
        it.checked.part(),
        it.head_led,
        it.hot_work,
        it.contractors,
        it.drilled,
        it.warning_sessions,
        it.five_elements,
        it.ungraded,
    ]
}

fn handled(it: Handled) -> (u64, u64, Option<String>) {
    (it.found(), it.rectified(), it.rate().percent())
}

#[tokio::test]
async fn a_villages_table_is_as_counted_by_hand_on_both_sides_of_the_week() {
    let (town, _) = campaign().await;
    let before = table(&town, town.village.id, "2023-06-04").await;
    assert_eq!(before.span, Span { from: day("2023-05-29"), until: day("2023-06-04") });
    assert_eq!(before.mobilised_on, Some(day("2023-05-25")));
    //                                     head dep  ent due chk  led hot con dri war  five ungr
    assert_eq!(numbers(&before.period), [1, 0, 2, 2, 1, 0, 1, 0, 0, 0, 0, 0]);
    let week = table(&town, town.village.id, "2023-06-05").await;
    assert_eq!(numbers(&week.period), [0, 1, 2, 2, 1, 1, 0, 0, 1, 2, 1, 0]);
    assert_eq!(numbers(&week.cumulative), [1, 1, 2, 2, 1, 1, 1, 0, 1, 2, 1, 0]);
    assert_eq!(week.cumulative.checked.percent().as_deref(), Some("50.0%"));
    assert!(week.period.unit.is_none(), "annex 1 has no columns of annex 2");
    let none = (0, 0, None);
    let open = |found| (found, 0, Some("0.0%".to_owned()));
    assert_eq!((handled(before.period.general.self_check), handled(before.period.major.total())), (open(1), none.clone()));
    assert_eq!((handled(week.period.general.total()), handled(week.cumulative.general.self_check)), (none.clone(), open(1)));
    assert_eq!((handled(week.period.major.self_check), handled(week.period.major.inspection)), (open(1), open(1)), "counted apart");
    let after = table(&town, town.village.id, "2023-06-12").await;
    assert_eq!(handled(after.period.major.self_check), (0, 1, None), "rectified this week, found the week before");
    assert_eq!(handled(after.cumulative.major.self_check), (1, 1, Some("100.0%".to_owned())));
    assert_eq!(handled(after.cumulative.major.inspection), open(1));
    assert_eq!(handled(week.cumulative.major.self_check), open(1), "by when it happened, not by when it is asked");
}

#[tokio::test]
async fn a_regulators_table_has_what_it_did_itself() {
    let (town, _) = campaign().await;
    let week = table(&town, town.regulator.id, "2023-06-05").await;
    assert_eq!(week.sectors, [Sector::HazardousChemicals]);
    assert_eq!(numbers(&week.period), [2, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0], "the plant only");
    let unit = week.period.unit.expect("annex 2");
    assert_eq!((unit.training_sessions, unit.trained), (1, 12));
    assert_eq!((unit.groups, unit.inspectors, unit.inspected, unit.assisted), (1, 2, 1, 1), "one leader on one day is one group");
    assert_eq!((unit.unannounced, unit.joint), (1, 0));
    let it = unit.enforcement;
    assert_eq!((it.warnings, it.fines, Fen(it.fines_fen).wan().as_str()), (1, 2, "2.50"));
    assert_eq!((it.paired_enterprises, it.paired_persons, it.unpunished, it.judicial, it.interviews), (1, 1, 1, 0, 0));
    let next = table(&town, town.regulator.id, "2023-06-12").await;
    assert_eq!((next.period.tips, next.cumulative.tips, week.period.tips), (Some(1), Some(1), Some(0)), "one about the plant, one about nobody");
    let unit = next.period.unit.expect("annex 2");
    assert_eq!((unit.groups, unit.inspectors, unit.joint), (1, 3, 1), "a team of three");
    let it = unit.enforcement;
    assert_eq!((it.correction_orders, it.licences, it.closure_proposals, it.judicial), (1, 1, 1, 1));
    assert_eq!((it.interviews, it.namings, it.accountability, it.closures), (1, 1, 0, 0), "what the offices did is theirs");
    let before = table(&town, town.regulator.id, "2023-06-04").await.period.unit.expect("annex 2");
    assert_eq!((before.groups, before.enforcement.warnings, before.enforcement.unpunished), (0, 0, 0));
}

#[tokio::test]
async fn the_bulletin_names_counts_ranks_and_compares() {
    let (town, own) = campaign().await;
    let june = bulletin(&town, "2023-06-15", "2023-07-03").await;
    assert_eq!(june.span, Span { from: day("2023-06-01"), until: day("2023-06-30") });
    assert_eq!(numbers(&june.period), [4, 2, 2, 2, 1, 1, 1, 0, 1, 2, 2, 0], "the township: village and regulator together, each enterprise once");
    assert_eq!(numbers(june.before.as_ref().expect("May")), [0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0], "from the first day of the action on");
    assert_eq!(
        june.sectors.iter().map(|row| (row.sector, row.cumulative.enterprises)).collect::<Vec<_>>(),
        [(Sector::HazardousChemicals, 1), (Sector::IndustryAndTrade, 1)]
    );
    let ranks = Bulletin::by_rectification(&june.villages);
    assert_eq!(ranks.iter().map(|rank| (rank.place, rank.share.part(), rank.share.whole())).collect::<Vec<_>>(), [(Some(1), 1, 3)]);
    assert_eq!(june.closed.rows.iter().map(|row| (row.hazard, row.on)).collect::<Vec<_>>(), [(own, day("2023-06-12"))]);
    let [listed] = &june.listed.rows[..] else { panic!("{:?}", june.listed) };
    assert_eq!((listed.description.as_str(), listed.on, listed.name.as_str()), ("紧急切断阀失效", day("2023-06-13"), "红柳化工有限公司"));
    for (list, on) in [(&june.extended, "2023-06-14"), (&june.overdue_hazards, "2023-06-28")] {
        assert_eq!(list.rows.iter().map(|row| (row.hazard, row.on)).collect::<Vec<_>>(), [(listed.hazard, day(on))]);
    }
    assert_eq!(june.namings.rows.iter().map(|row| (row.organization, row.on)).collect::<Vec<_>>(), [(town.plant.id, day("2023-06-15"))]);
    assert_eq!((june.period.tips, june.villages[0].period.tips, june.before.as_ref().and_then(|may| may.tips)), (Some(2), Some(1), Some(0)));
    let all = june.period.unit.as_ref().expect("the regulators together");
    let it = &all.enforcement;
    assert_eq!((all.joint, it.correction_orders, it.licences, it.closure_proposals), (1, 1, 1, 1));
    assert_eq!((it.judicial, it.interviews, it.namings, it.accountability), (1, 2, 1, 2), "the offices' too");
    let sectors = Bulletin::sectors_by_coverage(&june.sectors);
    assert_eq!(
        sectors.iter().map(|rank| (rank.place, rank.sector, rank.share.part())).collect::<Vec<_>>(),
        [(Some(1), Sector::HazardousChemicals, 1), (Some(2), Sector::IndustryAndTrade, 0)]
    );
    let sectors = Bulletin::sectors_by_rectification(&june.sectors);
    assert_eq!(
        sectors.iter().map(|rank| (rank.place, rank.sector, rank.share.whole())).collect::<Vec<_>>(),
        [(Some(1), Sector::HazardousChemicals, 2), (Some(2), Sector::IndustryAndTrade, 1)]
    );
    let units = Bulletin::by_coverage(&june.units);
    assert_eq!(units.iter().map(|rank| (rank.place, rank.organization)).collect::<Vec<_>>(), [(Some(1), town.regulator.id)]);
    let overdue: Vec<_> = june.overdue_windows.rows.iter().filter(|row| row.name == "金马商贸有限公司").map(|row| (row.rule.as_str(), row.due_on)).collect();
    assert_eq!(overdue, [("E05", day("2023-06-30"))], "the second quarter's, due on the month's last day");
    let zh = june.text(Language::Zh);
    assert!(zh.contains("金马商贸有限公司：主要负责人带队检查（E05，应于 2023-06-30 前完成）"), "{zh}");
    assert!(zh.contains("本月：应排查 2 家，已自查 1 家，覆盖率 50.0%"), "{zh}");
    assert!(zh.contains("与上月相比：已自查企业数增加 1，发现一般隐患数增加 1，发现重大隐患数增加 2，整改重大隐患数增加 1。"), "{zh}");
    assert!(zh.contains("行业领域自查覆盖率：1. 危险化学品 100.0%；2. 工贸 0.0%。"), "{zh}");
    assert!(zh.contains("新增挂牌督办 1 项：\n1. 红柳化工有限公司：紧急切断阀失效（"), "{zh}");
    assert!(june.text(Language::En).contains("By rectification rate, sectors: 1. Hazardous chemicals 50.0%; 2."), "{}", june.text(Language::En));
    let may = bulletin(&town, "2023-05-31", "2023-06-20").await;
    assert!(may.before.is_none(), "there is nothing before the action");
    let ctx = town.operator("2023-06-20");
    assert_eq!(refused(ledger::span(&ctx, Period::Month, day("2023-04-30"))), ["BEFORE_THE_ACTION"]);
    assert_eq!(refused(ledger::span(&ctx, Period::Week, day("2023-06-26"))), ["DATE_IN_FUTURE"]);
    assert!(ledger::span(&ctx, Period::Week, day("2023-06-25")).is_ok(), "the week that runs");
}

#[tokio::test]
async fn everybody_gets_the_figures_of_what_he_may_see() {
    let (town, _) = campaign().await;
    for (who, villages, units, enterprises) in [
        (town.safety_office.staff, 1, 1, 2),
        (town.discipline_office.head, 1, 1, 2),
        (town.village.head, 1, 0, 2),
        (town.regulator.head, 0, 1, 1),
        (town.trader.head, 0, 0, 1),
    ] {
        let ctx = town.person(who, "2023-06-11").await;
        let it = ledger::statistics(town.db.read(), &ctx, day("2023-06-11"), &View::of_actor(&ctx)).await.expect("statistics");
        assert_eq!((it.villages.len(), it.units.len(), it.period.enterprises), (villages, units, enterprises));
    }
    let span = Span { from: day("2023-06-05"), until: day("2023-06-11") };
    for (who, organ, expected) in [
        (town.village.staff, town.village.id, None),
        (town.plant.head, town.village.id, Some("NOT_FOUND")),
        (town.safety_office.staff, town.plant.id, Some("NO_TABLE")),
    ] {
        let ctx = town.person(who, "2023-06-11").await;
        let answer = ledger::progress_table(town.db.read(), &ctx, organ, span).await;
        match expected {
            Some(code) => assert_eq!(refused(answer), [code]),
            None => assert!(answer.is_ok()),
        }
    }
}

#[tokio::test]
async fn the_number_of_statements_does_not_grow_with_the_township() {
    let (town, _) = campaign().await;
    let count = async || {
        let before = town.db.statements();
        table(&town, town.village.id, "2023-06-05").await;
        table(&town, town.regulator.id, "2023-06-05").await;
        let tables = town.db.statements() - before;
        bulletin(&town, "2023-06-15", "2023-07-03").await;
        [tables, town.db.statements() - before - tables]
    };
    let mut counts = Vec::new();
    let mut registered = 2;
    for enterprises in [10, 200] {
        let ctx = town.operator("2023-05-23");
        town.change(async |tx| {
            for at in registered..enterprises {
                let new = NewOrganization {
                    kind: OrganizationKind::Enterprise,
                    name: format!("企业{at:03}"),
                    credit_code: Some(UnifiedSocialCreditCode::make(&format!("91150626MA0P{at:04}")).expect("a code").to_string()),
                    jurisdiction_path: VILLAGE.to_owned(),
                    village: Some(town.village.id),
                    address: None,
                    sectors: vec![Sector::HazardousChemicals],
                    traits: Vec::new(),
                    joined_on: day("2023-05-22"),
                };
                register(tx, &ctx, new).await?;
            }
            Ok(())
        })
        .await
        .expect("registered");
        registered = enterprises;
        counts.push(count().await);
        assert_eq!(table(&town, town.village.id, "2023-06-05").await.period.enterprises, enterprises);
    }
    assert_eq!(counts[0][0], counts[1][0]);
    // A list of more than a hundred names is counted by a statement of its own.
    assert_eq!(counts[0][1] + 1, counts[1][1]);
    assert!(counts[1][0] < 60 && counts[1][1] < 60, "{counts:?}");
}

#[tokio::test]
async fn who_is_suspended_is_not_to_check_and_who_is_closed_is_off_the_rolls() {
    let (town, _) = campaign().await;
    let office = town.person(town.safety_office.head, "2023-06-08").await;
    town.change(async |tx| suspend(tx, &office, town.trader.id, day("2023-06-08"), "停产整顿").await).await.expect("suspended");
    let seen = async |on: &str| {
        let it = table(&town, town.village.id, on).await.period;
        (it.enterprises, it.checked.whole(), it.checked.part())
    };
    assert_eq!((seen("2023-06-04").await, seen("2023-06-05").await), ((2, 2, 1), (2, 1, 1)));
    let office = town.person(town.safety_office.head, "2023-06-14").await;
    town.change(async |tx| close(tx, &office, town.trader.id, day("2023-06-14"), "关闭").await).await.expect("closed");
    assert_eq!((seen("2023-06-12").await, seen("2023-06-04").await), ((1, 1, 0), (2, 2, 1)));
}

#[tokio::test]
async fn only_closures_that_follow_a_proposal_are_counted_and_people_held_to_account_once() {
    let (town, _) = campaign().await;
    let close_on = async |organization, on: &str| {
        let office = town.person(town.safety_office.head, on).await;
        town.change(async |tx| close(tx, &office, organization, day(on), "关闭").await).await.expect("closed");
    };
    let counted = async || {
        let unit = table(&town, town.regulator.id, "2023-06-12").await.period.unit.expect("annex 2").enforcement.closures;
        let all = bulletin(&town, "2023-06-15", "2023-07-03").await.period.unit.expect("all").enforcement;
        (unit, all.closures, all.accountability)
    };
    close_on(town.trader.id, "2023-06-16").await;
    assert_eq!(counted().await, (0, 0, 2), "nobody proposed to close the trader");
    close_on(town.plant.id, "2023-06-16").await;
    assert_eq!(counted().await.0, 1, "proposed on the day before");
    assert_eq!(counted().await.1, 1);
    use redline_entity::enforcement::{Column, Entity};
    let accountable = || Entity::update_many().filter(Column::Kind.eq(EnforcementKind::Accountability));
    let named = async |name: &str| {
        town.change(async |tx| Ok(accountable().col_expr(Column::PersonName, Expr::value(name)).exec(tx).await?)).await.expect("named");
        counted().await.2
    };
    assert_eq!(named("李建国").await, 1, "the same person twice is one");
    town.change(async |tx| {
        Ok(Entity::update_many().filter(Column::Kind.eq(EnforcementKind::ClosureReferral)).col_expr(Column::State, Expr::value("WITHDRAWN")).exec(tx).await?)
    })
    .await
    .expect("withdrawn");
    assert_eq!(counted().await.0, 0, "a proposal that does not stand");
}
