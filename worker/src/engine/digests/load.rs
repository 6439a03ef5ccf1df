//! What the notices of a batch are about, loaded by a fixed number of statements.

use std::collections::BTreeMap;

use redline_entity::{account, hazard, notice, organization, person, window};
use redline_ledger::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::templates::About;

/// SQLite takes a limited number of parameters in a statement.
const CHUNK: usize = 500;

/// The rows that a batch of notices speaks of.
#[derive(Default)]
pub(super) struct Loaded {
    pub people: BTreeMap<Uuid, person::Model>,
    pub organizations: BTreeMap<Uuid, organization::Model>,
    pub windows: BTreeMap<Uuid, window::Model>,
    pub hazards: BTreeMap<Uuid, hazard::Model>,
    pub accounts: BTreeMap<Uuid, account::Model>,
}

impl Loaded {
    pub(super) async fn of(db: &impl ConnectionTrait, notices: &[notice::Model]) -> Result<Self> {
        let mut loaded = Self::default();
        for ids in chunks(notices.iter().map(|notice| notice.person_id)) {
            let rows = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
            loaded.people.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        for ids in chunks(notices.iter().map(|notice| notice.organization_id)) {
            let rows = organization::Entity::find().filter(organization::Column::Id.is_in(ids)).all(db).await?;
            loaded.organizations.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        for ids in chunks(notices.iter().filter_map(|notice| notice.window_id)) {
            let rows = window::Entity::find().filter(window::Column::Id.is_in(ids)).all(db).await?;
            loaded.windows.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        let of_windows = loaded.windows.values().filter_map(|window| window.hazard_id);
        for ids in chunks(notices.iter().filter_map(|notice| notice.hazard_id).chain(of_windows)) {
            let rows = hazard::Entity::find().filter(hazard::Column::Id.is_in(ids)).all(db).await?;
            loaded.hazards.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        for ids in chunks(
            notices.iter().filter(|notice| notice.window_id.is_none() && notice.hazard_id.is_none() && notice.tale.is_none()).map(|notice| notice.subject_id),
        ) {
            let rows = account::Entity::find().filter(account::Column::Id.is_in(ids)).all(db).await?;
            loaded.accounts.extend(rows.into_iter().map(|row| (row.id, row)));
        }
        Ok(loaded)
    }

    /// What a notice is about, if it is still there.
    pub(super) fn about<'a>(&'a self, notice: &'a notice::Model) -> Option<About<'a>> {
        if let Some(told) = &notice.tale {
            return Some(About::Told(&told.0));
        }
        match (notice.window_id, notice.hazard_id) {
            (Some(id), _) => self.windows.get(&id).map(|window| About::Window(window, window.hazard_id.and_then(|id| self.hazards.get(&id)))),
            (None, Some(id)) => self.hazards.get(&id).map(About::Hazard),
            (None, None) => self.accounts.get(&notice.subject_id).map(About::Account),
        }
    }
}

fn chunks(ids: impl Iterator<Item = Uuid>) -> Vec<Vec<Uuid>> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids.chunks(CHUNK).map(<[Uuid]>::to_vec).collect()
}
