//! The export (导出): all that is audited, in a file that can be verified on another machine, without the database.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use chrono::{DateTime, Utc};
use redline_domain::chain::Link;
use redline_entity::organization;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::{
    line::{End, HeadLine, Header, Line, VERSION},
    rows::{self, Pages, Row},
};
use crate::{Error, Result};

/// Writes a database that stands still meanwhile ([`crate::Db::snapshot`]), and answers how many events it had.
///
/// # Errors
/// If the file cannot be written, the database fails, or a row of it cannot be read: what that is tells [`super::verify`].
pub async fn export(db: &impl ConnectionTrait, site: &str, now: DateTime<Utc>, mut to: impl Write) -> Result<u64> {
    let mut end = End::default();
    write(&mut to, &Line::RedlineLedger(Header { version: VERSION, site: site.to_owned(), exported_at: now }))?;
    let named = organization::Entity::find().select_only().columns([organization::Column::Id, organization::Column::Name]);
    let mut names: BTreeMap<Uuid, String> = named.into_tuple::<(Uuid, String)>().all(db).await?.into_iter().collect();
    for head in rows::heads(db).await? {
        let head = whole(head)?;
        let name = names.remove(&head.chain_id);
        write(&mut to, &Line::Head(HeadLine { chain: head.chain_id, name, sequence: head.sequence, hash: head.hash }))?;
        end.heads += 1;
    }
    let mut pages = Pages::default();
    while let Some(rows) = pages.checkpoints(db).await? {
        for row in rows {
            write(&mut to, &Line::Checkpoint(whole(row)?.into()))?;
            end.checkpoints += 1;
        }
    }
    while let Some(rows) = pages.signatures(db).await? {
        for row in rows {
            write(&mut to, &Line::Signature(whole(row)?.into()))?;
            end.signatures += 1;
        }
    }
    while let Some(rows) = pages.events(db).await? {
        for row in rows {
            write(&mut to, &Line::Event(Link::from(whole(row)?).into()))?;
            end.events += 1;
        }
    }
    if rows::keyless(db).await? > 0 || !rows::unplaced(db).await?.is_empty() {
        return Err(unreadable());
    }
    let events = end.events;
    write(&mut to, &Line::End(end))?;
    to.flush().map_err(unwritten)?;
    Ok(events)
}

fn whole<M>(row: Row<M>) -> Result<M> {
    match row {
        Row::Whole(row) => Ok(row),
        Row::Unreadable(_) => Err(unreadable()),
    }
}

fn unreadable() -> Error {
    Error::Inconsistent("the ledger holds a row that cannot be read, so it cannot be exported; `redline audit verify` names it".to_owned())
}

fn write(to: &mut impl Write, line: &Line) -> Result<()> {
    serde_json::to_writer(&mut *to, line).map_err(|error| unwritten(error.into()))?;
    to.write_all(b"\n").map_err(unwritten)
}

fn unwritten(error: io::Error) -> Error {
    Error::Inconsistent(format!("the export could not be written: {error}"))
}
