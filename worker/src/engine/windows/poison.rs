//! What becomes of a row that cannot be dealt with: it is pushed ahead and reported, and after some failures set aside, so that
//! it never stops the sweep.

use redline_domain::ids::Noun;
use redline_entity::window;
use redline_ledger::{
    Context, Result,
    event::{self, NewEvent},
};
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

use crate::engine::{Engine, SweepReport};

const PUSH: chrono::Duration = chrono::Duration::hours(1);
const PATIENCE: i32 = 3;

/// Pushes a window ahead; the third time in a row it is set aside until somebody changes something about it.
pub(super) async fn push(engine: &Engine, ctx: &Context, id: Uuid, reason: &str) -> Result<SweepReport> {
    let txn = engine.db.begin().await?;
    let Some(row) = window::Entity::find_by_id(id).one(&txn).await? else { return Ok(SweepReport::default()) };
    if row.check_after.is_none_or(|at| at > ctx.now) {
        return Ok(SweepReport::default());
    }
    let failures = row.failures + 1;
    let aside = failures >= PATIENCE;
    let check_after = (!aside).then(|| ctx.now + PUSH);
    let pushed = window::ActiveModel { id: Set(id), failures: Set(failures), check_after: Set(check_after), ..Default::default() };
    window::Entity::update(pushed).exec(&txn).await?;
    if aside {
        let event = NewEvent::new(Some(row.organization_id), Noun::Window, id, "WINDOW_SET_ASIDE", json!({ "rule": row.rule_code, "reason": reason }));
        event::append(&txn, ctx, event).await?;
    }
    txn.commit().await?;
    Ok(SweepReport { pushed: u64::from(!aside), set_aside: u64::from(aside), ..SweepReport::default() })
}
