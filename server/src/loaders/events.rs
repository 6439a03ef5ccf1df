//! Loaders of alerts, key periods, who was on duty, tasks, and who attended what.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use redline_entity::{alert, attendance, key_period, on_duty, task, window};
use redline_ledger::explain::Reach;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{
    by_id, by_parent,
    graphql::{
        error::{Answer, Fault},
        visible,
    },
    loaders::Batches,
};

by_id! {
    /// An accident alert. Everybody who is logged in sees it.
    AlertKey => alert, |_| visible::alerts();
    /// A key period. Everybody who is logged in sees it.
    KeyPeriodKey => key_period, |_| visible::key_periods();
    /// Who is or was on duty on a day.
    OnDutyKey => on_duty, |ctx| visible::on_duty(ctx, None);
    /// A task.
    TaskKey => task, |ctx| visible::tasks(ctx, None);
}

by_parent! {
    /// The tasks that a drill left. Whoever sees the drill sees those.
    TasksOf => task.DrillId / drill_id, |_| task::Entity::find().order_by_asc(task::Column::DueOn).order_by_asc(task::Column::Id);
    /// Who took part in a drill. Whoever sees the drill sees that.
    DrilledIn => attendance.DrillId / drill_id, |_| attendance::Entity::find().order_by_asc(attendance::Column::Ordinal);
    /// Who took part in an activity. Whoever sees the activity sees that.
    AttendeesOf => attendance.ActivityId / activity_id, |_| attendance::Entity::find().order_by_asc(attendance::Column::Ordinal);
}

/// How many of the windows that an alert or a key period set off are fulfilled, of those that one may see and that did not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReachOf(pub Uuid);

impl Loader<ReachOf> for Batches {
    type Value = Reach;
    type Error = Fault;

    async fn load(&self, keys: &[ReachOf]) -> Answer<HashMap<ReachOf, Self::Value>> {
        let owed = Condition::any().add(window::Column::EndedOn.is_null()).add(window::Column::FulfilledOn.is_not_null());
        let rows: Vec<(Option<Uuid>, i64, i64)> = visible::windows(&self.ctx, None)
            .select_only()
            .column(window::Column::CauseId)
            .column_as(window::Column::Id.count(), "owed")
            .column_as(window::Column::FulfilledOn.count(), "done")
            .filter(window::Column::CauseId.is_in(keys.iter().map(|key| key.0)))
            .filter(owed)
            .group_by(window::Column::CauseId)
            .into_tuple()
            .all(self.db.read())
            .await?;
        let number = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(rows.into_iter().filter_map(|(cause, all, done)| Some((ReachOf(cause?), Reach { reached: number(done), all: number(all) }))).collect())
    }
}
