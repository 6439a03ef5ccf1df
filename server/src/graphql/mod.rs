//! The GraphQL API (接口): one file for each type, one for each noun's questions (`query`) and changes (`mutation`).

pub mod activity;
pub mod alert;
pub mod api_key;
pub mod ask;
pub mod attachment;
pub mod attendance;
pub mod certificate;
pub mod checkpoint;
pub mod compliance;
pub mod connection;
pub mod contract;
pub mod cursor;
pub mod date;
pub mod drill;
pub mod duty;
pub mod enforcement;
pub mod error;
pub mod evidence;
pub mod figures;
pub mod hazard;
pub mod id;
pub mod inspection;
pub mod jurisdiction;
pub mod key_period;
pub mod ladder;
pub mod ledger_event;
pub mod mail;
pub mod membership;
pub mod mutation;
pub mod node;
pub mod notice;
pub mod on_duty;
pub mod organization;
pub mod overdue;
pub mod paging;
pub mod participant;
pub mod permit;
pub mod person;
pub mod preview;
pub mod query;
pub mod report;
pub mod responsibility;
pub mod rule;
pub mod rulebook;
pub mod signature;
pub mod subscription;
pub mod system;
pub mod task;
pub mod tip;
pub mod viewer;
pub mod visible;
pub mod window;
pub mod words;

use async_graphql::{ID, Schema, SchemaBuilder, ValidationMode};

use crate::graphql::{mutation::Mutation, query::Query, subscription::Subscription};

/// The schema of the API.
pub type Api = Schema<Query, Mutation, Subscription>;

/// How deep a query may nest.
const DEPTH: usize = 15;
/// How much a query may ask for: about this many fields, those of every row of every page counted.
const COMPLEXITY: usize = 50_000;

/// The schema without its limits, for writing it down.
pub fn builder() -> SchemaBuilder<Query, Mutation, Subscription> {
    Schema::build(Query::default(), Mutation::default(), Subscription)
        .validation_mode(ValidationMode::Strict)
        .override_output_type_description::<ID>("The identifier of a thing (编号): a TypeID such as `window_01h…`, unique over all kinds of things.")
}

/// The schema as the server runs it; in production it keeps to itself what there is.
pub fn api(production: bool) -> Api {
    let builder = if production { builder().disable_introspection().disable_suggestions() } else { builder() };
    builder.limit_depth(DEPTH).limit_recursive_depth(DEPTH + 17).limit_complexity(COMPLEXITY).finish()
}

/// The schema in its own language (SDL), as committed in `schema.graphql`.
pub fn sdl() -> String {
    builder().finish().sdl()
}
