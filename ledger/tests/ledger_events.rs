//! Every change of the groundwork leaves its event: what it was about, what happened, who did it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::common::{TOWN, Township, day, telling};
use redline_domain::{ActivityKind, FoundBy, HazardGrade, InspectionKind, Language, Position, PostKind, ResponsibilityListKind, Sector};
use redline_entity::{duty, ledger_event, window};
use redline_ledger::{
    Context, Result, account,
    activity::{self, NewActivity},
    drill::{self, NewDrill},
    hazard::{self, GradeInput, NewHazard},
    inspection::{self, Amendment},
    jurisdiction::{self, NewJurisdiction},
    organization,
    person::{self, NewPerson, Preferences},
    responsibility::{self, Assignee, NewList, NewPost},
    window as windows,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

/// A township whose new events are looked at after each change.
struct Watched {
    town: Township,
    seen: usize,
}

impl Watched {
    async fn new() -> Self {
        let town = Township::new().await;
        let seen = all(&town).await.len();
        Self { town, seen }
    }

    /// Does something and answers what came of it, if its events are exactly these, in order: `SUBJECT ACTION`, all by who did it.
    async fn leaves<T>(&mut self, ctx: &Context, expected: &[&str], what: impl AsyncFnOnce(&DatabaseTransaction) -> Result<T>) -> T {
        let outcome = self.town.change(what).await.unwrap();
        let events = all(&self.town).await.split_off(self.seen);
        self.seen += events.len();
        let told: Vec<String> = events.iter().map(|event| format!("{} {}", event.subject_kind, event.action)).collect();
        assert_eq!(told, expected);
        for event in &events {
            assert_eq!((event.actor_id, event.recorded_at), (ctx.actor.person, ctx.now), "{} {}", event.subject_kind, event.action);
        }
        outcome
    }
}

async fn all(town: &Township) -> Vec<ledger_event::Model> {
    ledger_event::Entity::find().order_by_asc(ledger_event::Column::Id).all(town.db.read()).await.unwrap()
}

#[tokio::test]
async fn places_organizations_and_people_leave_their_events() {
    let mut it = Watched::new().await;
    let office = it.town.person(it.town.safety_office.head, "2023-06-10").await;
    let village = NewJurisdiction { parent: Some(TOWN.to_owned()), name: "新村".to_owned(), code: "xincun".to_owned() };
    it.leaves(&office, &["JURISDICTION JURISDICTION_CREATED"], async |tx| jurisdiction::create(tx, &office, village).await).await;
    let new = NewPerson { name: "新人".to_owned(), phone: None, email: None, language: Language::Zh, morning_hour: None };
    let newcomer = it.leaves(&office, &["PERSON PERSON_RECORDED"], async |tx| person::create(tx, &office, new).await).await.id;
    let trader = it.town.trader.id;
    let seat = it
        .leaves(&office, &["MEMBERSHIP APPOINTED"], async |tx| person::appoint(tx, &office, newcomer, trader, Position::Staff, None, day("2023-06-01")).await)
        .await;
    it.leaves(&office, &["MEMBERSHIP DISMISSED"], async |tx| person::dismiss(tx, &office, seat.id, day("2023-06-09")).await).await;
    it.leaves(&office, &["ACCOUNT ACCOUNT_OPENED"], async |tx| account::open(tx, &office, newcomer, "newcomer", "hash".to_owned()).await).await;
    let head = it.town.person(it.town.trader.head, "2023-06-10").await;
    let preferences = Preferences { language: Some(Language::En), ..Preferences::default() };
    it.leaves(&head, &["PERSON PREFERENCES_CHANGED"], async |tx| person::update_preferences(tx, &head, preferences).await).await;
}

#[tokio::test]
async fn an_organization_that_changes_or_leaves_leaves_its_events() {
    let it = Watched::new().await;
    let office = it.town.person(it.town.safety_office.head, "2023-06-10").await;
    let trader = it.town.trader.id;
    let suspended = it.town.change(async |tx| organization::suspend(tx, &office, trader, day("2023-06-10"), "停产检修").await).await.unwrap();
    assert_eq!(suspended.id, trader);
    it.town.change(async |tx| organization::resume(tx, &office, trader, day("2023-06-10")).await).await.unwrap();
    it.town.change(async |tx| organization::classify(tx, &office, trader, day("2023-06-10"), &[Sector::Gas], &[], "改行").await).await.unwrap();
    it.town.change(async |tx| organization::close(tx, &office, trader, day("2023-06-10"), "注销").await).await.unwrap();
    let told: Vec<String> = all(&it.town).await.split_off(it.seen).into_iter().map(|event| event.action).collect();
    for action in ["ORGANIZATION_LEFT", "WINDOW_ENDED", "DUTY_ENDED", "ORGANIZATION_RESUMED", "DUTY_BEGAN", "ORGANIZATION_CLASSIFIED"] {
        assert!(told.iter().any(|told| told == action), "{action}: {told:?}");
    }
    // Founding the township was told as well.
    assert!(all(&it.town).await.iter().any(|event| event.action == "ORGANIZATION_REGISTERED" && event.organization_id == Some(trader)));
}

#[tokio::test]
async fn drills_and_activities_leave_their_events() {
    let mut it = Watched::new().await;
    let officer = it.town.person(it.town.plant.officer, "2023-06-10").await;
    let plant = it.town.plant.id;
    let new = NewDrill {
        organization: plant,
        title: "泄漏演练".to_owned(),
        scenario: "储罐泄漏".to_owned(),
        occurred_on: day("2023-06-08"),
        participants: 12,
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
    let drill = it.leaves(&officer, &["DRILL DRILL_RECORDED"], async |tx| drill::record(tx, &officer, new).await).await.id;
    it.leaves(&officer, &["DRILL DRILL_REVIEWED", "WINDOW WINDOW_FULFILLED"], async |tx| drill::add_review(tx, &officer, drill, "处置得当", Vec::new()).await)
        .await;
    it.leaves(&officer, &["DRILL DRILL_VOIDED", "WINDOW WINDOW_REOPENED"], async |tx| drill::void(tx, &officer, drill, "误登").await).await;
    let new = NewActivity {
        organization: plant,
        kind: ActivityKind::Study,
        title: "学习标准".to_owned(),
        occurred_on: day("2023-06-08"),
        participants: 12,
        led_by: Some(it.town.plant.head),
        summary: "学习本行业判定标准".to_owned(),
        enterprises: Vec::new(),
        attendees: Vec::new(),
        expected: None,
        photos: Vec::new(),
        documents: Vec::new(),
    };
    let study = it.leaves(&officer, &["ACTIVITY ACTIVITY_RECORDED", "WINDOW WINDOW_FULFILLED"], async |tx| activity::record(tx, &officer, new).await).await.id;
    it.leaves(&officer, &["ACTIVITY ACTIVITY_VOIDED", "WINDOW WINDOW_REOPENED"], async |tx| activity::void(tx, &officer, study, "误登").await).await;
}

#[tokio::test]
async fn responsibility_lists_leave_their_events() {
    let mut it = Watched::new().await;
    let head = it.town.person(it.town.trader.head, "2023-06-10").await;
    let post = |kind, assignee| NewPost { kind, title: "岗位".to_owned(), duties: "落实责任".to_owned(), assignee };
    let own = Some(Assignee::Person(it.town.trader.head));
    let list = NewList {
        organization: it.town.trader.id,
        kind: ResponsibilityListKind::AllStaff,
        title: "责任清单".to_owned(),
        deputy: None,
        posts: vec![post(PostKind::Head, own), post(PostKind::FrontLine, None)],
    };
    let list = it.leaves(&head, &["RESPONSIBILITY_LIST LIST_DRAWN_UP"], async |tx| responsibility::draw_up(tx, &head, list).await).await.id;
    let added = it
        .leaves(&head, &["RESPONSIBILITY_LIST POST_ADDED"], async |tx| responsibility::add_post(tx, &head, list, post(PostKind::Intern, None)).await)
        .await
        .id;
    let assignee = Assignee::Person(it.town.trader.head);
    it.leaves(&head, &["POST POST_ASSIGNED"], async |tx| responsibility::assign(tx, &head, added, assignee, day("2023-06-10")).await).await;
    it.leaves(&head, &["POST POST_ACKNOWLEDGED"], async |tx| responsibility::acknowledge(tx, &head, added, day("2023-06-10")).await).await;
    it.leaves(&head, &["RESPONSIBILITY_LIST LIST_VOIDED"], async |tx| responsibility::void(tx, &head, list, "重做").await).await;
}

#[tokio::test]
async fn inspections_windows_and_duties_leave_their_events() {
    let mut it = Watched::new().await;
    let head = it.town.person(it.town.plant.head, "2023-06-10").await;
    let new = telling::inspected(it.town.plant.id, it.town.plant.head, InspectionKind::HeadLed, "2023-06-09");
    let draft = it.leaves(&head, &["INSPECTION INSPECTION_RECORDED"], async |tx| inspection::record(tx, &head, new).await).await.id;
    let amendment = Amendment { summary: Some("补充检查装卸区".to_owned()), ..Amendment::default() };
    it.leaves(&head, &["INSPECTION INSPECTION_AMENDED"], async |tx| inspection::amend(tx, &head, draft, amendment).await).await;
    it.leaves(&head, &["INSPECTION INSPECTION_VOIDED"], async |tx| inspection::void(tx, &head, draft, "").await).await;
    let office = it.town.person(it.town.safety_office.head, "2023-06-10").await;
    let june: window::Model = it.town.window(it.town.plant.id, "E05", "2023-06-15").await;
    it.leaves(&office, &["WINDOW WINDOW_ENDED"], async |tx| windows::excuse(tx, &office, june.id, "特殊情况").await).await;
    let duty = duty::Entity::find()
        .filter(duty::Column::OrganizationId.eq(it.town.plant.id))
        .order_by_asc(duty::Column::Id)
        .one(it.town.db.read())
        .await
        .unwrap()
        .unwrap();
    let deputy = it.town.plant.deputy;
    it.leaves(&head, &["DUTY DUTY_ASSIGNED"], async |tx| windows::assign_owner(tx, &head, duty.id, Some(deputy)).await).await;
}

#[tokio::test]
async fn the_deadline_of_a_general_hazard_leaves_its_event() {
    let mut it = Watched::new().await;
    let officer = it.town.person(it.town.plant.officer, "2023-06-10").await;
    let found = NewHazard {
        organization: it.town.plant.id,
        description: "消防通道堆物".to_owned(),
        location: None,
        sector: None,
        found_by: FoundBy::SelfCheck,
        found_on: day("2023-06-09"),
        finding: None,
    };
    let hazard = it.town.change(async |tx| hazard::report(tx, &officer, found).await).await.unwrap().id;
    let general = GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new(), no_criterion_found: true };
    it.town.change(async |tx| hazard::grade(tx, &officer, hazard, general).await).await.unwrap();
    it.seen = all(&it.town).await.len();
    it.leaves(&officer, &["HAZARD HAZARD_DEADLINE_SET"], async |tx| hazard::set_deadline(tx, &officer, hazard, day("2023-06-20")).await).await;
}
