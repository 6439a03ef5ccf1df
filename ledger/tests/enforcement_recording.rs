//! Enforcement actions recorded and withdrawn: by whom, with what, and who is told.

use crate::common::{Township, day, refused, telling};
use crate::hazards::found;
use crate::penalties::{all, events, fine, head, recorded, take};
use redline_domain::{EnforcementBasis, EnforcementKind, EnforcementState, InspectionKind, NoticeKind, Trait, Word, enforcement::Fen};
use redline_entity::{json::Traits, notice, organization};
use redline_ledger::{
    enforcement::{self, NewEnforcement},
    hazard,
    inspection::NewInspection,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

fn of_kind(town: &Township, kind: EnforcementKind) -> NewEnforcement {
    NewEnforcement { kind, amount: (kind == EnforcementKind::Fine).then_some(Fen(100)), ..fine(town.plant.id, "2023-06-15") }
}

#[tokio::test]
async fn each_action_is_for_the_body_that_the_notice_names_and_refused_to_others_with_the_clause() {
    let town = Township::new().await;
    let attempt = async |who: Uuid, kind| {
        let who = town.person(who, "2023-06-15").await;
        match take(&town, &who, of_kind(&town, kind)).await {
            Ok(row) => {
                assert_eq!(row.recorded_by, who.actor.person);
                Vec::new()
            }
            refusal => refused(refusal),
        }
    };
    for &kind in EnforcementKind::ALL {
        let office = matches!(kind, EnforcementKind::Interview | EnforcementKind::BulletinNaming);
        let account = kind == EnforcementKind::Accountability;
        let denied: &[&str] = if kind.needs_power() { &["NO_ENFORCEMENT_POWER"] } else { &["FORBIDDEN"] };
        let expect = |may: bool| if may { &[] } else { denied };
        assert_eq!(attempt(town.regulator.officer, kind).await, expect(!account), "{kind}");
        assert_eq!(attempt(town.safety_office.head, kind).await, expect(office), "{kind}");
        assert_eq!(attempt(town.discipline_office.deputy, kind).await, expect(office || account), "{kind}");
        assert_eq!(attempt(town.regulator.staff, kind).await, ["FORBIDDEN"], "{kind}");
        assert_eq!(attempt(town.village.head, kind).await, denied, "{kind}");
        assert_eq!(attempt(town.plant.head, kind).await, denied, "{kind}");
        assert_eq!(attempt(town.party_office.head, kind).await, ["NOT_FOUND"], "{kind}");
        assert_eq!(attempt(town.trader.head, kind).await, ["NOT_FOUND"], "{kind}");
    }
    let clauses = async |kind| {
        let office = town.person(town.safety_office.head, "2023-06-15").await;
        let Err(redline_ledger::Error::Refused(refusals)) = take(&town, &office, of_kind(&town, kind)).await else { panic!("not refused") };
        refusals[0].clause
    };
    assert_eq!((clauses(EnforcementKind::Fine).await, clauses(EnforcementKind::Accountability).await), (Some("3.3"), Some("2.2.5")));
}

#[tokio::test]
async fn a_unit_without_enforcement_power_may_not_and_may_once_it_has_it() {
    let town = Township::new().await;
    let set = async |traits: Vec<Trait>| {
        let mut row = town.organization(town.regulator.id).await.into_active_model();
        row.traits = Set(Traits(traits));
        town.change(async |tx| Ok(row.update(tx).await?)).await.expect("updated");
    };
    set(Vec::new()).await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    assert_eq!(refused(take(&town, &officer, of_kind(&town, EnforcementKind::CorrectionOrder)).await), ["NO_ENFORCEMENT_POWER"]);
    set(vec![Trait::EnforcementPower]).await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    recorded(&town, &officer, of_kind(&town, EnforcementKind::CorrectionOrder)).await;
}

#[tokio::test]
async fn one_acts_in_the_name_of_ones_own_organization_and_the_program_in_that_of_one_that_may() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let by = |authority: Option<Uuid>| NewEnforcement { authority, ..fine(town.plant.id, "2023-06-15") };
    assert_eq!(recorded(&town, &officer, by(None)).await.authority_id, town.regulator.id);
    assert_eq!(recorded(&town, &officer, by(Some(town.regulator.id))).await.authority_id, town.regulator.id);
    assert_eq!(refused(take(&town, &officer, by(Some(town.safety_office.id))).await), ["NOT_YOUR_SEAT"]);
    let program = town.operator("2023-06-15");
    assert_eq!(refused(take(&town, &program, by(None)).await), ["AUTHORITY_MISSING"]);
    assert_eq!(refused(take(&town, &program, by(Some(town.safety_office.id))).await), ["NO_ENFORCEMENT_POWER"]);
    let elsewhere = NewEnforcement { organization: town.trader.id, ..by(Some(town.regulator.id)) };
    assert_eq!(refused(take(&town, &program, elsewhere).await), ["OUT_OF_REACH"]);
    assert_eq!(recorded(&town, &program, by(Some(town.regulator.id))).await.recorded_by, None);
}

#[tokio::test]
async fn a_fine_has_an_amount_and_a_number_and_every_action_its_law_its_reason_and_a_day_that_has_come() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let codes = async |new: NewEnforcement| match take(&town, &officer, new).await {
        Ok(_) => Vec::new(),
        refusal => refused(refusal),
    };
    let good = || fine(town.plant.id, "2023-06-15");
    assert!(codes(NewEnforcement { amount: Some(Fen(1)), ..good() }).await.is_empty());
    assert_eq!(codes(NewEnforcement { amount: Some(Fen(0)), ..good() }).await, ["BAD_AMOUNT"]);
    assert_eq!(codes(NewEnforcement { amount: None, number: Some(" ".to_owned()), ..good() }).await, ["FINE_AMOUNT_MISSING", "NUMBER_MISSING"]);
    assert_eq!(codes(NewEnforcement { kind: EnforcementKind::Warning, ..good() }).await, ["AMOUNT_NOT_TAKEN"]);
    assert!(codes(NewEnforcement { kind: EnforcementKind::Warning, amount: None, number: None, ..good() }).await.is_empty());
    assert_eq!(codes(NewEnforcement { legal_basis: String::new(), reason: " ".to_owned(), ..good() }).await, ["TEXT_MISSING", "TEXT_MISSING"]);
    assert_eq!(codes(NewEnforcement { decided_on: day("2023-06-16"), ..good() }).await, ["DATE_IN_FUTURE"]);
    assert!(codes(NewEnforcement { decided_on: day("2023-06-14"), ..good() }).await.is_empty());
    let referral = NewEnforcement { kind: EnforcementKind::ClosureReferral, amount: None, reason: String::new(), ..good() };
    assert_eq!(codes(referral).await, ["TEXT_MISSING"], "a referral gives its reason");
}

#[tokio::test]
async fn it_is_for_a_hazard_and_rests_on_a_signed_inspection_of_that_organization() {
    let town = Township::new().await;
    let trader = town.person(town.trader.officer, "2023-06-10").await;
    let plant = town.person(town.plant.officer, "2023-06-10").await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let (own, other) = town
        .change(async |tx| {
            let own = hazard::report(tx, &plant, found(town.plant.id, "2023-06-10")).await?.id;
            Ok((own, hazard::report(tx, &trader, found(town.trader.id, "2023-06-10")).await?.id))
        })
        .await
        .expect("reported");
    let visit =
        |of: Uuid| NewInspection { inspector: town.regulator.id, ..telling::inspected(of, town.regulator.officer, InspectionKind::SpotCheck, "2023-06-12") };
    let draft = telling::draft(&town, &officer, visit(town.plant.id)).await;
    let signed = telling::signed(&town, &officer, visit(town.plant.id)).await;
    let elsewhere = telling::signed(&town, &trader, telling::inspected(town.trader.id, town.trader.officer, InspectionKind::SelfCheck, "2023-06-10")).await;
    let codes = async |hazard, inspection, on: &str| match take(
        &town,
        &officer,
        NewEnforcement { hazard, apart_from_hazards: false, inspection, ..fine(town.plant.id, on) },
    )
    .await
    {
        Ok(row) => {
            assert_eq!((row.hazard_id, row.inspection_id), (hazard, inspection));
            Vec::new()
        }
        refusal => refused(refusal),
    };
    assert!(codes(Some(own), Some(signed), "2023-06-12").await.is_empty());
    assert_eq!(codes(Some(own), Some(signed), "2023-06-11").await, ["DECIDED_TOO_EARLY"]);
    assert!(codes(Some(own), None, "2023-06-10").await.is_empty());
    assert_eq!(codes(Some(own), None, "2023-06-09").await, ["DECIDED_TOO_EARLY"]);
    assert_eq!(codes(Some(other), Some(elsewhere), "2023-06-15").await, ["HAZARD_ELSEWHERE", "INSPECTION_ELSEWHERE"]);
    assert_eq!(codes(Some(Uuid::from_u128(4)), Some(draft), "2023-06-15").await, ["HAZARD_ELSEWHERE", "INSPECTION_NOT_SIGNED"]);
    // A penalty says for which hazard it is, or that it is for none; what punishes nobody need not.
    let without = |kind, amount| NewEnforcement { kind, amount, apart_from_hazards: false, ..fine(town.plant.id, "2023-06-15") };
    let Err(redline_ledger::Error::Refused(refusals)) = take(&town, &officer, without(EnforcementKind::Fine, Some(Fen(100)))).await else {
        panic!("not refused")
    };
    assert_eq!(refusals.iter().map(|refusal| (refusal.code, refusal.clause)).collect::<Vec<_>>(), [("HAZARD_MISSING", Some("2.2.3"))]);
    recorded(&town, &officer, without(EnforcementKind::CorrectionOrder, None)).await;
    let both = NewEnforcement { hazard: Some(own), ..fine(town.plant.id, "2023-06-15") };
    assert_eq!(refused(take(&town, &officer, both).await), ["HAZARD_OR_NONE"]);
}

async fn told(town: &Township, id: Uuid) -> Vec<notice::Model> {
    let rows = notice::Entity::find().filter(notice::Column::SubjectId.eq(id)).order_by_asc(notice::Column::Id).all(town.db.read()).await;
    rows.expect("notices")
}

#[tokio::test]
async fn the_head_the_village_and_the_safety_office_are_told_once_of_a_pair() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let accident = NewEnforcement { basis: EnforcementBasis::Accident, head: Some(head(town.plant.head)), ..fine(town.plant.id, "2023-06-15") };
    let row = recorded(&town, &officer, accident).await;
    let notices = told(&town, row.id).await;
    assert_eq!(notices.iter().map(|row| row.person_id).collect::<Vec<_>>(), [town.plant.head, town.village.officer, town.safety_office.officer]);
    assert!(notices.iter().all(|row| row.kind == NoticeKind::EnforcementTaken && row.step == "TAKEN"));
    assert!(told(&town, row.pair_id.expect("a pair")).await.is_empty());
    let tale = notices[0].tale.clone().expect("a tale").0;
    assert_eq!(tale.paragraphs[0].zh, "乌审召镇应急管理站于2023-06-15对红柳化工有限公司采取执法措施：罚款。");
    assert_eq!(tale.paragraphs[1].zh, "同时对主要负责人李建国予以处罚（一案双罚）。");
    let facts: Vec<_> = tale.facts.iter().map(|(label, value)| format!("{}：{}", label.zh, value.zh)).collect();
    assert_eq!(facts[..2], ["措施：罚款20000.00元（2.00万元）", "主要负责人处罚：罚款5000.00元（0.50万元）"]);
    assert_eq!(tale.clause.as_deref(), Some("2.2.3"));

    let office = town.person(town.safety_office.officer, "2023-06-15").await;
    let interview = recorded(&town, &office, of_kind(&town, EnforcementKind::Interview)).await;
    let people: Vec<_> = told(&town, interview.id).await.into_iter().map(|row| row.person_id).collect();
    assert_eq!(people, [town.plant.head, town.village.officer], "the safety office knows what it did itself");
}

#[tokio::test]
async fn the_body_that_took_it_withdraws_it_with_the_reason_and_the_pair_with_it() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let paired = NewEnforcement { head: Some(head(town.plant.head)), ..fine(town.plant.id, "2023-06-15") };
    let row = recorded(&town, &officer, paired).await;
    let withdraw = async |who: Uuid, id: Uuid, reason: &str| {
        let who = town.person(who, "2023-06-20").await;
        town.change(async |tx| enforcement::withdraw(tx, &who, id, reason).await).await
    };
    assert_eq!(refused(withdraw(town.regulator.staff, row.id, "事实不清").await), ["NOT_THE_AUTHORITY"]);
    assert_eq!(refused(withdraw(town.safety_office.head, row.id, "事实不清").await), ["NOT_THE_AUTHORITY"]);
    assert_eq!(refused(withdraw(town.trader.head, row.id, "事实不清").await), ["NOT_FOUND"]);
    assert_eq!(refused(withdraw(town.party_office.head, row.id, "事实不清").await), ["NOT_FOUND"]);
    assert_eq!(refused(withdraw(town.regulator.officer, row.id, " ").await), ["REASON_MISSING"]);
    assert_eq!(refused(withdraw(town.regulator.officer, Uuid::from_u128(4), "事实不清").await), ["NOT_FOUND"]);
    assert!(all(&town).await.iter().all(|row| row.state == EnforcementState::InForce));

    let half = row.pair_id.expect("a pair");
    let withdrawn = withdraw(town.regulator.head, half, "事实不清").await.expect("withdrawn");
    assert_eq!(withdrawn.id, half, "the half that was named is answered");
    for row in all(&town).await {
        assert_eq!((row.state, row.withdrawn_reason.as_deref(), row.withdrawn_on), (EnforcementState::Withdrawn, Some("事实不清"), Some(day("2023-06-20"))));
        assert_eq!(row.withdrawn_by, Some(town.regulator.head));
        assert_eq!(events(&town, row.id).await[1], ("ENFORCEMENT".to_owned(), "ENFORCEMENT_WITHDRAWN".to_owned(), Some(town.regulator.head)));
    }
    assert_eq!(told(&town, row.id).await.iter().filter(|notice| notice.step == "WITHDRAWN").count(), 3);
    assert_eq!(refused(withdraw(town.regulator.officer, row.id, "再次").await), ["ALREADY_WITHDRAWN"]);
}

#[tokio::test]
async fn nothing_is_taken_against_who_is_closed() {
    let town = Township::new().await;
    let officer = town.person(town.regulator.officer, "2023-06-15").await;
    let mut row = town.organization(town.plant.id).await.into_active_model();
    row.state = Set(redline_domain::OrganizationState::Closed);
    town.change(async |tx| Ok::<organization::Model, redline_ledger::Error>(row.update(tx).await?)).await.expect("updated");
    assert_eq!(refused(take(&town, &officer, fine(town.plant.id, "2023-06-15")).await), ["CLOSED"]);
}
