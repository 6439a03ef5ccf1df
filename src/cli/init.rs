//! `redline init` (建站): the first jurisdictions and the safety office of a new site. All else is registered through the API.

use std::process::ExitCode;

use anyhow::{Context as _, Result, ensure};
use chrono::NaiveDate;
use clap::Args;
use redline_domain::OrganizationKind;
use redline_entity::organization;
use redline_ledger::{
    Context,
    jurisdiction::{self, NewJurisdiction},
    organization::{NewOrganization, register},
    site,
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
        let txn = db.begin().await?;
        let there = organization::Entity::find().count(&txn).await?;
        ensure!(there == 0, "this database already has {there} organizations; further ones are registered by the safety office through the API");
        let county = NewJurisdiction { parent: None, name: options.county, code: options.county_code };
        let county = jurisdiction::create(&txn, &ctx, county).await.context("the county")?;
        let town = NewJurisdiction { parent: Some(county.path), name: options.town, code: options.town_code };
        let town = jurisdiction::create(&txn, &ctx, town).await.context("the town")?;
        let office = NewOrganization {
            kind: OrganizationKind::SafetyOffice,
            name: options.office,
            credit_code: None,
            jurisdiction_path: town.path,
            village: None,
            address: None,
            sectors: Vec::new(),
            traits: Vec::new(),
            joined_on,
        };
        let office = register(&txn, &ctx, office).await.context("the safety office")?;
        txn.commit().await?;
        println!("{} is registered for {}. Next: redline user add --organization {} --position HEAD …", office.name, town.name, office.name);
        Ok(ExitCode::SUCCESS)
    })
}
