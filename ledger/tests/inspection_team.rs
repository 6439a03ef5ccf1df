//! The team of an inspection (检查组): people of the inspecting body, sealed with it and copied by corrections.

use crate::common::{Township, day, refused, telling::inspected};
use redline_domain::InspectionKind;
use redline_entity::inspection;
use redline_ledger::{
    Context, Result,
    inspection::{Amendment, NewInspection, amend, correct, record, seal, sign},
    signature::Confirmed,
};
use uuid::Uuid;

fn visit(town: &Township, members: Vec<Uuid>) -> NewInspection {
    let unit = town.regulator;
    NewInspection { inspector: unit.id, members, ..inspected(town.plant.id, unit.head, InspectionKind::SpotCheck, "2023-06-20") }
}

async fn drafted(town: &Township, ctx: &Context, members: Vec<Uuid>) -> Result<inspection::Model> {
    town.change(async |tx| record(tx, ctx, visit(town, members)).await).await
}

async fn sealed(town: &Township, ctx: &Context, id: Uuid) -> inspection::Model {
    town.change(async |tx| sign(tx, ctx, id, &Confirmed::by_program(ctx)).await).await.expect("signed")
}

async fn intact(town: &Township, row: &inspection::Model) -> Option<bool> {
    let parts = seal::Parts::of(town.db.read(), &[row.id]).await.expect("parts").remove(&row.id).expect("its parts");
    seal::is_intact(row, &parts)
}

#[tokio::test]
async fn a_team_is_of_the_inspecting_body_on_that_day() {
    let town = Township::new().await;
    let unit = town.regulator;
    let ctx = town.person(unit.head, "2023-06-20").await;
    for stranger in [town.plant.officer, town.safety_office.officer, Uuid::from_u128(1)] {
        let outcome = drafted(&town, &ctx, vec![unit.officer, stranger]).await;
        let Err(redline_ledger::Error::Refused(refusals)) = &outcome else { panic!("{outcome:?}") };
        assert_eq!((refusals[0].code, refusals[0].field.as_deref()), ("NO_POSITION", Some("memberIds")));
    }
    let draft = drafted(&town, &ctx, vec![unit.staff, unit.officer, unit.head, unit.staff]).await.expect("recorded");
    let mut expected = vec![unit.staff, unit.officer];
    expected.sort_unstable();
    assert_eq!(draft.members.0, expected, "each once, and the leader is not named again");
    let many: Vec<Uuid> = (1..=51).map(Uuid::from_u128).collect();
    assert_eq!(refused(drafted(&town, &ctx, many[..50].to_vec()).await), ["NO_POSITION"]);
    assert_eq!(refused(drafted(&town, &ctx, many).await), ["TOO_MANY_MEMBERS"]);
    let seats = town.operator("2023-06-20");
    let late = town
        .change(async |tx| {
            let person = crate::common::person(tx, &seats, "新人").await;
            redline_ledger::person::appoint(tx, &seats, person, unit.id, redline_domain::Position::Staff, None, day("2023-06-21")).await?;
            Ok(person)
        })
        .await
        .expect("appointed");
    assert_eq!(refused(drafted(&town, &ctx, vec![late]).await), ["NO_POSITION"], "from the next day on only");
}

#[tokio::test]
async fn a_team_is_sealed_and_a_correction_has_it_too() {
    let town = Township::new().await;
    let unit = town.regulator;
    let ctx = town.person(unit.head, "2023-06-20").await;
    let draft = drafted(&town, &ctx, vec![unit.staff]).await.expect("recorded");
    let change = |members: Option<Vec<Uuid>>| Amendment { members, ..Amendment::default() };
    let amended = town.change(async |tx| amend(tx, &ctx, draft.id, change(Some(vec![unit.officer]))).await).await.expect("amended");
    assert_eq!(amended.members.0, [unit.officer]);
    let amended = town.change(async |tx| amend(tx, &ctx, draft.id, change(None)).await).await.expect("amended");
    assert_eq!(amended.members.0, [unit.officer], "what is not given stays");
    let signed = sealed(&town, &ctx, draft.id).await;
    assert_eq!(intact(&town, &signed).await, Some(true));
    for members in [vec![], vec![unit.staff], vec![unit.officer, unit.staff]] {
        assert_eq!(intact(&town, &inspection::Model { members: members.into(), ..signed.clone() }).await, Some(false));
    }
    let newer = town.change(async |tx| correct(tx, &ctx, draft.id, change(None), "补充").await).await.expect("corrected");
    assert_eq!(newer.members.0, [unit.officer]);
    let newer = town.change(async |tx| amend(tx, &ctx, newer.id, change(Some(vec![unit.officer, unit.deputy]))).await).await.expect("amended");
    assert_eq!(intact(&town, &sealed(&town, &ctx, newer.id).await).await, Some(true));
}
