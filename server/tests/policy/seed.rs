//! Rows for the world (造数), written one by one, so that nothing of the server has a say in who they are for: what is everybody's and what
//! several share. What a tenant has is in `goods.rs`.

use std::collections::BTreeMap;

use redline_domain::{
    EnforcementBasis, EnforcementKind, EnforcementState, InspectionKind, Language, MailState, NoticeKind, NoticeState, Position, RecordState, ReportKind,
    TipState, contacts::Contacts, ids::Noun,
};
use redline_entity::{
    alert, checkpoint, enforcement, inspection,
    json::{ContactSheet, Modes, People, Scopes, SealedHeads, Sectors},
    key_period, mail, mail_body, notice, report, tip,
};
use redline_ledger::Context;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, Set};
use uuid::Uuid;

use super::{founding::somebody, support::day, world::Tenant};

/// Writes a row.
pub async fn put<A: ActiveModelTrait>(db: &DatabaseTransaction, row: A) {
    A::Entity::insert(row).exec_without_returning(db).await.unwrap();
}

/// What is everybody's, what the whole site has, and what the organs made: an alert, a key period, a checkpoint, bulletins, contacts, a
/// report by the public about no organization.
pub async fn shared(db: &DatabaseTransaction, ctx: &Context, safety: Uuid, next_safety: Uuid, village: Uuid) -> BTreeMap<&'static str, (Noun, Uuid)> {
    let (alert, period) = (ctx.id(), ctx.id());
    let row = alert::ActiveModel {
        id: Set(alert),
        title: Set("警示".to_owned()),
        happened_on: Set(day("2023-06-01")),
        place: Set("外省".to_owned()),
        summary: Set("经过".to_owned()),
        lessons: Set("教训".to_owned()),
        sectors: Set(Sectors::default()),
        issued_by_organization: Set(Some(safety)),
        issued_on: Set(day("2023-06-02")),
        issued_at: Set(ctx.now),
        ..Default::default()
    };
    put(db, row).await;
    let row = key_period::ActiveModel {
        id: Set(period),
        name: Set("节日".to_owned()),
        from_on: Set(day("2023-07-01")),
        until_on: Set(day("2023-07-10")),
        reason: Set("值守".to_owned()),
        declared_by_organization: Set(Some(safety)),
        declared_on: Set(day("2023-06-20")),
        declared_at: Set(ctx.now),
        ..Default::default()
    };
    put(db, row).await;
    let word = || Set("0".to_owned());
    let row = checkpoint::ActiveModel {
        id: Set(ctx.id()),
        day: Set(day("2023-07-03")),
        made_at: Set(ctx.now),
        site: word(),
        heads: Set(SealedHeads::default()),
        events: Set(0),
        digest: word(),
        public_key: word(),
        signature: word(),
    };
    put(db, row).await;
    for office in [safety, next_safety] {
        put(db, report(ctx, office, ReportKind::Bulletin, "月通报")).await;
    }
    let contacts = Contacts {
        deputy_name: "王强".to_owned(),
        deputy_title: "副主任".to_owned(),
        deputy_phone: "0477-7581234".to_owned(),
        contact_name: "赵敏".to_owned(),
        contact_title: "安全员".to_owned(),
        contact_mobile: "13900000002".to_owned(),
        contact_email: "contact@example.cn".to_owned(),
    };
    put(db, report::ActiveModel { contacts: Set(Some(ContactSheet(contacts))), ..report(ctx, village, ReportKind::Contacts, "联系人") }).await;
    put(db, tip(ctx, None, "某处".to_owned())).await;
    BTreeMap::from([("Alert", (Noun::Alert, alert)), ("KeyPeriod", (Noun::KeyPeriod, period))])
}

pub fn report(ctx: &Context, organization: Uuid, kind: ReportKind, content: &str) -> report::ActiveModel {
    report::ActiveModel {
        id: Set(ctx.id()),
        organization_id: Set(organization),
        kind: Set(kind),
        period_on: Set(day("2023-06-20")),
        content: Set(content.to_owned()),
        submitted_on: Set(day("2023-06-20")),
        state: Set(RecordState::Signed),
        recorded_at: Set(ctx.now),
        ..Default::default()
    }
}

pub fn tip(ctx: &Context, about: Option<Uuid>, text: String) -> tip::ActiveModel {
    let id = ctx.id();
    tip::ActiveModel {
        id: Set(id),
        receipt_hash: Set(id.to_string()),
        organization_id: Set(about),
        place: Set(Some(text.clone())),
        text: Set(text),
        employee: Set(true),
        state: Set(TipState::Received),
        received_at: Set(ctx.now),
        ..Default::default()
    }
}

pub fn inspection(ctx: &Context, organization: Uuid, by: (Uuid, Uuid), state: RecordState, summary: String) -> inspection::ActiveModel {
    inspection::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(InspectionKind::HeadLed),
        organization_id: Set(organization),
        inspector_id: Set(by.0),
        leader_id: Set(by.1),
        members: Set(People::default()),
        occurred_on: Set(day("2023-06-20")),
        modes: Set(Modes::default()),
        scopes: Set(Scopes::default()),
        summary: Set(summary),
        state: Set(state),
        signed_by: Set((state == RecordState::Signed).then_some(by.1)),
        signed_at: Set((state == RecordState::Signed).then_some(ctx.now)),
        recorded_at: Set(ctx.now),
        ..Default::default()
    }
}

pub fn enforcement(ctx: &Context, organization: Uuid, authority: Uuid, reason: String) -> enforcement::ActiveModel {
    enforcement::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(EnforcementKind::Interview),
        organization_id: Set(organization),
        authority_id: Set(authority),
        basis: Set(EnforcementBasis::Other),
        legal_basis: Set(reason.clone()),
        reason: Set(reason),
        decided_on: Set(day("2023-06-21")),
        state: Set(EnforcementState::InForce),
        recorded_at: Set(ctx.now),
        ..Default::default()
    }
}

/// An inspection and an enforcement action that an organization made where it otherwise sees nothing. They say nothing of the tenant.
pub async fn made(db: &DatabaseTransaction, ctx: &Context, at: Uuid, by: Uuid) {
    let leader = somebody(db, ctx, "inspector", &[]).await;
    put(db, inspection(ctx, at, (by, leader), RecordState::Signed, "联合检查".to_owned())).await;
    put(db, enforcement(ctx, at, by, "联合约谈".to_owned())).await;
}

/// A digest to a village that speaks of two tenants: nobody else sees it but who may see the notices of both.
pub async fn mixed_mail(db: &DatabaseTransaction, ctx: &Context, village: Uuid, one: &Tenant, other: &Tenant) {
    let reader = somebody(db, ctx, "reader", &[(village, Position::Staff)]).await;
    let mail = mail(db, ctx, reader, &format!("{} {}", one.canary, other.canary)).await;
    for tenant in [one, other] {
        put(db, notice(ctx, tenant.organization, reader, tenant.things["Window"].1, Some(mail))).await;
    }
}

pub async fn mail(db: &DatabaseTransaction, ctx: &Context, to: Uuid, text: &str) -> Uuid {
    let id = ctx.id();
    let row = mail::ActiveModel {
        id: Set(id),
        person_id: Set(to),
        address: Set(format!("{text}@example.com")),
        template: Set("digest".to_owned()),
        language: Set(Language::En),
        subject: Set(text.to_owned()),
        message_id: Set(id.to_string()),
        state: Set(MailState::Sent),
        attempts: Set(1),
        next_attempt_at: Set(ctx.now),
        sent_at: Set(Some(ctx.now)),
        answer: Set(Some(text.to_owned())),
        created_at: Set(ctx.now),
        ..Default::default()
    };
    put(db, row).await;
    put(db, mail_body::ActiveModel { mail_id: Set(id), text: Set(text.to_owned()), html: Set(text.to_owned()) }).await;
    id
}

pub fn notice(ctx: &Context, organization: Uuid, to: Uuid, window: Uuid, mail: Option<Uuid>) -> notice::ActiveModel {
    notice::ActiveModel {
        id: Set(ctx.id()),
        kind: Set(NoticeKind::Overdue),
        subject_id: Set(window),
        step: Set("OVERDUE+1".to_owned()),
        window_id: Set(Some(window)),
        organization_id: Set(organization),
        person_id: Set(to),
        alone: Set(false),
        state: Set(NoticeState::Sent),
        send_after: Set(ctx.now),
        mail_id: Set(mail),
        true_at: Set(ctx.now),
        noticed_at: Set(ctx.now),
        ..Default::default()
    }
}
