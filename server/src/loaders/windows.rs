//! Loaders of windows and of what explains them.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use redline_domain::{Language, WindowStatus};
use redline_entity::{window, window_status::status_condition};
use redline_ledger::explain::{self, Explanation};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    graphql::{
        error::{Answer, Fault},
        visible,
    },
    loaders::Batches,
};

/// Whose windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Owner {
    Organization(Uuid),
    Duty(Uuid),
}

/// The windows of an organization or a duty, in some states only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WindowsOf {
    owner: Owner,
    states: Option<Vec<WindowStatus>>,
}

impl WindowsOf {
    /// Those of an organization.
    pub fn organization(id: Uuid, states: Option<Vec<WindowStatus>>) -> Self {
        Self { owner: Owner::Organization(id), states: sorted(states) }
    }

    /// Those of a duty.
    pub fn duty(id: Uuid, states: Option<Vec<WindowStatus>>) -> Self {
        Self { owner: Owner::Duty(id), states: sorted(states) }
    }
}

fn sorted(states: Option<Vec<WindowStatus>>) -> Option<Vec<WindowStatus>> {
    states.map(|mut states| {
        states.sort_unstable();
        states.dedup();
        states
    })
}

/// The windows that are in any of some states today.
pub fn in_states(ctx: &redline_ledger::Context, states: &[WindowStatus]) -> Condition {
    let soon = ctx.site.rulebook.settings.due_soon_days;
    // Of no states there are no windows.
    states.iter().fold(Condition::any().add(window::Column::Id.is_null()), |any, &status| any.add(status_condition(status, ctx.today(), soon)))
}

impl Loader<WindowsOf> for Batches {
    type Value = Arc<Vec<Arc<window::Model>>>;
    type Error = Fault;

    async fn load(&self, keys: &[WindowsOf]) -> Answer<HashMap<WindowsOf, Self::Value>> {
        let mut lists: HashMap<WindowsOf, Vec<Arc<window::Model>>> = keys.iter().map(|key| (key.clone(), Vec::new())).collect();
        let mut wanted: Vec<&Option<Vec<WindowStatus>>> = keys.iter().map(|key| &key.states).collect();
        wanted.sort();
        wanted.dedup();
        // One statement for each set of states: a query has few of them, however many rows it has.
        for states in wanted {
            let (mut organizations, mut duties) = (Vec::new(), Vec::new());
            for key in keys.iter().filter(|key| key.states == *states) {
                match key.owner {
                    Owner::Organization(id) => organizations.push(id),
                    Owner::Duty(id) => duties.push(id),
                }
            }
            let mut select = visible::windows(&self.ctx, None)
                .filter(Condition::any().add(window::Column::OrganizationId.is_in(organizations)).add(window::Column::DutyId.is_in(duties)))
                .order_by_asc(window::Column::DueOn)
                .order_by_asc(window::Column::Id);
            if let Some(states) = states {
                select = select.filter(in_states(&self.ctx, states));
            }
            for row in select.all(self.db.read()).await? {
                let row = Arc::new(row);
                for owner in [Owner::Organization(row.organization_id), Owner::Duty(row.duty_id)] {
                    if let Some(list) = lists.get_mut(&WindowsOf { owner, states: states.clone() }) {
                        list.push(Arc::clone(&row));
                    }
                }
            }
        }
        Ok(lists.into_iter().map(|(key, list)| (key, Arc::new(list))).collect())
    }
}

/// Why a window is as it is, in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExplanationOf {
    /// Which window.
    pub window: Uuid,
    /// In which language.
    pub language: Language,
}

impl Loader<ExplanationOf> for Batches {
    type Value = Arc<Explanation>;
    type Error = Fault;

    async fn load(&self, keys: &[ExplanationOf]) -> Answer<HashMap<ExplanationOf, Self::Value>> {
        let db = self.db.read();
        let rows = visible::windows(&self.ctx, None)
            .filter(window::Column::Id.is_in(keys.iter().map(|key| key.window)))
            .order_by_asc(window::Column::Id)
            .all(db)
            .await?;
        let mut found = HashMap::new();
        for language in [Language::Zh, Language::En] {
            let asked = |id: Uuid| keys.contains(&ExplanationOf { window: id, language });
            let rows: Vec<window::Model> = rows.iter().filter(|row| asked(row.id)).cloned().collect();
            if !rows.is_empty() {
                let explained = explain::explain(db, &self.ctx, &rows, language).await?;
                found.extend(explained.into_iter().map(|why| (ExplanationOf { window: why.window, language }, Arc::new(why))));
            }
        }
        Ok(found)
    }
}
