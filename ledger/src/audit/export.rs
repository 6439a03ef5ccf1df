//! The export (导出): all that is audited, in a file that can be verified on another machine, without the database.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use chrono::{DateTime, Utc};
use redline_domain::chain::Link;
use redline_entity::{chain_head, organization};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    line::{End, HeadLine, Header, Line, VERSION},
    verify::Pages,
};
use crate::{Error, Result};

/// Writes a database that stands still meanwhile ([`crate::Db::snapshot`]), and answers how many events it had.
///
/// # Errors
/// If the file cannot be written, or the database fails.
pub async fn export(db: &impl ConnectionTrait, site: &str, now: DateTime<Utc>, mut to: impl Write) -> Result<u64> {
    let mut end = End::default();
    write(&mut to, &Line::RedlineLedger(Header { version: VERSION, site: site.to_owned(), exported_at: now }))?;
    let named = organization::Entity::find().select_only().columns([organization::Column::Id, organization::Column::Name]);
    let mut names: BTreeMap<Uuid, String> = named.into_tuple::<(Uuid, String)>().all(db).await?.into_iter().collect();
    for head in chain_head::Entity::find().order_by_asc(chain_head::Column::ChainId).all(db).await? {
        let name = names.remove(&head.chain_id);
        write(&mut to, &Line::Head(HeadLine { chain: head.chain_id, name, sequence: head.sequence, hash: head.hash }))?;
        end.heads += 1;
    }
    let mut pages = Pages::default();
    while let Some(rows) = pages.checkpoints(db).await? {
        for row in rows {
            write(&mut to, &Line::Checkpoint(row.into()))?;
            end.checkpoints += 1;
        }
    }
    while let Some(rows) = pages.events(db).await? {
        for row in rows {
            write(&mut to, &Line::Event(Link::from(row).into()))?;
            end.events += 1;
        }
    }
    let events = end.events;
    write(&mut to, &Line::End(end))?;
    to.flush().map_err(unwritten)?;
    Ok(events)
}

fn write(to: &mut impl Write, line: &Line) -> Result<()> {
    serde_json::to_writer(&mut *to, line).map_err(|error| unwritten(error.into()))?;
    to.write_all(b"\n").map_err(unwritten)
}

fn unwritten(error: io::Error) -> Error {
    Error::Inconsistent(format!("the export could not be written: {error}"))
}
