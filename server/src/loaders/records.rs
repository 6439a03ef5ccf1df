//! Loaders of records and hazards, and of what belongs to them.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use redline_domain::ids::Noun;
use redline_entity::{
    activity_enterprise, attachment, drill, evidence, finding, hazard, hazard_plan, inspection, ledger_event, membership, organization, person, post,
    responsibility_list, signature, window,
};
use redline_ledger::{
    Context,
    inspection::seal::Parts,
    responsibility::{self, Coverage},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
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
    /// An inspection.
    InspectionKey => inspection, |ctx| visible::inspections(ctx, None);
    /// A drill.
    DrillKey => drill, |ctx| visible::drills(ctx, None);
    /// A responsibility list.
    ListKey => responsibility_list, |ctx| visible::responsibility_lists(ctx, None);
    /// A hazard.
    HazardKey => hazard, |ctx| visible::hazards(ctx, None);
    /// An attachment.
    AttachmentKey => attachment, visible::attachments;
    /// A finding. Whoever sees the hazard that it became sees it.
    FindingKey => finding, |_| finding::Entity::find();
}

by_parent! {
    /// The hazards in an organization, the latest found first.
    HazardsIn => hazard.OrganizationId / organization_id, |ctx| visible::hazards(ctx, None).order_by_desc(hazard::Column::FoundOn).order_by_desc(hazard::Column::Id);
    /// The inspections of an organization, the latest first.
    InspectionsOf => inspection.OrganizationId / organization_id, |ctx| visible::inspections(ctx, None).order_by_desc(inspection::Column::OccurredOn).order_by_desc(inspection::Column::Id);
    /// The responsibility lists of an organization, the latest first.
    ListsOf => responsibility_list.OrganizationId / organization_id, |ctx| lists(ctx);
    /// What an inspection found. Whoever sees the inspection sees that.
    FindingsOf => finding.InspectionId / inspection_id, |_| finding::Entity::find().order_by_asc(finding::Column::Ordinal);
    /// The attachments of a record. Whoever sees the record sees those.
    AttachmentsOf => attachment.SubjectId / subject_id, |_| attachment::Entity::find().order_by_asc(attachment::Column::UploadedAt).order_by_asc(attachment::Column::Id);
    /// The signatures of a record. Whoever sees the record sees those.
    SignaturesOf => signature.SubjectId / subject_id, |_| signature::Entity::find().order_by_asc(signature::Column::SignedAt).order_by_asc(signature::Column::Id);
    /// The posts of a responsibility list.
    PostsOf => post.ListId / list_id, |_| post::Entity::find().order_by_asc(post::Column::Ordinal);
    /// The versions of a hazard's plan.
    PlansOf => hazard_plan.HazardId / hazard_id, |_| hazard_plan::Entity::find().order_by_asc(hazard_plan::Column::Version);
    /// What an organization owes for a hazard.
    WindowsAbout => window.HazardId / hazard_id, |ctx| of_hazards(ctx);
    /// What happened to a hazard. Whoever sees the hazard sees that.
    EventsOf => ledger_event.SubjectId / subject_id, |_| events();
}

fn lists(ctx: &Context) -> Select<responsibility_list::Entity> {
    visible::responsibility_lists(ctx, None).order_by_desc(responsibility_list::Column::DrawnUpOn).order_by_desc(responsibility_list::Column::Id)
}

fn of_hazards(ctx: &Context) -> Select<window::Entity> {
    visible::windows(ctx, None).order_by_asc(window::Column::DueOn).order_by_asc(window::Column::Id)
}

fn events() -> Select<ledger_event::Entity> {
    ledger_event::Entity::find()
        .filter(ledger_event::Column::SubjectKind.eq(Noun::Hazard.to_string()))
        .order_by_asc(ledger_event::Column::RecordedAt)
        .order_by_asc(ledger_event::Column::Id)
}

/// The windows for which a record counts, as far as one may see them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountsFor(pub Uuid);

impl Loader<CountsFor> for Batches {
    type Value = Arc<Vec<window::Model>>;
    type Error = Fault;

    async fn load(&self, keys: &[CountsFor]) -> Answer<HashMap<CountsFor, Self::Value>> {
        let links = evidence::Entity::find()
            .filter(evidence::Column::RecordId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(evidence::Column::Id)
            .all(self.db.read())
            .await?;
        let windows = of_hazards(&self.ctx).filter(window::Column::Id.is_in(links.iter().map(|link| link.window_id))).all(self.db.read()).await?;
        let of = |key: &CountsFor| {
            windows.iter().filter(|window| links.iter().any(|link| link.record_id == key.0 && link.window_id == window.id)).cloned().collect()
        };
        Ok(keys.iter().map(|key| (*key, Arc::new(of(key)))).collect())
    }
}

/// What belongs to an inspection and is signed with it. Whoever sees the inspection sees that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartsOf(pub Uuid);

impl Loader<PartsOf> for Batches {
    type Value = Arc<Parts>;
    type Error = Fault;

    async fn load(&self, keys: &[PartsOf]) -> Answer<HashMap<PartsOf, Self::Value>> {
        let inspections: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let parts = Parts::of(self.db.read(), &inspections).await?;
        Ok(parts.into_iter().map(|(inspection, parts)| (PartsOf(inspection), Arc::new(parts))).collect())
    }
}

/// How far a responsibility list is assigned and acknowledged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CoverageOf(pub Uuid);

impl Loader<CoverageOf> for Batches {
    type Value = Coverage;
    type Error = Fault;

    async fn load(&self, keys: &[CoverageOf]) -> Answer<HashMap<CoverageOf, Self::Value>> {
        let lists: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let coverage = responsibility::coverage(self.db.read(), &lists).await?;
        Ok(coverage.into_iter().map(|(list, coverage)| (CoverageOf(list), coverage)).collect())
    }
}

/// The enterprises that an activity names, as far as one may see them, and how many it names in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NamedBy(pub Uuid);

impl Loader<NamedBy> for Batches {
    type Value = (usize, Vec<Arc<organization::Model>>);
    type Error = Fault;

    async fn load(&self, keys: &[NamedBy]) -> Answer<HashMap<NamedBy, Self::Value>> {
        let links =
            activity_enterprise::Entity::find().filter(activity_enterprise::Column::ActivityId.is_in(keys.iter().map(|key| key.0))).all(self.db.read()).await?;
        let mut ids: Vec<Uuid> = links.iter().map(|link| link.organization_id).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = visible::organizations(&self.ctx)
            .filter(organization::Column::Id.is_in(ids))
            .order_by_asc(organization::Column::Name)
            .order_by_asc(organization::Column::Id);
        let seen: Vec<Arc<organization::Model>> = rows.all(self.db.read()).await?.into_iter().map(Arc::new).collect();
        let of = |key: &NamedBy| {
            let named: std::collections::HashSet<Uuid> = links.iter().filter(|link| link.activity_id == key.0).map(|link| link.organization_id).collect();
            (named.len(), seen.iter().filter(|row| named.contains(&row.id)).cloned().collect())
        };
        Ok(keys.iter().map(|key| (*key, of(key))).collect())
    }
}

/// The name of an organization that a record names. Whoever sees the record sees that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameOf(pub Uuid);

impl Loader<NameOf> for Batches {
    type Value = Arc<str>;
    type Error = Fault;

    async fn load(&self, keys: &[NameOf]) -> Answer<HashMap<NameOf, Self::Value>> {
        let names = organization::Entity::find().select_only().column(organization::Column::Id).column(organization::Column::Name);
        let rows: Vec<(Uuid, String)> = names.filter(organization::Column::Id.is_in(keys.iter().map(|key| key.0))).into_tuple().all(self.db.read()).await?;
        Ok(rows.into_iter().map(|(id, name)| (NameOf(id), name.into())).collect())
    }
}

/// Who did something that stands in a record: the name, and as what. Whoever sees the record sees that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WhoKey(pub Uuid);

/// A person as a record names him or her.
#[derive(Clone, Debug)]
pub struct Who {
    /// Full name.
    pub name: String,
    /// Every position ever held, with the name of its organization.
    pub held: Vec<(membership::Model, Arc<str>)>,
}

impl Who {
    /// The positions held on a day, the highest first.
    pub fn held_on(&self, day: NaiveDate) -> Vec<&(membership::Model, Arc<str>)> {
        let mut held: Vec<_> = self.held.iter().filter(|(row, _)| row.since <= day && row.until.is_none_or(|until| day < until)).collect();
        held.sort_by_key(|(row, _)| (row.position, row.id));
        held
    }
}

impl Loader<WhoKey> for Batches {
    type Value = Arc<Who>;
    type Error = Fault;

    async fn load(&self, keys: &[WhoKey]) -> Answer<HashMap<WhoKey, Self::Value>> {
        let db = self.db.read();
        let names = person::Entity::find().select_only().column(person::Column::Id).column(person::Column::Name);
        let people: Vec<(Uuid, String)> = names.filter(person::Column::Id.is_in(keys.iter().map(|key| key.0))).into_tuple().all(db).await?;
        let held = membership::Entity::find()
            .filter(membership::Column::PersonId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(membership::Column::Id)
            .all(db)
            .await?;
        let mut places: Vec<NameOf> = held.iter().map(|row| NameOf(row.organization_id)).collect();
        places.sort_unstable_by_key(|key| key.0);
        places.dedup();
        let places: HashMap<NameOf, Arc<str>> = self.load(&places).await?;
        let mut of: HashMap<Uuid, Vec<(membership::Model, Arc<str>)>> = HashMap::new();
        for row in held {
            if let Some(name) = places.get(&NameOf(row.organization_id)) {
                of.entry(row.person_id).or_default().push((row, Arc::clone(name)));
            }
        }
        Ok(people.into_iter().map(|(id, name)| (WhoKey(id), Arc::new(Who { name, held: of.remove(&id).unwrap_or_default() }))).collect())
    }
}
