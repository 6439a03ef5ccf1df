//! Compliance (履职情况): how much of what was due was done, by village, regulator, sector or rule, as it was known on a day.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use redline_domain::{EndedAs, OrganizationKind, OrganizationState, Sector, Word, permission::Scope, rulebook::Text};
use redline_entity::{organization, organization_sector, scoped, window};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Alias, CaseStatement, Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr},
};
use uuid::Uuid;

use crate::{Context, Result};

pub use redline_domain::compliance::GroupBy;

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// A village or a regulator.
    Organization(Uuid),
    /// A sector.
    Sector(Sector),
    /// A rule, by its code.
    Rule(String),
}

/// What was due of a group by the end of a day, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ComplianceRow {
    /// The group.
    pub key: GroupKey,
    /// Its name.
    pub label: Text,
    /// How many organizations of it owed anything by then.
    pub organizations: i64,
    /// Windows due by then, without those that were excused or superseded by then.
    pub due: i64,
    /// Of these, fulfilled in time.
    pub fulfilled: i64,
    /// Of these, fulfilled late.
    pub late: i64,
    /// Of these, overdue. What is due on that very day and not yet done is none of the three.
    pub overdue: i64,
    /// Windows that would have been due by then, but were excused.
    pub excused: i64,
}

impl ComplianceRow {
    /// The share of what was due that was fulfilled in time; none: nothing was due.
    #[expect(clippy::cast_precision_loss, reason = "a count of windows is far below 2^52")]
    pub fn rate(&self) -> Option<f64> {
        (self.due > 0).then(|| self.fulfilled as f64 / self.due as f64)
    }
}

#[derive(FromQueryResult)]
struct Sums {
    key_id: Option<Uuid>,
    key_word: Option<String>,
    organizations: i64,
    due: i64,
    fulfilled: i64,
    late: i64,
    overdue: i64,
    excused: i64,
}

/// Sums up compliance within a scope by the end of a day, as it was known then: what was recorded only afterwards does not count.
/// Two statements at most, however many windows there are.
pub async fn compliance(db: &impl ConnectionTrait, ctx: &Context, group_by: GroupBy, as_of: NaiveDate, scope: &Scope) -> Result<Vec<ComplianceRow>> {
    if scope.is_nothing() {
        return Ok(Vec::new());
    }
    let known_before = ctx.site.zone.start_of(as_of.succ_opt().unwrap_or(as_of));
    let select = sums(group_by, as_of, known_before, scope);
    let sums = Sums::find_by_statement(db.get_database_backend().build(&select)).all(db).await?;
    let names = names(db, &sums).await?;
    let mut rows: Vec<ComplianceRow> = sums.into_iter().filter_map(|sums| row(ctx, sums, &names)).collect();
    match group_by {
        GroupBy::Village | GroupBy::Unit => rows.sort_by(|a, b| (&a.label.zh, id(a)).cmp(&(&b.label.zh, id(b)))),
        GroupBy::Sector => rows.sort_by_key(|row| if let GroupKey::Sector(sector) = row.key { Some(sector) } else { None }),
        GroupBy::Rule => rows.sort_by(|a, b| rule(a).cmp(&rule(b))),
    }
    Ok(rows)
}

fn id(row: &ComplianceRow) -> Option<Uuid> {
    if let GroupKey::Organization(id) = row.key { Some(id) } else { None }
}

fn rule(row: &ComplianceRow) -> Option<&str> {
    if let GroupKey::Rule(code) = &row.key { Some(code) } else { None }
}

/// The names of the villages or regulators among the keys.
async fn names(db: &impl ConnectionTrait, sums: &[Sums]) -> Result<HashMap<Uuid, String>> {
    let ids: Vec<Uuid> = sums.iter().filter_map(|sums| sums.key_id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = organization::Entity::find().filter(organization::Column::Id.is_in(ids)).order_by_asc(organization::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

fn row(ctx: &Context, sums: Sums, names: &HashMap<Uuid, String>) -> Option<ComplianceRow> {
    let (key, label) = match (sums.key_id, sums.key_word) {
        (Some(id), _) => {
            let name = names.get(&id)?;
            (GroupKey::Organization(id), Text { zh: name.clone(), en: name.clone() })
        }
        (None, Some(word)) => match word.parse::<Sector>() {
            Ok(sector) => (GroupKey::Sector(sector), Text { zh: sector.zh().to_owned(), en: sector.en().to_owned() }),
            Err(_) => {
                let title = ctx.site.rulebook.rules.iter().find(|rule| rule.code == word).map(|rule| rule.title.clone());
                // A rule of an earlier rulebook has no title any more.
                let label = title.unwrap_or_else(|| Text { zh: word.clone(), en: word.clone() });
                (GroupKey::Rule(word), label)
            }
        },
        (None, None) => return None,
    };
    let Sums { organizations, due, fulfilled, late, overdue, excused, .. } = sums;
    Some(ComplianceRow { key, label, organizations, due, fulfilled, late, overdue, excused })
}

/// The sums by group, in one statement that both databases understand.
fn sums(group_by: GroupBy, as_of: NaiveDate, known_before: DateTime<Utc>, scope: &Scope) -> SelectStatement {
    use window::Column;
    let known = || Condition::all().add(Column::FulfilledOn.is_not_null()).add(Column::FulfilledRecordedAt.lt(known_before));
    let open = || Condition::any().add(Column::FulfilledOn.is_null()).add(Column::FulfilledRecordedAt.gte(known_before));
    let due = || Condition::all().add(Column::DueOn.lte(as_of));
    let not_ended = || Condition::any().add(Column::EndedOn.is_null()).add(Column::EndedOn.gt(as_of));
    let on_time = || Expr::col((window::Entity, Column::FulfilledOn)).lte(Expr::col((window::Entity, Column::DueOn)));
    let counts = [
        ("due", due().add(Condition::any().add(known()).add(not_ended()))),
        ("fulfilled", due().add(known()).add(on_time())),
        ("late", due().add(known()).add(on_time().not())),
        ("overdue", due().add(open()).add(not_ended()).add(Column::DueOn.lt(as_of))),
        ("excused", due().add(open()).add(Column::EndedOn.lte(as_of)).add(Column::EndedAs.eq(EndedAs::Excused))),
    ];
    let mut select = Query::select();
    select.from(window::Entity).cond_where(Column::StartsOn.lte(as_of));
    let key = match group_by {
        GroupBy::Rule => Expr::col((window::Entity, Column::RuleCode)),
        GroupBy::Village => {
            join_enterprises(&mut select);
            select.and_where(organization::Column::VillageId.is_not_null());
            Expr::col((organization::Entity, organization::Column::VillageId))
        }
        GroupBy::Sector => {
            join_enterprises(&mut select);
            let same = Expr::col((organization_sector::Entity, organization_sector::Column::OrganizationId)).equals((window::Entity, Column::OrganizationId));
            select.inner_join(organization_sector::Entity, same);
            Expr::col((organization_sector::Entity, organization_sector::Column::Sector))
        }
        GroupBy::Unit => {
            let pairs = Alias::new("pairs");
            let same = Expr::col((pairs.clone(), Alias::new("enterprise_id"))).equals((window::Entity, Column::OrganizationId));
            select.join_subquery(sea_orm::JoinType::InnerJoin, regulated(), pairs.clone(), same);
            Expr::col((pairs, Alias::new("unit_id")))
        }
    };
    let none_id = || SimpleExpr::from(Option::<Uuid>::None);
    let none_word = || SimpleExpr::from(Option::<String>::None);
    let (id, word) = match group_by {
        GroupBy::Village | GroupBy::Unit => (key.clone(), none_word()),
        GroupBy::Sector | GroupBy::Rule => (none_id(), key.clone()),
    };
    select.expr_as(id, Alias::new("key_id")).expr_as(word, Alias::new("key_word"));
    select.expr_as(Func::count_distinct(Expr::col((window::Entity, Column::OrganizationId))), Alias::new("organizations"));
    for (name, condition) in counts {
        select.expr_as(count_where(condition), Alias::new(name));
    }
    if let Some(ids) = scoped::organization_ids(scope, None) {
        select.and_where(Column::OrganizationId.in_subquery(ids));
    }
    select.add_group_by([key]);
    select
}

/// How many rows meet a condition.
pub(crate) fn count_where(condition: Condition) -> SimpleExpr {
    Func::sum(CaseStatement::new().case(condition, Expr::cust("1")).finally(Expr::cust("0"))).into()
}

fn join_enterprises(select: &mut SelectStatement) {
    let same = Expr::col((organization::Entity, organization::Column::Id)).equals((window::Entity, window::Column::OrganizationId));
    select.inner_join(organization::Entity, same).and_where(organization::Column::Kind.eq(OrganizationKind::Enterprise));
}

/// Each regulator with each of its enterprises, once: those in its jurisdiction with one of its sectors.
fn regulated() -> SelectStatement {
    let (unit, enterprise, of_unit, of_enterprise) = (Alias::new("u"), Alias::new("e"), Alias::new("us"), Alias::new("es"));
    let of = |table: &Alias, column| Expr::col((table.clone(), column));
    let sector_of = |table: &Alias, column| Expr::col((table.clone(), column));
    use organization::Column as O;
    use organization_sector::Column as S;
    let path_begins = |whole: SimpleExpr, beginning: SimpleExpr| {
        let length = Func::char_length(beginning.clone());
        SimpleExpr::from(Func::cust("substr").args([whole, Expr::cust("1"), length.into()])).eq(beginning)
    };
    let mut select = Query::select();
    select
        .distinct()
        .expr_as(of(&unit, O::Id), Alias::new("unit_id"))
        .expr_as(of(&enterprise, O::Id), Alias::new("enterprise_id"))
        .from_as(organization::Entity, unit.clone())
        .join_as(sea_orm::JoinType::InnerJoin, organization_sector::Entity, of_unit.clone(), sector_of(&of_unit, S::OrganizationId).eq(of(&unit, O::Id)))
        .join_as(
            sea_orm::JoinType::InnerJoin,
            organization_sector::Entity,
            of_enterprise.clone(),
            sector_of(&of_enterprise, S::Sector).eq(sector_of(&of_unit, S::Sector)),
        )
        .join_as(
            sea_orm::JoinType::InnerJoin,
            organization::Entity,
            enterprise.clone(),
            of(&enterprise, O::Id).eq(sector_of(&of_enterprise, S::OrganizationId)),
        )
        .and_where(of(&unit, O::Kind).eq(OrganizationKind::Unit.to_value()))
        .and_where(of(&unit, O::State).eq(OrganizationState::Active.to_value()))
        .and_where(of(&enterprise, O::Kind).eq(OrganizationKind::Enterprise.to_value()))
        .and_where(path_begins(of(&enterprise, O::JurisdictionPath), of(&unit, O::JurisdictionPath)));
    select
}
