//! The determination criteria (判定标准) of a site: those in the program, and those that it imported, which win by their code.

mod import;
mod search;

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use redline_domain::criteria::{self, Criterion};
use redline_entity::criterion;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::Result;

pub use import::{Imported, import};
pub use search::{CriterionFilter, search};

/// All criteria of a site, in the order of the standards: those in the program first, each in its place, then what was imported.
#[derive(Clone, Debug)]
pub struct Catalogue(Vec<Arc<Criterion>>);

impl Catalogue {
    /// Those in the program, with those of a site in their place or after them.
    pub fn of(imported: impl IntoIterator<Item = Criterion>) -> Self {
        let mut all: Vec<Arc<Criterion>> = criteria::catalogue().iter().cloned().map(Arc::new).collect();
        let mut places: BTreeMap<String, usize> = all.iter().enumerate().map(|(at, criterion)| (criterion.code(), at)).collect();
        for criterion in imported {
            let code = criterion.code();
            match places.get(&code) {
                Some(&at) => all[at] = Arc::new(criterion),
                None => {
                    places.insert(code, all.len());
                    all.push(Arc::new(criterion));
                }
            }
        }
        Self(all)
    }

    /// All of them.
    pub fn all(&self) -> &[Arc<Criterion>] {
        &self.0
    }

    /// The one with a code.
    pub fn find(&self, code: &str) -> Option<&Arc<Criterion>> {
        self.0.iter().find(|criterion| criterion.code() == code)
    }

    /// Whether a criterion counts on a day: it is in force by its own days, and nothing that takes its place is.
    pub fn counts_on(&self, criterion: &Criterion, day: NaiveDate) -> bool {
        criterion.is_effective_on(day) && self.successor_on(criterion, day).is_none()
    }

    /// What took the place of a criterion by a day, if it says so: the standard, or the criterion of it.
    pub fn successor_on<'a>(&self, criterion: &'a Criterion, day: NaiveDate) -> Option<&'a str> {
        let by = criterion.superseded_by.as_deref()?;
        let in_force = |other: &Arc<Criterion>| (other.standard == by || other.code() == by) && other.effective_from <= day;
        self.0.iter().any(in_force).then_some(by)
    }
}

/// The criteria of the site.
pub async fn catalogue(db: &impl ConnectionTrait) -> Result<Catalogue> {
    let rows = criterion::Entity::find().order_by_asc(criterion::Column::Ordinal).order_by_asc(criterion::Column::Code).all(db).await?;
    Ok(Catalogue::of(rows.into_iter().map(of_row)))
}

/// The criteria of some codes, in one statement.
pub async fn of_codes(db: &impl ConnectionTrait, codes: &[&str]) -> Result<BTreeMap<String, Arc<Criterion>>> {
    let built_in = codes.iter().filter_map(|code| criteria::criterion(code)).map(|criterion| (criterion.code(), Arc::new(criterion.clone())));
    let mut found: BTreeMap<_, _> = built_in.collect();
    let rows = criterion::Entity::find().filter(criterion::Column::Code.is_in(codes.iter().copied())).all(db).await?;
    found.extend(rows.into_iter().map(|row| (row.code.clone(), Arc::new(of_row(row)))));
    Ok(found)
}

fn of_row(row: criterion::Model) -> Criterion {
    Criterion {
        standard: row.standard,
        title: row.title,
        document_number: row.document_number,
        effective_from: row.effective_from,
        effective_to: row.effective_to,
        superseded_by: row.superseded_by,
        article: row.article,
        item: row.item,
        sector_name: row.sector_name,
        sector: row.sector,
        text: row.text,
        note: row.note,
    }
}
