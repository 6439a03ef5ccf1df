//! No view of records and hazards asks the database more often because there is more to show.

use crate::support::{Server, Town, day};
use chrono::Days;
use redline_domain::{
    AddressState, FoundBy, HazardState, InspectionKind, Language, OrganizationKind, OrganizationState, PlanConsent, Position, PostKind, RecordKind,
    RecordState, ResponsibilityListKind, Sector, chain::Fact,
};
use redline_entity::{
    duty, evidence, finding, hazard, hazard_plan, inspection, membership, organization, organization_sector, person, post, responsibility_list, window,
};
use redline_ledger::event;
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

/// Everything of one more enterprise.
#[derive(Default)]
struct Rows {
    organizations: Vec<organization::ActiveModel>,
    sectors: Vec<organization_sector::ActiveModel>,
    people: Vec<person::ActiveModel>,
    memberships: Vec<membership::ActiveModel>,
    inspections: Vec<inspection::ActiveModel>,
    findings: Vec<finding::ActiveModel>,
    hazards: Vec<hazard::ActiveModel>,
    plans: Vec<hazard_plan::ActiveModel>,
    events: Vec<Fact>,
    duties: Vec<duty::ActiveModel>,
    windows: Vec<window::ActiveModel>,
    evidence: Vec<evidence::ActiveModel>,
    lists: Vec<responsibility_list::ActiveModel>,
    posts: Vec<post::ActiveModel>,
}

impl Rows {
    fn add(&mut self, server: &Server, village: Uuid, at: usize) {
        let ctx = server.operator();
        let (id, head, inspection, finding, hazard, duty, window, list) = (ctx.id(), ctx.id(), ctx.id(), ctx.id(), ctx.id(), ctx.id(), ctx.id(), ctx.id());
        let (on, now) = (day("2023-05-22") + Days::new(at as u64 % 40), ctx.now);
        self.organizations.push(organization::ActiveModel {
            id: Set(id),
            kind: Set(OrganizationKind::Enterprise),
            name: Set(format!("enterprise {at}")),
            credit_code: Set(None),
            jurisdiction_path: Set("/county/town/v0/".to_owned()),
            village_id: Set(Some(village)),
            address: Set(None),
            sectors: Set(vec![Sector::Gas].into()),
            traits: Set(Vec::new().into()),
            state: Set(OrganizationState::Active),
            joined_on: Set(day("2023-05-22")),
            left_on: Set(None),
            created_at: Set(now),
        });
        self.sectors.push(organization_sector::ActiveModel { organization_id: Set(id), sector: Set(Sector::Gas) });
        self.people.push(person::ActiveModel {
            id: Set(head),
            name: Set(format!("head of {at}")),
            phone: Set(None),
            email: Set(None),
            email_state: Set(AddressState::Good),
            language: Set(Language::Zh),
            morning_hour: Set(None),
            created_at: Set(now),
            name_salt: Set(None),
            erased_at: Set(None),
        });
        self.memberships.push(membership::ActiveModel {
            id: Set(ctx.id()),
            person_id: Set(head),
            organization_id: Set(id),
            position: Set(Position::Head),
            title: Set(None),
            since: Set(day("2023-01-01")),
            until: Set(None),
            created_at: Set(now),
        });
        self.inspections.push(inspection::ActiveModel {
            id: Set(inspection),
            kind: Set(InspectionKind::HeadLed),
            organization_id: Set(id),
            inspector_id: Set(id),
            leader_id: Set(head),
            members: Set(Vec::new().into()),
            occurred_on: Set(on),
            modes: Set(Vec::new().into()),
            scopes: Set(Vec::new().into()),
            summary: Set("summary".to_owned()),
            state: Set(RecordState::Signed),
            signed_by: Set(Some(head)),
            signed_at: Set(Some(now)),
            seal: Set(Some("seal".to_owned())),
            voided_reason: Set(None),
            alert_id: Set(None),
            corrects_id: Set(None),
            corrected_by_id: Set(None),
            first_signed_at: Set(None),
            correction_reason: Set(None),
            recorded_at: Set(now),
            recorded_by: Set(Some(head)),
        });
        self.findings.push(finding::ActiveModel {
            id: Set(finding),
            inspection_id: Set(inspection),
            ordinal: Set(1),
            description: Set("finding".to_owned()),
            location: Set(None),
            hazard_id: Set(Some(hazard)),
        });
        self.hazards.push(hazard::ActiveModel {
            id: Set(hazard),
            organization_id: Set(id),
            description: Set("hazard".to_owned()),
            location: Set(None),
            sector: Set(None),
            state: Set(HazardState::Rectifying),
            grade: Set(None),
            criterion: Set(None),
            grade_reason: Set(None),
            found_by: Set(FoundBy::SelfCheck),
            found_on: Set(on),
            found_by_organization_id: Set(None),
            recurrence_of_id: Set(None),
            no_criterion_found: Set(false),
            finding_id: Set(Some(finding)),
            reported_by: Set(Some(head)),
            reported_at: Set(now),
            graded_on: Set(None),
            told_regulator_on: Set(None),
            told_regulator_at: Set(None),
            deadline_on: Set(at.is_multiple_of(2).then_some(on)),
            rectified_by: Set(Some(head)),
            rectified_on: Set(None),
            rectification: Set(None),
            applied_on: Set(None),
            acceptance_due_on: Set(None),
            accepted_by: Set(None),
            closed_on: Set(None),
            rejections: Set(0),
            overdue_noted: Set(false),
            step_taken: Set(None),
            check_after: Set(None),
            failures: Set(0),
        });
        self.plans.push(hazard_plan::ActiveModel {
            id: Set(ctx.id()),
            hazard_id: Set(hazard),
            version: Set(1),
            responsible: Set("who".to_owned()),
            measures: Set("what".to_owned()),
            funding_yuan: Set(1),
            deadline_on: Set(on),
            emergency_plan: Set("what if".to_owned()),
            submitted_on: Set(on),
            submitted_by: Set(Some(head)),
            recorded_at: Set(now),
            consent: Set(PlanConsent::NotNeeded),
            consent_by: Set(None),
            consent_on: Set(None),
            consent_reason: Set(None),
        });
        self.events.push(Fact {
            id: ctx.id(),
            organization: Some(id),
            subject_kind: "HAZARD".to_owned(),
            subject: hazard,
            action: "HAZARD_REPORTED".to_owned(),
            actor: Some(head),
            data: json!({}),
            true_at: now,
            recorded_at: now,
        });
        self.duties.push(duty::ActiveModel {
            id: Set(duty),
            organization_id: Set(id),
            rule_code: Set("E05".to_owned()),
            cadence: Set("MONTH".to_owned()),
            begins_on: Set(day("2023-05-22")),
            ended_on: Set(None),
            ended_as: Set(None),
            owner_id: Set(None),
            created_at: Set(now),
        });
        self.windows.push(window::ActiveModel {
            id: Set(window),
            duty_id: Set(duty),
            organization_id: Set(id),
            rule_code: Set("E05".to_owned()),
            hazard_id: Set(Some(hazard)),
            cause_id: Set(None),
            starts_on: Set(on),
            opens_on: Set(on),
            closes_on: Set(on),
            due_on: Set(on),
            required: Set(1),
            fulfilled_on: Set(Some(on)),
            fulfilled_recorded_at: Set(Some(now)),
            ended_on: Set(None),
            ended_as: Set(None),
            ended_reason: Set(None),
            opened_noted: Set(true),
            overdue_noted: Set(false),
            step_taken: Set(None),
            check_after: Set(None),
            failures: Set(0),
            created_at: Set(now),
        });
        for (kind, record) in [(RecordKind::Inspection, inspection), (RecordKind::ResponsibilityList, list)] {
            self.evidence.push(evidence::ActiveModel {
                id: Set(ctx.id()),
                window_id: Set(window),
                record_kind: Set(kind),
                record_id: Set(record),
                requirement: Set(0),
                done_on: Set(on),
                late: Set(false),
                recorded_at: Set(now),
            });
        }
        self.lists.push(responsibility_list::ActiveModel {
            id: Set(list),
            organization_id: Set(id),
            kind: Set(ResponsibilityListKind::AllStaff),
            title: Set(format!("list {at}")),
            deputy_id: Set(Some(head)),
            drawn_up_on: Set(on),
            complete_on: Set(None),
            complete_recorded_at: Set(None),
            state: Set(RecordState::Draft),
            voided_reason: Set(None),
            recorded_at: Set(now),
            recorded_by: Set(Some(head)),
        });
        self.posts.push(post::ActiveModel {
            id: Set(ctx.id()),
            list_id: Set(list),
            ordinal: Set(1),
            kind: Set(PostKind::Head),
            title: Set("post".to_owned()),
            duties: Set("duties".to_owned()),
            assignee_id: Set(Some(head)),
            assignee_name: Set(None),
            assigned_on: Set(Some(on)),
            acknowledged_on: Set(None),
            acknowledged_at: Set(None),
        });
    }
}

async fn server_with(rows: usize) -> Server {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let mut all = Rows::default();
    for at in 0..rows {
        all.add(&server, town.villages[0], at);
    }
    let db = server.app.db.begin().await.expect("a transaction");
    macro_rules! insert {
        ($($module:ident: $rows:ident),+) => {$(
            for chunk in all.$rows.chunks(500) {
                $module::Entity::insert_many(chunk.to_vec()).exec_without_returning(&db).await.expect("rows");
            }
        )+};
    }
    insert!(
        organization: organizations, organization_sector: sectors, person: people, membership: memberships, hazard: hazards, inspection: inspections, finding: findings,
        hazard_plan: plans, duty: duties, window: windows, evidence: evidence, responsibility_list: lists, post: posts
    );
    event::append_facts(&db, all.events).await.expect("events");
    db.commit().await.expect("a commit");
    server
}

const VIEWS: &[(&str, &str)] = &[
    ("hazards", "{ hazards(first: 100, orderBy: DEADLINE_ON) { totalCount nodes { description overdue whoMayAccept organization { name village { name } } reportedBy { name role } } } }"),
    (
        "hazards with their lives",
        "{ hazards(first: 50, filter: {sector: [GAS]}) { edges { cursor node { plan { fundingYuan submittedBy { name } } plans { version } timeline { label text actor { name role } }
           windows { status rule { title } } finding { description } inspection { occurredOn leader { name position } } rectifiedBy { name } acceptedBy { name } } } pageInfo { endCursor } } }",
    ),
    (
        "inspections",
        "{ inspections(first: 100, filter: {withFindings: true}) { totalCount nodes { kindLabel organization { name } inspector { name organization { kind } } leader { name position title role person { name } }
           headLed { counts reason } signedBy { name } recordedBy { name } sealIntact signatures { signedAs } attachments { url } corrects { id } alert { id } contracts { id } findings { description hazard { state organization { name } } } countsFor { ruleCode status } } } }",
    ),
    (
        "responsibility lists",
        "{ responsibilityLists(first: 100) { totalCount nodes { title organization { name } deputy { name } recordedBy { name } coverage { posts assigned acknowledged }
           posts { title assignee { name position person { name } } } countsFor { ruleCode } } } }",
    ),
    (
        "enterprises with their records",
        "{ enterprises(first: 50) { nodes { name hazards(closed: false) { description organization { name } } inspections(kind: [HEAD_LED]) { headLed { counts } findings { hazard { id } } } } } }",
    ),
    ("enterprises with their lists", "{ enterprises(first: 50) { nodes { name responsibilityLists { coverage { acknowledged } posts { assignee { name } } } } } }"),
    ("drills, activities and reports", "{ drills { totalCount nodes { ledBy { name } } } activities { totalCount nodes { enterprises { name } } } reports { totalCount nodes { countsFor { status } } } }"),
];

#[tokio::test]
async fn the_views_of_records_ask_as_often_for_a_thousand_rows_as_for_ten() {
    let (few, many) = (server_with(10).await, server_with(1_000).await);
    for login in ["office", "village0"] {
        let (few_token, many_token) = (few.login(login).await, many.login(login).await);
        for (name, query) in VIEWS {
            let counts = (few.statements(&few_token, query, json!({})).await, many.statements(&many_token, query, json!({})).await);
            assert_eq!(counts.0, counts.1, "{name}, as {login}");
            assert!(counts.0 <= 40, "{name}, as {login}: {} statements", counts.0);
        }
    }
}

#[tokio::test]
async fn every_page_of_the_hazards_in_the_order_of_their_deadlines_follows_the_one_before() {
    let server = server_with(23).await;
    let token = server.login("office").await;
    let (mut after, mut seen) = (None::<String>, Vec::new());
    loop {
        let query = "query($a: String) { hazards(first: 5, after: $a, orderBy: DEADLINE_ON) { nodes { id deadlineOn } pageInfo { hasNextPage endCursor } } }";
        let page = server.ask(Some(&token), query, json!({ "a": after })).await.data()["hazards"].clone();
        seen.extend(page["nodes"].as_array().unwrap().clone());
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
        after = page["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    }
    let days: Vec<String> = seen.iter().map(|node| node["deadlineOn"].as_str().unwrap_or("none").to_owned()).collect();
    assert!(days.is_sorted(), "those without one come last: {days:?}");
    let mut ids: Vec<String> = seen.iter().map(|node| node["id"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), days.iter().filter(|day| *day == "none").count()), (23, 11));
}
