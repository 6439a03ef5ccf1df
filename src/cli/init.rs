//! `redline init` (建站): the first jurisdictions and the safety office of a new site. All else is registered through the API.

use std::{
    fmt::{self, Display, Formatter},
    process::ExitCode,
};

use anyhow::Result;
use chrono::NaiveDate;
use clap::Args;
use redline_domain::OrganizationKind;
use redline_entity::{jurisdiction as jurisdiction_row, organization};
use redline_ledger::{
    Context, Db,
    jurisdiction::{self, NewJurisdiction},
    organization::{NewOrganization, register},
    passing::Retry,
    persist, site,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{Common, block_on};

/// What `redline init` takes.
#[derive(Args)]
#[command(after_help = "\
Example:
  redline migrate
  redline init --county 乌审旗 --county-code wushen --town 乌审召镇 --town-code wushenzhao --office 乌审召镇安委会办公室
  redline user add --name 王建国 --login wangjianguo --email wang@example.cn --organization 乌审召镇安委会办公室 --position HEAD

The office then registers villages, regulators and enterprises through the API: createJurisdiction, registerOrganization,
registerEnterprise.")]
pub struct Options {
    /// The county (旗县)
    #[arg(long)]
    county: String,
    /// Its code: small Latin letters, digits and hyphens
    #[arg(long)]
    county_code: String,
    /// The town (镇)
    #[arg(long)]
    town: String,
    /// Its code
    #[arg(long)]
    town_code: String,
    /// The name of the safety office (镇安委办)
    #[arg(long)]
    office: String,
    /// The day from which its own duties count; the action's first day if not given
    #[arg(long, value_name = "YYYY-MM-DD")]
    from: Option<NaiveDate>,
}

/// Does it.
pub fn run(common: &Common, options: Options) -> Result<ExitCode> {
    let settings = common.load(&[])?.settings;
    block_on(async {
        let site::Opened { db, site, clock } = site::open(&settings).await?;
        let joined_on = options.from.unwrap_or(site.rulebook.begins_on);
        let ctx = Context::operator(site, clock.now());
        // Another program may be writing just now.
        let (town, office) = persist(|| begin(&db, &ctx, &options, joined_on)).await?;
        println!("{} is registered for {}. Next: redline user add --organization {} --position HEAD …", office.name, town.name, office.name);
        Ok(ExitCode::SUCCESS)
    })
}

/// Why a site was not begun.
#[derive(Debug)]
enum NotBegun {
    /// It was begun before, with so many organizations.
    Begun(u64),
    /// Something of it is refused, or the database failed.
    Of(&'static str, redline_ledger::Error),
}

impl Display for NotBegun {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Begun(there) => {
                write!(f, "this database already has {there} organizations; further ones are registered by the safety office through the API")
            }
            Self::Of(what, error) => write!(f, "{what}: {error}"),
        }
    }
}

impl std::error::Error for NotBegun {}

impl Retry for NotBegun {
    fn is_worth_trying_again(&self) -> bool {
        matches!(self, Self::Of(_, error) if error.is_worth_trying_again())
    }
}

/// Registers county, town and office, or nothing.
async fn begin(
    db: &Db,
    ctx: &Context,
    options: &Options,
    joined_on: NaiveDate,
) -> std::result::Result<(jurisdiction_row::Model, organization::Model), NotBegun> {
    let of = |what| move |error| NotBegun::Of(what, error);
    let txn = db.begin().await.map_err(|error| NotBegun::Of("the site", error.into()))?;
    let there = organization::Entity::find().count(&txn).await.map_err(|error| NotBegun::Of("the site", error.into()))?;
    if there > 0 {
        return Err(NotBegun::Begun(there));
    }
    let county = NewJurisdiction { parent: None, name: options.county.clone(), code: options.county_code.clone() };
    let county = jurisdiction::create(&txn, ctx, county).await.map_err(of("the county"))?;
    let town = NewJurisdiction { parent: Some(county.path), name: options.town.clone(), code: options.town_code.clone() };
    let town = jurisdiction::create(&txn, ctx, town).await.map_err(of("the town"))?;
    let office = NewOrganization {
        kind: OrganizationKind::SafetyOffice,
        name: options.office.clone(),
        credit_code: None,
        jurisdiction_path: town.path.clone(),
        village: None,
        address: None,
        sectors: Vec::new(),
        traits: Vec::new(),
        joined_on,
    };
    let office = register(&txn, ctx, office).await.map_err(of("the safety office"))?;
    txn.commit().await.map_err(|error| NotBegun::Of("the site", error.into()))?;
    Ok((town, office))
}
