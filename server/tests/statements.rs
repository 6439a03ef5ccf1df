//! No view asks the database more often because there is more to show.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{PASSWORD, Server, day, moment};
use chrono::{Days, Duration};
use redline_domain::{
    AddressState, JurisdictionKind, Language, MailState, NoticeKind, NoticeState, OrganizationKind, OrganizationState, Position, RecordKind, Sector,
    chain::Fact,
};
use redline_entity::{account, duty, evidence, jurisdiction, mail, mail_body, membership, notice, organization, organization_sector, person, window};
use redline_ledger::{account::hash_password, event};
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

/// A server with that many enterprises, each with a head, a duty, a window with evidence, a notice and a mail.
async fn server_with(rows: usize) -> Server {
    let server = Server::start().await;
    let ctx = server.operator();
    let db = server.app.db.begin().await.unwrap();
    let place = |path: &str, kind| jurisdiction::ActiveModel {
        id: Set(ctx.id()),
        parent_id: Set(None),
        kind: Set(kind),
        name: Set(path.to_owned()),
        path: Set(path.to_owned()),
    };
    jurisdiction::Entity::insert_many([place("/t/", JurisdictionKind::Town), place("/t/v/", JurisdictionKind::Village)])
        .exec_without_returning(&db)
        .await
        .unwrap();
    let (office, village) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let organization = |id: Uuid, kind, name: String, path: &str, village: Option<Uuid>, sectors: Vec<Sector>| organization::ActiveModel {
        id: Set(id),
        kind: Set(kind),
        name: Set(name),
        credit_code: Set(None),
        jurisdiction_path: Set(path.to_owned()),
        village_id: Set(village),
        address: Set(None),
        sectors: Set(sectors.into()),
        traits: Set(Vec::new().into()),
        state: Set(OrganizationState::Active),
        joined_on: Set(day("2023-05-22")),
        left_on: Set(None),
        created_at: Set(ctx.now),
    };
    let mut organizations = vec![
        organization(office, OrganizationKind::SafetyOffice, "office".to_owned(), "/t/", None, Vec::new()),
        organization(village, OrganizationKind::Village, "village".to_owned(), "/t/v/", None, Vec::new()),
    ];
    let (mut people, mut seats, mut sectors, mut duties, mut windows, mut evidences, mut notices, mut bodies, mut mails, mut events) = Default::default();
    let mut add = |id: Uuid, at: usize, office_too: Option<Uuid>| -> Uuid {
        let people: &mut Vec<person::ActiveModel> = &mut people;
        let seats: &mut Vec<membership::ActiveModel> = &mut seats;
        let who = ctx.id();
        people.push(person::ActiveModel {
            id: Set(who),
            name: Set(format!("person {at}")),
            phone: Set(None),
            email: Set(None),
            email_state: Set(AddressState::Good),
            language: Set(Language::Zh),
            morning_hour: Set(None),
            created_at: Set(ctx.now),
            name_salt: Set(None),
            erased_at: Set(None),
        });
        for organization in [Some(id), office_too].into_iter().flatten() {
            seats.push(membership::ActiveModel {
                id: Set(ctx.id()),
                person_id: Set(who),
                organization_id: Set(organization),
                position: Set(Position::Head),
                title: Set(None),
                since: Set(day("2023-05-01")),
                until: Set(None),
                created_at: Set(ctx.now),
            });
        }
        who
    };
    let officer = add(office, 0, None);
    for at in 1..=rows {
        let id = ctx.id();
        organizations.push(organization(id, OrganizationKind::Enterprise, format!("enterprise {at}"), "/t/v/", Some(village), vec![Sector::Gas]));
        let sector: organization_sector::ActiveModel = organization_sector::ActiveModel { organization_id: Set(id), sector: Set(Sector::Gas) };
        let sectors: &mut Vec<_> = &mut sectors;
        sectors.push(sector);
        let who = add(id, at, None);
        let (duty_id, window_id, mail_id) = (ctx.id(), ctx.id(), ctx.id());
        let duties: &mut Vec<_> = &mut duties;
        duties.push(duty::ActiveModel {
            id: Set(duty_id),
            organization_id: Set(id),
            rule_code: Set("E05".to_owned()),
            cadence: Set("MONTH".to_owned()),
            begins_on: Set(day("2023-05-22")),
            ended_on: Set(None),
            ended_as: Set(None),
            owner_id: Set(Some(who)),
            created_at: Set(ctx.now),
        });
        let due = day("2023-05-31") + Days::new(at as u64 % 60);
        let windows: &mut Vec<_> = &mut windows;
        windows.push(window::ActiveModel {
            id: Set(window_id),
            duty_id: Set(duty_id),
            organization_id: Set(id),
            rule_code: Set("E05".to_owned()),
            hazard_id: Set(None),
            cause_id: Set(None),
            starts_on: Set(day("2023-05-22")),
            opens_on: Set(day("2023-05-22")),
            closes_on: Set(due),
            due_on: Set(due),
            required: Set(1),
            fulfilled_on: Set(None),
            fulfilled_recorded_at: Set(None),
            ended_on: Set(None),
            ended_as: Set(None),
            ended_reason: Set(None),
            opened_noted: Set(true),
            overdue_noted: Set(false),
            step_taken: Set(None),
            check_after: Set(None),
            failures: Set(0),
            created_at: Set(ctx.now),
        });
        let evidences: &mut Vec<_> = &mut evidences;
        evidences.push(evidence::ActiveModel {
            id: Set(ctx.id()),
            window_id: Set(window_id),
            record_kind: Set(RecordKind::Inspection),
            record_id: Set(ctx.id()),
            requirement: Set(0),
            done_on: Set(due),
            late: Set(false),
            recorded_at: Set(ctx.now),
        });
        let bodies: &mut Vec<_> = &mut bodies;
        bodies.push(mail_body::ActiveModel { mail_id: Set(mail_id), text: Set("t".to_owned()), html: Set("h".to_owned()) });
        let mails: &mut Vec<_> = &mut mails;
        mails.push(mail::ActiveModel {
            id: Set(mail_id),
            person_id: Set(who),
            address: Set("a@example.com".to_owned()),
            template: Set("overdue".to_owned()),
            language: Set(Language::Zh),
            subject: Set("s".to_owned()),
            message_id: Set(format!("m{at}@example.com")),
            state: Set(MailState::Sent),
            attempts: Set(1),
            next_attempt_at: Set(ctx.now),
            claimed_until: Set(None),
            claim: Set(None),
            answer: Set(Some("250 ok".to_owned())),
            sent_at: Set(Some(ctx.now)),
            created_at: Set(ctx.now + Duration::seconds(at as i64)),
        });
        let notices: &mut Vec<_> = &mut notices;
        notices.push(notice::ActiveModel {
            id: Set(ctx.id()),
            kind: Set(NoticeKind::Overdue),
            subject_id: Set(window_id),
            step: Set("OVERDUE+1".to_owned()),
            window_id: Set(Some(window_id)),
            hazard_id: Set(None),
            organization_id: Set(id),
            person_id: Set(who),
            audience: Set(None),
            proposes: Set(None),
            alone: Set(false),
            state: Set(NoticeState::Sent),
            send_after: Set(ctx.now),
            mail_id: Set(Some(mail_id)),
            true_at: Set(ctx.now),
            noticed_at: Set(ctx.now + Duration::seconds(at as i64)),
            subject_kind: Set(None),
            tale: Set(None),
            cancelled_reason: Set(None),
        });
        let events: &mut Vec<_> = &mut events;
        events.push(Fact {
            id: ctx.id(),
            organization: Some(id),
            subject_kind: "WINDOW".to_owned(),
            subject: window_id,
            action: "WINDOW_OPENED".to_owned(),
            actor: Some(who),
            data: json!({}),
            true_at: ctx.now,
            recorded_at: ctx.now + Duration::seconds(at as i64),
        });
    }
    macro_rules! insert {
        ($($module:ident: $rows:expr),+) => {$(
            for chunk in $rows.chunks(500) {
                $module::Entity::insert_many(chunk.to_vec()).exec_without_returning(&db).await.unwrap();
            }
        )+};
    }
    insert!(organization: organizations, organization_sector: sectors, person: people, membership: seats, duty: duties, window: windows, evidence: evidences, mail: mails, mail_body: bodies, notice: notices);
    event::append_facts(&db, events).await.unwrap();
    let login = account::ActiveModel {
        id: Set(ctx.id()),
        person_id: Set(officer),
        login: Set("office".to_owned()),
        password_hash: Set(hash_password(PASSWORD).unwrap()),
        disabled_at: Set(None),
        created_at: Set(moment("2023-05-22T00:00:00Z")),
        totp_secret: Set(None),
        totp_since: Set(None),
        totp_step: Set(None),
    };
    account::Entity::insert(login).exec_without_returning(&db).await.unwrap();
    db.commit().await.unwrap();
    server
}

const VIEWS: &[(&str, &str)] = &[
    (
        "enterprises",
        "{ enterprises(first: 100) { totalCount nodes { name jurisdiction { name parent { name } } village { name } classifications { effectiveOn } memberships { person { name } } allowedActions } } }",
    ),
    ("what enterprises owe", "{ enterprises(first: 50) { nodes { name duties { rule { title } owner { name } } windows(status: [OVERDUE]) { dueOn } } } }"),
    ("people", "{ people(first: 100) { totalCount nodes { name memberships { position organization { name } } } } }"),
    (
        "windows",
        "{ windows(first: 100) { totalCount nodes { status daysLeft daysLate rule { title clauses } organization { name village { name } } duty { owner { name } } } } }",
    ),
    (
        "windows with their proofs",
        "{ windows(first: 100) { edges { cursor node { dueOn evidence { recordId doneOn record { id } } explain { sentences clauses } notices { kind recipient { name role } mail { subject } } } } pageInfo { hasNextPage endCursor } } }",
    ),
    (
        "overdue",
        "{ overdue { windowCount windows(first: 100, filter: {sector: [GAS]}) { totalCount nodes { daysLate organization { name } rule { code } } } } }",
    ),
    ("duties", "{ duties(first: 50) { totalCount nodes { rule { code } organization { name } windows { status } } } }"),
    (
        "compliance",
        "{ compliance(groupBy: VILLAGE) { key label organization { name } due fulfilled overdue rate } sectors: compliance(groupBy: SECTOR) { key due } units: compliance(groupBy: UNIT) { key due } rules: compliance(groupBy: RULE) { key due } }",
    ),
    (
        "notices",
        "{ notices(first: 100) { totalCount nodes { about reason recipient { name role } organization { name } window { dueOn } mail { subject serverAnswer } } } }",
    ),
    ("mails", "{ mails(first: 100) { totalCount nodes { subject text recipient { name } notices { about } } } }"),
    ("ledger events", "{ ledgerEvents(first: 100) { totalCount nodes { action subject { id } organization { name } actor { name role } data } } }"),
];

#[tokio::test]
async fn the_main_views_ask_as_often_for_a_thousand_rows_as_for_ten() {
    let (few, many) = (server_with(10).await, server_with(1_000).await);
    let (few_token, many_token) = (few.login("office").await, many.login("office").await);
    for (name, query) in VIEWS {
        let counts = (few.statements(&few_token, query, json!({})).await, many.statements(&many_token, query, json!({})).await);
        assert_eq!(counts.0, counts.1, "{name}");
        assert!(counts.0 <= 30, "{name}: {} statements", counts.0);
    }
}

#[tokio::test]
async fn nothing_is_counted_unless_it_is_asked_for() {
    let server = server_with(10).await;
    let token = server.login("office").await;
    let rows = server.statements(&token, "{ windows { nodes { id } } }", json!({})).await;
    assert_eq!(server.statements(&token, "{ windows { totalCount nodes { id } } }", json!({})).await, rows + 1);
    assert_eq!(server.statements(&token, "{ windows { totalCount } }", json!({})).await, rows);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn on_many_threads_the_same_question_takes_the_same_statements_each_time() {
    let server = server_with(200).await;
    let token = server.login("office").await;
    for (name, query) in VIEWS {
        let first = server.statements(&token, query, json!({})).await;
        for _ in 0..5 {
            assert_eq!(server.statements(&token, query, json!({})).await, first, "{name}");
        }
    }
    let all: Vec<_> = VIEWS.iter().cycle().take(64).collect();
    // As many at a time as one asker may have.
    for some in all.chunks(16) {
        for answer in futures::future::join_all(some.iter().map(|(_, query)| server.ask(Some(&token), query, json!({})))).await {
            answer.data();
        }
    }
}
