//! Who is told of an enforcement action: the head, the village and the safety office.

use redline_domain::{Audience, NoticeKind, OrganizationKind, Tale, Word, enforcement::Fen, ids::Noun};
use redline_entity::{enforcement, organization};
use sea_orm::ConnectionTrait;

use crate::{
    Context, Result, actor,
    notice::{self, About},
};

/// Tells that it was taken; of a pair in one notice, with the head's half.
pub(super) async fn taken(
    db: &impl ConnectionTrait,
    ctx: &Context,
    row: &enforcement::Model,
    of_head: Option<(&enforcement::Model, &str)>,
    target: &organization::Model,
    authority: &organization::Model,
) -> Result<()> {
    let (kind_zh, kind_en) = (row.kind.zh(), row.kind.en());
    let zh = format!("{}于{}对{}采取执法措施：{kind_zh}。", authority.name, row.decided_on, target.name);
    let en = format!("On {} {} took an enforcement action against {}: {kind_en}.", row.decided_on, authority.name, target.name);
    let mut tale = Tale::new(format!("执法措施：{kind_zh}"), format!("Enforcement action: {kind_en}")).says(zh, en);
    if let Some((_, name)) = of_head {
        tale = tale.says(format!("同时对主要负责人{name}予以处罚（一案双罚）。"), format!("Its head, {name}, is penalised as well (paired penalty)."));
    }
    if row.hazard_id.is_some() {
        tale = tale.says(
            "处罚不能代替整改（严禁以罚代管），隐患经验收合格后方可销号。",
            "No measure takes the place of the rectification: only its acceptance closes a hazard.",
        );
    }
    tale = measure(tale, row, ("措施", "Action"));
    if let Some((half, _)) = of_head {
        tale = measure(tale, half, ("主要负责人处罚", "Penalty of the head"));
    }
    tale = tale.fact_in_words("事由", "For", row.basis.zh(), row.basis.en()).fact("理由", "Reason", &row.reason).fact("法律依据", "Law", &row.legal_basis);
    if let Some(number) = &row.number {
        tale = tale.fact("文号", "Number", number);
    }
    let clause = if row.kind.needs_power() { redline_domain::enforcement::CLAUSE } else { "2.2.5" };
    send(db, ctx, row, "TAKEN", target, authority, &tale.clause(clause)).await
}

/// Tells that it was withdrawn.
pub(super) async fn withdrawn(db: &impl ConnectionTrait, ctx: &Context, row: &enforcement::Model, target: &organization::Model, reason: &str) -> Result<()> {
    let authority = actor::organization(db, row.authority_id).await?;
    let (kind_zh, kind_en) = (row.kind.zh(), row.kind.en());
    let pair = row.pair_id.is_some();
    let zh = format!("{}于{}对{}作出的“{kind_zh}”{}已撤销。", authority.name, row.decided_on, target.name, if pair { "及对主要负责人的处罚" } else { "" });
    let en = format!(
        "What {} took against {} on {} ({kind_en}) is withdrawn{}.",
        authority.name,
        target.name,
        row.decided_on,
        if pair { ", and so is the penalty of the head" } else { "" }
    );
    let tale = Tale::new(format!("撤销执法措施：{kind_zh}"), format!("Enforcement action withdrawn: {kind_en}")).says(zh, en);
    send(db, ctx, row, "WITHDRAWN", target, &authority, &tale.fact("撤销原因", "Reason", reason)).await
}

fn measure(tale: Tale, row: &enforcement::Model, (zh, en): (&str, &str)) -> Tale {
    match row.amount_fen.map(Fen) {
        Some(amount) => tale.fact_in_words(
            zh,
            en,
            format!("{}{}元（{}万元）", row.kind.zh(), amount.yuan(), amount.wan()),
            format!("{}, {} yuan", row.kind.en(), amount.yuan()),
        ),
        None => tale.fact_in_words(zh, en, row.kind.zh(), row.kind.en()),
    }
}

async fn send(
    db: &impl ConnectionTrait,
    ctx: &Context,
    row: &enforcement::Model,
    step: &str,
    target: &organization::Model,
    authority: &organization::Model,
    tale: &Tale,
) -> Result<()> {
    // The safety office is not told of what it did itself.
    let audiences: &[Audience] = match authority.kind {
        OrganizationKind::SafetyOffice => &[Audience::Head, Audience::Village],
        _ => &[Audience::Head, Audience::Village, Audience::SafetyOffice],
    };
    notice::tell(db, ctx, (NoticeKind::EnforcementTaken, About::Thing(Noun::Enforcement, row.id), step), target, audiences, tale).await
}
