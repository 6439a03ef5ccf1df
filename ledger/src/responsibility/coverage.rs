//! How far a list is assigned and acknowledged (落实进度).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use redline_domain::PostKind;
use redline_entity::{person, post};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::Result;

/// How far a list is assigned and acknowledged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many posts it has.
    pub posts: u32,
    /// How many of them are assigned to somebody.
    pub assigned: u32,
    /// How many of them are acknowledged.
    pub acknowledged: u32,
    /// How many different people are assigned its guarantors' posts (包保责任人).
    pub guarantors: u32,
}

impl Coverage {
    /// Whether nothing is missing.
    pub fn is_complete(self) -> bool {
        self.posts > 0 && self.acknowledged == self.posts
    }
}

/// How far each of many lists is assigned and acknowledged, by two statements. A list without posts is not in the answer.
pub async fn coverage(db: &impl ConnectionTrait, lists: &[Uuid]) -> Result<BTreeMap<Uuid, Coverage>> {
    let guarantors = guarantors(db, lists).await?;
    let rows: Vec<(Uuid, i64, i64, i64)> = post::Entity::find()
        .select_only()
        .column(post::Column::ListId)
        .column_as(post::Column::Id.count(), "posts")
        .column_as(post::Column::AssignedOn.count(), "assigned")
        .column_as(post::Column::AcknowledgedOn.count(), "acknowledged")
        .filter(post::Column::ListId.is_in(lists.iter().copied()))
        .group_by(post::Column::ListId)
        .into_tuple()
        .all(db)
        .await?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let coverage = |(list, posts, assigned, acknowledged)| {
        let guarantors = guarantors.get(&list).map_or(0, Guarantors::count);
        (list, Coverage { posts: number(posts), assigned: number(assigned), acknowledged: number(acknowledged), guarantors })
    };
    Ok(rows.into_iter().map(coverage).collect())
}

/// The people to whom a list assigns its guarantors' posts.
#[derive(Default)]
struct Guarantors {
    /// Those whom the ledger knows, with their names.
    known: BTreeMap<Uuid, String>,
    /// Those of whom it has the name only.
    named: BTreeSet<String>,
}

impl Guarantors {
    /// How many they are. Who is known is one whatever the name; who is given by the name of one who is known, is that one.
    fn count(&self) -> u32 {
        let others = self.named.iter().filter(|name| !self.known.values().any(|known| known.trim() == **name)).count();
        u32::try_from(self.known.len() + others).unwrap_or(u32::MAX)
    }
}

/// A guarantor's post: the list, to whom it is assigned by person or by name, and the name of that person.
type Guarantor = (Uuid, Option<Uuid>, Option<String>, Option<String>);

async fn guarantors(db: &impl ConnectionTrait, lists: &[Uuid]) -> Result<BTreeMap<Uuid, Guarantors>> {
    let rows: Vec<Guarantor> = post::Entity::find()
        .select_only()
        .columns([post::Column::ListId, post::Column::AssigneeId])
        .column(post::Column::AssigneeName)
        .column_as(person::Column::Name, "known_as")
        .join(JoinType::LeftJoin, post::Entity::belongs_to(person::Entity).from(post::Column::AssigneeId).to(person::Column::Id).into())
        .filter(post::Column::ListId.is_in(lists.iter().copied()))
        .filter(post::Column::Kind.eq(PostKind::Guarantor))
        .into_tuple()
        .all(db)
        .await?;
    let mut of: BTreeMap<Uuid, Guarantors> = BTreeMap::new();
    for (list, person, name, known_as) in rows {
        let list = of.entry(list).or_default();
        list.known.extend(person.map(|id| (id, known_as.unwrap_or_default())));
        list.named.extend(name.map(|name| name.trim().to_owned()));
    }
    Ok(of)
}

/// The day on which the last post of a list was acknowledged, if none is open.
pub(super) async fn completed_on(db: &impl ConnectionTrait, list: Uuid) -> Result<Option<NaiveDate>> {
    let days: Vec<Option<NaiveDate>> =
        post::Entity::find().select_only().column(post::Column::AcknowledgedOn).filter(post::Column::ListId.eq(list)).into_tuple().all(db).await?;
    Ok(days.into_iter().collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max()))
}
