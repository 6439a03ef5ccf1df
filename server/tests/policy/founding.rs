//! What the world stands on (建档): places, organizations, people in their positions, by the ledger itself.

use redline_domain::{JurisdictionKind, Language, OrganizationKind, Position, Sector, Trait};
use redline_entity::jurisdiction;
use redline_ledger::{
    Context,
    organization::{NewOrganization, register},
    person::{NewPerson, appoint, create, dismiss},
};
use sea_orm::{ActiveModelTrait, DatabaseTransaction, Set};
use uuid::Uuid;

use crate::support::day;

/// The map: two towns of one county.
pub async fn places(db: &DatabaseTransaction, ctx: &Context) {
    for (path, kind) in [
        ("/county/", JurisdictionKind::County),
        ("/county/town/", JurisdictionKind::Town),
        ("/county/next/", JurisdictionKind::Town),
        ("/county/town/v0/", JurisdictionKind::Village),
        ("/county/town/v1/", JurisdictionKind::Village),
        ("/county/next/v9/", JurisdictionKind::Village),
    ] {
        let row =
            jurisdiction::ActiveModel { id: Set(ctx.id()), parent_id: Set(None), kind: Set(kind), name: Set(path.to_owned()), path: Set(path.to_owned()) };
        row.insert(db).await.unwrap();
    }
}

/// An organization that joined in May.
#[expect(clippy::too_many_arguments, reason = "what an organization has")]
pub async fn organization(
    db: &DatabaseTransaction,
    ctx: &Context,
    kind: OrganizationKind,
    name: String,
    path: &str,
    village: Option<(Uuid, String)>,
    sectors: &[Sector],
    traits: &[Trait],
) -> Uuid {
    let (village, credit_code) = village.unzip();
    let new = NewOrganization {
        kind,
        address: village.map(|_| format!("{name} 门牌")),
        name,
        credit_code,
        jurisdiction_path: path.to_owned(),
        village,
        sectors: sectors.to_vec(),
        traits: traits.to_vec(),
        joined_on: day("2023-05-22"),
    };
    register(db, ctx, new).await.unwrap().id
}

/// A person with positions since May.
pub async fn somebody(db: &DatabaseTransaction, ctx: &Context, name: &str, seats: &[(Uuid, Position)]) -> Uuid {
    let mail = name.to_ascii_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-', "");
    let new = NewPerson {
        name: name.to_owned(),
        phone: Some("13900001234".to_owned()),
        email: Some(format!("a@{mail}.example.com")),
        language: Language::En,
        morning_hour: None,
    };
    let person = create(db, ctx, new).await.unwrap().id;
    for (organization, position) in seats {
        appoint(db, ctx, person, *organization, *position, None, day("2023-05-01")).await.unwrap();
    }
    person
}

/// Somebody who was head until the day before.
pub async fn left(db: &DatabaseTransaction, ctx: &Context, organization: Uuid) -> Uuid {
    let person = somebody(db, ctx, "who left", &[]).await;
    let seat = appoint(db, ctx, person, organization, Position::Deputy, None, day("2023-05-01")).await.unwrap();
    dismiss(db, ctx, seat.id, day("2023-07-04")).await.unwrap();
    person
}
