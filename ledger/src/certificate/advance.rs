//! What the engine does with a certificate whose moment has come: everything is derived anew from its days.

use redline_domain::{
    Audience, CertificateKind, CertificateState, Language, NoticeKind, OrganizationState, Tale, Word,
    certificate::{Step, agenda},
    ids::Noun,
};
use redline_entity::{certificate, contract, organization};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::json;

use super::note;
use crate::{
    Context, Result, actor,
    audience::resolve,
    checks::held_position,
    notice::{self, About},
};

/// Tells of a certificate what is to be told by now, and says when to look again. Doing it twice changes nothing the second time.
pub async fn advance(db: &impl ConnectionTrait, ctx: &Context, certificate: certificate::Model) -> Result<()> {
    let organization = actor::organization(db, certificate.organization_id).await?;
    let stands = certificate.state == CertificateState::Valid && certificate.replaced_by.is_none() && organization.state == OrganizationState::Active;
    let (mut taken, mut next) = (certificate.step_taken, None);
    if stands {
        let ladder = &ctx.site.rulebook.settings.certificate_days;
        let before = taken.and_then(|step| u32::try_from(step).ok());
        let agenda = agenda(ladder, certificate.last_valid_on, before, ctx.today(), &ctx.site.workdays);
        if let Some(step) = agenda.take {
            take(db, ctx, &certificate, &organization, step).await?;
            taken = i32::try_from(step.number()).ok();
        }
        next = agenda.next.map(|day| ctx.site.zone.start_of(day));
    }
    let mut row = certificate.into_active_model();
    row.step_taken = Set(taken);
    row.check_after = Set(next);
    row.update(db).await?;
    Ok(())
}

async fn take(db: &impl ConnectionTrait, ctx: &Context, certificate: &certificate::Model, organization: &organization::Model, step: Step) -> Result<()> {
    let (id, last) = (certificate.id, certificate.last_valid_on);
    let about = About::Thing(Noun::Certificate, id);
    // What an earlier step has not yet told is stale.
    notice::cancel(db, about, "OVERTAKEN").await?;
    if step == Step::Expired {
        let event = crate::event::NewEvent::new(Some(organization.id), Noun::Certificate, id, "CERTIFICATE_EXPIRED", json!({ "lastValidOn": last }));
        crate::event::append(db, ctx, event.true_at(ctx.site.zone.start_of(last.succ_opt().unwrap_or(last)))).await?;
    }
    if !works_here(db, ctx, certificate).await? {
        return Ok(());
    }
    let name = match step {
        Step::Before(days) => format!("EXPIRES-{days}@{last}"),
        Step::Expired => format!("EXPIRED@{last}"),
    };
    let mut audiences = vec![Audience::Responsible, Audience::Head];
    if resolve(db, Audience::Responsible, organization, None, ctx.today()).await?.is_empty() {
        // Nobody of the enterprise can be told, not even its head: the village takes it up.
        note(db, ctx, certificate, "CERTIFICATE_AUDIENCE_MISSING", json!({ "step": name })).await?;
        audiences = vec![Audience::Village];
    }
    notice::tell(db, ctx, (NoticeKind::CertificateExpiring, about, &name), organization, &audiences, &tale(ctx, certificate, step)).await
}

/// Whether the holder still works for the enterprise, as far as it is on record. Of others' certificates it need not hear.
async fn works_here(db: &impl ConnectionTrait, ctx: &Context, certificate: &certificate::Model) -> Result<bool> {
    if let Some(id) = certificate.contract_id {
        let contract = contract::Entity::find_by_id(id).one(db).await?;
        return Ok(contract.is_some_and(|contract| contract.span().in_force(ctx.today()) || contract.since > ctx.today()));
    }
    match certificate.person_id {
        Some(person) => held_position(db, person, certificate.organization_id, ctx.today()).await,
        None => Ok(true),
    }
}

fn tale(ctx: &Context, certificate: &certificate::Model, step: Step) -> Tale {
    let (holder, number, last, today) = (&certificate.holder_name, &certificate.number, certificate.last_valid_on, ctx.today());
    let kind = |language| match (&certificate.kind_text, certificate.kind) {
        (Some(text), CertificateKind::OtherSpecial) => text.as_str(),
        (_, kind) => kind.label(language),
    };
    let (kind_zh, kind_en) = (kind(Language::Zh), kind(Language::En));
    let by_review = certificate.review_due_on == Some(last) && last < certificate.expires_on;
    let (end_zh, end_en) = if by_review { ("复审期限", "is due for review") } else { ("有效期", "expires") };
    let left = (last - today).num_days();
    let tale = match step {
        Step::Before(_) => Tale::new(format!("{holder}的{kind_zh}证{end_zh}至 {last}"), format!("{holder}'s certificate ({kind_en}) {end_en} on {last}")).says(
            format!("{holder}的{kind_zh}证（{number}）{end_zh}至 {last}（含当日），截至 {today} 还有 {left} 天。请及时办理复审换证并登记新证。"),
            format!(
                "The certificate of {holder} for {kind_en} ({number}) is valid until {last} inclusive; on {today} that is {left} more {}. Have it reviewed or renewed in time and record the new one.",
                if left == 1 { "day" } else { "days" }
            ),
        ),
        Step::Expired => Tale::new(format!("{holder}的{kind_zh}证已过期"), format!("{holder}'s certificate ({kind_en}) has expired")).says(
            format!("{holder}的{kind_zh}证（{number}）{end_zh}至 {last}，现已失效。在登记新证之前，严禁其从事该项特种作业；谁招请无证人员，谁负责任。"),
            format!(
                "The certificate of {holder} for {kind_en} ({number}) was valid until {last} and is void now. Until a new one is recorded the holder may not do such work; who employs people without certificates answers for it."
            ),
        ),
    };
    tale.fact("持证人", "Holder", holder)
        .fact_in_words("作业类别", "Kind", kind_zh, kind_en)
        .fact("证号", "Number", number)
        .fact("有效期至", "Valid until", last.to_string())
        .clause("2.1.3")
}
