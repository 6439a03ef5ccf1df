//! The demonstration's township (演示用的镇): its jurisdictions, organizations and people, and how each of them is.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use redline_domain::{OrganizationKind, Position, Sector, Trait, UnifiedSocialCreditCode};
use redline_ledger::{
    Context,
    jurisdiction::{self, NewJurisdiction},
    organization::{self, NewOrganization},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    manner::Manner,
    people::{self, Seat, Staffing},
    places,
};

/// An organization of the township.
#[derive(Clone, Debug)]
pub struct Body {
    /// Its key.
    pub id: Uuid,
    /// What stands in its people's addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganizationKind,
    /// Its sectors.
    pub sectors: Vec<Sector>,
    /// Its traits.
    pub traits: Vec<Trait>,
    /// Its village, by its place in the township.
    pub village: Option<usize>,
    /// How its people are.
    pub manner: Manner,
    /// Whether it takes part.
    pub active: bool,
    /// Who holds which position.
    pub people: Vec<Seat>,
}

impl Body {
    /// Who holds a position now.
    pub fn holders(&self, position: Position) -> impl Iterator<Item = Uuid> {
        self.people.iter().filter(move |seat| seat.position == position && !seat.left).map(|seat| seat.person)
    }

    /// The head, if there is one.
    pub fn head(&self) -> Option<Uuid> {
        self.holders(Position::Head).next()
    }

    /// Who keeps the records: the safety officer, else the head, else a deputy.
    pub fn officer(&self) -> Option<Uuid> {
        [Position::SafetyOfficer, Position::Head, Position::Deputy].into_iter().find_map(|position| self.holders(position).next())
    }

    /// An officer other than somebody.
    pub fn officer_besides(&self, person: Option<Uuid>) -> Option<Uuid> {
        [Position::Head, Position::SafetyOfficer, Position::Deputy].into_iter().flat_map(|position| self.holders(position)).find(|&other| Some(other) != person)
    }
}

/// The township.
pub struct Town {
    /// All its organizations: offices, villages, units, enterprises.
    pub bodies: Vec<Body>,
    /// The first day of the action.
    pub begins_on: NaiveDate,
}

/// The places of the offices among the bodies.
pub const SAFETY_OFFICE: usize = 0;
/// The discipline office.
pub const DISCIPLINE_OFFICE: usize = 1;
/// The party office.
pub const PARTY_OFFICE: usize = 2;
/// The first village.
pub const VILLAGES: usize = 3;
/// The first unit.
pub const UNITS: usize = VILLAGES + places::VILLAGES.len();
/// The first enterprise.
pub const ENTERPRISES: usize = UNITS + places::UNITS.len();

impl Town {
    /// The enterprises that a body watches over, by their places.
    pub fn watched_by(&self, body: usize) -> Vec<usize> {
        let watcher = &self.bodies[body];
        let watched = |at: usize| {
            let enterprise = &self.bodies[at];
            enterprise.active
                && match watcher.kind {
                    OrganizationKind::Village => enterprise.village == Some(body),
                    OrganizationKind::Unit => enterprise.sectors.iter().any(|sector| watcher.sectors.contains(sector)),
                    _ => true,
                }
        };
        (ENTERPRISES..self.bodies.len()).filter(|&at| watched(at)).collect()
    }

    /// The organization with a key, by its place.
    pub fn at(&self, organization: Uuid) -> Option<usize> {
        self.bodies.iter().position(|body| body.id == organization)
    }

    /// The context in which an officer of a body acts at a moment; none: it has nobody.
    pub async fn officer_of(&self, db: &impl ConnectionTrait, ctx: &Context, body: usize) -> Result<Option<Context>> {
        match self.bodies[body].officer() {
            Some(officer) => acting(db, ctx, officer).await.map(Some),
            None => Ok(None),
        }
    }

    /// The context in which an officer of the first regulator of an enterprise acts at a moment; none: there is nobody.
    pub async fn regulator_acting(&self, db: &impl ConnectionTrait, ctx: &Context, enterprise: usize) -> Result<Option<Context>> {
        match self.regulator_of(enterprise) {
            Some(unit) => self.officer_of(db, ctx, unit).await,
            None => Ok(None),
        }
    }

    /// The first regulator of an enterprise.
    pub fn regulator_of(&self, enterprise: usize) -> Option<usize> {
        (UNITS..ENTERPRISES).find(|&unit| self.bodies[unit].sectors.iter().any(|sector| self.bodies[enterprise].sectors.contains(sector)))
    }
}

/// Founds the township: everything that was there on the eve of the action.
pub async fn found(db: &impl ConnectionTrait, ctx: &Context, seed: u64) -> Result<Town> {
    let begins_on = ctx.site.rulebook.begins_on;
    let town_path = jurisdictions(db, ctx).await?;
    let mut bodies: Vec<Body> = Vec::new();
    for (at, mut body, path, code) in plans(&town_path, seed)? {
        let new = NewOrganization {
            kind: body.kind,
            name: body.name.clone(),
            credit_code: code,
            jurisdiction_path: path,
            village: body.village.map(|village| bodies[village].id),
            address: body.village.map(|village| format!("{}{}{}号", places::TOWN.1, bodies[village].name, at * 7 % 90 + 1)),
            sectors: body.sectors.clone(),
            traits: body.traits.clone(),
            joined_on: begins_on,
        };
        let row = organization::register(db, ctx, new).await.with_context(|| body.name.clone())?;
        body.id = row.id;
        bodies.push(body);
    }
    let mut town = Town { bodies, begins_on };
    people::hire(db, ctx, &mut town, seed).await?;
    Ok(town)
}

/// A body before it is registered, with its jurisdiction and credit code.
type Plan = (usize, Body, String, Option<String>);

fn plans(town_path: &str, seed: u64) -> Result<Vec<Plan>> {
    let body = |slug: String, name: String, kind, sectors: &[Sector], traits: &[Trait], village| Body {
        id: Uuid::nil(),
        slug,
        name,
        kind,
        sectors: sectors.to_vec(),
        traits: traits.to_vec(),
        village,
        manner: Manner::Diligent,
        active: true,
        people: Vec::new(),
    };
    let town = places::TOWN.1;
    let office = |slug: &str, name: &str, kind| (body(slug.to_owned(), format!("{town}{name}"), kind, &[], &[], None), town_path.to_owned(), None);
    let mut plans = vec![
        office("anwei", "安委办", OrganizationKind::SafetyOffice),
        office("jiwei", "纪委监察办", OrganizationKind::DisciplineOffice),
        office("dangjian", "基层党建办", OrganizationKind::PartyOffice),
    ];
    for (slug, name) in places::VILLAGES {
        plans.push((body(slug.to_owned(), name.to_owned(), OrganizationKind::Village, &[], &[], None), format!("{town_path}{slug}/"), None));
    }
    for (slug, name, sectors, traits) in places::UNITS {
        plans.push((body(slug.to_owned(), format!("{town}{name}"), OrganizationKind::Unit, sectors, traits, None), town_path.to_owned(), None));
    }
    for (at, (name, sectors, traits)) in places::ENTERPRISES.into_iter().enumerate() {
        // Neighbours in the list lie in different villages, so that every village has something of everything.
        let village = VILLAGES + at * 3 % places::VILLAGES.len();
        let code = UnifiedSocialCreditCode::make(&format!("91150699MA0D{:04}", at * 137 + 1001)).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
        plans.push((
            body(format!("e{:02}", at + 1), format!("{town}{name}"), OrganizationKind::Enterprise, sectors, traits, Some(village)),
            String::new(),
            Some(code.to_string()),
        ));
    }
    Ok(plans
        .into_iter()
        .enumerate()
        .map(|(at, (mut body, path, code))| {
            body.manner = Manner::of(at, seed);
            (at, body, path, code)
        })
        .collect())
}

async fn jurisdictions(db: &impl ConnectionTrait, ctx: &Context) -> Result<String> {
    let add = async |parent: Option<&str>, (code, name): (&str, &str)| -> Result<String> {
        let new = NewJurisdiction { parent: parent.map(str::to_owned), name: name.to_owned(), code: code.to_owned() };
        Ok(jurisdiction::create(db, ctx, new).await?.path)
    };
    let county = add(None, places::COUNTY).await?;
    let town = add(Some(&county), places::TOWN).await?;
    for village in places::VILLAGES {
        add(Some(&town), village).await?;
    }
    Ok(town)
}

/// How many people of each position an organization has.
pub fn staffing(body: &Body) -> Staffing {
    let enterprise = body.kind == OrganizationKind::Enterprise;
    let deputies = match (enterprise, body.traits.contains(&Trait::Deputies)) {
        (true, true) => 2,
        (true, false) => 0,
        (false, _) => 1,
    };
    Staffing { deputies, staff: if enterprise { 2 } else { 1 } }
}

/// The context in which a person of the township acts at a moment.
pub async fn acting(db: &impl ConnectionTrait, ctx: &Context, person: Uuid) -> Result<Context> {
    let actor = redline_ledger::actor::load(db, person, ctx.today()).await?;
    Ok(Context::new(Arc::clone(&ctx.site), Arc::new(actor), ctx.now))
}
