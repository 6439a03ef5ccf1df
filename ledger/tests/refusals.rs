//! What the ledger's groundwork refuses, on both sides of each boundary: places, organizations, people, accounts, windows.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::common::{TOWN, Township, VILLAGE, day, refused, telling};
use redline_domain::{InspectionKind, OrganizationKind, Position, PostKind, ResponsibilityListKind, Sector, UnifiedSocialCreditCode};
use redline_ledger::{
    account,
    inspection::{self, NewFinding},
    jurisdiction::{self, NewJurisdiction},
    organization::{self, NewOrganization},
    person, request,
    responsibility::{self, NewList, NewPost},
    window,
};

fn place(parent: &str, name: &str, code: &str) -> NewJurisdiction {
    NewJurisdiction { parent: Some(parent.to_owned()), name: name.to_owned(), code: code.to_owned() }
}

#[tokio::test]
async fn a_jurisdiction_needs_a_name_a_code_of_small_letters_and_a_level_above_that_has_one_below() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-01");
    let create = async |new: NewJurisdiction| town.change(async |tx| jurisdiction::create(tx, &ctx, new).await.map(|row| row.path)).await;
    assert_eq!(refused(create(place("/150626/nowhere/", "某嘎查", "mou")).await), ["UNKNOWN_JURISDICTION"]);
    assert_eq!(refused(create(place(TOWN, "", "mou")).await), ["BAD_NAME"]);
    assert_eq!(refused(create(place(TOWN, &"长".repeat(101), "mou")).await), ["BAD_NAME"]);
    assert_eq!(create(place(TOWN, &"长".repeat(100), "long")).await.unwrap(), format!("{TOWN}long/"));
    for code in ["", "Mou", "mou_1", "某", &"a".repeat(41)] {
        assert_eq!(refused(create(place(TOWN, "某嘎查", code)).await), ["BAD_CODE"], "{code}");
    }
    assert_eq!(create(place(TOWN, "某嘎查", &"a".repeat(40))).await.unwrap(), format!("{TOWN}{}/", "a".repeat(40)));
    assert_eq!(refused(create(place(VILLAGE, "某组", "zu")).await), ["NOTHING_BELOW"]);
    assert_eq!(refused(create(place(TOWN, "又一个", "bayan")).await), ["CODE_TAKEN"]);
    assert_eq!(create(place(TOWN, "又一个", "bayan-2")).await.unwrap(), format!("{TOWN}bayan-2/"));
}

fn enterprise(town: &Township, stem: &str) -> NewOrganization {
    NewOrganization {
        kind: OrganizationKind::Enterprise,
        name: "新来的企业".to_owned(),
        credit_code: Some(UnifiedSocialCreditCode::make(stem).unwrap().to_string()),
        jurisdiction_path: VILLAGE.to_owned(),
        village: Some(town.village.id),
        address: None,
        sectors: vec![Sector::Gas],
        traits: Vec::new(),
        joined_on: day("2023-06-01"),
    }
}

#[tokio::test]
async fn an_enterprise_needs_a_name_a_free_credit_code_a_village_and_a_sector() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-01");
    let register = async |new: NewOrganization| town.change(async |tx| organization::register(tx, &ctx, new).await.map(|row| row.name)).await;
    let good = || enterprise(&town, "91150626MA0N0100");
    assert_eq!(refused(register(NewOrganization { name: " ".to_owned(), ..good() }).await), ["BAD_NAME"]);
    assert_eq!(refused(register(NewOrganization { credit_code: None, ..good() }).await), ["CREDIT_CODE_MISSING"]);
    let taken = UnifiedSocialCreditCode::make("91150626MA0N0001").unwrap().to_string();
    assert_eq!(refused(register(NewOrganization { credit_code: Some(taken), ..good() }).await), ["CREDIT_CODE_TAKEN"]);
    assert_eq!(refused(register(NewOrganization { village: None, ..good() }).await), ["VILLAGE_MISSING"]);
    assert_eq!(refused(register(NewOrganization { village: Some(town.regulator.id), ..good() }).await), ["NOT_FOUND"], "a regulator is no village");
    assert_eq!(refused(register(NewOrganization { sectors: Vec::new(), ..good() }).await), ["SECTOR_MISSING"]);
    assert_eq!(register(good()).await.unwrap(), "新来的企业");
    // A village needs neither code nor sector, but a place that there is.
    let village =
        || NewOrganization { kind: OrganizationKind::Village, credit_code: None, village: None, sectors: Vec::new(), ..enterprise(&town, "91150626MA0N0101") };
    assert_eq!(refused(register(NewOrganization { jurisdiction_path: "/nowhere/".to_owned(), ..village() }).await), ["UNKNOWN_JURISDICTION"]);
    assert_eq!(register(village()).await.unwrap(), "新来的企业");
}

#[tokio::test]
async fn only_who_is_suspended_is_resumed_and_nobody_is_suspended_twice() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-10");
    let id = town.trader.id;
    let suspend = async |on: &str| town.change(async |tx| organization::suspend(tx, &ctx, id, day(on), "停产检修").await.map(|row| row.state)).await;
    let resume = async |on: &str| town.change(async |tx| organization::resume(tx, &ctx, id, day(on)).await.map(|row| row.state)).await;
    assert_eq!(refused(resume("2023-06-10").await), ["NOT_SUSPENDED"]);
    assert_eq!(refused(suspend("2023-06-11").await), ["BAD_DATE"]);
    suspend("2023-06-05").await.unwrap();
    assert_eq!(refused(suspend("2023-06-06").await), ["ALREADY_SO"]);
    assert_eq!(refused(resume("2023-06-04").await), ["BAD_DATE"]);
    resume("2023-06-05").await.unwrap();
}

#[tokio::test]
async fn nobody_holds_a_position_twice_or_leaves_it_before_he_had_it() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-10");
    let appoint = async |position: Position, since: &str| {
        town.change(async |tx| person::appoint(tx, &ctx, town.trader.staff, town.trader.id, position, None, day(since)).await.map(|row| row.id)).await
    };
    assert_eq!(refused(appoint(Position::Staff, "2023-06-01").await), ["ALREADY_HOLDS"]);
    let deputy = appoint(Position::Deputy, "2023-06-01").await.unwrap();
    let dismiss = async |until: &str| town.change(async |tx| person::dismiss(tx, &ctx, deputy, day(until)).await.map(|row| row.until)).await;
    assert_eq!(refused(dismiss("2023-05-31").await), ["BAD_UNTIL"]);
    assert_eq!(dismiss("2023-06-01").await.unwrap(), Some(day("2023-06-01")));
}

#[tokio::test]
async fn a_login_is_one_word_and_nobody_elses() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-10");
    let open = async |person, login: &str| town.change(async |tx| account::open(tx, &ctx, person, login, "hash".to_owned()).await.map(|_| ())).await;
    for login in ["", "two words", "\u{7}", &"a".repeat(101)] {
        assert_eq!(refused(open(town.plant.head, login).await), ["BAD_LOGIN"], "{login}");
    }
    open(town.plant.head, &"a".repeat(100)).await.unwrap();
    open(town.plant.deputy, "deputy").await.unwrap();
    assert_eq!(refused(open(town.plant.officer, "deputy").await), ["LOGIN_TAKEN"]);
}

#[tokio::test]
async fn what_is_fulfilled_is_not_excused_and_what_has_ended_not_again() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-10");
    let excuse = async |id| town.change(async |tx| window::excuse(tx, &ctx, id, "特殊情况").await.map(|row| row.ended_on)).await;
    let first = town.window(town.plant.id, "E05", "2023-06-15").await.id;
    assert_eq!(excuse(first).await.unwrap(), Some(day("2023-06-10")));
    assert_eq!(refused(excuse(first).await), ["ALREADY_ENDED"]);
    let head = town.person(town.plant.head, "2023-07-03").await;
    telling::signed(&town, &head, telling::inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-07-03")).await;
    assert_eq!(refused(excuse(town.window(town.plant.id, "E05", "2023-07-15").await.id).await), ["ALREADY_FULFILLED"]);
}

#[tokio::test]
async fn a_request_id_has_1_to_100_characters_and_one_operation() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-10").await;
    let earlier = async |id: &str, operation: &str| town.change(async |tx| request::earlier(tx, &ctx, id, operation).await).await;
    assert_eq!(refused(earlier("", "recordDrill").await), ["BAD_REQUEST_ID"]);
    assert_eq!(refused(earlier(&"r".repeat(101), "recordDrill").await), ["BAD_REQUEST_ID"]);
    let longest = "r".repeat(100);
    assert_eq!(earlier(&longest, "recordDrill").await.unwrap(), None);
    let subject = ctx.id();
    town.change(async |tx| request::remember(tx, &ctx, &longest, "recordDrill", subject).await).await.unwrap();
    assert_eq!(earlier(&longest, "recordDrill").await.unwrap(), Some(subject));
    assert_eq!(refused(earlier(&longest, "voidDrill").await), ["REQUEST_ID_REUSED"]);
}

#[tokio::test]
async fn an_inspection_takes_200_findings_without_control_characters() {
    let town = Township::new().await;
    let head = town.person(town.plant.head, "2023-06-10").await;
    let with = |count: usize, text: &str| {
        let mut new = telling::inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-10");
        new.findings = vec![NewFinding { description: text.to_owned(), location: None }; count];
        new
    };
    let record = async |new| town.change(async |tx| inspection::record(tx, &head, new).await.map(|_| ())).await;
    assert_eq!(refused(record(with(201, "缺少标识")).await), ["TOO_MANY_FINDINGS"]);
    record(with(200, "缺少标识")).await.unwrap();
    assert_eq!(refused(record(with(1, "缺少\u{7}标识")).await), ["BAD_TEXT"]);
    record(with(1, "缺少标识，\n也无围栏")).await.unwrap();
}

#[tokio::test]
async fn responsibility_lists_are_of_enterprises_and_only_a_deputys_names_a_deputy() {
    let town = Township::new().await;
    let draw_up = async |organization, head, kind, deputy| {
        let ctx = town.person(head, "2023-06-10").await;
        let post = |kind| NewPost { kind, title: "岗位".to_owned(), duties: "落实责任".to_owned(), assignee: None };
        let posts = vec![post(PostKind::Head), post(PostKind::FrontLine)];
        town.change(async |tx| responsibility::draw_up(tx, &ctx, NewList { organization, kind, title: "清单".to_owned(), deputy, posts }).await.map(|_| ()))
            .await
    };
    let all_staff = ResponsibilityListKind::AllStaff;
    assert_eq!(refused(draw_up(town.village.id, town.village.head, all_staff, None).await), ["NOT_AN_ENTERPRISE"]);
    assert_eq!(refused(draw_up(town.plant.id, town.plant.head, all_staff, Some(town.plant.deputy)).await), ["NO_DEPUTY_ASKED"]);
    draw_up(town.plant.id, town.plant.head, all_staff, None).await.unwrap();
}
