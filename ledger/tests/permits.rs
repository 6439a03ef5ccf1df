//! Hot-work permits: an approver, a guardian, an operator whose certificate is valid on that day, equipment that was checked.

use crate::common::{Township, day, refused};
use chrono::{DateTime, Duration, Utc};
use redline_domain::{CertificateKind, ContractKind, PermitLevel, PermitState, ids::Noun};
use redline_entity::{ledger_event, permit as row};
use redline_ledger::{
    Context, Error, Result,
    certificate::{self, NewCertificate, Term},
    contract::{self, NewContract, Terms},
    permit::{self, NewPermit},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

struct Story {
    town: Township,
    /// The welding certificate of 孙亮, of the staff, valid until 2023-06-21.
    welder: Uuid,
}

impl Story {
    async fn begin() -> Self {
        let town = Township::new().await;
        let mut story = Self { town, welder: Uuid::nil() };
        story.welder = story.certificate(|new| new.person = Some(story.town.plant.staff)).await;
        story
    }

    async fn certificate(&self, more: impl FnOnce(&mut NewCertificate)) -> Uuid {
        let mut new = NewCertificate {
            organization: self.town.plant.id,
            contract: None,
            person: None,
            holder_name: Some("钱进".to_owned()),
            kind: CertificateKind::Welding,
            kind_text: None,
            number: "T1".to_owned(),
            term: Term { issued_on: day("2020-06-22"), expires_on: day("2023-06-21"), review_due_on: None },
            photos: Vec::new(),
        };
        more(&mut new);
        let ctx = self.town.person(self.town.plant.officer, "2023-06-01").await;
        self.town.change(async |tx| certificate::record(tx, &ctx, new).await).await.expect("recorded").id
    }

    fn at(&self, on: &str, hour: u32) -> DateTime<Utc> {
        self.town.site.zone.at(day(on), hour)
    }

    /// A permit of the first level for 2023-06-20, 10 to 17 o'clock, with the deputy as guardian.
    fn planned(&self) -> NewPermit {
        NewPermit {
            organization: self.town.plant.id,
            level: PermitLevel::First,
            place: "二号罐区东侧管廊".to_owned(),
            work: "焊接蒸汽管线支架".to_owned(),
            from: self.at("2023-06-20", 10),
            until: self.at("2023-06-20", 17),
            operator_certificate: self.welder,
            guardian: Some(self.town.plant.deputy),
            guardian_name: None,
            photos: Vec::new(),
        }
    }

    /// A person at nine in the morning of 2023-06-20.
    async fn by(&self, person: Uuid) -> Context {
        self.town.person(person, "2023-06-20").await
    }

    async fn apply(&self, ctx: &Context, new: NewPermit) -> Result<row::Model> {
        self.town.change(async |tx| permit::apply(tx, ctx, new).await).await
    }

    async fn approve(&self, ctx: &Context, id: Uuid) -> Result<row::Model> {
        self.town.change(async |tx| permit::approve(tx, ctx, id).await).await
    }

    async fn close(&self, ctx: &Context, id: Uuid) -> Result<row::Model> {
        self.town.change(async |tx| permit::close(tx, ctx, id, "现场无余火，工具已收。", &[]).await).await
    }

    async fn check(&self, ctx: &Context, id: Uuid) -> Result<row::Model> {
        self.town.change(async |tx| permit::check_equipment(tx, ctx, id, "焊机接地良好，灭火器两具到位，可燃气体检测合格。", &[]).await).await
    }

    /// What the ledger says of a permit.
    async fn events(&self, id: Uuid) -> Vec<(String, String, Option<Uuid>)> {
        let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::Sequence);
        let rows = rows.all(self.town.db.read()).await.expect("events");
        rows.into_iter().map(|row| (row.subject_kind, row.action, row.actor_id)).collect()
    }

    /// A permit that was applied for by the operator and whose equipment was checked by the deputy.
    async fn ready(&self) -> Uuid {
        let id = self.apply(&self.by(self.town.plant.staff).await, self.planned()).await.expect("applied for").id;
        self.check(&self.by(self.town.plant.deputy).await, id).await.expect("checked");
        id
    }
}

fn by(action: &str, person: Uuid) -> (String, String, Option<Uuid>) {
    (Noun::Permit.to_string(), action.to_owned(), Some(person))
}

fn later(ctx: &Context, hours: i64) -> Context {
    Context::new(ctx.site.clone(), ctx.actor.clone(), ctx.now + Duration::hours(hours))
}

#[tokio::test]
async fn a_permit_is_applied_for_checked_approved_and_closed() {
    let story = Story::begin().await;
    let plant = story.town.plant;
    let id = story.ready().await;
    let approved = story.approve(&story.by(plant.officer).await, id).await.expect("approved");
    assert_eq!((approved.state, approved.decided_by, &*approved.guardian_name), (PermitState::Approved, Some(plant.officer), "王强"));
    let deputy = story.by(plant.deputy).await;
    assert_eq!(refused(story.close(&deputy, id).await), ["PERMIT_NOT_BEGUN"], "at nine, an hour before the work");
    let closed = story.close(&later(&deputy, 1), id).await.expect("closed at ten");
    assert_eq!((closed.state, closed.closed_by), (PermitState::Closed, Some(plant.deputy)));
    assert_eq!(refused(story.close(&later(&deputy, 2), id).await), ["WRONG_STATE"]);

    assert_eq!(
        story.events(id).await,
        [
            by("PERMIT_APPLIED", plant.staff),
            by("PERMIT_EQUIPMENT_CHECKED", plant.deputy),
            by("PERMIT_APPROVED", plant.officer),
            by("PERMIT_CLOSED", plant.deputy)
        ]
    );
}

#[tokio::test]
async fn a_permit_without_a_guardian_or_with_the_operator_as_his_own_is_refused() {
    let story = Story::begin().await;
    let staff = story.by(story.town.plant.staff).await;
    let with = |guardian: Option<Uuid>, name: Option<&str>| NewPermit { guardian, guardian_name: name.map(str::to_owned), ..story.planned() };
    assert_eq!(refused(story.apply(&staff, with(None, None)).await), ["GUARDIAN_MISSING"]);
    assert_eq!(refused(story.apply(&staff, with(None, Some("  "))).await), ["GUARDIAN_MISSING"]);
    assert_eq!(refused(story.apply(&staff, with(Some(story.town.plant.staff), None)).await), ["GUARDIAN_IS_OPERATOR"]);
    assert_eq!(refused(story.apply(&staff, with(None, Some("孙亮"))).await), ["GUARDIAN_IS_OPERATOR"]);
    assert_eq!(refused(story.apply(&staff, with(Some(story.town.trader.staff), None)).await), ["NO_POSITION"]);
    assert_eq!(story.apply(&staff, with(None, Some(" 李四 "))).await.expect("applied for").guardian_name, "李四");
}

#[tokio::test]
async fn the_operators_certificate_is_valid_on_every_day_of_the_plan_or_the_permit_is_refused() {
    let story = Story::begin().await;
    let staff = story.by(story.town.plant.staff).await;
    let span = |from: DateTime<Utc>, until: DateTime<Utc>| NewPermit { level: PermitLevel::Second, from, until, ..story.planned() };
    story.apply(&staff, span(story.at("2023-06-20", 10), story.at("2023-06-22", 0))).await.expect("until midnight of its last day");
    let outcome = story.apply(&staff, span(story.at("2023-06-20", 10), story.at("2023-06-22", 1))).await;
    let Err(Error::Refused(refusals)) = outcome else { panic!("expected a refusal") };
    let [refusal] = &refusals[..] else { panic!("{refusals:?}") };
    assert_eq!((refusal.code, refusal.clause, refusal.field.as_deref()), ("CERTIFICATE_NOT_VALID", Some("2.1.3"), Some("operatorCertificateId")));
    let zh = refusal.message(redline_domain::Language::Zh);
    assert!(zh.contains("“孙亮”在 2023-06-22 没有有效的焊接与热切割作业证") && zh.contains("谁招请无证人员，谁负责任"), "{zh}");

    let electrician = story.certificate(|new| (new.kind, new.number) = (CertificateKind::Electrician, "D1".to_owned())).await;
    let with = |certificate| NewPermit { operator_certificate: certificate, ..story.planned() };
    assert_eq!(refused(story.apply(&staff, with(electrician)).await), ["CERTIFICATE_WRONG_KIND"]);
    assert_eq!(refused(story.apply(&staff, with(Uuid::nil())).await), ["UNKNOWN_CERTIFICATE"]);
    let other = NewPermit { organization: story.town.trader.id, guardian: Some(story.town.trader.deputy), ..story.planned() };
    let trader = story.by(story.town.trader.staff).await;
    assert_eq!(refused(story.apply(&trader, other).await), ["UNKNOWN_CERTIFICATE"], "another enterprise's certificate");
}

#[tokio::test]
async fn a_certificate_that_was_revoked_meanwhile_stops_the_approval() {
    let story = Story::begin().await;
    let officer = story.by(story.town.plant.officer).await;
    let (first, second) = (story.ready().await, story.ready().await);
    story.approve(&officer, first).await.expect("approved");
    story.town.change(async |tx| certificate::revoke(tx, &officer, story.welder, "伪造").await).await.expect("revoked");
    assert_eq!(refused(story.approve(&officer, second).await), ["CERTIFICATE_NOT_VALID"]);
}

#[tokio::test]
async fn nobody_approves_a_permit_in_which_he_has_a_part() {
    let story = Story::begin().await;
    let plant = story.town.plant;
    let own = story.apply(&story.by(plant.officer).await, story.planned()).await.expect("applied for").id;
    assert_eq!(refused(story.approve(&story.by(plant.officer).await, own).await), ["OWN_PERMIT", "EQUIPMENT_UNCHECKED"]);
    assert_eq!(refused(story.check(&story.by(plant.staff).await, own).await), ["OPERATOR_CHECKS_HIMSELF"]);
    story.check(&story.by(plant.officer).await, own).await.expect("the applicant may check");
    assert_eq!(refused(story.approve(&story.by(plant.officer).await, own).await), ["OWN_PERMIT"]);
    assert_eq!(refused(story.approve(&story.by(plant.deputy).await, own).await), ["OWN_PERMIT"], "the guardian");
    assert_eq!(refused(story.approve(&story.by(plant.staff).await, own).await), ["FORBIDDEN"]);
    assert_eq!(refused(story.approve(&story.by(story.town.safety_office.officer).await, own).await), ["FORBIDDEN"]);
    assert_eq!(refused(story.approve(&story.by(story.town.trader.head).await, own).await), ["NOT_FOUND"]);
    story.approve(&story.by(plant.head).await, own).await.expect("the head has no part in it");
}

#[tokio::test]
async fn a_permit_is_approved_up_to_its_planned_end() {
    let story = Story::begin().await;
    let officer = story.by(story.town.plant.officer).await;
    let (first, second) = (story.ready().await, story.ready().await);
    story.approve(&later(&officer, 8), first).await.expect("at 17 o'clock");
    let after = Context::new(officer.site.clone(), officer.actor.clone(), story.at("2023-06-20", 17) + Duration::minutes(1));
    assert_eq!(refused(story.approve(&after, second).await), ["PERMIT_PAST_END"]);
}

#[tokio::test]
async fn the_span_follows_the_level() {
    let story = Story::begin().await;
    let staff = story.by(story.town.plant.staff).await;
    let until = |level, until| NewPermit { level, until, ..story.planned() };
    story.apply(&staff, until(PermitLevel::Special, story.at("2023-06-20", 18))).await.expect("eight hours");
    assert_eq!(refused(story.apply(&staff, until(PermitLevel::Special, story.at("2023-06-20", 19))).await), ["SPAN_TOO_LONG"]);
    story.apply(&staff, until(PermitLevel::Second, story.at("2023-06-20", 19))).await.expect("of the second level");
    let yesterday = NewPermit { from: story.at("2023-06-19", 10), until: story.at("2023-06-19", 17), ..story.planned() };
    assert_eq!(refused(story.apply(&staff, yesterday).await), ["PERMIT_BACKDATED"]);
}

#[tokio::test]
async fn who_may_apply_refuse_and_cancel() {
    let story = Story::begin().await;
    let plant = story.town.plant;
    assert_eq!(refused(story.apply(&story.by(story.town.village.officer).await, story.planned()).await), ["FORBIDDEN"]);
    assert_eq!(refused(story.apply(&story.by(story.town.trader.staff).await, story.planned()).await), ["NOT_FOUND"]);
    let refuse = async |person: Uuid, id: Uuid, reason: &str| {
        let ctx = story.by(person).await;
        story.town.change(async |tx| permit::refuse(tx, &ctx, id, reason).await).await
    };
    let cancel = async |person: Uuid, id: Uuid, reason: &str| {
        let ctx = story.by(person).await;
        story.town.change(async |tx| permit::cancel(tx, &ctx, id, reason).await).await
    };
    let id = story.ready().await;
    assert_eq!(refused(refuse(plant.staff, id, "风大").await), ["FORBIDDEN"]);
    assert_eq!(refused(refuse(plant.officer, id, " ").await), ["REASON_MISSING"]);
    assert_eq!(refuse(plant.officer, id, "六级风").await.expect("refused").refused_reason.as_deref(), Some("六级风"));
    assert_eq!(story.events(id).await.last(), Some(&by("PERMIT_REFUSED", plant.officer)));
    assert_eq!(refused(cancel(plant.staff, id, "不做了").await), ["WRONG_STATE"]);
    assert_eq!(refused(story.check(&story.by(plant.deputy).await, id).await), ["WRONG_STATE"]);

    let id = story.apply(&story.by(plant.head).await, story.planned()).await.expect("applied for").id;
    assert_eq!(refused(cancel(plant.staff, id, "不做了").await), ["NOT_YOUR_PERMIT"]);
    assert_eq!(cancel(plant.officer, id, "雨天").await.expect("cancelled").state, PermitState::Cancelled);
    assert_eq!(story.events(id).await.last(), Some(&by("PERMIT_CANCELLED", plant.officer)));
    let id = story.ready().await;
    assert_eq!(cancel(plant.staff, id, "不做了").await.expect("the applicant").closing_note.as_deref(), Some("不做了"));

    let id = story.ready().await;
    story.approve(&story.by(plant.officer).await, id).await.expect("approved");
    let staff = later(&story.by(plant.staff).await, 2);
    assert_eq!(refused(story.close(&staff, id).await), ["NOT_GUARDIAN"], "who welded does not close");
}

#[tokio::test]
async fn a_contractors_welder_works_only_while_the_contract_is_in_force() {
    let story = Story::begin().await;
    let officer = story.town.person(story.town.plant.officer, "2023-06-01").await;
    let terms = Terms {
        party_name: "平安检修队".to_owned(),
        party_credit_code: None,
        work: "管线检修".to_owned(),
        qualification: Some("检修资质".to_owned()),
        qualification_until: None,
        safety_agreement_on: Some(day("2023-01-05")),
        duties: Some("各负其责".to_owned()),
        since: day("2023-01-06"),
        until: Some(day("2023-06-20")),
    };
    let contract = NewContract { organization: story.town.plant.id, kind: ContractKind::Contractor, terms, documents: Vec::new() };
    let contract = story.town.change(async |tx| contract::record(tx, &officer, contract).await).await.expect("recorded").id;
    let theirs = story.certificate(|new| (new.contract, new.number) = (Some(contract), "T9".to_owned())).await;
    let staff = story.by(story.town.plant.staff).await;
    let with = |until| NewPermit { operator_certificate: theirs, level: PermitLevel::Second, until, ..story.planned() };
    story.apply(&staff, with(story.at("2023-06-21", 0))).await.expect("on its last day");
    assert_eq!(refused(story.apply(&staff, with(story.at("2023-06-21", 1))).await), ["CONTRACT_NOT_IN_FORCE"]);
}

#[tokio::test]
async fn an_enterprise_that_is_not_classified_as_doing_hot_work_may_apply_and_the_ledger_says_so() {
    let story = Story::begin().await;
    let trader = story.town.trader;
    let officer = story.town.person(trader.officer, "2023-06-01").await;
    let certificate = NewCertificate {
        organization: trader.id,
        contract: None,
        person: Some(trader.staff),
        holder_name: None,
        kind: CertificateKind::Welding,
        kind_text: None,
        number: "T5".to_owned(),
        term: Term { issued_on: day("2020-06-22"), expires_on: day("2026-06-21"), review_due_on: None },
        photos: Vec::new(),
    };
    let certificate = story.town.change(async |tx| certificate::record(tx, &officer, certificate).await).await.expect("recorded").id;
    let new = NewPermit { organization: trader.id, operator_certificate: certificate, guardian: Some(trader.deputy), ..story.planned() };
    let id = story.apply(&story.by(trader.staff).await, new).await.expect("applied for").id;
    let event = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).one(story.town.db.read()).await.expect("asked");
    assert_eq!(event.expect("an event").data["traitOnRecord"], false);
}
