//! What a tenant has besides its records (租户数据，续): contracts, certificates and permits, what the public reported of it, what its people
//! were told, a photograph.

use redline_domain::{AttachmentPurpose, CertificateKind, CertificateState, ContractKind, PermitKind, PermitLevel, PermitState, ids::Noun};
use redline_entity::{attachment, certificate, contract, informant, permit, tip_addition};
use redline_ledger::event::{self, NewEvent};
use sea_orm::Set;
use serde_json::json;
use uuid::Uuid;

use super::{
    goods::Seed,
    seed::{self, put},
    support::day,
    world::Tenant,
};

/// A contract, a certificate and a permit.
pub async fn work(at: &Seed<'_>, tenant: &mut Tenant) {
    let row = contract::ActiveModel {
        id: Set(tenant.keep("Contract", Noun::Contract, at.ctx.id())),
        organization_id: Set(at.organization),
        kind: Set(ContractKind::Tenant),
        party_name: Set(at.text("承租方")),
        work: Set(at.text("场所")),
        safety_agreement_on: Set(day("2023-06-01")),
        duties: Set(at.text("职责")),
        since: Set(day("2023-06-01")),
        recorded_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let certificate = tenant.keep("Certificate", Noun::Certificate, at.ctx.id());
    let row = certificate::ActiveModel {
        id: Set(certificate),
        organization_id: Set(at.organization),
        holder_name: Set(at.text("持证人")),
        kind: Set(CertificateKind::Welding),
        number: Set(at.text("证号")),
        issued_on: Set(day("2022-01-01")),
        expires_on: Set(day("2028-01-01")),
        last_valid_on: Set(day("2028-01-01")),
        state: Set(CertificateState::Valid),
        failures: Set(0),
        recorded_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
    let row = permit::ActiveModel {
        id: Set(tenant.keep("Permit", Noun::Permit, at.ctx.id())),
        organization_id: Set(at.organization),
        kind: Set(PermitKind::HotWork),
        level: Set(PermitLevel::Second),
        place: Set(at.text("地点")),
        work: Set(at.text("作业")),
        planned_from: Set(at.ctx.now),
        planned_until: Set(at.ctx.now),
        operator_certificate_id: Set(certificate),
        guardian_name: Set(at.text("监护人")),
        state: Set(PermitState::Applied),
        applied_at: Set(at.ctx.now),
        ..Default::default()
    };
    put(at.db, row).await;
}

/// A report by the public and who made it, a notice with its mail, a photograph that belongs to a hazard and one that belongs to nothing yet.
pub async fn told(at: &Seed<'_>, tenant: &mut Tenant, window: Uuid) {
    let row = seed::tip(at.ctx, Some(at.organization), at.text("举报"));
    let tip = tenant.keep("Tip", Noun::Tip, *row.id.as_ref());
    put(at.db, row).await;
    put(at.db, informant::ActiveModel { tip_id: Set(tip), name: at.maybe("举报人"), contact: at.maybe("电话") }).await;
    let row =
        tip_addition::ActiveModel { id: Set(at.ctx.id()), tip_id: Set(tip), from_reporter: Set(true), text: Set(at.text("补充")), added_at: Set(at.ctx.now) };
    put(at.db, row).await;
    // As the ledger writes it: of no organization, or the enterprise would see it.
    let data = json!({ "reason": at.text("办理") });
    event::append(at.db, at.ctx, NewEvent::new(None, Noun::Tip, tip, "TIP_DISMISSED", data)).await.unwrap();
    let mail = seed::mail(at.db, at.ctx, at.head, &at.text("邮件")).await;
    tenant.keep("Mail", Noun::Mail, mail);
    let row = seed::notice(at.ctx, at.organization, at.head, window, Some(mail));
    tenant.keep("Notice", Noun::Notice, *row.id.as_ref());
    put(at.db, row).await;
    for (name, of) in [("Attachment", Some(tenant.things["Hazard"].1)), ("Attachment:loose", None)] {
        let row = attachment::ActiveModel {
            id: Set(tenant.keep(name, Noun::Attachment, at.ctx.id())),
            organization_id: Set(at.organization),
            subject_kind: Set(of.map(|_| Noun::Hazard.to_string())),
            subject_id: Set(of),
            purpose: Set(of.map(|_| AttachmentPurpose::Photo)),
            file_name: Set(at.text("照片.jpg")),
            media_type: Set("image/jpeg".to_owned()),
            bytes: Set(3),
            sha256: Set("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned()),
            uploaded_by: Set(Some(at.head)),
            uploaded_at: Set(at.ctx.now),
            ..Default::default()
        };
        put(at.db, row).await;
    }
}
