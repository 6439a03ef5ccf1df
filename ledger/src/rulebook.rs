//! The rulebook (方案) in the database, so that every server and worker of a site runs by the same one.

use redline_domain::Rulebook;
use redline_entity::rulebook;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::Expr};
use sha2::{Digest, Sha256};

use crate::{Error, Result, ids::Ids};

/// Makes a rulebook the one by which the campaign runs. Its text is kept as it is.
pub async fn activate(db: &impl ConnectionTrait, ids: &Ids, now: chrono::DateTime<chrono::Utc>, source: &str) -> Result<Rulebook> {
    let parsed = parse(source)?;
    rulebook::Entity::update_many().col_expr(rulebook::Column::Active, Expr::value(false)).exec(db).await?;
    let known = rulebook::Entity::find().filter(rulebook::Column::Code.eq(&parsed.code)).one(db).await?;
    let row = rulebook::ActiveModel {
        id: Set(known.as_ref().map_or_else(|| ids.next(now), |row| row.id)),
        code: Set(parsed.code.clone()),
        source: Set(source.to_owned()),
        hash: Set(hex::encode(Sha256::digest(source))),
        active: Set(true),
        loaded_at: Set(now),
    };
    if known.is_some() {
        row.update(db).await.map(drop)?
    } else {
        row.insert(db).await.map(drop)?
    }
    Ok(parsed)
}

/// The rulebook by which the campaign runs, if one was loaded.
pub async fn active(db: &impl ConnectionTrait) -> Result<Option<Rulebook>> {
    let row = rulebook::Entity::find().filter(rulebook::Column::Active.eq(true)).one(db).await?;
    row.map(|row| parse(&row.source)).transpose()
}

fn parse(source: &str) -> Result<Rulebook> {
    Rulebook::parse("rulebook", source).map_err(|mistakes| Error::Inconsistent(mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}
