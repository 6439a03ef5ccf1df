//! Fields that are narrower than what they stand in (窄字段): each by its own row of the table.

use std::collections::BTreeSet;

use redline_domain::{
    ids::{Noun, encode},
    permission::Action,
};
use serde_json::{Value, json};

use super::{
    schema::Schema,
    table::Rule,
    things::Thing,
    world::{Role, World},
};

fn ids(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
}

fn expected(world: &World, role: &Role, which: impl Fn(&Thing) -> bool) -> BTreeSet<String> {
    world.things.all.values().filter(|thing| which(thing) && world.sees(role, thing)).map(|thing| encode(thing.noun, thing.id)).collect()
}

#[tokio::test]
async fn of_an_organization_each_edge_leads_to_what_the_table_allows() {
    let (world, schema) = (World::found().await, Schema::read());
    let edges: Vec<_> = world.table.fields_of("Organization").filter(|row| schema.field(&row.path).is_some_and(|field| field.is_list())).collect();
    let parts: Vec<String> =
        edges.iter().map(|row| format!("{}{} {{ id }}", row.field(), if row.field() == "memberships" { "(history: true)" } else { "" })).collect();
    let query = format!("query($i: ID!) {{ organization(id: $i) {{ {} }} }}", parts.join(" "));
    assert!(edges.len() >= 7);
    for role in world.members() {
        for id in world.things.organizations.keys() {
            let data = world.data(role, &query, json!({ "i": encode(Noun::Organization, *id) })).await;
            let seen = world.things.may(&role.actor, Action::SeeOrganization, *id);
            assert_eq!(data["organization"].is_object(), seen, "{}", role.name);
            for row in edges.iter().filter(|_| seen) {
                let Rule::By(action) = row.rule else { panic!("{} has no action", row.path) };
                let kind = schema.field(&row.path).unwrap().named();
                let found = ids(&data["organization"][row.field()]);
                let expected = expected(&world, role, |thing| format!("{:?}", thing.noun) == kind && thing.of == [*id]);
                assert_eq!(found, expected, "{} {}", role.name, row.path);
                assert!(world.things.may(&role.actor, action, *id) || row.field() == "memberships" || found.is_empty(), "{} {}", role.name, row.path);
            }
        }
    }
}

/// A window's notices, a mail's notices and a notice's mail are decided each for itself: a mail that tells of two enterprises does not open the
/// other's to who may see the one's.
#[tokio::test]
async fn notices_and_mails_lead_to_each_other_only_as_far_as_each_is_seen() {
    let world = World::found().await;
    for role in world.members() {
        for tenant in &world.tenants {
            let window = tenant.things["Window"];
            let query = "query($w: ID!) { node(id: $w) { ... on Window { notices { id mail { id notices { id } } } } } }";
            let data = world.data(role, query, json!({ "w": encode(window.0, window.1) })).await;
            if data["node"].is_null() {
                continue;
            }
            let told: BTreeSet<String> = ids(&data["node"]["notices"]);
            let its = world.things.all.values().filter(|thing| thing.noun == Noun::Notice && thing.of == [tenant.organization]);
            let expected: BTreeSet<String> = its.filter(|thing| world.sees(role, thing)).map(|thing| encode(thing.noun, thing.id)).collect();
            assert_eq!(told, expected, "{} {}", role.name, tenant.name);
            for notice in data["node"]["notices"].as_array().unwrap() {
                for carried in ids(&notice["mail"]["notices"]) {
                    let (noun, id) = redline_domain::ids::decode(&carried).unwrap();
                    assert!(world.sees(role, &world.things.all[&(noun, id)]), "{} {carried}", role.name);
                }
            }
        }
    }
}

#[tokio::test]
async fn who_made_a_report_by_the_public_is_told_to_those_only_who_protect_him() {
    let world = World::found().await;
    for role in world.members() {
        for tenant in &world.tenants {
            let tip = &world.things.all[&tenant.things["Tip"]];
            let data = world.data(role, "query($t: ID!) { node(id: $t) { ... on Tip { informant { name } } } }", json!({ "t": tenant.id("Tip") })).await;
            let expected = world.things.may_with_tip(&role.actor, Action::SeeInformants, tip);
            assert_eq!(data["node"]["informant"].is_object(), expected, "{} {}", role.name, tenant.name);
            assert!(!expected || world.sees(role, tip), "{}", role.name);
        }
    }
}

#[tokio::test]
async fn telephones_and_addresses_are_whole_for_those_only_who_may_see_contacts() {
    let world = World::found().await;
    for role in world.members() {
        for tenant in &world.tenants {
            let query = "query($p: ID!) { person(id: $p) { phone email } }";
            let person = world.data(role, query, json!({ "p": encode(Noun::Person, tenant.head) })).await["person"].clone();
            if person.is_null() {
                continue;
            }
            let own = role.actor.person == Some(tenant.head);
            let whole = own || world.things.may(&role.actor, Action::SeeContacts, tenant.organization);
            let (phone, email) = (person["phone"].as_str().unwrap(), person["email"].as_str().unwrap());
            assert_eq!((phone == "13900001234", email.starts_with("a@")), (whole, whole), "{} {}: {person}", role.name, tenant.name);
            assert_eq!(phone.contains('*'), !whole, "{} {phone}", role.name);
        }
    }
}

#[tokio::test]
async fn the_contacts_of_an_organ_are_for_it_and_for_those_who_watch_over_it() {
    let world = World::found().await;
    for role in world.members() {
        let data = world.data(role, "{ reports(filter: {kind: [CONTACTS]}) { nodes { id contacts { contactMobile } } } }", json!({})).await;
        let village = world.tenants[0].village;
        let expected = world.things.may(&role.actor, Action::SeePeople, village);
        let told = data["reports"]["nodes"].as_array().unwrap().iter().any(|node| node["contacts"].is_object());
        assert_eq!(told, expected, "{}", role.name);
    }
}
