//! What one may not see is as if it did not exist, by every door: lookup, list, count, filter, nested edge.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, Town, type_id};
use redline_domain::{Audience, NoticeKind, ids::Noun};
use redline_entity::{duty, person, window};
use redline_ledger::notice::{About, NewNotice, When, plan};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

/// A window and a duty of an enterprise.
async fn owed(server: &Server, organization: Uuid) -> (Uuid, Uuid) {
    let db = server.app.db.read();
    let window = window::Entity::find().filter(window::Column::OrganizationId.eq(organization)).one(db).await.unwrap().unwrap();
    let duty = duty::Entity::find_by_id(window.duty_id).one(db).await.unwrap().unwrap();
    (window.id, duty.id)
}

/// Tells the head of an enterprise about a window of it.
async fn tell(server: &Server, organization: Uuid, window: Uuid, person: Uuid) {
    let person = person::Entity::find_by_id(person).one(server.app.db.read()).await.unwrap().unwrap();
    let ctx = server.operator();
    let notice = NewNotice {
        kind: NoticeKind::Overdue,
        about: About::Window(window),
        step: "OVERDUE+1".to_owned(),
        organization,
        audience: Some(Audience::Head),
        proposes: None,
        alone: false,
        true_at: ctx.now,
        when: When::Now,
        tale: None,
    };
    let db = server.app.db.begin().await.unwrap();
    assert!(plan(&db, &ctx, &notice, &person).await.unwrap());
    db.commit().await.unwrap();
}

fn names(connection: &Value) -> Vec<&str> {
    connection["nodes"].as_array().unwrap().iter().map(|node| node["name"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn another_enterprise_cannot_be_seen_by_any_door() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ((window, duty), (own_window, _)) = (owed(&server, town.enterprises[1]).await, owed(&server, town.enterprises[0]).await);
    tell(&server, town.enterprises[1], window, town.person("head1")).await;
    let hidden = [
        type_id(Noun::Organization, town.enterprises[1]),
        type_id(Noun::Person, town.person("head1")),
        type_id(Noun::Window, window),
        type_id(Noun::Duty, duty),
    ];
    // The regulator of hazardous chemicals and the other village know nothing of an enterprise of industry and trade.
    for login in ["head0", "staff0", "village0", "unit"] {
        let token = server.login(login).await;
        let ask = async |query: &str, variables: Value| server.ask(Some(&token), query, variables).await.data();
        for id in &hidden {
            assert_eq!(ask("query($i: ID!) { node(id: $i) { id } }", json!({ "i": id })).await["node"], json!(null), "{login} {id}");
        }
        let own = type_id(Noun::Window, own_window);
        let nodes = ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", json!({ "i": [hidden[2], own] })).await;
        assert_eq!(nodes["nodes"], json!([null, { "id": own }]), "{login}");
        let one = ask("query($o: ID!, $p: ID!) { organization(id: $o) { name } person(id: $p) { name } }", json!({ "o": hidden[0], "p": hidden[1] })).await;
        assert_eq!(one, json!({ "organization": null, "person": null }), "{login}");
        let lists = ask(
            "query($o: ID!) { enterprises(filter: {text: \"企业1\"}) { totalCount nodes { id } } organizations { nodes { name } } people(organization: $o) { totalCount }
               windows(filter: {organization: $o}) { totalCount nodes { id } } overdue { windows(filter: {organization: $o}) { totalCount } } duties(organization: $o) { totalCount }
               notices(filter: {organization: $o}) { totalCount } ledgerEvents(filter: {organization: $o}) { totalCount } }",
            json!({ "o": hidden[0] }),
        )
        .await;
        assert!(!names(&lists["organizations"]).contains(&"企业1"), "{login}");
        for list in ["enterprises", "people", "windows", "duties", "notices", "ledgerEvents"] {
            assert_eq!(lists[list]["totalCount"], 0, "{login} {list}");
        }
        assert_eq!(lists["overdue"]["windows"]["totalCount"], 0, "{login}");
        // A village that is not one's own filters to nothing that one could not see anyway.
        let village = type_id(Noun::Organization, town.villages[1]);
        assert_eq!(
            ask("query($v: ID!) { windows(filter: {village: $v}) { totalCount } }", json!({ "v": village })).await["windows"]["totalCount"],
            0,
            "{login}"
        );
        // Every organization that is reached by any edge of the own windows is among those that may be seen.
        let edges = ask("{ windows(first: 100) { nodes { organization { name village { name } memberships { person { name memberships { organization { name } } } } } } } }", json!({})).await.to_string();
        assert!(!edges.contains("企业1") && !edges.contains("嘎查1") && !edges.contains("head1"), "{login}");
        let groups = ask("{ compliance(groupBy: SECTOR) { key } }", json!({})).await.to_string();
        assert!(!groups.contains("INDUSTRY_AND_TRADE"), "{login} {groups}");
    }
}

#[tokio::test]
async fn everybody_sees_what_the_table_of_permissions_says() {
    let server = Server::start().await;
    Town::found(&server).await;
    for (login, expected) in [
        ("office", vec!["企业0", "企业1"]),
        ("village0", vec!["企业0"]),
        ("village1", vec!["企业1"]),
        ("unit", vec!["企业0"]),
        ("head0", vec!["企业0"]),
        ("staff0", vec!["企业0"]),
    ] {
        let token = server.login(login).await;
        let data = server.ask(Some(&token), "{ enterprises { totalCount nodes { name } } }", json!({})).await.data();
        assert_eq!(names(&data["enterprises"]), expected, "{login}");
        assert_eq!(data["enterprises"]["totalCount"], expected.len(), "{login}");
    }
}

#[tokio::test]
async fn notices_are_seen_by_their_readers_and_by_who_may_see_those_to_others() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let (window, _) = owed(&server, town.enterprises[0]).await;
    tell(&server, town.enterprises[0], window, town.person("head0")).await;
    tell(&server, town.enterprises[0], window, town.person("village0")).await;
    for (login, expected) in [("head0", 2), ("staff0", 0), ("village0", 1), ("village1", 0), ("unit", 0), ("office", 2), ("head1", 0)] {
        let token = server.login(login).await;
        let data = server.ask(Some(&token), "{ notices { totalCount nodes { about recipient { name } window { notices { id } } } } }", json!({})).await.data();
        assert_eq!(data["notices"]["totalCount"], expected, "{login}");
        for node in data["notices"]["nodes"].as_array().unwrap() {
            assert_eq!(node["window"]["notices"].as_array().unwrap().len(), expected, "{login}");
        }
    }
}

#[tokio::test]
async fn who_left_an_organization_no_longer_sees_it() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let token = server.login("head0").await;
    let query = "{ enterprises { totalCount } }";
    assert_eq!(server.ask(Some(&token), query, json!({})).await.data()["enterprises"]["totalCount"], 1);
    let db = server.app.db.begin().await.unwrap();
    let row = redline_entity::membership::Entity::find()
        .filter(redline_entity::membership::Column::PersonId.eq(town.person("head0")))
        .one(&db)
        .await
        .unwrap()
        .unwrap();
    redline_ledger::person::dismiss(&db, &server.operator(), row.id, crate::support::day("2023-07-05")).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(server.ask(Some(&token), query, json!({})).await.data()["enterprises"]["totalCount"], 0);
}
