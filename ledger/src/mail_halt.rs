//! That the mail server takes nothing from us (停发): a fact of the installation, which every program can read, and in the ledger by
//! its beginning and its end. By mail nobody can be told of it.

use chrono::{DateTime, Utc};
use redline_domain::ids::Noun;
use redline_entity::site;
use sea_orm::{ConnectionTrait, EntityTrait, Set, TryInsertResult};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    event::{self, NewEvent},
    site::{fact, forget_fact, set_fact},
};

/// The fact by whose name the database says that mail is halted.
pub const MAIL_HALTED: &str = "mail_halted";

/// That nothing goes through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailHalt {
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when the server is left alone.
    pub until: DateTime<Utc>,
    /// What it answered.
    pub answer: String,
}

/// Whether mail is halted, and why.
pub async fn current(db: &impl ConnectionTrait) -> Result<Option<MailHalt>> {
    // What another version wrote is no reason to fail.
    Ok(fact(db, MAIL_HALTED).await?.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Notes that nothing went through, not even this mail. The ledger is told of the first time only.
pub async fn note(db: &impl ConnectionTrait, ctx: &Context, mail: Uuid, until: DateTime<Utc>, answer: &str) -> Result<()> {
    let text = |since| serde_json::to_string(&MailHalt { since, until, answer: answer.to_owned() }).map_err(|error| Error::Inconsistent(error.to_string()));
    let row = site::ActiveModel { name: Set(MAIL_HALTED.to_owned()), value: Set(text(ctx.now)?) };
    let inserted = site::Entity::insert(row).on_conflict_do_nothing_on([site::Column::Name]).exec_without_returning(db).await?;
    if matches!(inserted, TryInsertResult::Inserted(1..)) {
        return event::append(db, ctx, NewEvent::new(None, Noun::Mail, mail, "MAIL_HALTED", json!({ "answer": answer }))).await;
    }
    let since = current(db).await?.map_or(ctx.now, |halt| halt.since);
    set_fact(db, MAIL_HALTED, &text(since)?).await
}

/// Notes that this mail went through, and mail goes again.
pub async fn clear(db: &impl ConnectionTrait, ctx: &Context, mail: Uuid) -> Result<()> {
    if forget_fact(db, MAIL_HALTED).await? {
        event::append(db, ctx, NewEvent::new(None, Noun::Mail, mail, "MAIL_RESUMED", json!({}))).await?;
    }
    Ok(())
}
