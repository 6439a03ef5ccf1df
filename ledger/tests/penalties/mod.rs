//! Enforcement actions as the tests take them.

use redline_domain::{EnforcementBasis, EnforcementKind, enforcement::Fen};
use redline_entity::{enforcement as row, ledger_event};
use redline_ledger::{
    Context, Result,
    enforcement::{self, HeadPenalty, NewEnforcement},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::common::{Township, day};

/// A fine of 20,000 yuan for a violation.
pub fn fine(organization: Uuid, on: &str) -> NewEnforcement {
    NewEnforcement {
        kind: EnforcementKind::Fine,
        organization,
        authority: None,
        hazard: None,
        apart_from_hazards: true,
        inspection: None,
        basis: EnforcementBasis::Violation,
        legal_basis: "《中华人民共和国安全生产法》第九十九条".to_owned(),
        reason: "可燃气体检测报警装置未投用".to_owned(),
        number: Some("乌应急罚〔2023〕7号".to_owned()),
        amount: Some(Fen(2_000_000)),
        decided_on: day(on),
        head: None,
    }
}

/// A fine of 5,000 yuan for the head.
pub fn head(person: Uuid) -> HeadPenalty {
    HeadPenalty { person: Some(person), name: None, kind: None, amount: Some(Fen(500_000)), number: None }
}

/// Takes an action, in a transaction of its own.
pub async fn take(town: &Township, ctx: &Context, new: NewEnforcement) -> Result<row::Model> {
    town.change(async |tx| enforcement::record(tx, ctx, new).await).await
}

/// Takes an action that is not refused.
pub async fn recorded(town: &Township, ctx: &Context, new: NewEnforcement) -> row::Model {
    take(town, ctx, new).await.expect("recorded")
}

/// All that was taken, in the order in which it was.
pub async fn all(town: &Township) -> Vec<row::Model> {
    row::Entity::find().order_by_asc(row::Column::Id).all(town.db.read()).await.expect("rows")
}

/// What the ledger says of it: of what kind of thing, what happened, by whom.
pub async fn events(town: &Township, id: Uuid) -> Vec<(String, String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::Id).all(town.db.read()).await;
    rows.expect("events").into_iter().map(|event| (event.subject_kind, event.action, event.actor_id)).collect()
}
