//! How far a list is assigned and acknowledged (落实进度).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use redline_domain::PostKind;
use redline_entity::post;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, Func},
};
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

/// How far each of many lists is assigned and acknowledged, by one statement. A list without posts is not in the answer.
pub async fn coverage(db: &impl ConnectionTrait, lists: &[Uuid]) -> Result<BTreeMap<Uuid, Coverage>> {
    let guarantors = |who: post::Column| {
        let guarantor = Expr::case(post::Column::Kind.eq(PostKind::Guarantor), Expr::col((post::Entity, who)));
        Expr::from(Func::count_distinct(guarantor))
    };
    let rows: Vec<(Uuid, i64, i64, i64, i64, i64)> = post::Entity::find()
        .select_only()
        .column(post::Column::ListId)
        .column_as(post::Column::Id.count(), "posts")
        .column_as(post::Column::AssignedOn.count(), "assigned")
        .column_as(post::Column::AcknowledgedOn.count(), "acknowledged")
        // Who is known to the ledger is one whatever the name; of others only the name is known.
        .column_as(guarantors(post::Column::AssigneeId), "known_guarantors")
        .column_as(guarantors(post::Column::AssigneeName), "named_guarantors")
        .filter(post::Column::ListId.is_in(lists.iter().copied()))
        .group_by(post::Column::ListId)
        .into_tuple()
        .all(db)
        .await?;
    let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let coverage = |(list, posts, assigned, acknowledged, known, named)| {
        let coverage = Coverage { posts: number(posts), assigned: number(assigned), acknowledged: number(acknowledged), guarantors: number(known + named) };
        (list, coverage)
    };
    Ok(rows.into_iter().map(coverage).collect())
}

/// The day on which the last post of a list was acknowledged, if none is open.
pub(super) async fn completed_on(db: &impl ConnectionTrait, list: Uuid) -> Result<Option<NaiveDate>> {
    let days: Vec<Option<NaiveDate>> =
        post::Entity::find().select_only().column(post::Column::AcknowledgedOn).filter(post::Column::ListId.eq(list)).into_tuple().all(db).await?;
    Ok(days.into_iter().collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max()))
}
