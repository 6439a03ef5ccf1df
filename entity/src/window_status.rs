//! The state of a window (期次状态) as a condition on its row. It says of every row exactly what
//! [`redline_domain::window::status()`] says of its facts, so that a list can be filtered and paged by it.

use chrono::{Datelike, Days, NaiveDate};
use redline_domain::{
    EndedAs, WindowStatus, Zone,
    window::{Ended, WindowFacts, status},
};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait},
};

use crate::window;

/// What is known of a window. It is upcoming until the first day on which it is owed, which may come after its period began.
pub fn facts(row: &window::Model, zone: Zone) -> WindowFacts {
    WindowFacts {
        opens_on: row.starts_on,
        closes_on: row.closes_on,
        due_on: row.due_on,
        fulfilled_on: row.fulfilled_on,
        fulfilled_recorded_on: row.fulfilled_recorded_at.map(|at| zone.date(at)),
        ended: row.ended_on.zip(row.ended_as).map(|(on, how)| Ended { on, how }),
    }
}

/// The state of a window on a day.
pub fn status_of(row: &window::Model, zone: Zone, today: NaiveDate, due_soon_days: u32) -> WindowStatus {
    status(&facts(row, zone), today, due_soon_days)
}

/// The windows that are in a state on a day.
pub fn status_condition(of: WindowStatus, today: NaiveDate, due_soon_days: u32) -> Condition {
    use window::Column;
    let fulfilled = || Condition::all().add(Column::FulfilledOn.is_not_null());
    let ended = |how: EndedAs| Condition::all().add(Column::FulfilledOn.is_null()).add(Column::EndedOn.lte(today)).add(Column::EndedAs.eq(how));
    let running = || {
        let not_ended = Condition::any().add(Column::EndedOn.is_null()).add(Column::EndedOn.gt(today));
        Condition::all().add(Column::FulfilledOn.is_null()).add(not_ended)
    };
    let due = || running().add(Column::StartsOn.lte(today)).add(Column::DueOn.gte(today));
    match of {
        WindowStatus::Fulfilled => fulfilled().add(ExprTrait::lte(column(Column::FulfilledOn), column(Column::DueOn))),
        WindowStatus::FulfilledLate => fulfilled().add(ExprTrait::gt(column(Column::FulfilledOn), column(Column::DueOn))),
        WindowStatus::Excused => ended(EndedAs::Excused),
        WindowStatus::Superseded => ended(EndedAs::Superseded),
        WindowStatus::Upcoming => running().add(Column::StartsOn.gt(today)),
        WindowStatus::Overdue => running().add(Column::StartsOn.lte(today)).add(Column::DueOn.lt(today)),
        WindowStatus::DueSoon => match soon(today, due_soon_days) {
            Some(last) => due().add(Column::DueOn.lte(last)),
            None => due(),
        },
        WindowStatus::Open => match soon(today, due_soon_days) {
            Some(last) => due().add(Column::DueOn.gt(last)),
            None => due().add(Column::Id.is_null()),
        },
    }
}

fn column(column: window::Column) -> Expr {
    Expr::col((window::Entity, column))
}

/// The last due date that is soon; none: every one is. Years of five digits do not sort as text, and nobody plans for them.
fn soon(today: NaiveDate, due_soon_days: u32) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(due_soon_days.into())).filter(|last| last.year() <= 9999)
}
