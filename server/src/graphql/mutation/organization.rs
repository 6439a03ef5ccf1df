//! Changes of organizations (单位): registered, classified, suspended, resumed, closed.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use redline_domain::{OrganizationKind, Sector, Trait, ids::Noun};
use redline_ledger::organization::{self, NewOrganization};
use uuid::Uuid;

use crate::graphql::{
    ask::Ask,
    date::Date,
    error::Answer,
    mutation::{
        UserError,
        carry_out::{carry_out, given, given_optional},
    },
    organization::Organization,
};

/// What came of a change of an organization (办理结果).
#[derive(SimpleObject)]
pub struct OrganizationPayload {
    /// The organization as it now is (单位).
    organization: Option<Organization>,
    /// Why it was refused (拒绝原因).
    user_errors: Vec<UserError>,
}

impl OrganizationPayload {
    async fn of(ctx: &Context<'_>, (id, user_errors): (Option<Uuid>, Vec<UserError>)) -> Answer<Self> {
        let organization = match id {
            Some(id) => Organization::find(ctx, id).await?,
            None => None,
        };
        Ok(Self { organization, user_errors })
    }
}

/// An enterprise to be registered (登记企业).
#[derive(InputObject)]
pub struct RegisterEnterpriseInput {
    /// Its name (名称).
    name: String,
    /// Its unified social credit code, GB 32100-2015 (统一社会信用代码).
    credit_code: String,
    /// The village organization that it belongs to (属地嘎查村社区).
    village_id: ID,
    /// Where it is (地址).
    address: Option<String>,
    /// Its sectors, one at least (行业领域).
    sectors: Vec<Sector>,
    /// Its traits, on which some duties depend (特征).
    #[graphql(default)]
    traits: Vec<Trait>,
    /// The first day on which the campaign binds it; today if not given (纳入日期).
    joined_on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// An organization of any kind to be registered (登记单位).
#[derive(InputObject)]
pub struct RegisterOrganizationInput {
    /// What it is in the campaign (单位类别).
    kind: OrganizationKind,
    /// Its name (名称).
    name: String,
    /// Its unified social credit code; an enterprise must have one (统一社会信用代码).
    credit_code: Option<String>,
    /// The path of the jurisdiction in which it lies, see `jurisdictions`; an enterprise lies where its village lies (辖区路径).
    jurisdiction_path: Option<String>,
    /// The village organization that it belongs to; an enterprise must have one (属地嘎查村社区).
    village_id: Option<ID>,
    /// Where it is (地址).
    address: Option<String>,
    /// Its sectors; an enterprise and a regulator must have one at least (行业领域).
    #[graphql(default)]
    sectors: Vec<Sector>,
    /// Its traits, on which some duties depend (特征).
    #[graphql(default)]
    traits: Vec<Trait>,
    /// The first day on which the campaign binds it; today if not given (纳入日期).
    joined_on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A classification (调整分类).
#[derive(InputObject)]
pub struct ClassifyOrganizationInput {
    /// The organization (单位).
    organization_id: ID,
    /// The first day on which it holds; today if not given (生效日期).
    effective_on: Option<Date>,
    /// All its sectors from then on (行业领域).
    sectors: Vec<Sector>,
    /// All its traits from then on (特征).
    traits: Vec<Trait>,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A suspension (停产停业).
#[derive(InputObject)]
pub struct SuspendOrganizationInput {
    /// The organization (单位).
    organization_id: ID,
    /// From when on; today if not given (日期).
    on: Option<Date>,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// The end of a suspension (复产).
#[derive(InputObject)]
pub struct ResumeOrganizationInput {
    /// The organization (单位).
    organization_id: ID,
    /// From when on; today if not given (日期).
    on: Option<Date>,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// A closing for good (关闭注销).
#[derive(InputObject)]
pub struct CloseOrganizationInput {
    /// The organization (单位).
    organization_id: ID,
    /// From when on; today if not given (日期).
    on: Option<Date>,
    /// Why (原因).
    reason: String,
    /// A name of the client's for this request, so that it is carried out once (请求编号).
    request_id: Option<String>,
}

/// Changes of organizations.
#[derive(Default)]
pub struct OrganizationMutation;

#[Object]
impl OrganizationMutation {
    /// Registers an enterprise and plans its duties (登记企业); for the safety office.
    async fn register_enterprise(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The enterprise (企业).")] input: RegisterEnterpriseInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "registerEnterprise", input.request_id.clone(), |db, by| {
            let new = NewOrganization {
                kind: OrganizationKind::Enterprise,
                name: input.name,
                credit_code: Some(input.credit_code),
                jurisdiction_path: String::new(),
                village: Some(given(Noun::Organization, &input.village_id, "villageId")?),
                address: input.address,
                sectors: input.sectors,
                traits: input.traits,
                joined_on: input.joined_on.map_or_else(|| ctx.today(), Into::into),
            };
            Ok(organization::register(db, by, new).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }

    /// Registers an organization of any kind and plans its duties (登记单位); for the safety office.
    async fn register_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The organization (单位).")] input: RegisterOrganizationInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "registerOrganization", input.request_id.clone(), |db, by| {
            let new = NewOrganization {
                kind: input.kind,
                name: input.name,
                credit_code: input.credit_code,
                jurisdiction_path: input.jurisdiction_path.unwrap_or_default(),
                village: given_optional(Noun::Organization, input.village_id.as_ref(), "villageId")?,
                address: input.address,
                sectors: input.sectors,
                traits: input.traits,
                joined_on: input.joined_on.map_or_else(|| ctx.today(), Into::into),
            };
            Ok(organization::register(db, by, new).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }

    /// Classifies an organization anew from a day on (调整分类). What it owes changes on that day.
    async fn classify_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The classification (分类).")] input: ClassifyOrganizationInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "classifyOrganization", input.request_id.clone(), |db, by| {
            let id = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let on = input.effective_on.map_or_else(|| ctx.today(), Into::into);
            Ok(organization::classify(db, by, id, on, &input.sectors, &input.traits, &input.reason).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }

    /// Suspends an organization from a day on (停产停业): what it owes from then on is excused.
    async fn suspend_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From when on and why (日期、原因).")] input: SuspendOrganizationInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "suspendOrganization", input.request_id.clone(), |db, by| {
            let id = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let on = input.on.map_or_else(|| ctx.today(), Into::into);
            Ok(organization::suspend(db, by, id, on, &input.reason).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }

    /// Lets a suspended organization take part again from a day on (复产).
    async fn resume_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From when on (日期).")] input: ResumeOrganizationInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "resumeOrganization", input.request_id.clone(), |db, by| {
            let id = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let on = input.on.map_or_else(|| ctx.today(), Into::into);
            Ok(organization::resume(db, by, id, on).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }

    /// Closes an organization for good from a day on (关闭注销).
    async fn close_organization(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From when on and why (日期、原因).")] input: CloseOrganizationInput,
    ) -> Answer<OrganizationPayload> {
        let outcome = carry_out!(ctx, "closeOrganization", input.request_id.clone(), |db, by| {
            let id = given(Noun::Organization, &input.organization_id, "organizationId")?;
            let on = input.on.map_or_else(|| ctx.today(), Into::into);
            Ok(organization::close(db, by, id, on, &input.reason).await?.id)
        });
        OrganizationPayload::of(ctx, outcome).await
    }
}
