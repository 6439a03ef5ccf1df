//! Questions about contracts, certificates and permits.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use chrono::Days;
use redline_domain::{CertificateKind, CertificateState, ContractKind, PermitLevel, PermitState, Sector, ids::Noun};
use redline_entity::{certificate, contract, permit};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use crate::graphql::{
    ask::Ask,
    certificate::Certificate,
    connection::{self, Connection, Order, Page, cost},
    contract::Contract,
    date::Date,
    error::{Answer, Fault},
    id,
    permit::Permit,
    query::{
        dates::DateSpan,
        organizations::{contains, whereabouts},
    },
    visible,
};

/// Which contracts (外包外租合同筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ContractFilter {
    /// Of this kind (合同类别).
    pub kind: Option<ContractKind>,
    /// In force on this day (在该日履行).
    pub in_force_on: Option<Date>,
    /// Whose words contain this: party, work, qualification (文字).
    pub text: Option<String>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

impl ContractFilter {
    fn condition(&self) -> Answer<Condition> {
        let mut all = Condition::all().add_option(self.kind.map(|kind| contract::Column::Kind.eq(kind)));
        if let Some(on) = self.in_force_on {
            all = all.add(contract::in_force(on.0));
        }
        if let Some(text) = given(self.text.as_deref()) {
            all = all.add(contains(&[contract::Column::PartyName, contract::Column::Work, contract::Column::Qualification], text));
        }
        let organization = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")?;
        Ok(all.add_option(organization.map(|id| contract::Column::OrganizationId.eq(id))))
    }
}

/// Which certificates (特种作业证筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CertificateFilter {
    /// Of one of these kinds (作业类别).
    pub kind: Option<Vec<CertificateKind>>,
    /// Neither revoked nor replaced by a renewed one, or the contrary (是否现行).
    pub current: Option<bool>,
    /// Expired, or not yet (是否过期).
    pub expired: Option<bool>,
    /// Current ones whose last valid day comes within so many days from today, not expired yet (多少天内到期).
    pub expiring_within: Option<i32>,
    /// Whose holder's name contains this (持证人).
    pub holder: Option<String>,
    /// With this number (证号).
    pub number: Option<String>,
    /// Of people of this contract (外包合同).
    pub contract: Option<ID>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

impl CertificateFilter {
    fn condition(&self, ctx: &Context<'_>) -> Answer<Condition> {
        let today = ctx.today();
        let current = || Condition::all().add(certificate::Column::State.eq(CertificateState::Valid)).add(certificate::Column::ReplacedBy.is_null());
        let mut all = Condition::all();
        if let Some(kinds) = &self.kind {
            all = all.add(certificate::Column::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(wanted) = self.current {
            all = all.add(if wanted { current() } else { current().not() });
        }
        if let Some(expired) = self.expired {
            let last = certificate::Column::LastValidOn;
            all = all.add(if expired { last.lt(today) } else { last.gte(today) });
        }
        if let Some(days) = self.expiring_within {
            let until = u64::try_from(days).ok().and_then(|days| today.checked_add_days(Days::new(days)));
            let until = until.ok_or_else(|| {
                let zh = "天数应为不小于 0 的整数。";
                Fault::bad_argument("filter.expiringWithin", zh, "The number of days is 0 or more.")
            })?;
            all = all.add(current()).add(certificate::Column::LastValidOn.between(today, until));
        }
        if let Some(holder) = given(self.holder.as_deref()) {
            all = all.add(contains(&[certificate::Column::HolderName], holder));
        }
        if let Some(number) = given(self.number.as_deref()) {
            all = all.add(certificate::Column::Number.eq(number));
        }
        let contract = id::take_optional(Noun::Contract, self.contract.as_ref(), "filter.contract")?;
        let organization = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")?;
        Ok(all
            .add_option(contract.map(|id| certificate::Column::ContractId.eq(id)))
            .add_option(organization.map(|id| certificate::Column::OrganizationId.eq(id))))
    }
}

/// Which permits (动火作业票筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct PermitFilter {
    /// In one of these states (作业票状态).
    pub state: Option<Vec<PermitState>>,
    /// Of one of these levels (作业级别).
    pub level: Option<Vec<PermitLevel>>,
    /// Planned to begin on a day within this span (计划开始日期).
    pub begins: Option<DateSpan>,
    /// Whose words contain this: place, work, guardian (文字).
    pub text: Option<String>,
    /// Whose work is done with this certificate (作业人员证书).
    pub certificate: Option<ID>,
    /// Of this organization (单位).
    pub organization: Option<ID>,
    /// Of enterprises of this village organization (属地嘎查村社区).
    pub village: Option<ID>,
    /// Of organizations with one of these sectors (行业领域).
    pub sector: Option<Vec<Sector>>,
    /// Of enterprises that this regulator watches over (监管单位).
    pub unit: Option<ID>,
}

impl PermitFilter {
    fn condition(&self, ctx: &Context<'_>) -> Answer<Condition> {
        let zone = ctx.ledger().site.zone;
        let mut all = Condition::all();
        if let Some(states) = &self.state {
            all = all.add(permit::Column::State.is_in(states.iter().copied()));
        }
        if let Some(levels) = &self.level {
            all = all.add(permit::Column::Level.is_in(levels.iter().copied()));
        }
        if let Some(span) = self.begins {
            let after = span.until.and_then(|until| until.0.succ_opt());
            all = all
                .add_option(span.from.map(|from| permit::Column::PlannedFrom.gte(zone.start_of(from.0))))
                .add_option(after.map(|after| permit::Column::PlannedFrom.lt(zone.start_of(after))));
        }
        if let Some(text) = given(self.text.as_deref()) {
            all = all.add(contains(&[permit::Column::Place, permit::Column::Work, permit::Column::GuardianName], text));
        }
        let certificate = id::take_optional(Noun::Certificate, self.certificate.as_ref(), "filter.certificate")?;
        let organization = id::take_optional(Noun::Organization, self.organization.as_ref(), "filter.organization")?;
        Ok(all
            .add_option(certificate.map(|id| permit::Column::OperatorCertificateId.eq(id)))
            .add_option(organization.map(|id| permit::Column::OrganizationId.eq(id))))
    }
}

/// A text that is not blank.
fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// By what contracts are sorted (外包外租合同排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum ContractOrder {
    /// The latest to begin first (最近开始在前).
    #[default]
    LatestFirst,
    /// The latest recorded first (最近登记在前).
    RecordedAtDesc,
}

/// By what certificates are sorted (特种作业证排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum CertificateOrder {
    /// The next to expire first (先到期在前).
    #[default]
    ExpiresFirst,
    /// The last to expire first (后到期在前).
    ExpiresLast,
    /// The latest recorded first (最近登记在前).
    RecordedAtDesc,
}

/// By what permits are sorted (动火作业票排序).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Enum)]
pub enum PermitOrder {
    /// The latest planned beginning first (计划时间最近在前).
    #[default]
    LatestFirst,
    /// The earliest planned beginning first (计划时间最早在前).
    EarliestFirst,
    /// The latest applied for first (最近申请在前).
    AppliedAtDesc,
}

/// Questions about contracts, certificates and permits.
#[derive(Default)]
pub struct WorkQuery;

#[Object]
impl WorkQuery {
    /// The contracts with contractors and tenants that one may see (外包外租合同列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn contracts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: ContractFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: ContractOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Contract>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::contracts(ctx.ledger(), places).filter(filter.condition()?);
        let order = match order_by {
            ContractOrder::LatestFirst => Order::descending(contract::Column::Since),
            ContractOrder::RecordedAtDesc => Order::descending(contract::Column::RecordedAt),
        };
        let list = connection::page(ctx, select, &order, &page).await?;
        Contract::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The special-operation certificates that one may see (特种作业证列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn certificates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: CertificateFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: CertificateOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Certificate>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::certificates(ctx.ledger(), places).filter(filter.condition(ctx)?);
        let order = match order_by {
            CertificateOrder::ExpiresFirst => Order::ascending(certificate::Column::LastValidOn),
            CertificateOrder::ExpiresLast => Order::descending(certificate::Column::LastValidOn),
            CertificateOrder::RecordedAtDesc => Order::descending(certificate::Column::RecordedAt),
        };
        let list = connection::page(ctx, select, &order, &page).await?;
        Certificate::ahead(ctx, &list).await?;
        Ok(list)
    }

    /// The hot-work permits that one may see (动火作业票列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    #[expect(clippy::too_many_arguments, reason = "the arguments of a list")]
    async fn permits(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: PermitFilter,
        #[graphql(desc = "In which order (排序).", default)] order_by: PermitOrder,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Permit>> {
        ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let places = whereabouts(ctx, filter.village.as_ref(), filter.sector.as_deref(), filter.unit.as_ref()).await?;
        let select = visible::permits(ctx.ledger(), places).filter(filter.condition(ctx)?);
        let order = match order_by {
            PermitOrder::LatestFirst => Order::descending(permit::Column::PlannedFrom),
            PermitOrder::EarliestFirst => Order::ascending(permit::Column::PlannedFrom),
            PermitOrder::AppliedAtDesc => Order::descending(permit::Column::AppliedAt),
        };
        let list = connection::page(ctx, select, &order, &page).await?;
        Permit::ahead(ctx, &list).await?;
        Ok(list)
    }
}
