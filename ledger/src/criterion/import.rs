//! Importing criteria (导入判定标准): a standard that is new, or a version in place of one that was there.

use std::collections::BTreeMap;

use redline_domain::{criteria::Criterion, ids::Noun};
use redline_entity::criterion;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel};
use serde_json::json;

use super::catalogue;
use crate::{
    Context, Result,
    event::{self, NewEvent},
};

/// What an import brings, by the codes of the criteria, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Those that are new.
    pub added: Vec<String>,
    /// Those that are other than they were.
    pub changed: Vec<String>,
    /// Those that are as they were.
    pub unchanged: Vec<String>,
}

/// Imports criteria. What is as it was already is left alone, so that importing the same file again changes nothing.
pub async fn import(db: &impl ConnectionTrait, ctx: &Context, criteria: &[Criterion]) -> Result<Imported> {
    let known = catalogue(db).await?;
    let mut rows: BTreeMap<String, criterion::Model> = criterion::Entity::find().all(db).await?.into_iter().map(|row| (row.code.clone(), row)).collect();
    let first = i32::try_from(rows.len()).unwrap_or(i32::MAX);
    let mut outcome = Imported::default();
    for (at, criterion) in (1..).zip(criteria) {
        let code = criterion.code();
        let list = match known.find(&code) {
            Some(known) if **known == *criterion => {
                outcome.unchanged.push(code);
                continue;
            }
            Some(_) => &mut outcome.changed,
            None => &mut outcome.added,
        };
        list.push(code.clone());
        let earlier = rows.remove(&code);
        let model = criterion::Model {
            id: earlier.as_ref().map_or_else(|| ctx.id(), |row| row.id),
            code,
            standard: criterion.standard.clone(),
            title: criterion.title.clone(),
            document_number: criterion.document_number.clone(),
            effective_from: criterion.effective_from,
            effective_to: criterion.effective_to,
            superseded_by: criterion.superseded_by.clone(),
            article: criterion.article.clone(),
            item: criterion.item.clone(),
            sector_name: criterion.sector_name.clone(),
            sector: criterion.sector,
            text: criterion.text.clone(),
            note: criterion.note.clone(),
            ordinal: earlier.as_ref().map_or(first.saturating_add(at), |row| row.ordinal),
        };
        let row = model.into_active_model().reset_all();
        if earlier.is_some() {
            row.update(db).await?
        } else {
            row.insert(db).await?
        };
    }
    if !(outcome.added.is_empty() && outcome.changed.is_empty()) {
        let data = json!({ "added": outcome.added, "changed": outcome.changed, "unchanged": outcome.unchanged.len() });
        event::append(db, ctx, NewEvent::new(None, Noun::Criterion, ctx.id(), "CRITERIA_IMPORTED", data)).await?;
    }
    Ok(outcome)
}
