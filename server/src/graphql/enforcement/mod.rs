//! Enforcement actions (执法措施) in the API.

pub mod amount;
pub mod closure;

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{
    EnforcementBasis, EnforcementKind, EnforcementState,
    enforcement::Fen,
    ids::Noun,
    permission::{Action, decide},
};
use redline_entity::enforcement;
use redline_ledger::actor;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask,
        connection::{Connection, rows_select},
        date::Date,
        enforcement::amount::YuanAmount,
        error::Answer,
        hazard::Hazard,
        id,
        inspection::Inspection,
        organization::Organization,
        participant::{Body, Participant},
    },
    loaders::{
        OrganizationKey,
        enforcement::EnforcementKey,
        records::{HazardKey, InspectionKey, NameOf, WhoKey},
    },
};

/// An enforcement action (执法措施).
#[derive(Clone)]
pub struct Enforcement(pub Arc<enforcement::Model>);

impl From<enforcement::Model> for Enforcement {
    fn from(row: enforcement::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Enforcement {
    /// An enforcement action, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(EnforcementKey(id)).await?.map(Self))
    }

    /// Reads ahead what the rows of a list of enforcement actions refer to.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn ahead(ctx: &Context<'_>, list: &Connection<Self>) -> Answer<()> {
        let loaders = ctx.loaders();
        if ["organization", "person", "personName"].iter().any(|field| rows_select(ctx, field)) {
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if rows_select(ctx, "authority") {
            loaders.ahead(list.rows().map(|row| NameOf(row.0.authority_id))).await?;
            loaders.ahead(list.rows().map(|row| OrganizationKey(row.0.authority_id))).await?;
        }
        if rows_select(ctx, "hazard") {
            loaders.ahead(list.rows().filter_map(|row| row.0.hazard_id).map(HazardKey)).await?;
        }
        if rows_select(ctx, "inspection") {
            loaders.ahead(list.rows().filter_map(|row| row.0.inspection_id).map(InspectionKey)).await?;
        }
        if rows_select(ctx, "pair") {
            loaders.ahead(list.rows().filter_map(|row| row.0.pair_id).map(EnforcementKey)).await?;
        }
        if ["person", "personName", "recordedBy", "withdrawnBy"].iter().any(|field| rows_select(ctx, field)) {
            let people: Vec<WhoKey> = list.rows().flat_map(|row| [row.0.person_id, row.0.recorded_by, row.0.withdrawn_by]).flatten().map(WhoKey).collect();
            loaders.ahead(people).await?;
        }
        Ok(())
    }

    /// Whether the person who asks may know whom a head's penalty is against: who may see the people of the enterprise.
    async fn names_head(&self, ctx: &Context<'_>) -> Answer<bool> {
        let target = ctx.loaders().one(OrganizationKey(self.0.organization_id)).await?;
        Ok(target.is_some_and(|target| decide(&ctx.ledger().actor, Action::SeePeople, &actor::subject(&target)).is_allowed()))
    }
}

/// An enforcement action (执法措施). None of them closes a hazard (严禁以罚代管).
#[Object]
impl Enforcement {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Enforcement, self.0.id)
    }

    /// What it is (措施类别).
    async fn kind(&self) -> EnforcementKind {
        self.0.kind
    }

    /// What it is, in words (措施类别说明).
    async fn kind_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.kind)
    }

    /// Whether it is an administrative penalty (是否行政处罚).
    async fn is_penalty(&self) -> bool {
        self.0.kind.is_penalty()
    }

    /// Against whom; of a head's penalty, the enterprise (被执法单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// Whether it is against the head: the other half of a paired penalty (是否对主要负责人的处罚).
    async fn of_head(&self) -> bool {
        self.0.is_of_head()
    }

    /// The head against whom it is, if the ledger knows the person and one may see the people of the enterprise (受处罚主要负责人).
    async fn person(&self, ctx: &Context<'_>) -> Answer<Option<Participant>> {
        let Some(person) = self.0.person_id else { return Ok(None) };
        let head = Participant::of(person, self.0.decided_on, self.0.organization_id);
        Ok(self.names_head(ctx).await?.then_some(head))
    }

    /// The head's name, known to the ledger or not, if one may see the people of the enterprise (受处罚主要负责人姓名).
    async fn person_name(&self, ctx: &Context<'_>) -> Answer<Option<String>> {
        if !self.0.is_of_head() || !self.names_head(ctx).await? {
            return Ok(None);
        }
        match self.0.person_id {
            Some(person) => Ok(ctx.loaders().one(WhoKey(person)).await?.map(|who| who.name.clone())),
            None => Ok(self.0.person_name.clone()),
        }
    }

    /// For which hazard, if one may see it (相关隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        Hazard::find_optional(ctx, self.0.hazard_id).await
    }

    /// The inspection on which it rests, if one may see it (依据的检查).
    async fn inspection(&self, ctx: &Context<'_>) -> Answer<Option<Inspection>> {
        match self.0.inspection_id {
            Some(id) => Inspection::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Who took it (作出单位).
    async fn authority(&self) -> Body {
        Body(self.0.authority_id)
    }

    /// What it is taken for (事由).
    async fn basis(&self) -> EnforcementBasis {
        self.0.basis
    }

    /// What it is taken for, in words (事由说明).
    async fn basis_label(&self, ctx: &Context<'_>) -> &'static str {
        ctx.label(self.0.basis)
    }

    /// The law on which it rests (法律依据).
    async fn legal_basis(&self) -> &str {
        &self.0.legal_basis
    }

    /// Why, in words (理由).
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// The number of its document (文号).
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// The amount of a fine, in yuan (罚款金额，元).
    async fn amount_yuan(&self) -> Option<YuanAmount> {
        self.0.amount_fen.map(Fen).map(YuanAmount)
    }

    /// The amount of a fine in ten thousands of yuan with two decimals, rounded half up, as tables and bulletins write it (罚款金额，万元).
    async fn amount_wan(&self) -> Option<String> {
        self.0.amount_fen.map(|fen| Fen(fen).wan())
    }

    /// The day of the decision (决定日期).
    async fn decided_on(&self) -> Date {
        self.0.decided_on.into()
    }

    /// The other half of a paired penalty: the enterprise's leads to the head's, and back (一案双罚的另一方).
    async fn pair(&self, ctx: &Context<'_>) -> Answer<Option<Enforcement>> {
        match self.0.pair_id {
            Some(id) => Self::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Whether it holds (状态).
    async fn state(&self) -> EnforcementState {
        self.0.state
    }

    /// Why it was withdrawn (撤销原因).
    async fn withdrawn_reason(&self) -> Option<&str> {
        self.0.withdrawn_reason.as_deref()
    }

    /// When it was withdrawn (撤销日期).
    async fn withdrawn_on(&self) -> Option<Date> {
        self.0.withdrawn_on.map(Date)
    }

    /// Who withdrew it (撤销人).
    async fn withdrawn_by(&self) -> Option<Participant> {
        self.0.withdrawn_by.map(|person| Participant::of(person, self.0.withdrawn_on.unwrap_or(self.0.decided_on), self.0.authority_id))
    }

    /// When it was recorded (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }

    /// Who recorded it (登记人).
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Participant> {
        Participant::who_recorded(ctx, self.0.recorded_by, self.0.recorded_at, self.0.authority_id)
    }
}
