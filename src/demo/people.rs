//! The people of the township, in their positions, and the logins of some.

use anyhow::Result;
use chrono::NaiveDate;
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use redline_domain::{Language, OrganizationKind, Position, contacts::GivenContacts};
use redline_ledger::{
    Context, account,
    person::{self, NewPerson},
};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{
    logins::{self, LOGINS},
    names::Names,
    township::{Body, ENTERPRISES, Town, staffing},
};

/// The domain of all addresses. No mail can ever reach it.
pub const DOMAIN: &str = "qinggele.example";

/// A position that a person holds.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Who.
    pub person: Uuid,
    /// The name.
    pub name: String,
    /// As what.
    pub position: Position,
    /// The row, by which it can be ended.
    pub membership: Uuid,
    /// Whether the person has left it.
    pub left: bool,
}

/// How many people an organization has besides its head and its safety officer.
pub struct Staffing {
    /// Deputy heads.
    pub deputies: u32,
    /// Staff.
    pub staff: u32,
}

/// Records the people of the whole township and opens the accounts of the demonstration.
pub async fn hire(db: &impl ConnectionTrait, ctx: &Context, town: &mut Town, seed: u64) -> Result<()> {
    let mut rng = StdRng::seed_from_u64(seed ^ 0x9e0b1e);
    let mut names = Names::new();
    for at in 0..town.bodies.len() {
        let Staffing { deputies, staff } = staffing(&town.bodies[at]);
        let positions = [(Position::Head, 1), (Position::SafetyOfficer, 1), (Position::Deputy, deputies), (Position::Staff, staff)];
        for (position, count) in positions {
            for ordinal in 1..=count {
                // Some have been there for years; nobody came after the action began.
                let since = NaiveDate::from_ymd_opt(rng.random_range(2015..=2022), rng.random_range(1..=12), 1).unwrap_or(town.begins_on);
                let name = names.person(&mut rng);
                let foreign = at >= ENTERPRISES && position == Position::SafetyOfficer && at % 17 == 2;
                let seat = hire_one(db, ctx, &town.bodies[at], name, position, ordinal, since, foreign).await?;
                town.bodies[at].people.push(seat);
            }
        }
    }
    let hash = account::hash_password(logins::PASSWORD)?;
    for login in LOGINS {
        if let Some(seat) = town.bodies[login.body].people.iter().find(|seat| seat.position == login.position) {
            account::open(db, ctx, seat.person, login.login, hash.clone()).await?;
        }
    }
    Ok(())
}

/// Records one person in a position.
#[expect(clippy::too_many_arguments, reason = "all that is known of a person of the demonstration")]
pub async fn hire_one(
    db: &impl ConnectionTrait,
    ctx: &Context,
    body: &Body,
    name: String,
    position: Position,
    ordinal: u32,
    since: NaiveDate,
    english: bool,
) -> Result<Seat> {
    let (word, title) = match (position, body.kind) {
        (Position::Head, OrganizationKind::Enterprise) => ("head", "总经理"),
        (Position::Head, OrganizationKind::Village) => ("head", "党支部书记"),
        (Position::Head, _) => ("head", "主任"),
        (Position::Deputy, _) => ("deputy", "副职"),
        (Position::SafetyOfficer, OrganizationKind::Enterprise) => ("safety", "安全主管"),
        (Position::SafetyOfficer, _) => ("safety", "安全专干"),
        (Position::Staff, _) => ("staff", "职员"),
    };
    let number = if ordinal == 1 { String::new() } else { ordinal.to_string() };
    let new = NewPerson {
        name,
        phone: None,
        email: Some(format!("{word}{number}.{}@{DOMAIN}", body.slug)),
        language: if english { Language::En } else { Language::Zh },
        morning_hour: None,
    };
    let person = person::create(db, ctx, new).await?;
    let membership = person::appoint(db, ctx, person.id, body.id, position, Some(title.to_owned()), since).await?;
    Ok(Seat { person: person.id, name: person.name, position, membership: membership.id, left: false })
}

/// The contacts of an organ; nobody has these numbers.
pub fn contacts(body: &Body, at: usize) -> GivenContacts {
    let named = |position: Position| {
        let seat = body.people.iter().find(|seat| seat.position == position && !seat.left);
        seat.map_or_else(|| body.name.clone(), |seat| seat.name.clone())
    };
    GivenContacts {
        deputy_name: named(Position::Deputy),
        deputy_title: "分管负责人".to_owned(),
        deputy_phone: format!("0477-70000{at:02}"),
        contact_name: named(Position::SafetyOfficer),
        contact_title: "安全专干".to_owned(),
        contact_mobile: format!("139000000{at:02}"),
        contact_email: format!("safety.{}@{DOMAIN}", body.slug),
    }
}
