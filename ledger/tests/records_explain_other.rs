//! Why a window is as it is, in words: drills, activities, lists and reports.

use crate::common::{
    Township, day,
    telling::{inspected, said, signed, told},
};
use redline_domain::{ActivityKind, InspectionKind, InspectionScope, Language, PostKind, RecordKind, ReportKind, ResponsibilityListKind, WindowStatus};
use redline_ledger::{
    activity::{self, NewActivity},
    drill::{self, NewDrill},
    explain::Reach,
    inspection::NewInspection,
    report::{self, NewReport},
    responsibility::{self, Assignee, NewList, NewPost},
    signature::Confirmed,
};
use uuid::Uuid;

#[tokio::test]
async fn a_missing_review_scope_or_leader_is_named() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let new = NewDrill {
        organization: town.plant.id,
        title: "演练".to_owned(),
        scenario: "泄漏".to_owned(),
        occurred_on: day("2023-06-19"),
        participants: 20,
        led_by: None,
        review: None,
        plan: None,
        scope: None,
        form: None,
        attendees: Vec::new(),
        improvements: Vec::new(),
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| drill::record(tx, &ctx, new).await).await.expect("recorded");
    signed(&town, &ctx, inspected(town.plant.id, town.plant.head, InspectionKind::SelfCheck, "2023-06-18")).await;
    let study = NewActivity {
        organization: town.plant.id,
        kind: ActivityKind::Study,
        title: "学习判定标准".to_owned(),
        occurred_on: day("2023-06-17"),
        participants: 20,
        led_by: None,
        summary: "逐条学习。".to_owned(),
        enterprises: Vec::new(),
        attendees: Vec::new(),
        expected: None,
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| activity::record(tx, &ctx, study).await).await.expect("recorded");
    let last = |(zh, en): (Vec<String>, Vec<String>)| (zh.last().cloned().unwrap_or_default(), en.last().cloned().unwrap_or_default());
    let expect = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    assert_eq!(
        last(said(&town, &ctx, town.plant.id, "E16", "2023-06-20").await),
        expect(
            "2023-06-19 的演练还没有评估，补充评估后即计入（2.1.5）。",
            "The drill of 2023-06-19 has no review yet; it counts once the review is added (2.1.5)."
        )
    );
    assert_eq!(
        last(said(&town, &ctx, town.plant.id, "E13", "2023-06-20").await),
        expect(
            "2023-06-18 的企业自查没有检查“电气焊设备”，不计入（2.1.3）。",
            "The self-check of 2023-06-18 did not cover welding equipment; it does not count (2.1.3)."
        )
    );
    assert_eq!(
        last(said(&town, &ctx, town.plant.id, "E01", "2023-06-20").await),
        expect(
            "2023-06-17 的学习研究判定标准并部署自查没有登记主持人，应由主要负责人主持，不计入（2.1.1）。",
            "The study of the criteria and deployment of the self-check of 2023-06-17 has no leader on record; the head must lead it, so it does not count (2.1.1)."
        )
    );
    let scoped =
        NewInspection { scopes: vec![InspectionScope::WeldingEquipment], ..inspected(town.plant.id, town.plant.head, InspectionKind::SelfCheck, "2023-06-18") };
    signed(&town, &ctx, scoped).await;
    assert_eq!(last(said(&town, &ctx, town.plant.id, "E13", "2023-06-20").await).0, "计入：2023-06-18 的企业自查，带队人李建国。");
}

#[tokio::test]
async fn how_far_a_responsibility_list_is_acknowledged_is_told() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let post = |kind, assignee| NewPost { kind, title: "岗位".to_owned(), duties: "安全责任。".to_owned(), assignee };
    let list = |kind, deputy, posts| NewList { organization: town.plant.id, kind, title: "2023年责任清单".to_owned(), deputy, posts };
    let all_staff =
        list(ResponsibilityListKind::AllStaff, None, vec![post(PostKind::Head, Some(Assignee::Person(town.plant.head))), post(PostKind::FrontLine, None)]);
    let id = town.change(async |tx| responsibility::draw_up(tx, &ctx, all_staff).await).await.expect("drawn up").id;
    let (zh, en) = said(&town, &ctx, town.plant.id, "E08", "2023-06-20").await;
    assert_eq!(zh.last().map(String::as_str), Some("责任清单“2023年责任清单”共 2 个岗位，已落实到人 1 个，已确认 0 个；全部确认后才计入（2.1.2）。"));
    assert_eq!(
        en.last().map(String::as_str),
        Some("The responsibility list \"2023年责任清单\" is not complete: 0 of 2 posts acknowledged, 1 assigned. It counts once all are acknowledged (2.1.2).")
    );
    let window = town.window(town.plant.id, "E08", "2023-06-20").await;
    assert_eq!(told(&town, &ctx, &window, Language::Zh).await.not_counted, [(RecordKind::ResponsibilityList, id)]);
    let (zh, en) = said(&town, &ctx, town.plant.id, "E10", "2023-06-20").await;
    assert_eq!(zh.last().map(String::as_str), Some("分管负责人共 1 名，清单已全部确认的 0 名；尚缺：王强。"));
    assert_eq!(en.last().map(String::as_str), Some("0 of 1 deputy heads have a complete list; missing: 王强."));
}

#[tokio::test]
async fn coverage_and_missing_parts_are_told_of_the_regulator() {
    let town = Township::new().await;
    let ctx = town.person(town.regulator.officer, "2023-05-25").await;
    let held = async |kind, enterprises: &[Uuid]| {
        let new = NewActivity {
            organization: town.regulator.id,
            kind,
            title: "宣讲".to_owned(),
            occurred_on: day("2023-05-25"),
            participants: 9,
            led_by: None,
            summary: "解读标准。".to_owned(),
            enterprises: enterprises.to_vec(),
            attendees: Vec::new(),
            expected: None,
            photos: Vec::new(),
            documents: Vec::new(),
        };
        town.change(async |tx| activity::record(tx, &ctx, new).await).await.expect("recorded")
    };
    held(ActivityKind::MobilisationMeeting, &[]).await;
    let (zh, en) = said(&town, &ctx, town.regulator.id, "R01", "2023-05-25").await;
    assert_eq!(zh[2..], ["计入：2023-05-25 的动员部署会。", "尚缺：重点事项及人员分工。"]);
    assert_eq!(en[2..], ["Counted: the mobilisation meeting of 2023-05-25.", "Missing: key items and division of labour."]);

    held(ActivityKind::Publicity, &[]).await;
    let (zh, en) = said(&town, &ctx, town.regulator.id, "R02", "2023-05-25").await;
    assert_eq!(zh.last().map(String::as_str), Some("本行业企业 1 家，宣传记录已列明 0 家，尚未列明：红柳化工有限公司。"));
    assert_eq!(en.last().map(String::as_str), Some("The publicity records name 0 of 1 enterprises; not yet named: 红柳化工有限公司."));
    held(ActivityKind::Publicity, &[town.plant.id]).await;
    let window = town.window(town.regulator.id, "R02", "2023-05-25").await;
    let done = told(&town, &ctx, &window, Language::Zh).await;
    assert_eq!((done.status, done.coverage), (WindowStatus::Fulfilled, Some(Reach { reached: 1, all: 1 })));
    assert_eq!(done.text.last().map(String::as_str), Some("本行业企业 1 家，宣传记录已列明全部 1 家。"));

    let visit = NewInspection { organization: town.plant.id, ..inspected(town.regulator.id, town.regulator.head, InspectionKind::SpotCheck, "2023-05-25") };
    signed(&town, &ctx, visit).await;
    let window = town.window(town.regulator.id, "R06", "2023-05-25").await;
    assert_eq!(told(&town, &ctx, &window, Language::En).await.text.last().map(String::as_str), Some("Coverage: 1 of 1 visited in this period."));
}

#[tokio::test]
async fn a_report_about_another_day_is_told_to_be_outside_the_period() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-08-05").await;
    let new = NewReport::new(town.plant.id, ReportKind::ActionReport, day("2023-08-05"), "开展情况。");
    town.change(async |tx| report::submit(tx, &ctx, new, &Confirmed::by_program(&ctx)).await).await.expect("submitted");
    let (zh, en) = said(&town, &ctx, town.plant.id, "E17", "2023-06-20").await;
    assert_eq!(
        zh.last().map(String::as_str),
        Some("2023-08-05 报送的专项行动开展情况报告（所报日期 2023-08-05）不在本期（2023-05-22 至 2023-07-31）内，不计入；请按本期内的日期报送。")
    );
    assert_eq!(
        en.last().map(String::as_str),
        Some(
            "The report on the action submitted on 2023-08-05 about 2023-08-05 is outside this period (2023-05-22 to 2023-07-31) and does not count; submit one about a day within it."
        )
    );
}
