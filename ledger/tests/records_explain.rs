//! Why a window is as it is, in words: inspections and the states of a window.

use crate::common::{
    Township, day, person,
    telling::{draft, inspected, said, signed, told},
};
use redline_domain::{InspectionKind, Language, Position, RecordKind, WindowStatus};
use redline_entity::{membership, window};
use redline_ledger::{
    explain::explain,
    inspection, organization,
    person::{appoint, dismiss},
    window::excuse,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

#[tokio::test]
async fn a_deputys_inspection_does_not_count_as_head_led_and_it_is_said_why() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let id = signed(&town, &ctx, inspected(town.plant.id, town.plant.deputy, InspectionKind::HeadLed, "2023-06-20")).await;
    let window = town.window(town.plant.id, "E05", "2023-06-20").await;
    let zh = told(&town, &ctx, &window, Language::Zh).await;
    assert_eq!(
        (zh.status, &zh.clauses, &zh.records, &zh.not_counted),
        (WindowStatus::Open, &vec!["2.1.1".to_owned()], &vec![], &vec![(RecordKind::Inspection, id)])
    );
    assert!(zh.quote.contains("每季度至少带队检查1次"));
    assert_eq!(
        zh.text,
        [
            "进行中，2023-06-30 到期，还有 10 天。",
            "计入期间为 2023-06-01 至 2023-06-30。",
            "应办：由主要负责人带队检查本单位重大事故隐患排查整治情况并签名存档，每季度至少1次，高危行业领域企业每月至少1次。",
            "2023-06-20 的带队检查由王强带队，其当日任分管负责人，不是主要负责人，不计入主要负责人带队检查（2.1.1）。",
        ]
    );
    let en = told(&town, &ctx, &window, Language::En).await;
    assert_eq!(
        en.text,
        [
            "Open, due on 2023-06-30, in 10 days.",
            "What is done from 2023-06-01 to 2023-06-30 counts.",
            "To do: Have the head lead and sign an inspection of how major hazards are found and rectified: once a quarter at least, in high-hazard sectors once a month.",
            "The head-led inspection of 2023-06-20 was led by 王强, who was deputy head on that day, not head; it does not count (2.1.1).",
        ]
    );
}

#[tokio::test]
async fn a_head_who_left_in_may_is_told_to_be_no_longer_head() {
    let town = Township::new().await;
    let operator = town.operator("2023-05-26");
    town.change(async |tx| {
        let seat = membership::Entity::find().filter(membership::Column::PersonId.eq(town.plant.head)).one(tx).await?.expect("a seat");
        dismiss(tx, &operator, seat.id, day("2023-05-26")).await?;
        appoint(tx, &operator, town.plant.head, town.plant.id, Position::Staff, None, day("2023-05-26")).await?;
        let next = person(tx, &operator, "张伟").await;
        appoint(tx, &operator, next, town.plant.id, Position::Head, None, day("2023-06-25")).await
    })
    .await
    .expect("another head");
    let ctx = town.person(town.plant.officer, "2023-06-30").await;
    signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20")).await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(zh[0], "今天（2023-06-30）到期。");
    assert_eq!(zh[2], "2023-06-20 的带队检查由李建国带队，其自 2023-05-26 起已不再担任主要负责人，不计入主要负责人带队检查（2.1.1）。");
    assert_eq!(en[0], "Due today (2023-06-30).");
    assert_eq!(en[2], "The head-led inspection of 2023-06-20 was led by 李建国, who was no longer head from 2023-05-26 on; it does not count (2.1.1).");
}

#[tokio::test]
async fn drafts_other_kinds_voided_and_earlier_inspections_are_told_apart() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-07-01").await;
    let head = town.plant.head;
    signed(&town, &ctx, inspected(town.plant.id, head, InspectionKind::HeadLed, "2023-05-25")).await;
    for on in ["2023-06-05", "2023-06-12"] {
        signed(&town, &ctx, inspected(town.plant.id, head, InspectionKind::SelfCheck, on)).await;
    }
    let voided = signed(&town, &ctx, inspected(town.plant.id, head, InspectionKind::HeadLed, "2023-06-15")).await;
    town.change(async |tx| inspection::void(tx, &ctx, voided, "当日未到现场").await).await.expect("voided");
    draft(&town, &ctx, inspected(town.plant.id, head, InspectionKind::HeadLed, "2023-06-28")).await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(
        zh,
        [
            "已逾期：截止日为 2023-06-30，至今逾期 1 天。",
            "计入期间为 2023-06-01 至 2023-06-30。",
            "本期另有企业自查 2 次（最近一次 2023-06-12），不属于主要负责人带队检查，不计入（2.1.1）。",
            "2023-06-15 的主要负责人带队检查已作废（原因：当日未到现场），不计入。",
            "2023-06-28 的主要负责人带队检查尚未签名，签名后才计入（2.2.5）。",
            "2023-05-25 的主要负责人带队检查早于本期首日 2023-06-01，不计入本期。",
        ]
    );
    assert_eq!(
        en,
        [
            "Overdue: it was due on 2023-06-30, 1 day ago.",
            "What is done from 2023-06-01 to 2023-06-30 counts.",
            "Also seen in this period: self-check, 2 in all, the latest on 2023-06-12. That is not what is asked for (head-led inspection); it does not count (2.1.1).",
            "The head-led inspection of 2023-06-15 was voided (reason: 当日未到现场); it does not count.",
            "The head-led inspection of 2023-06-28 is not signed yet; it counts once it is signed (2.2.5).",
            "The head-led inspection of 2023-05-25 was before this period began on 2023-06-01; it does not count for it.",
        ]
    );
}

#[tokio::test]
async fn what_fulfils_a_window_is_named_and_whether_it_was_late_or_recorded_late() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-07-05").await;
    let id = signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-07-05")).await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(zh, ["逾期完成：截止日为 2023-06-30，2023-07-05 才完成，晚了 5 天。", "计入：2023-07-05 的主要负责人带队检查，带队人李建国。"]);
    assert_eq!(
        en,
        ["Fulfilled late: it was due on 2023-06-30 and was done on 2023-07-05, 5 days late.", "Counted: the head-led inspection of 2023-07-05, led by 李建国."]
    );
    let june = town.window(town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(told(&town, &ctx, &june, Language::Zh).await.records, [(RecordKind::Inspection, id)]);

    signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-30")).await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(
        zh,
        [
            "已于 2023-06-30 完成，未超过截止日 2023-06-30。",
            "补录：该履职记录于 2023-07-05 才登记，晚于截止日 2023-06-30；此标记长期保留。",
            "计入：2023-06-30 的主要负责人带队检查，带队人李建国。",
        ]
    );
    assert_eq!(en[1], "Recorded late: it was recorded only on 2023-07-05, after it was due on 2023-06-30. That stays visible.");
}

#[tokio::test]
async fn an_inspection_that_made_good_an_earlier_period_is_told_to_count_for_no_other() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-08-02").await;
    signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-08-02")).await;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E05", "2023-07-20").await;
    assert_eq!(zh.last().map(String::as_str), Some("2023-08-02 的主要负责人带队检查已用于补办更早逾期的一期，一条记录只补办一期，不再计入本期。"));
    assert_eq!(
        en.last().map(String::as_str),
        Some("The head-led inspection of 2023-08-02 makes good an earlier overdue period. A record makes good one only, so it does not count for this one.")
    );
}

#[tokio::test]
async fn excused_superseded_and_upcoming_windows_are_told_with_the_reason() {
    let town = Township::new().await;
    let office = town.person(town.safety_office.officer, "2023-06-20").await;
    let window = town.window(town.plant.id, "E16", "2023-06-20").await;
    town.change(async |tx| excuse(tx, &office, window.id, "停产检修。").await).await.expect("excused");
    let (zh, en) = said(&town, &office, town.plant.id, "E16", "2023-06-20").await;
    assert_eq!((zh, en), (vec!["自 2023-06-20 起免除，原因：停产检修。".to_owned()], vec!["Excused from 2023-06-20 on; reason: 停产检修.".to_owned()]));
    let (zh, en) = said(&town, &office, town.plant.id, "E05", "2023-08-01").await;
    assert_eq!(zh[0], "本期自 2023-08-01 起，2023-08-31 到期，尚未开始。");
    assert_eq!(en[0], "This period begins on 2023-08-01 and is due on 2023-08-31; it has not begun.");
    let sectors = [redline_domain::Sector::IndustryAndTrade];
    town.change(async |tx| organization::classify(tx, &office, town.plant.id, day("2023-06-20"), &sectors, &[], "转产").await).await.expect("classified");
    let ended = town.windows(town.plant.id, "E05").await.into_iter().find(|window| window.opens_on == day("2023-06-01")).expect("June");
    let zh = told(&town, &office, &ended, Language::Zh).await;
    assert_eq!((zh.status, zh.text), (WindowStatus::Superseded, vec!["单位分类变更后，本期自 2023-06-20 起不再适用，按新的周期履职，原因：转产。".to_owned()]));
}

#[tokio::test]
async fn who_may_not_see_the_records_is_told_the_state_only() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    signed(&town, &ctx, inspected(town.plant.id, town.plant.deputy, InspectionKind::HeadLed, "2023-06-20")).await;
    let party = town.person(town.party_office.head, "2023-06-20").await;
    let window = town.window(town.plant.id, "E05", "2023-06-20").await;
    let told = told(&town, &party, &window, Language::Zh).await;
    assert_eq!((told.text.len(), told.not_counted), (3, vec![]));
}

#[tokio::test]
async fn many_windows_take_no_more_statements_than_few() {
    let town = Township::new().await;
    let ctx = town.operator("2023-08-01");
    for on in ["2023-06-05", "2023-06-12", "2023-07-05"] {
        signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, on)).await;
    }
    let all = window::Entity::find().all(town.db.read()).await.expect("windows");
    let mut few = all.clone();
    few.sort_by(|a, b| a.rule_code.cmp(&b.rule_code));
    few.dedup_by(|a, b| a.rule_code == b.rule_code);
    let mut counts = Vec::new();
    for windows in [&few, &all] {
        let before = town.db.statements();
        let told = explain(town.db.read(), &ctx, windows, Language::En).await.expect("explained");
        assert!(told.iter().zip(windows).all(|(told, window)| told.window == window.id && !told.text.is_empty()));
        counts.push(town.db.statements() - before);
    }
    assert!(all.len() > 3 * few.len());
    assert_eq!(counts[0], counts[1]);
}
