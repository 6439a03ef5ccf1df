//! Organizations (单位) in the API. This file is the pattern for the other types.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::{
    EnforcementKind, HazardState, InspectionKind, OrganizationKind, OrganizationState, Sector, Trait, WindowStatus, Word,
    ids::Noun,
    permission::{Action, decide},
};
use redline_entity::{classification, hazard, organization};
use redline_ledger::actor;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask, date::Date, duty::Duty, enforcement::Enforcement, error::Answer, hazard::Hazard, id, inspection::Inspection, jurisdiction::Jurisdiction,
        membership::Membership, responsibility::ResponsibilityList, window::Window,
    },
    loaders::{
        ClassificationsOf, DutiesOf, JurisdictionAt, MembershipsIn, OrganizationKey,
        enforcement::EnforcementsAgainst,
        records::{HazardsIn, InspectionsOf, ListsOf},
        windows::WindowsOf,
    },
};

/// An organization (单位): an enterprise, a village, a regulator or an office.
#[derive(Clone)]
pub struct Organization(pub Arc<organization::Model>);

impl From<organization::Model> for Organization {
    fn from(row: organization::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Organization {
    /// The organization, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(OrganizationKey(id)).await?.map(Self))
    }
}

/// An organization (单位): an enterprise, a village, a regulator or an office.
#[Object]
impl Organization {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Organization, self.0.id)
    }

    /// What it is in the campaign (单位类别).
    async fn kind(&self) -> OrganizationKind {
        self.0.kind
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its unified social credit code, GB 32100-2015 (统一社会信用代码).
    async fn credit_code(&self) -> Option<&str> {
        self.0.credit_code.as_deref()
    }

    /// Where it is (地址).
    async fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// The jurisdiction in which it lies (辖区).
    async fn jurisdiction(&self, ctx: &Context<'_>) -> Answer<Option<Jurisdiction>> {
        Ok(ctx.loaders().one(JurisdictionAt(self.0.jurisdiction_path.clone())).await?.map(Jurisdiction))
    }

    /// The village organization that an enterprise belongs to, if one may see it (属地嘎查村社区).
    async fn village(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        match self.0.village_id {
            Some(id) => Organization::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Its sectors today; those of a regulator are the ones that it watches over (行业领域).
    async fn sectors(&self) -> &[Sector] {
        &self.0.sectors.0
    }

    /// Its traits today, on which some duties depend (特征).
    async fn traits(&self) -> &[Trait] {
        &self.0.traits.0
    }

    /// Whether it is an enterprise of a high-hazard sector, which owes some duties more often (高危行业领域企业).
    async fn high_hazard(&self, ctx: &Context<'_>) -> bool {
        self.0.kind == OrganizationKind::Enterprise && ctx.ledger().site.rulebook.is_high_hazard(&self.0.sectors.0)
    }

    /// Whether it takes part (状态).
    async fn state(&self) -> OrganizationState {
        self.0.state
    }

    /// The first day on which the campaign binds it (纳入日期).
    async fn joined_on(&self) -> Date {
        self.0.joined_on.into()
    }

    /// The first day on which the campaign no longer binds it (退出日期).
    async fn left_on(&self) -> Option<Date> {
        self.0.left_on.map(Date)
    }

    /// When it was registered (登记时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// How it was classified over time, the latest last (分类历史).
    async fn classifications(&self, ctx: &Context<'_>) -> Answer<Vec<Classification>> {
        let rows = ctx.loaders().one(ClassificationsOf(self.0.id)).await?;
        Ok(rows.map(|rows| rows.iter().map(Classification::from).collect()).unwrap_or_default())
    }

    /// Who holds which position in it on a day, today unless said otherwise; with `history`, who ever did (任职人员).
    async fn memberships(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day; today if not given (日期).")] on: Option<Date>,
        #[graphql(desc = "Whether all that ever were are wanted (含历史).", default = false)] history: bool,
    ) -> Answer<Vec<Membership>> {
        let rows = ctx.loaders().one(MembershipsIn(self.0.id)).await?.unwrap_or_default();
        let day = on.map_or_else(|| ctx.today(), |day| day.0);
        Ok(rows.iter().filter(|row| history || row.since <= day && row.until.is_none_or(|until| day < until)).cloned().map(Membership::from).collect())
    }

    /// What it owes, by rule (职责).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn duties(&self, ctx: &Context<'_>) -> Answer<Vec<Duty>> {
        let rows = ctx.loaders().one(DutiesOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Duty::from).collect())
    }

    /// Its windows, by due date (期次).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn windows(&self, ctx: &Context<'_>, #[graphql(desc = "Only in these states (状态).")] status: Option<Vec<WindowStatus>>) -> Answer<Vec<Window>> {
        let rows = ctx.loaders().one(WindowsOf::organization(self.0.id, status)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Window::from).collect())
    }

    /// The hazards in it, the latest found first (隐患).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn hazards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only those that are closed, or only those that are not (是否销号).")] closed: Option<bool>,
    ) -> Answer<Vec<Hazard>> {
        let rows = ctx.loaders().one(HazardsIn(self.0.id)).await?.unwrap_or_default();
        let wanted = |row: &&hazard::Model| closed.is_none_or(|closed| closed == (row.state == HazardState::Closed));
        Ok(rows.iter().filter(wanted).cloned().map(Hazard::from).collect())
    }

    /// The inspections of it, its own and those from outside, the latest first (检查).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn inspections(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of these kinds (检查类别).")] kind: Option<Vec<InspectionKind>>,
    ) -> Answer<Vec<Inspection>> {
        let rows = ctx.loaders().one(InspectionsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().filter(|row| kind.as_ref().is_none_or(|kinds| kinds.contains(&row.kind))).cloned().map(Inspection::from).collect())
    }

    /// The enforcement actions against it, the latest first; of a pair the enterprise's half, which leads to the head's (执法措施).
    #[graphql(complexity = "10 * child_complexity + 1")]
    async fn enforcements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only of these kinds (措施类别).")] kind: Option<Vec<EnforcementKind>>,
    ) -> Answer<Vec<Enforcement>> {
        let rows = ctx.loaders().one(EnforcementsAgainst(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().filter(|row| kind.as_ref().is_none_or(|kinds| kinds.contains(&row.kind))).cloned().map(Enforcement::from).collect())
    }

    /// Its responsibility lists, the latest first, voided ones included (责任清单).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn responsibility_lists(&self, ctx: &Context<'_>) -> Answer<Vec<ResponsibilityList>> {
        let rows = ctx.loaders().one(ListsOf(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(ResponsibilityList::from).collect())
    }

    /// What the person who asks may do here (可办理的操作).
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Vec<Action> {
        let subject = actor::subject(&self.0);
        Action::ALL.iter().copied().filter(|action| !action.is_sitewide() && decide(&ctx.ledger().actor, *action, &subject).is_allowed()).collect()
    }
}

/// How an organization was classified from a day on (分类).
#[derive(Clone, SimpleObject)]
pub struct Classification {
    /// The first day on which it holds (生效日期).
    effective_on: Date,
    /// Its sectors from then on (行业领域).
    sectors: Vec<Sector>,
    /// Its traits from then on (特征).
    traits: Vec<Trait>,
    /// Why it changed (变更原因).
    reason: Option<String>,
    /// When it was recorded (登记时间).
    recorded_at: DateTime<Utc>,
}

impl From<&classification::Model> for Classification {
    fn from(row: &classification::Model) -> Self {
        Self {
            effective_on: row.effective_on.into(),
            sectors: row.sectors.0.clone(),
            traits: row.traits.0.clone(),
            reason: row.reason.clone(),
            recorded_at: row.recorded_at,
        }
    }
}
