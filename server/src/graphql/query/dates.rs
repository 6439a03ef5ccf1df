//! Spans of days (日期范围), by which many lists are filtered.

use async_graphql::InputObject;
use sea_orm::{ColumnTrait, Condition};

use crate::graphql::date::Date;

/// A span of days (日期范围), both ends included; either may be left open.
#[derive(Clone, Copy, Debug, Default, InputObject)]
pub struct DateSpan {
    /// The first day (起).
    pub from: Option<Date>,
    /// The last day (止).
    pub until: Option<Date>,
}

impl DateSpan {
    /// The span as a condition on a day.
    pub fn condition(self, day: impl ColumnTrait) -> Condition {
        let from = self.from.map(|from| day.gte(from.0));
        Condition::all().add_option(from).add_option(self.until.map(|until| day.lte(until.0)))
    }
}
