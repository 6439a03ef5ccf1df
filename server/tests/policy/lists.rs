//! Every list and every other question, for every role (列表和查询): exactly what the table allows, counted alike.

use std::collections::{BTreeMap, BTreeSet};

use redline_domain::{
    ids::{Noun, decode, encode},
    permission::{Action, decide_sitewide},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    schema::Schema,
    table::{Row, Rule},
    world::{Role, World},
};

/// The identifiers of all rows of a list, and the code if it is refused.
async fn rows(world: &World, role: &Role, row: &Row) -> Result<BTreeSet<String>, String> {
    let node = row.word("via").map_or_else(|| "id".to_owned(), |via| format!("{via} {{ id }}"));
    let query = format!(
        "query($a: String) {{ list: {}(first: 100, after: $a) {{ totalCount pageInfo {{ hasNextPage endCursor }} nodes {{ {node} }} }} }}",
        row.field()
    );
    let (mut all, mut after) = (BTreeSet::new(), Value::Null);
    loop {
        let answer = world.ask(role, &query, json!({ "a": after })).await;
        let json = answer.json();
        if json.get("errors").is_some() {
            return Err(answer.code());
        }
        let list = &json["data"]["list"];
        for node in list["nodes"].as_array().unwrap() {
            let id = if let Some(via) = row.word("via") { &node[via]["id"] } else { &node["id"] };
            all.insert(id.as_str().unwrap().to_owned());
        }
        if list["pageInfo"]["hasNextPage"] == json!(false) {
            assert_eq!(list["totalCount"], all.len(), "{} {}", role.name, row.path);
            return Ok(all);
        }
        after = list["pageInfo"]["endCursor"].clone();
    }
}

#[tokio::test]
async fn every_list_has_what_the_table_allows_and_nothing_else() {
    let (world, schema) = (World::found().await, Schema::read());
    let mut lists = 0;
    for row in world.table.fields_of("Query") {
        let Some(kind) = schema.field(&row.path).and_then(|field| field.rows()) else { continue };
        let kind = match row.word("via") {
            Some(via) => schema.kinds[kind].fields[via].named(),
            None => kind,
        };
        if !schema.kinds[kind].is_node {
            continue;
        }
        lists += 1;
        for role in world.members() {
            let found = rows(&world, role, row).await;
            if let Rule::By(action) = row.rule
                && action.is_sitewide()
                && !decide_sitewide(&role.actor, action).is_allowed()
            {
                assert_eq!(found, Err("FORBIDDEN".to_owned()), "{} {}", role.name, row.path);
                continue;
            }
            let things = world.things.all.values().filter(|thing| format!("{:?}", thing.noun) == kind && world.sees(role, thing));
            let expected: BTreeSet<String> = things.map(|thing| encode(thing.noun, thing.id)).collect();
            let found = found.unwrap();
            if row.has("part") {
                assert!(found.is_subset(&expected), "{} {}: {:?}", role.name, row.path, found.difference(&expected));
            } else {
                assert_eq!(found, expected, "{} {}", role.name, row.path);
            }
        }
    }
    assert!(lists >= 27, "{lists} lists");
}

#[tokio::test]
async fn what_is_asked_about_one_thing_is_answered_like_the_thing() {
    let world = World::found().await;
    for role in world.members() {
        for tenant in &world.tenants {
            let may = |action| world.things.may(&role.actor, action, tenant.organization);
            let checked = world.ask(role, "query($h: ID!) { penaltyCheck(hazardId: $h) { allowed } }", json!({ "h": tenant.id("Hazard") })).await;
            let unknown = world.ask(role, "query($h: ID!) { penaltyCheck(hazardId: $h) { allowed } }", json!({ "h": made_up(Noun::Hazard) })).await;
            match may(Action::SeeHazards) {
                true => assert!(checked.data()["penaltyCheck"]["allowed"].is_boolean(), "{}", role.name),
                false => assert_eq!((checked.code(), checked.text()), ("NOT_FOUND".to_owned(), unknown.text()), "{} {}", role.name, tenant.name),
            }
            let organization = tenant.id("Organization");
            let asked = "query($o: ID!) { similarHazards(organizationId: $o, description: \"CANARY 隐患\") { hazard { id } } hazardCounts(organization: $o) { found } }";
            let data = world.data(role, asked, json!({ "o": organization })).await;
            let found = data["similarHazards"] != json!([]);
            assert_eq!(found, may(Action::SeeOrganization) && may(Action::SeeHazards), "{} {}", role.name, tenant.name);
            let counted: i64 = data["hazardCounts"].as_array().unwrap().iter().map(|row| row["found"].as_i64().unwrap()).sum();
            assert_eq!(counted, if may(Action::SeeHazards) { 3 } else { 0 }, "{} {}", role.name, tenant.name);
        }
    }
}

#[tokio::test]
async fn a_progress_table_and_the_compliance_figures_are_for_whom_the_table_says() {
    let world = World::found().await;
    for role in world.members() {
        for (id, organization) in &world.things.organizations {
            if organization.kind == redline_domain::OrganizationKind::Village || organization.kind == redline_domain::OrganizationKind::Unit {
                let asked = "query($o: ID!) { progressTable(organizationId: $o) { name } }";
                let answer = world.ask(role, asked, json!({ "o": encode(Noun::Organization, *id) })).await;
                let unknown = world.ask(role, asked, json!({ "o": made_up(Noun::Organization) })).await;
                match world.things.may(&role.actor, Action::SeeRecords, *id) {
                    true => assert_eq!(answer.data()["progressTable"]["name"], organization.name, "{}", role.name),
                    false => assert_eq!((answer.code(), answer.text()), ("NOT_FOUND".to_owned(), unknown.text()), "{} {}", role.name, organization.name),
                }
            }
        }
        let data = world
            .data(
                role,
                "{ compliance(groupBy: VILLAGE) { key organizations } overdue { windows(first: 100) { nodes { id } } hazards { nodes { id } } } }",
                json!({}),
            )
            .await;
        // An enterprise is counted in its village's row, if what it owes may be seen.
        let mut owing: BTreeMap<Uuid, i64> = BTreeMap::new();
        for organization in world.things.organizations.values().filter(|row| world.things.may(&role.actor, Action::SeeDuties, row.id)) {
            if let Some(village) = organization.village_id {
                *owing.entry(village).or_default() += 1;
            }
        }
        let counted = data["compliance"].as_array().unwrap().iter().map(|row| {
            let key = row["key"].as_str().unwrap();
            (decode(key).map_or_else(|_| key.parse().unwrap(), |(_, id)| id), row["organizations"].as_i64().unwrap())
        });
        assert_eq!(counted.collect::<BTreeMap<_, _>>(), owing, "{}", role.name);
        for list in ["windows", "hazards"] {
            for node in data["overdue"][list]["nodes"].as_array().unwrap() {
                let (noun, id) = decode(node["id"].as_str().unwrap()).unwrap();
                assert!(world.sees(role, &world.things.all[&(noun, id)]), "{} {node}", role.name);
            }
        }
    }
}

/// The identifier of nothing.
pub fn made_up(noun: Noun) -> String {
    encode(noun, Uuid::from_u128(0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881))
}
