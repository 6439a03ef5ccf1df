//! Recording an enforcement action (登记执法措施).

use chrono::NaiveDate;
use redline_domain::{
    EnforcementBasis, EnforcementKind, EnforcementState, RecordState, Refusal,
    enforcement::{
        CLAUSE, PenaltyTerms, check_amount, check_pair,
        exemption::{check_failed, is_overdue, penalty_on_hazard},
    },
    ids::Noun,
};
use redline_entity::{enforcement, hazard, inspection, organization};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use serde_json::json;
use uuid::Uuid;

use super::{NewEnforcement, authority::authority, candidates::candidate, facts, head, tell};
use crate::{
    Context, Result, actor,
    checks::{self, Checks},
    event::{self, NewEvent},
};

/// Records an enforcement action; with a head's penalty two linked ones (一案双罚), of which the answer is the enterprise's.
///
/// A referral for closure (提请关闭) rests on the enterprise being a closure candidate by article 113(1), which is then noted with it,
/// or, where it is none, on the other grounds of article 113, which the reason has to give; the reason is asked for in any case.
///
/// # Errors
/// `NO_ENFORCEMENT_POWER`, `FORBIDDEN`, `NOT_YOUR_SEAT`, `OUT_OF_REACH`, `AUTHORITY_MISSING`; `NO_PENALTY_FOR_SELF_FOUND`,
/// `RECTIFICATION_NOT_FAILED`, `HAZARD_OR_NONE`, `PAIRED_PENALTY_MISSING`, `PAIR_NEEDS_PENALTY`, `NOT_THE_HEAD`, `HEAD_MISSING`, `TWO_HEADS`, `BAD_HEAD_PENALTY`; what [`check_amount`]
/// refuses; `HAZARD_MISSING`, `HAZARD_ELSEWHERE`, `INSPECTION_ELSEWHERE`, `INSPECTION_NOT_SIGNED`, `DECIDED_TOO_EARLY`; missing and overlong
/// texts, a day in the future, `CLOSED`.
pub async fn record(db: &impl ConnectionTrait, ctx: &Context, new: NewEnforcement) -> Result<enforcement::Model> {
    let target = actor::organization(db, new.organization).await?;
    let authority = authority(db, ctx, new.kind, new.authority, &target).await?;
    checks::not_closed(&target)?;
    let mut checks = Checks::default();
    let legal_basis = checks.text("legalBasis", &new.legal_basis, checks::TEXT);
    let reason = checks.text("reason", &new.reason, checks::TEXT);
    let number = checks.optional("number", new.number.as_deref(), checks::TITLE);
    checks.day(ctx, "decidedOn", new.decided_on);
    for refusal in check_amount(new.kind, new.amount, number.as_deref(), "") {
        checks.refuse(refusal);
    }
    let hazard = cited_hazard(db, &mut checks, &new).await?;
    let inspection = cited_inspection(db, &mut checks, &new).await?;
    let mut overdue = false;
    if let Some(hazard) = hazard.as_ref().filter(|_| new.kind.is_penalty()) {
        let considered = facts::considered(new.basis, new.decided_on, inspection.as_ref());
        let facts = facts::facts(db, ctx, hazard).await?;
        overdue = is_overdue(&facts, new.decided_on);
        let found_again = facts::self_found_before(db, ctx, hazard, &considered).await?;
        let refused = [penalty_on_hazard(&facts, &considered).err(), check_failed(&facts, &considered).err(), found_again];
        refused.into_iter().flatten().for_each(|refusal| checks.refuse(refusal));
    }
    if let Err(refusal) = check_pair(PenaltyTerms { kind: new.kind, basis: new.basis, overdue }, new.head.is_some()) {
        checks.refuse(refusal);
    }
    let head = match &new.head {
        Some(head) => {
            let days = days(&new, hazard.as_ref(), inspection.as_ref());
            Some(head::check(db, &mut checks, &target, head, number.as_deref(), &days).await?)
        }
        None => None,
    };
    checks.finish()?;

    let (id, pair) = (ctx.id(), head.as_ref().map(|_| ctx.id()));
    let row = enforcement::ActiveModel {
        id: Set(id),
        kind: Set(new.kind),
        organization_id: Set(target.id),
        person_id: Set(None),
        person_name: Set(None),
        hazard_id: Set(hazard.map(|row| row.id)),
        inspection_id: Set(inspection.map(|row| row.id)),
        authority_id: Set(authority.id),
        basis: Set(new.basis),
        legal_basis: Set(legal_basis),
        reason: Set(reason),
        number: Set(number),
        amount_fen: Set(new.amount.map(|fen| fen.0)),
        decided_on: Set(new.decided_on),
        pair_id: Set(pair),
        state: Set(EnforcementState::InForce),
        withdrawn_reason: Set(None),
        withdrawn_on: Set(None),
        withdrawn_by: Set(None),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.person),
    };
    let taken = row.clone().insert(db).await?;
    // The ground is what it was when the referral was made; penalties may be withdrawn later.
    let ground = match new.kind {
        EnforcementKind::ClosureReferral => candidate(db, target.id, new.decided_on).await?.map(|candidacy| candidacy.ground),
        _ => None,
    };
    note(db, ctx, &taken, json!({ "closureGround": ground })).await?;
    let mut called = None;
    if let (Some(head), Some(pair)) = (head, pair) {
        let row = enforcement::ActiveModel {
            id: Set(pair),
            kind: Set(head.kind),
            person_id: Set(head.person),
            person_name: Set(head.name),
            number: Set(head.number),
            amount_fen: Set(head.amount_fen),
            pair_id: Set(Some(id)),
            ..row
        };
        let of_head = row.insert(db).await?;
        note(db, ctx, &of_head, json!({ "person": of_head.person_id, "personName": of_head.person_name })).await?;
        called = Some((of_head, head.called));
    }
    tell::taken(db, ctx, &taken, called.as_ref().map(|(row, name)| (row, name.as_str())), &target, &authority).await?;
    Ok(taken)
}

/// The hazard for which it is taken, held until the transaction ends so that nobody removes it meanwhile.
async fn cited_hazard(db: &impl ConnectionTrait, checks: &mut Checks, new: &NewEnforcement) -> Result<Option<hazard::Model>> {
    let Some(id) = new.hazard else {
        if new.basis == EnforcementBasis::RectificationFailed {
            let zh = "因整治不力处罚的，应写明是哪一项隐患。";
            let en = "Where rectification failed, say of which hazard.";
            checks.refuse(Refusal::new("HAZARD_MISSING", zh, en).field("hazardId").clause(CLAUSE));
        } else if new.kind.is_penalty() && new.basis != EnforcementBasis::Accident && !new.apart_from_hazards {
            let zh = "行政处罚应写明针对哪一项隐患；确与隐患无关的，请注明“与隐患无关”。企业自查发现、已报告并正在消除的重大隐患不予处罚。";
            let en = "A penalty names the hazard for which it is imposed, or says that it is for none; a major hazard that was self-found, reported and is being removed is not penalised.";
            checks.refuse(Refusal::new("HAZARD_MISSING", zh, en).field("hazardId").clause(CLAUSE));
        }
        return Ok(None);
    };
    if new.apart_from_hazards {
        let zh = "已写明隐患的，不能再注明“与隐患无关”。";
        checks.refuse(
            Refusal::new("HAZARD_OR_NONE", zh, "It names a hazard, so it is not apart from hazards; say one of the two.")
                .field("apartFromHazards")
                .clause(CLAUSE),
        );
    }
    let hazard = hazard::Entity::find_by_id(id).filter(hazard::Column::OrganizationId.eq(new.organization)).lock_exclusive().one(db).await?;
    match &hazard {
        None => checks.refuse(elsewhere("HAZARD_ELSEWHERE", "hazardId", ("隐患", "hazard"))),
        Some(hazard) => not_before(checks, new.decided_on, hazard.found_on, ("发现隐患", "the hazard was found")),
    }
    Ok(hazard)
}

/// The inspection on which it rests, which is sealed: who inspects, signs and answers for it.
async fn cited_inspection(db: &impl ConnectionTrait, checks: &mut Checks, new: &NewEnforcement) -> Result<Option<inspection::Model>> {
    let Some(id) = new.inspection else { return Ok(None) };
    let inspection = inspection::Entity::find_by_id(id).filter(inspection::Column::OrganizationId.eq(new.organization)).one(db).await?;
    match &inspection {
        None => checks.refuse(elsewhere("INSPECTION_ELSEWHERE", "inspectionId", ("检查", "inspection"))),
        Some(inspection) if inspection.state != RecordState::Signed => {
            let zh = "执法措施所依据的检查应已签名封存（谁检查、谁签名、谁负责），请先签名。";
            let en = "The inspection on which it rests must be signed and sealed; sign it first.";
            checks.refuse(Refusal::new("INSPECTION_NOT_SIGNED", zh, en).field("inspectionId").clause("2.2.5"));
        }
        Some(inspection) => not_before(checks, new.decided_on, inspection.occurred_on, ("检查", "the inspection took place")),
    }
    Ok(inspection)
}

fn elsewhere(code: &'static str, field: &str, (zh, en): (&str, &str)) -> Refusal {
    Refusal::new(code, format!("被执法单位没有该{zh}，请选择该单位的{zh}。"), format!("The organization has no such {en}; choose one of its own.")).field(field)
}

fn not_before(checks: &mut Checks, decided_on: NaiveDate, first: NaiveDate, (zh, en): (&str, &str)) {
    if decided_on < first {
        let zh = format!("决定日期（{decided_on}）早于{zh}之日（{first}），应为{first}或以后。");
        let en = format!("The day of the decision ({decided_on}) lies before {first}, when {en}; right would be {first} or later.");
        checks.refuse(Refusal::new("DECIDED_TOO_EARLY", zh, en).field("decidedOn"));
    }
}

/// The days on which the head must have been the head: of the decision or of the violation.
fn days(new: &NewEnforcement, hazard: Option<&hazard::Model>, inspection: Option<&inspection::Model>) -> Vec<NaiveDate> {
    let mut days = vec![new.decided_on];
    days.extend(hazard.map(|row| row.found_on));
    days.extend(inspection.map(|row| row.occurred_on));
    days.sort_unstable();
    days.dedup();
    days
}

/// Writes what was taken, with what else is to be known of it.
async fn note(db: &impl ConnectionTrait, ctx: &Context, row: &enforcement::Model, more: serde_json::Value) -> Result<()> {
    let mut data = json!({
        "kind": row.kind,
        "basis": row.basis,
        "legalBasis": row.legal_basis,
        "reason": row.reason,
        "authority": row.authority_id,
        "hazard": row.hazard_id,
        "inspection": row.inspection_id,
        "number": row.number,
        "amountFen": row.amount_fen,
        "decidedOn": row.decided_on,
        "pair": row.pair_id,
    });
    if let (Some(data), serde_json::Value::Object(more)) = (data.as_object_mut(), more) {
        data.extend(more.into_iter().filter(|(_, value)| !value.is_null()));
    }
    let event = NewEvent::new(Some(row.organization_id), Noun::Enforcement, row.id, "ENFORCEMENT_TAKEN", data);
    event::append(db, ctx, event.true_at(ctx.site.zone.start_of(row.decided_on))).await
}

/// Both rows of a pair, or the only one, held until the transaction ends, the one that is asked for first.
pub(super) async fn with_pair(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<enforcement::Model>> {
    let either = sea_orm::Condition::any().add(enforcement::Column::Id.eq(id)).add(enforcement::Column::PairId.eq(id));
    let mut rows = enforcement::Entity::find().filter(either).lock_exclusive().all(db).await?;
    rows.sort_by_key(|row| row.id != id);
    Ok(rows)
}

/// The organization against which it is.
pub(super) async fn target(db: &impl ConnectionTrait, row: &enforcement::Model) -> Result<organization::Model> {
    actor::organization(db, row.organization_id).await
}
