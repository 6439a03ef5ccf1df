//! Who is penalised as the head (主要负责人) in a paired penalty: who was it on the day of the decision or of the violation.

use chrono::NaiveDate;
use redline_domain::{
    EnforcementKind, Position, Refusal,
    enforcement::{CLAUSE, HeadPenaltyTerms, check_head_penalty},
};
use redline_entity::{membership, organization, person};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::HeadPenalty;
use crate::{
    Result,
    actor::held_on,
    checks::{Checks, TITLE},
};

/// The head's half of a pair, put in order.
pub(super) struct Checked {
    pub(super) kind: EnforcementKind,
    pub(super) person: Option<Uuid>,
    /// The name, where the ledger does not know the person.
    pub(super) name: Option<String>,
    /// The name, for notices.
    pub(super) called: String,
    pub(super) amount_fen: Option<i64>,
    pub(super) number: Option<String>,
}

/// Checks the head's half. A document without a number of its own has that of the enterprise's.
pub(super) async fn check(
    db: &impl ConnectionTrait,
    checks: &mut Checks,
    enterprise: &organization::Model,
    head: &HeadPenalty,
    number: Option<&str>,
    days: &[NaiveDate],
) -> Result<Checked> {
    let kind = head.kind.unwrap_or(EnforcementKind::Fine);
    let own = checks.optional("headPenalty.number", head.number.as_deref(), TITLE);
    let number = own.or_else(|| number.map(str::to_owned));
    for refusal in check_head_penalty(&HeadPenaltyTerms { kind, amount: head.amount, number: number.as_deref() }) {
        checks.refuse(refusal);
    }
    let name = checks.optional("headPenalty.name", head.name.as_deref(), TITLE);
    let heads = heads(db, enterprise.id, days).await?;
    let known = match (head.person, &name) {
        (Some(id), None) => heads.iter().find(|head| head.id == id),
        (None, Some(name)) => heads.iter().find(|head| head.name == *name),
        (Some(_), Some(_)) => {
            checks.refuse(Refusal::new("TWO_HEADS", "人员和姓名只填一项。", "Give either the person or the name.").field("headPenalty.name"));
            None
        }
        (None, None) => {
            let zh = "请写明受处罚的主要负责人。";
            checks.refuse(Refusal::new("HEAD_MISSING", zh, "Name the head who is penalised.").field("headPenalty.personId").clause(CLAUSE));
            None
        }
    };
    // A head whom nobody has recorded is penalised by name.
    let unrecorded = head.person.is_none() && heads.is_empty();
    if known.is_none() && head.person.is_some() != name.is_some() && !unrecorded {
        checks.refuse(not_the_head(enterprise, &heads, head.person.is_some(), days));
    }
    Ok(Checked {
        kind,
        person: known.map(|head| head.id),
        called: known.map(|head| head.name.clone()).or_else(|| name.clone()).unwrap_or_default(),
        name: name.filter(|_| known.is_none()),
        amount_fen: head.amount.map(|fen| fen.0),
        number,
    })
}

/// Who was the head on one of the days.
async fn heads(db: &impl ConnectionTrait, enterprise: Uuid, days: &[NaiveDate]) -> Result<Vec<person::Model>> {
    let on_one = days.iter().fold(Condition::any(), |any, &day| any.add(held_on(day)));
    let seats = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(enterprise))
        .filter(membership::Column::Position.eq(Position::Head))
        .filter(on_one)
        .all(db)
        .await?;
    let people = person::Entity::find().filter(person::Column::Id.is_in(seats.iter().map(|seat| seat.person_id)));
    Ok(people.order_by_asc(person::Column::Name).order_by_asc(person::Column::Id).all(db).await?)
}

fn not_the_head(enterprise: &organization::Model, heads: &[person::Model], by_id: bool, days: &[NaiveDate]) -> Refusal {
    let listed = |separator: &str| days.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join(separator);
    let names = |separator: &str| heads.iter().map(|head| head.name.as_str()).collect::<Vec<_>>().join(separator);
    let (right_zh, right_en) = match heads {
        [] => ("没有登记的主要负责人，请改填姓名".to_owned(), "nobody is recorded as its head then; give the name instead".to_owned()),
        _ => (format!("主要负责人为{}", names("、")), format!("its head was {}", names(" or "))),
    };
    let zh = format!("此人在决定当日和违法行为当日（{}）都不是“{}”的主要负责人；{right_zh}。", listed("、"), enterprise.name);
    let en = format!("This person was not the head of \"{}\" on the day of the decision or of the violation ({}); {right_en}.", enterprise.name, listed(", "));
    Refusal::new("NOT_THE_HEAD", zh, en).field(if by_id { "headPenalty.personId" } else { "headPenalty.name" }).clause(CLAUSE)
}
