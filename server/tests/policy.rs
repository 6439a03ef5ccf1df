//! Who may see and do what, for every field, every role and every tenant, from one table (`policy/table.txt`): a field that the table does not
//! name fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "policy/canary.rs"]
mod canary;
#[path = "policy/changes.rs"]
mod changes;
#[path = "policy/crafted.rs"]
mod crafted;
#[path = "policy/edges.rs"]
mod edges;
#[path = "policy/founding.rs"]
mod founding;
#[path = "policy/goods.rs"]
mod goods;
#[path = "policy/lists.rs"]
mod lists;
#[path = "policy/nobody.rs"]
mod nobody;
#[path = "policy/nodes.rs"]
mod nodes;
#[path = "policy/outwork.rs"]
mod outwork;
#[path = "policy/schema.rs"]
mod schema;
#[path = "policy/seed.rs"]
mod seed;
mod support;
#[path = "policy/table.rs"]
mod table;
#[path = "policy/things.rs"]
mod things;
#[path = "policy/told.rs"]
mod told;
#[path = "policy/world.rs"]
mod world;
