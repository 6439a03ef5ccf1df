//! The rows that are audited, as they stand in the database (待核验的行). Whoever forges may leave there what no program writes: such a
//! row is told as one that cannot be read, and does not keep the rest from being walked.

use chrono::NaiveDate;
use redline_entity::{chain_head, checkpoint, ledger_event, signature};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, IdenStatic, Iterable, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use crate::Result;

/// How many events or signatures are read at once.
const ROWS: u64 = 2_000;
/// How many checkpoints are read at once; each has the heads of all chains.
const CHECKPOINTS: u64 = 10;

/// A row as it was read.
pub(super) enum Row<M> {
    /// What it says.
    Whole(M),
    /// It cannot be read: where it stands.
    Unreadable(Place),
}

impl<M: FromQueryResult> FromQueryResult for Row<M> {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        match M::from_query_result(row, prefix) {
            Ok(whole) => Ok(Self::Whole(whole)),
            Err(_) => Place::from_query_result(row, prefix).map(Self::Unreadable),
        }
    }
}

/// What can still be read of where a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Its key.
    pub id: Option<Uuid>,
    /// The chain that its organization has.
    pub organization: Option<Uuid>,
    /// The chain in which it stands.
    pub chain: Option<Uuid>,
    /// Its number there.
    pub sequence: Option<i64>,
    /// Its day.
    pub day: Option<NaiveDate>,
}

impl FromQueryResult for Place {
    fn from_query_result(row: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let organization = row.try_get::<Option<Uuid>>(prefix, "organization_id").ok().map(Option::unwrap_or_default);
        let (id, chain) = (row.try_get(prefix, "id").ok(), row.try_get(prefix, "chain_id").ok());
        Ok(Self { id, organization, chain, sequence: row.try_get(prefix, "sequence").ok(), day: row.try_get(prefix, "day").ok() })
    }
}

/// The heads of all chains.
pub(super) async fn heads(db: &impl ConnectionTrait) -> Result<Vec<Row<chain_head::Model>>> {
    Ok(chain_head::Entity::find().order_by_asc(chain_head::Column::ChainId).into_model().all(db).await?)
}

/// The events that no page has: of which not even the place can be read.
pub(super) async fn unplaced(db: &impl ConnectionTrait) -> Result<Vec<Place>> {
    let Some(placed) = placed(db, &["chain_id", "id"], Some("sequence")) else { return Ok(Vec::new()) };
    Ok(ledger_event::Entity::find().filter(placed.not()).into_model().all(db).await?)
}

/// How many signatures no page has, since not even their key can be read.
pub(super) async fn keyless(db: &impl ConnectionTrait) -> Result<usize> {
    let Some(placed) = placed(db, &["id"], None) else { return Ok(0) };
    Ok(signature::Entity::find().filter(placed.not()).into_model::<Place>().all(db).await?.len())
}

/// Everything else that is audited, page by page: checkpoints by day, signatures, and events chain by chain.
#[derive(Default)]
pub(super) struct Pages {
    checkpoints: u64,
    signature: Option<Uuid>,
    event: Option<(Uuid, i64, Uuid)>,
}

impl Pages {
    /// The next checkpoints. None: there are no more.
    pub(super) async fn checkpoints(&mut self, db: &impl ConnectionTrait) -> Result<Option<Vec<Row<checkpoint::Model>>>> {
        use checkpoint::Column::{Day, Id, MadeAt};
        let select = bounded(db, checkpoint::Entity::find(), &[Day, MadeAt]).order_by_asc(Day).order_by_asc(Id);
        // They are few, and whoever forges has perhaps dropped the unique index, or left days that are none.
        let rows: Vec<Row<checkpoint::Model>> = select.offset(self.checkpoints).limit(CHECKPOINTS).into_model().all(db).await?;
        self.checkpoints += CHECKPOINTS;
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }

    /// The next signatures. None: there are no more.
    pub(super) async fn signatures(&mut self, db: &impl ConnectionTrait) -> Result<Option<Vec<Row<signature::Model>>>> {
        use signature::Column::{Id, SignedAt};
        let mut select = bounded(db, signature::Entity::find(), &[SignedAt]);
        if let Some(placed) = placed(db, &["id"], None) {
            select = select.filter(placed);
        }
        if let Some(last) = self.signature {
            select = select.filter(Id.gt(last));
        }
        let rows: Vec<Row<signature::Model>> = select.order_by_asc(Id).limit(ROWS).into_model().all(db).await?;
        self.signature = rows.last().and_then(|row| match row {
            Row::Whole(row) => Some(row.id),
            Row::Unreadable(place) => place.id,
        });
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }

    /// The next events. None: there are no more.
    pub(super) async fn events(&mut self, db: &impl ConnectionTrait) -> Result<Option<Vec<Row<ledger_event::Model>>>> {
        use ledger_event::Column::{ChainId, Id, RecordedAt, Sequence, TrueAt};
        let mut select = bounded(db, ledger_event::Entity::find(), &[TrueAt, RecordedAt]);
        if let Some(placed) = placed(db, &["chain_id", "id"], Some("sequence")) {
            select = select.filter(placed);
        }
        if let Some((chain, sequence, id)) = self.event {
            let same_number = Condition::all().add(Sequence.eq(sequence)).add(Id.gt(id));
            let same_chain = Condition::all().add(ChainId.eq(chain)).add(Condition::any().add(Sequence.gt(sequence)).add(same_number));
            select = select.filter(ChainId.gte(chain)).filter(Condition::any().add(ChainId.gt(chain)).add(same_chain));
        }
        let rows: Vec<Row<ledger_event::Model>> = select.order_by_asc(ChainId).order_by_asc(Sequence).order_by_asc(Id).limit(ROWS).into_model().all(db).await?;
        self.event = rows.last().and_then(|row| match row {
            Row::Whole(row) => Some((row.chain_id, row.sequence, row.id)),
            Row::Unreadable(place) => Some((place.chain?, place.sequence?, place.id?)),
        });
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }
}

/// Whether the keys and the number of a row are what they should be, where the database takes anything for them.
fn placed(db: &impl ConnectionTrait, keys: &[&str], number: Option<&str>) -> Option<SimpleExpr> {
    let keys = keys.iter().map(|key| format!("typeof({key}) = 'blob' AND length({key}) = 16"));
    let all: Vec<String> = keys.chain(number.map(|number| format!("typeof({number}) = 'integer'"))).collect();
    (db.get_database_backend() == DbBackend::Sqlite).then(|| Expr::cust(format!("({})", all.join(" AND "))))
}

/// Reads a time that no calendar of ours has as none: PostgreSQL knows an infinite one.
fn bounded<E: EntityTrait>(db: &impl ConnectionTrait, select: Select<E>, times: &[E::Column]) -> Select<E> {
    if db.get_database_backend() != DbBackend::Postgres {
        return select;
    }
    let is_time = |column: &E::Column| times.iter().any(|time| time.as_str() == column.as_str());
    let select = select.select_only().columns(E::Column::iter().filter(|column| !is_time(column)));
    times
        .iter()
        .map(IdenStatic::as_str)
        .fold(select, |select, time| select.expr_as(Expr::cust(format!("CASE WHEN {time} BETWEEN '0001-01-01' AND '9999-12-31' THEN {time} END")), time))
}
