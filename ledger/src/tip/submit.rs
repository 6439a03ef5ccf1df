//! Making a report (提交举报), by anybody.

use chrono::NaiveDate;
use redline_domain::{Audience, NoticeKind, OrganizationKind, OrganizationState, Refusal, Tale, TipState, ids::Noun, tip::ReceiptCode};
use redline_entity::{informant, membership, organization, tip};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    CLAUSE, anonymous,
    limits::{self, Deed},
    note, proof,
};
use crate::{
    Context, Result, actor,
    attempt::Address,
    checks::{Checks, TEXT, TITLE},
    notice::{self, About},
    secret::Secret,
};

/// A report before it is made.
#[derive(Clone, Debug, Default)]
pub struct NewTip {
    /// The challenge.
    pub challenge: String,
    /// What proves the work for it.
    pub nonce: String,
    /// About which organization, if that is known.
    pub organization: Option<Uuid>,
    /// Where, in words; needed if the organization is not known.
    pub place: Option<String>,
    /// What is wrong.
    pub text: String,
    /// When it happened.
    pub happened_on: Option<NaiveDate>,
    /// Whether the reporter works there.
    pub employee: bool,
    /// The reporter's name, if he gives it.
    pub name: Option<String>,
    /// How the reporter can be reached, if he says so.
    pub contact: Option<String>,
}

/// A report that was made, and the code by which it is followed: it is shown once and kept nowhere.
#[derive(Clone, Debug)]
pub struct Submitted {
    /// The report.
    pub tip: tip::Model,
    /// The receipt code.
    pub receipt: ReceiptCode,
}

/// Makes a report. Nothing is written of who asks, but for what he says of himself.
///
/// # Errors
/// What is wrong with the proof of work, `TOO_MANY_TIPS`, `PLACE_MISSING`, missing or overlong texts, a day that cannot be.
pub async fn submit(db: &impl ConnectionTrait, ctx: &Context, address: Address, new: NewTip) -> Result<Submitted> {
    let ctx = &anonymous(ctx);
    let secret = Secret::of(db, ctx).await?;
    limits::check(db, ctx, &secret, Deed::Submitted, address).await?;
    proof::take(db, ctx, &secret, &new.challenge, &new.nonce).await?;

    let mut checks = Checks::default();
    let text = checks.text("text", &new.text, TEXT);
    let place = checks.optional("place", new.place.as_deref(), TITLE);
    let name = checks.optional("name", new.name.as_deref(), TITLE);
    let contact = checks.optional("contact", new.contact.as_deref(), TITLE);
    if new.organization.is_none() && place.is_none() {
        let zh = "请写明地点，或选择被举报的单位。";
        checks.refuse(Refusal::new("PLACE_MISSING", zh, "Say where it is, or about which organization.").field("place").clause(CLAUSE));
    }
    if let Some(day) = new.happened_on {
        checks.day(ctx, "happenedOn", day);
    }
    checks.finish()?;
    let organization = match new.organization {
        Some(id) => Some(actor::organization(db, id).await?),
        None => None,
    };

    let receipt = ReceiptCode::from_random(ctx.site.ids.bytes());
    let row = tip::ActiveModel {
        id: Set(ctx.id()),
        receipt_hash: Set(receipt.hash()),
        organization_id: Set(new.organization),
        place: Set(place),
        text: Set(text),
        happened_on: Set(new.happened_on),
        employee: Set(new.employee),
        state: Set(TipState::Received),
        hazard_id: Set(None),
        answer: Set(None),
        received_at: Set(ctx.now),
        decided_by: Set(None),
        decided_at: Set(None),
    };
    let tip = row.insert(db).await?;
    let named = name.is_some() || contact.is_some();
    if named {
        informant::ActiveModel { tip_id: Set(tip.id), name: Set(name), contact: Set(contact) }.insert(db).await?;
    }
    limits::note(db, ctx, &secret, Deed::Submitted, address).await?;
    let seal = hex::encode(Sha256::digest(&tip.text));
    note(db, ctx, tip.id, "TIP_RECEIVED", json!({ "employee": tip.employee, "named": named, "textSha256": seal })).await?;
    tell_office(db, ctx, &tip, organization.as_ref(), "RECEIVED").await?;
    Ok(Submitted { tip, receipt })
}

/// Tells the safety office that there is something to read: where, but not what.
pub(super) async fn tell_office(
    db: &impl ConnectionTrait,
    ctx: &Context,
    tip: &tip::Model,
    organization: Option<&organization::Model>,
    step: &str,
) -> Result<()> {
    let added = step != "RECEIVED";
    let place = [organization.map(|organization| organization.name.as_str()), tip.place.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("，");
    let (zh, en) =
        if added { ("举报人补充了情况", "Something was added to a report by the public") } else { ("收到一条举报", "A report by the public") };
    let tale = Tale::new(zh, en)
        .says("请登录系统查看内容并办理；举报人身份依规保密。", "Please log in to read and handle it; who reported is kept secret.")
        .fact("地点", "Place", place)
        .clause(CLAUSE);
    let concerned = concerned(db, ctx, organization).await?;
    for office in offices(db, organization).await? {
        let told = (NoticeKind::TipReceived, About::Thing(Noun::Tip, tip.id), step);
        notice::tell_but(db, ctx, told, &office, &[Audience::SafetyOffice], &tale, &concerned).await?;
    }
    Ok(())
}

/// Who holds a position in what a report is about, and so is not told of it. A report about an office is the office's.
async fn concerned(db: &impl ConnectionTrait, ctx: &Context, organization: Option<&organization::Model>) -> Result<Vec<Uuid>> {
    let Some(about) = organization.filter(|about| about.kind != OrganizationKind::SafetyOffice) else { return Ok(Vec::new()) };
    let held = membership::Entity::find()
        .select_only()
        .column(membership::Column::PersonId)
        .filter(membership::Column::OrganizationId.eq(about.id))
        .filter(actor::held_on(ctx.today()));
    Ok(held.into_tuple().all(db).await?)
}

/// The safety offices above an organization, or all, if none is known.
async fn offices(db: &impl ConnectionTrait, organization: Option<&organization::Model>) -> Result<Vec<organization::Model>> {
    let offices = organization::Entity::find()
        .filter(organization::Column::Kind.eq(OrganizationKind::SafetyOffice))
        .filter(organization::Column::State.eq(OrganizationState::Active))
        .order_by_asc(organization::Column::Id)
        .all(db)
        .await?;
    let above = |office: &organization::Model| organization.is_none_or(|about| about.jurisdiction_path.starts_with(&office.jurisdiction_path));
    Ok(offices.into_iter().filter(above).collect())
}
