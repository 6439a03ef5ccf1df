//! Every thing of every tenant by its identifier, for every role (按编号查找): seen exactly by whom the table says.

use std::collections::BTreeSet;

use redline_domain::ids::encode;
use serde_json::{Map, Value, json};

use super::{
    lists::made_up,
    schema::Schema,
    things::Thing,
    world::{Role, World},
};

/// How many identifiers `nodes` takes at once.
const MOST: usize = 100;

impl World {
    /// The roles that are logged in.
    pub fn members(&self) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(|role| role.token.is_some())
    }

    pub fn sees(&self, role: &Role, thing: &Thing) -> bool {
        self.things.sees(&self.table, &role.actor, thing)
    }
}

#[tokio::test]
async fn every_thing_is_seen_by_those_of_whom_the_table_says_so_and_by_nobody_else() {
    let (world, schema) = (World::found().await, Schema::read());
    let kinds: BTreeSet<String> = world.things.all.values().map(|thing| format!("{:?}", thing.noun)).collect();
    let nodes: BTreeSet<String> = schema.kinds.iter().filter(|(_, kind)| kind.is_node).map(|(name, _)| name.clone()).collect();
    assert_eq!(kinds, nodes, "the world has one thing at least of every kind that can be looked up");
    let mut things: Vec<&Thing> = world.things.all.values().collect();
    things.sort_by_key(|thing| (thing.noun, thing.id));
    let (mut wrong, mut seen, mut unseen) = (Vec::new(), 0, 0);
    for role in world.members() {
        for some in things.chunks(MOST) {
            let ids: Vec<String> = some.iter().map(|thing| encode(thing.noun, thing.id)).collect();
            let data = world.data(role, "query($i: [ID!]!) { nodes(ids: $i) { __typename id } }", json!({ "i": ids })).await;
            for ((thing, id), node) in some.iter().zip(ids).zip(data["nodes"].as_array().unwrap()) {
                let expected = world.sees(role, thing);
                *if expected { &mut seen } else { &mut unseen } += 1;
                let right = if expected { *node == json!({ "__typename": format!("{:?}", thing.noun), "id": id }) } else { node.is_null() };
                if !right {
                    wrong.push(format!("{}: {thing:?} should be {}: {node}", role.name, if expected { "seen" } else { "unseen" }));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), seen + unseen);
    assert!(seen > 1_000 && unseen > 1_000, "{seen} {unseen}");
}

#[tokio::test]
async fn a_field_for_one_thing_gives_it_to_the_same_people_as_its_identifier_does() {
    let (world, schema) = (World::found().await, Schema::read());
    let fields: Vec<_> = world
        .table
        .fields_of("Query")
        .filter(|row| row.names.is_some() && schema.field(&row.path).is_some_and(|field| schema.kinds.get(field.named()).is_some_and(|kind| kind.is_node)))
        .collect();
    assert!(fields.len() >= 6, "{fields:?}");
    for role in world.members() {
        for tenant in &world.tenants {
            let (mut parts, mut declared, mut variables, mut expected) = (String::new(), String::new(), Map::new(), Map::new());
            for (at, row) in fields.iter().enumerate() {
                let (argument, name) = row.names.as_ref().unwrap();
                let id = tenant.id(name);
                declared += &format!("$i{at}: ID! ");
                parts += &format!("f{at}: {}({argument}: $i{at}) {{ id }} n{at}: node(id: $i{at}) {{ id }} ", row.field());
                let node = if world.sees(role, &world.things.all[&tenant.things[name.as_str()]]) { json!({ "id": id }) } else { Value::Null };
                expected.insert(format!("f{at}"), node.clone());
                expected.insert(format!("n{at}"), node);
                variables.insert(format!("i{at}"), json!(id));
            }
            let data = world.data(role, &format!("query({declared}) {{ {parts} }}"), Value::Object(variables)).await;
            assert_eq!(data, Value::Object(expected), "{} {}", role.name, tenant.name);
        }
    }
}

/// Nor does the time tell: of what is out of sight the database is asked what it is asked of what is not there, and no more.
#[tokio::test]
async fn what_is_out_of_sight_costs_what_is_made_up_costs() {
    let world = World::found().await;
    let mut kinds = BTreeSet::new();
    for role in [world.role("foreign head"), world.role("staff")] {
        let token = role.token.as_deref().unwrap();
        let mut asked = BTreeSet::new();
        for thing in world.things.all.values().filter(|thing| !world.sees(role, thing)) {
            if !asked.insert(thing.noun) {
                continue;
            }
            let query = "query($i: ID!) { node(id: $i) { id } }";
            let unseen = world.server.statements(token, query, json!({ "i": encode(thing.noun, thing.id) })).await;
            let made_up = world.server.statements(token, query, json!({ "i": made_up(thing.noun) })).await;
            assert_eq!(unseen, made_up, "{} {:?}", role.name, thing.noun);
        }
        kinds.extend(asked);
    }
    assert!(kinds.len() > 25, "{kinds:?}");
}
