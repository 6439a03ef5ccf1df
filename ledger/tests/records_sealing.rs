//! Inspections: who may record, sign, amend and void them; what becomes of their findings; the seal.

use crate::common::{Township, day, refused};
use redline_domain::{FoundBy, InspectionKind, InspectionScope, RecordState};
use redline_entity::{finding, hazard, inspection};
use redline_ledger::{
    Context, Error, Result,
    inspection::{
        Amendment, NewFinding, NewInspection, amend, record,
        seal::{self, Parts},
        sign, void,
    },
    signature::Confirmed,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

fn visit(organization: Uuid, inspector: Uuid, leader: Uuid, kind: InspectionKind) -> NewInspection {
    NewInspection {
        organization,
        inspector,
        kind,
        leader,
        occurred_on: day("2023-06-20"),
        modes: Vec::new(),
        scopes: Vec::new(),
        summary: "检查储罐区和装卸区。".to_owned(),
        findings: vec![
            NewFinding { description: "可燃气体报警器故障".to_owned(), location: Some("储罐区".to_owned()) },
            NewFinding { description: "灭火器过期".to_owned(), location: None },
        ],
        alert: None,
        contracts: Vec::new(),
        photos: Vec::new(),
        members: Vec::new(),
    }
}

async fn recorded(town: &Township, ctx: &Context, new: NewInspection) -> Result<inspection::Model> {
    town.change(async |tx| record(tx, ctx, new).await).await
}

async fn signed(town: &Township, ctx: &Context, id: Uuid) -> Result<inspection::Model> {
    town.change(async |tx| sign(tx, ctx, id, &Confirmed::by_program(ctx)).await).await
}

async fn parts(town: &Township, id: Uuid) -> Parts {
    Parts::of(town.db.read(), &[id]).await.expect("parts").remove(&id).expect("asked for")
}

async fn findings(town: &Township, id: Uuid) -> Vec<finding::Model> {
    finding::Entity::find().filter(finding::Column::InspectionId.eq(id)).order_by_asc(finding::Column::Ordinal).all(town.db.read()).await.expect("findings")
}

#[tokio::test]
async fn a_sealed_inspection_cannot_be_amended_and_a_draft_can() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let draft = recorded(&town, &ctx, visit(town.plant.id, town.plant.id, town.plant.deputy, InspectionKind::SelfCheck)).await.expect("a draft");
    assert_eq!((draft.state, &draft.seal, &draft.scopes.0), (RecordState::Draft, &None, &vec![InspectionScope::General]));
    let change = Amendment { leader: Some(town.plant.head), kind: Some(InspectionKind::HeadLed), findings: Some(Vec::new()), ..Amendment::default() };
    let amended = town.change(async |tx| amend(tx, &ctx, draft.id, change).await).await.expect("amended");
    assert_eq!((amended.leader_id, amended.kind, findings(&town, draft.id).await.len()), (town.plant.head, InspectionKind::HeadLed, 0));
    signed(&town, &ctx, draft.id).await.expect("signed");
    let change = Amendment { summary: Some("一切正常。".to_owned()), ..Amendment::default() };
    let Err(Error::Refused(refusals)) = town.change(async |tx| amend(tx, &ctx, draft.id, change).await).await else { panic!("refused") };
    assert_eq!((refusals[0].code, refusals[0].clause), ("SEALED", Some("2.2.5")));
    assert_eq!(refused(signed(&town, &ctx, draft.id).await), ["SEALED"], "nor signed twice");
}

#[tokio::test]
async fn the_seal_tells_whether_the_record_is_as_it_was_signed() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let draft = recorded(&town, &ctx, visit(town.plant.id, town.plant.id, town.plant.head, InspectionKind::HeadLed)).await.expect("a draft");
    let inspection = signed(&town, &ctx, draft.id).await.expect("signed");
    assert_eq!((inspection.signed_by, inspection.signed_at), (Some(town.plant.head), Some(ctx.now)));
    assert_eq!(inspection.seal.as_ref().map(String::len), Some(64));
    let read = inspection::Entity::find_by_id(draft.id).one(town.db.read()).await.expect("asked").expect("there");
    let parts = parts(&town, draft.id).await;
    assert_eq!(seal::is_intact(&read, &parts), Some(true), "read back, with the hazards that came of it");
    assert_eq!(seal::is_intact(&draft, &Parts::default()), None, "what was never signed has no seal");
    let mut tampered = parts.clone();
    tampered.findings[1].description.push('！');
    assert_eq!(seal::is_intact(&read, &tampered), Some(false));
    assert_eq!(seal::is_intact(&inspection::Model { occurred_on: day("2023-06-19"), ..read.clone() }, &parts), Some(false));
    assert_eq!(seal::is_intact(&inspection::Model { signed_by: Some(town.plant.deputy), ..read.clone() }, &parts), Some(false));
    assert_eq!(seal::is_intact(&inspection::Model { seal: None, ..read.clone() }, &parts), Some(false), "nor is a seal taken off");
    assert_eq!(seal::is_intact(&read, &Parts { signatures: Vec::new(), ..parts.clone() }), Some(false));
    let mut forged = parts;
    forged.signatures[0].signed_as = Some("红柳化工有限公司 安全管理人员".to_owned());
    assert_eq!(seal::is_intact(&read, &forged), Some(false), "the signature says the same in its row as in what was signed");
}

#[tokio::test]
async fn each_finding_becomes_a_hazard_found_by_who_inspected() {
    let town = Township::new().await;
    for (who, inspector, kind, found_by) in [
        (town.plant.officer, town.plant.id, InspectionKind::SelfCheck, FoundBy::SelfCheck),
        (town.regulator.staff, town.regulator.id, InspectionKind::Enforcement, FoundBy::Inspection),
        (town.discipline_office.officer, town.discipline_office.id, InspectionKind::Supervision, FoundBy::Inspection),
    ] {
        let ctx = town.person(who, "2023-06-21").await;
        let draft = recorded(&town, &ctx, visit(town.plant.id, inspector, who, kind)).await.expect("a draft");
        assert!(findings(&town, draft.id).await.iter().all(|finding| finding.hazard_id.is_none()), "not before it is signed");
        signed(&town, &ctx, draft.id).await.expect("signed");
        for finding in findings(&town, draft.id).await {
            let hazard = hazard::Entity::find_by_id(finding.hazard_id.expect("a hazard")).one(town.db.read()).await.expect("asked").expect("there");
            assert_eq!(
                (hazard.organization_id, hazard.found_by, hazard.found_on, hazard.finding_id),
                (town.plant.id, found_by, day("2023-06-20"), Some(finding.id))
            );
            assert_eq!((hazard.description, hazard.location), (finding.description, finding.location));
        }
    }
}

#[tokio::test]
async fn only_who_took_part_signs() {
    let town = Township::new().await;
    let ctx = town.person(town.regulator.officer, "2023-06-20").await;
    let draft = recorded(&town, &ctx, visit(town.plant.id, town.regulator.id, town.regulator.staff, InspectionKind::SpotCheck)).await.expect("a draft");
    for (who, expected) in
        [(town.plant.head, "TOOK_NO_PART"), (town.village.head, "TOOK_NO_PART"), (town.safety_office.head, "TOOK_NO_PART"), (town.trader.head, "NOT_FOUND")]
    {
        let other = town.person(who, "2023-06-20").await;
        assert_eq!(refused(signed(&town, &other, draft.id).await), [expected]);
    }
    let leader = town.person(town.regulator.staff, "2023-06-20").await;
    signed(&town, &leader, draft.id).await.expect("the leader, though only staff");
}

#[tokio::test]
async fn who_inspects_whom_how_is_refused_by_name() {
    let town = Township::new().await;
    let own = town.person(town.plant.officer, "2023-06-20").await;
    let unit = town.person(town.regulator.officer, "2023-06-20").await;
    let village = town.person(town.village.officer, "2023-06-20").await;
    let (plant, regulator) = (town.plant, town.regulator);
    let check = async |ctx: &Context, new: NewInspection| refused(recorded(&town, ctx, new).await);
    assert_eq!(check(&own, visit(plant.id, plant.id, town.regulator.head, InspectionKind::SelfCheck)).await, ["NO_POSITION"]);
    assert_eq!(check(&own, visit(plant.id, regulator.id, regulator.head, InspectionKind::SelfCheck)).await, ["NOT_ITS_OWN"]);
    assert_eq!(check(&own, visit(plant.id, plant.id, plant.head, InspectionKind::SpotCheck)).await, ["FORBIDDEN"]);
    assert_eq!(check(&own, visit(town.trader.id, plant.id, plant.head, InspectionKind::SpotCheck)).await, ["NOT_FOUND"]);
    assert_eq!(check(&unit, visit(plant.id, town.village.id, town.village.head, InspectionKind::SpotCheck)).await, ["NOT_YOUR_SEAT"]);
    assert_eq!(check(&unit, visit(town.trader.id, regulator.id, regulator.head, InspectionKind::SpotCheck)).await, ["NOT_FOUND"], "of another sector");
    assert_eq!(check(&unit, visit(plant.id, regulator.id, regulator.head, InspectionKind::Supervision)).await, ["FORBIDDEN"]);
    assert_eq!(
        check(&unit, NewInspection { occurred_on: day("2023-06-21"), ..visit(plant.id, regulator.id, regulator.head, InspectionKind::SpotCheck) }).await,
        ["DATE_IN_FUTURE"]
    );
    let Err(Error::Refused(refusals)) = recorded(&town, &village, visit(plant.id, town.village.id, town.village.head, InspectionKind::Enforcement)).await
    else {
        panic!("refused")
    };
    assert_eq!((refusals[0].code, refusals[0].clause, refusals[0].field.as_deref()), ("NO_ENFORCEMENT_POWER", Some("3.3"), Some("kind")));
    recorded(&town, &village, visit(plant.id, town.village.id, town.village.head, InspectionKind::Assistance)).await.expect("a village helps");
    let operator = town.operator("2023-06-20");
    recorded(&town, &operator, visit(plant.id, town.regulator.id, regulator.head, InspectionKind::Enforcement)).await.expect("the operator enters what was");
    assert_eq!(check(&operator, visit(town.trader.id, regulator.id, regulator.head, InspectionKind::SpotCheck)).await, ["OUT_OF_REACH"]);
}

#[tokio::test]
async fn a_signed_inspection_is_voided_with_a_reason_by_its_officers_or_the_safety_office() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let new = visit(town.plant.id, town.plant.id, town.plant.head, InspectionKind::HeadLed);
    let draft = recorded(&town, &ctx, new.clone()).await.expect("a draft");
    let voided = async |ctx: &Context, id: Uuid, reason: &str| town.change(async |tx| void(tx, ctx, id, reason).await).await;
    let staff = town.person(town.plant.staff, "2023-06-20").await;
    assert_eq!(refused(voided(&staff, draft.id, "").await), ["TOOK_NO_PART"]);
    let dropped = voided(&ctx, draft.id, "").await.expect("a draft needs no reason");
    assert_eq!((dropped.state, dropped.voided_reason), (RecordState::Voided, None));

    let again = recorded(&town, &ctx, new).await.expect("a draft");
    signed(&town, &ctx, again.id).await.expect("signed");
    assert_eq!(town.window(town.plant.id, "E05", "2023-06-20").await.fulfilled_on, Some(day("2023-06-20")));
    let village = town.person(town.village.head, "2023-06-20").await;
    assert_eq!(refused(voided(&village, again.id, "有误").await), ["MAY_NOT_VOID"]);
    assert_eq!(refused(voided(&ctx, again.id, " ").await), ["REASON_MISSING"]);
    let office = town.person(town.safety_office.officer, "2023-06-20").await;
    let gone = voided(&office, again.id, "当日主要负责人在外地").await.expect("voided");
    assert_eq!((gone.state, gone.voided_reason.as_deref(), gone.seal.is_some()), (RecordState::Voided, Some("当日主要负责人在外地"), true));
    assert_eq!(town.window(town.plant.id, "E05", "2023-06-20").await.fulfilled_on, None);
    assert_eq!(refused(voided(&office, again.id, "再次").await), ["ALREADY_VOIDED"]);
    assert_eq!(refused(signed(&town, &ctx, again.id).await), ["ALREADY_VOIDED"]);
}

#[tokio::test]
async fn the_visits_of_a_unit_count_for_the_unit() {
    let town = Township::new().await;
    let ctx = town.person(town.regulator.officer, "2023-06-20").await;
    let draft = recorded(&town, &ctx, visit(town.plant.id, town.regulator.id, town.regulator.officer, InspectionKind::Assistance)).await.expect("a draft");
    assert_eq!(town.window(town.regulator.id, "R06", "2023-06-20").await.fulfilled_on, None, "a draft does not count");
    signed(&town, &ctx, draft.id).await.expect("signed");
    assert_eq!(town.window(town.regulator.id, "R06", "2023-06-20").await.fulfilled_on, Some(day("2023-06-20")));
}

#[tokio::test]
async fn a_row_changed_behind_the_ledgers_back_breaks_the_seal() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let draft = recorded(&town, &ctx, visit(town.plant.id, town.plant.id, town.plant.head, InspectionKind::HeadLed)).await.expect("a draft");
    let inspection = signed(&town, &ctx, draft.id).await.expect("signed");
    let mut row = inspection.into_active_model();
    row.summary = Set("未发现问题。".to_owned());
    let forged = town.change(async |tx| Ok(row.update(tx).await?)).await.expect("forged");
    assert_eq!(seal::is_intact(&forged, &parts(&town, draft.id).await), Some(false));
}
