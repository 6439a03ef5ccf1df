//! The contacts of all organs (附件4 联系人回执): the latest of each.

use redline_domain::{RecordState, ReportKind};
use redline_entity::report;
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

/// The latest report of each organization that has its contacts.
pub fn latest() -> Condition {
    use report::Column;
    let later = Alias::new("later");
    let of = |column: Column| Expr::col((later.clone(), column));
    let here = |column: Column| Expr::col((report::Entity, column));
    let same = Condition::any()
        .add(of(Column::RecordedAt).gt(here(Column::RecordedAt)))
        .add(Condition::all().add(of(Column::RecordedAt).eq(here(Column::RecordedAt))).add(of(Column::Id).gt(here(Column::Id))));
    let newer = Query::select()
        .expr(Expr::cust("1"))
        .from_as(report::Entity, later.clone())
        .cond_where(
            Condition::all()
                .add(of(Column::OrganizationId).eq(here(Column::OrganizationId)))
                .add(of(Column::Kind).eq(here(Column::Kind)))
                .add(of(Column::State).eq(here(Column::State)))
                .add(same),
        )
        .to_owned();
    Condition::all().add(Column::Kind.eq(ReportKind::Contacts)).add(Column::State.eq(RecordState::Signed)).add(Expr::exists(newer).not())
}
