//! No list of contracts, certificates or permits asks the database more often because there is more to show.

use crate::support::{Server, Town, day};
use chrono::{DateTime, Utc};
use redline_domain::{CertificateKind, CertificateState, ContractKind, PermitKind, PermitLevel, PermitState};
use redline_entity::{certificate, contract, permit};
use sea_orm::{EntityTrait, Set};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn lists_ask_as_often_for_two_hundred_rows_as_for_ten() {
    let server = Server::start().await;
    let town = Town::found(&server).await;
    let ctx = server.operator();
    let token = server.login("office").await;
    let (organization, person) = (town.enterprises[0], Some(town.person("head0")));
    let grow = async |from: usize, until: usize| {
        let db = server.app.db.begin().await.unwrap();
        for at in from..until {
            let (contract, certificate) = (ctx.id(), ctx.id());
            contract::Entity::insert(a_contract(contract, organization, person, ctx.now)).exec_without_returning(&db).await.unwrap();
            let row = a_certificate(certificate, organization, contract, person, at, ctx.now);
            certificate::Entity::insert(row).exec_without_returning(&db).await.unwrap();
            permit::Entity::insert(a_permit(ctx.id(), organization, certificate, person, ctx.now)).exec_without_returning(&db).await.unwrap();
        }
        db.commit().await.unwrap();
    };
    let contracts = "{ contracts(first: 100) { totalCount nodes { id organization { name } lastCheckedOn recordedBy { name } inForce } } }";
    let certificates = "{ certificates(first: 100) { nodes { id organization { name } holder { name role } contract { partyName } replacedBy { id } replaces { id } photos { id } recordedBy { name } } } }";
    let permits = "{ permits(first: 100) { nodes { id organization { name } operatorCertificate { number } guardian { name } appliedBy { name } decidedBy { name } closedBy { name } traitOnRecord photos { id } } } }";
    grow(0, 10).await;
    let mut few = Vec::new();
    for query in [contracts, certificates, permits] {
        few.push(server.statements(&token, query, json!({})).await);
    }
    grow(10, 200).await;
    for (query, few) in [contracts, certificates, permits].into_iter().zip(few) {
        assert_eq!(server.statements(&token, query, json!({})).await, few, "{query}");
    }
}

fn a_contract(id: Uuid, organization: Uuid, person: Option<Uuid>, now: DateTime<Utc>) -> contract::ActiveModel {
    contract::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        kind: Set(ContractKind::Tenant),
        party_name: Set("承租方".to_owned()),
        party_credit_code: Set(None),
        work: Set("库房".to_owned()),
        qualification: Set(None),
        qualification_until: Set(None),
        safety_agreement_on: Set(day("2023-01-01")),
        duties: Set("各负其责".to_owned()),
        since: Set(day("2023-01-01")),
        until: Set(None),
        ended_on: Set(None),
        ended_reason: Set(None),
        recorded_at: Set(now),
        recorded_by: Set(person),
    }
}

fn a_certificate(id: Uuid, organization: Uuid, contract: Uuid, person: Option<Uuid>, at: usize, now: DateTime<Utc>) -> certificate::ActiveModel {
    certificate::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        contract_id: Set(Some(contract)),
        holder_name: Set("钱进".to_owned()),
        person_id: Set(person),
        kind: Set(CertificateKind::Welding),
        kind_text: Set(None),
        number: Set(format!("T{at}")),
        issued_on: Set(day("2020-01-01")),
        expires_on: Set(day("2026-01-01")),
        review_due_on: Set(None),
        last_valid_on: Set(day("2026-01-01")),
        state: Set(CertificateState::Valid),
        revoked_reason: Set(None),
        replaced_by: Set(None),
        step_taken: Set(None),
        check_after: Set(None),
        failures: Set(0),
        recorded_at: Set(now),
        recorded_by: Set(person),
    }
}

fn a_permit(id: Uuid, organization: Uuid, certificate: Uuid, person: Option<Uuid>, now: DateTime<Utc>) -> permit::ActiveModel {
    permit::ActiveModel {
        id: Set(id),
        organization_id: Set(organization),
        kind: Set(PermitKind::HotWork),
        level: Set(PermitLevel::First),
        place: Set("罐区".to_owned()),
        work: Set("焊接".to_owned()),
        planned_from: Set(now),
        planned_until: Set(now),
        operator_certificate_id: Set(certificate),
        guardian_name: Set("李四".to_owned()),
        guardian_id: Set(person),
        state: Set(PermitState::Closed),
        applied_by: Set(person),
        applied_at: Set(now),
        equipment_checked_by: Set(person),
        equipment_checked_at: Set(Some(now)),
        equipment_note: Set(None),
        decided_by: Set(person),
        decided_at: Set(Some(now)),
        refused_reason: Set(None),
        closed_by: Set(person),
        closed_at: Set(Some(now)),
        closing_note: Set(None),
    }
}
