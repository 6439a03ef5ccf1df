//! The seal of a name (姓名封印). The ledger's chain cannot forget, so it has the name of nobody: it has what only this name gives
//! together with a salt that stands beside the name. Another name would show, and once both are erased nobody finds out which it was.

use std::collections::BTreeSet;

use redline_domain::ids::Noun;
use redline_entity::{ledger_event, person};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Context, Result};

/// What tells that somebody was recorded, with the seal of the name.
pub(super) const RECORDED: &str = "PERSON_RECORDED";
/// What tells that somebody was erased.
pub(super) const ERASED: &str = "PERSON_ERASED";
/// The fact that the seal is.
const SEAL: &str = "nameSeal";
/// How many people are compared at once.
const PEOPLE: u64 = 500;

/// A new salt, as hexadecimal digits.
pub(super) fn salt(ctx: &Context) -> String {
    hex::encode(ctx.site.ids.bytes::<16>())
}

/// The facts of the event that tells of a name.
pub(super) fn facts(salt: &str, name: &str) -> serde_json::Value {
    serde_json::json!({ SEAL: seal(salt, name) })
}

/// The SHA-256 of salt and name, in hexadecimal digits. A salt has always the same length, so nothing else comes to the same.
fn seal(salt: &str, name: &str) -> String {
    hex::encode(Sha256::new_with_prefix(salt).chain_update(name).finalize())
}

/// The people who are called otherwise than when they were recorded, or whose name is gone without the ledger telling of it. Those who
/// were recorded before there were seals are not among them.
///
/// # Errors
/// If the database fails.
pub async fn at_odds(db: &impl ConnectionTrait) -> Result<Vec<Uuid>> {
    let (mut odds, mut last) = (Vec::new(), Uuid::nil());
    loop {
        let rows = person::Entity::find().filter(person::Column::Id.gt(last)).order_by_asc(person::Column::Id).limit(PEOPLE).all(db).await?;
        let Some(end) = rows.last() else { return Ok(odds) };
        last = end.id;
        let told = ledger_event::Entity::find()
            .filter(ledger_event::Column::SubjectId.is_in(rows.iter().map(|row| row.id)))
            .filter(ledger_event::Column::SubjectKind.eq(Noun::Person.to_string()))
            .filter(ledger_event::Column::Action.is_in([RECORDED, ERASED]))
            .all(db)
            .await?;
        let erased: BTreeSet<Uuid> = told.iter().filter(|event| event.action == ERASED).map(|event| event.subject_id).collect();
        for event in told.iter().filter(|event| event.action == RECORDED) {
            let (Some(sealed), Some(row)) = (event.data.get(SEAL).and_then(|seal| seal.as_str()), rows.iter().find(|row| row.id == event.subject_id)) else {
                continue;
            };
            let good = match &row.name_salt {
                Some(salt) => seal(salt, &row.name) == sealed,
                None => erased.contains(&row.id),
            };
            if !good {
                odds.push(row.id);
            }
        }
    }
}
