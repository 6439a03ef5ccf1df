//! Who learns of what is done to a hazard, and how often the database is asked for it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::measures::{Story, listing, request};
use crate::support::{PASSWORD, day};
use redline_domain::{ExtensionState, SupervisionLevel, SuspensionExtent};
use redline_entity::{extension, hazard, supervision, suspension};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

#[tokio::test]
async fn whoever_may_not_see_the_hazard_learns_nothing_of_what_is_done_to_it() {
    let story = Story::planned("2023-07-20").await;
    let asked = story.request_extension("2023-08-01").await;
    let listed = story.list("2023-07-15").await;
    let part = json!({ "hazardId": story.hazard, "extent": "PART", "scope": "x", "reason": "x" });
    let ordered = story.done("unit", "suspendProduction", part.clone(), "suspension { id }").await;
    let plans = story.ask("head0", "query($h: ID!) { hazard(id: $h) { plans { id } } }", json!({ "h": story.hazard })).await;
    for who in ["village1", "head1"] {
        for (name, input) in [
            ("decidePlan", json!({ "planId": plans["hazard"]["plans"][0]["id"], "consent": true })),
            ("requestExtension", request(&story.hazard, "2023-08-01", PASSWORD)),
            ("decideExtension", json!({ "extensionId": asked["id"], "granted": true })),
            ("suspendProduction", part.clone()),
            ("resumeProduction", json!({ "suspensionId": ordered["id"], "note": "x" })),
            ("listForSupervision", listing(&story.hazard, "2023-07-15")),
            ("liftSupervision", json!({ "supervisionId": listed["id"], "reason": "x" })),
        ] {
            assert_eq!(story.refused(who, name, input).await, ["NOT_FOUND"], "{who} {name}");
        }
        let query = "query($e: ID!, $s: ID!, $l: ID!) { e: node(id: $e) { id } s: node(id: $s) { id } l: node(id: $l) { id }
            extensions { totalCount } supervisions { totalCount nodes { letter } } }";
        let seen = story.ask(who, query, json!({ "e": asked["id"], "s": ordered["id"], "l": listed["id"] })).await;
        let nothing = json!({ "e": null, "s": null, "l": null, "extensions": { "totalCount": 0 }, "supervisions": { "totalCount": 0, "nodes": [] } });
        assert_eq!(seen, nothing, "{who}");
    }
}

/// A story with so many hazards, each with an extension, a suspension and a supervision.
async fn many(rows: usize) -> Story {
    let story = Story::planned("2023-07-20").await;
    let db = story.server.app.db.begin().await.unwrap();
    let first = hazard::Entity::find().one(&db).await.unwrap().unwrap();
    let ctx = story.server.operator();
    let head = Some(story.town.person("head0"));
    for at in 0..rows {
        let mut row = first.clone().into_active_model().reset_all();
        let id = ctx.id();
        row.id = Set(id);
        hazard::Entity::insert(row).exec_without_returning(&db).await.unwrap();
        let (organization, on) = (first.organization_id, day("2023-07-05"));
        let extension = extension::ActiveModel {
            id: Set(ctx.id()),
            hazard_id: Set(id),
            organization_id: Set(organization),
            from_on: Set(on),
            until_on: Set(on),
            reason: Set("x".to_owned()),
            interim_measures: Set("x".to_owned()),
            state: Set(ExtensionState::Requested),
            requested_by: Set(head),
            requested_at: Set(ctx.now),
            signature_id: Set(None),
            decided_by: Set(None),
            decided_at: Set(None),
            decision_reason: Set(None),
        };
        extension::Entity::insert(extension).exec_without_returning(&db).await.unwrap();
        let suspension = suspension::ActiveModel {
            id: Set(ctx.id()),
            hazard_id: Set(id),
            organization_id: Set(organization),
            extent: Set(SuspensionExtent::Whole),
            scope: Set(None),
            reason: Set("x".to_owned()),
            number: Set(None),
            by_supervisor: Set(false),
            ordered_by_organization: Set(Some(organization)),
            ordered_by: Set(head),
            ordered_on: Set(on),
            replaced_by: Set(None),
            resumed_on: Set(None),
            resumed_by: Set(None),
            resumed_note: Set(None),
        };
        suspension::Entity::insert(suspension).exec_without_returning(&db).await.unwrap();
        let supervision = supervision::ActiveModel {
            id: Set(ctx.id()),
            hazard_id: Set(id),
            organization_id: Set(organization),
            level: Set(SupervisionLevel::Town),
            body: Set("x".to_owned()),
            number: Set(at.to_string()),
            deadline_on: Set(on),
            requirements: Set("x".to_owned()),
            basis: Set(None),
            listed_by: Set(head),
            listed_on: Set(on),
            lifted_on: Set(None),
            lifted_by: Set(None),
            lifted_reason: Set(None),
        };
        supervision::Entity::insert(supervision).exec_without_returning(&db).await.unwrap();
    }
    db.commit().await.unwrap();
    story
}

#[tokio::test]
async fn the_lists_ask_as_often_for_two_hundred_rows_as_for_ten() {
    let (few, many) = (many(10).await, many(200).await);
    let views = [
        "{ supervisions(first: 100) { totalCount nodes { level letter overdue hazard { description } organization { name } listedBy { name } liftedBy { name } } } }",
        "{ extensions(first: 100, orderBy: REQUESTED_AT) { totalCount nodes { state signature { signerName } hazard { deadlineOn } organization { name } requestedBy { name } } } }",
        "{ hazards(first: 50) { nodes { extensions { state } suspensions { extent orderedBy { name } orderedByOrganization { name } } supervisions { letter } plans { consent } } } }",
    ];
    for who in ["office", "head0"] {
        let (few_token, many_token) = (few.server.login(who).await, many.server.login(who).await);
        for view in views {
            let counts = (few.server.statements(&few_token, view, json!({})).await, many.server.statements(&many_token, view, json!({})).await);
            assert_eq!(counts.0, counts.1, "{view}, as {who}");
        }
    }
}
