//! What each kind of report asks for, and what of it the ledger knows (报送内容).

use redline_domain::{
    HazardGrade, Period, Position, Refusal, ReportKind, Word,
    contacts::GivenContacts,
    figures::{Declaration, Progress, Snapshot},
};
use redline_entity::{hazard, json::ContactSheet, organization};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;

use super::NewReport;
use crate::{
    Context, Error, Result,
    checks::{self, Checks},
    figures::{self, View},
};

const LEDGER: &str = "2.1.1";

/// A report that says what its kind asks for.
pub(super) struct Checked {
    pub new: NewReport,
    pub content: String,
    pub contacts: Option<ContactSheet>,
    pub declaration: Option<Declaration>,
    pub coordination: Option<String>,
}

/// Whether the ledger has the figures of a kind, so that there is nothing to say but a remark.
fn has_figures(kind: ReportKind) -> bool {
    matches!(kind, ReportKind::HazardLedger | ReportKind::ProgressTable | ReportKind::Statistics | ReportKind::Bulletin)
}

pub(super) async fn check(
    db: &impl ConnectionTrait,
    ctx: &Context,
    organization: &organization::Model,
    mut new: NewReport,
    checks: &mut Checks,
) -> Result<Checked> {
    let content = match has_figures(new.kind) {
        true => checks.optional("content", Some(&new.content), checks::LONG_TEXT).unwrap_or_default(),
        false => checks.text("content", &new.content, checks::LONG_TEXT),
    };
    let contacts = contacts(new.kind, new.contacts.take(), checks);
    let declaration = match (new.kind, new.none_found) {
        (ReportKind::HazardLedger, none_found) => {
            let (declaration, ungraded) = declaration(db, ctx, organization).await?;
            declare(ctx, organization, (declaration, ungraded), none_found, checks);
            Some(declaration)
        }
        (kind, Some(_)) => {
            checks.refuse(not_of_this_kind(kind, "noneFound", "零申报", "a declaration that none was found", ReportKind::HazardLedger));
            None
        }
        (_, None) => None,
    };
    let coordination = checks.optional("coordination", new.coordination.as_deref(), checks::TEXT);
    if coordination.is_some() && new.kind != ReportKind::ProgressTable {
        let (zh, en) = ("需上级协调事项", "matters that need coordination from above");
        checks.refuse(not_of_this_kind(new.kind, "coordination", zh, en, ReportKind::ProgressTable));
    }
    Ok(Checked { new, content, contacts, declaration, coordination })
}

fn contacts(kind: ReportKind, given: Option<GivenContacts>, checks: &mut Checks) -> Option<ContactSheet> {
    match (kind, given) {
        (ReportKind::Contacts, Some(given)) => match given.check() {
            Ok(contacts) => return Some(ContactSheet(contacts)),
            Err(refusals) => refusals.into_iter().for_each(|refusal| checks.refuse(refusal)),
        },
        (ReportKind::Contacts, None) => {
            let zh = "请填写联系人回执（附件4）：分管负责人的姓名、职务、电话，联系人的姓名、职务、手机、邮箱。";
            let en = "Give the contacts (annex 4): name, title and telephone of the deputy in charge; name, title, mobile and mail address of the contact.";
            checks.refuse(Refusal::new("CONTACTS_MISSING", zh, en).field("contacts").clause("4.3"));
        }
        (kind, Some(_)) => checks.refuse(not_of_this_kind(kind, "contacts", "联系人回执", "contacts", ReportKind::Contacts)),
        (_, None) => {}
    }
    None
}

/// What a declaration says is what the ledger holds; that there was nothing, the head signs.
fn declare(ctx: &Context, organization: &organization::Model, (ledger, ungraded): (Declaration, u64), none_found: Option<bool>, checks: &mut Checks) {
    let refuse = |code, zh: String, en: String| Refusal::new(code, zh, en).field("noneFound").clause(LEDGER);
    match none_found {
        None => {
            let zh = "请选择申报有重大事故隐患，还是未发现重大事故隐患（零申报）。".to_owned();
            checks.refuse(refuse("NONE_FOUND_MISSING", zh, "Say whether major hazards were found or none was.".to_owned()));
        }
        Some(true) if ledger.major > 0 => {
            let zh = format!("台账中有重大事故隐患 {} 项，不能作零申报；请按台账申报。", ledger.major);
            let en = format!(
                "The ledger holds {} major hazards, so \"none found\" cannot be declared; right would be to declare what the ledger holds.",
                ledger.major
            );
            checks.refuse(refuse("LEDGER_HAS_HAZARDS", zh, en));
        }
        // What nobody has graded yet may be major.
        Some(true) if ungraded > 0 => {
            let zh = format!("尚有 {ungraded} 项隐患未判定、未销号，不能作零申报；请先判定是否为重大事故隐患。");
            let en = format!("{ungraded} hazards are open and not graded yet, so \"none found\" cannot be declared; right would be to grade them first.");
            checks.refuse(refuse("UNGRADED_HAZARDS", zh, en));
        }
        Some(false) if ledger.major == 0 => {
            let zh = "台账中没有重大事故隐患可申报；未发现的，由主要负责人签字作零申报，发现的应先上报并判定。".to_owned();
            let en =
                "The ledger holds no major hazard to declare; if none was found, the head signs so; what was found is first reported and graded.".to_owned();
            checks.refuse(refuse("NOTHING_TO_DECLARE", zh, en));
        }
        Some(true) => {
            let seats = &ctx.actor.seats;
            let is_head = seats.iter().any(|seat| seat.organization == organization.id && seat.position == Position::Head);
            if !is_head && !ctx.actor.operator {
                let zh = "零申报应由主要负责人本人签字。".to_owned();
                checks.refuse(refuse("HEAD_SIGNS", zh, "That none was found is signed by the head in person.".to_owned()));
            }
        }
        Some(false) => {}
    }
}

fn not_of_this_kind(kind: ReportKind, field: &str, zh: &str, en: &str, right: ReportKind) -> Refusal {
    let zh = format!("“{}”不含{zh}；{zh}随“{}”报送。", kind.zh(), right.zh());
    let en = format!("A report of this kind ({}) has no such thing: {en}. Right would be the kind: {}.", kind.en(), right.en());
    Refusal::new("NOT_OF_THIS_KIND", zh, en).field(field)
}

/// What the ledger holds of an enterprise's hazards: those found since the action began, and older ones that were still open then; and
/// how many of them are neither graded nor closed.
async fn declaration(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model) -> Result<(Declaration, u64)> {
    use hazard::Column;
    let begins_on = ctx.site.rulebook.begins_on;
    let rows: Vec<(Option<HazardGrade>, bool, i64)> = hazard::Entity::find()
        .select_only()
        .column(Column::Grade)
        .column_as(Column::ClosedOn.is_null(), "open")
        .column_as(Column::Id.count(), "n")
        .filter(Column::OrganizationId.eq(organization.id))
        .filter(Condition::any().add(Column::ClosedOn.is_null()).add(Column::ClosedOn.gte(begins_on)))
        .group_by(Column::Grade)
        .group_by(Column::ClosedOn.is_null())
        .into_tuple()
        .all(db)
        .await?;
    let sum =
        |grade: Option<HazardGrade>, open: bool| rows.iter().filter(|row| row.0 == grade && (!open || row.1)).map(|row| figures::count(row.2)).sum::<u64>();
    let major = Some(HazardGrade::Major);
    let general = sum(Some(HazardGrade::General), false);
    let declaration = Declaration { general, major: sum(major, false), major_open: sum(major, true), ungraded: sum(None, false) };
    Ok((declaration, sum(None, true)))
}

/// The figures of a report at this moment.
pub(super) async fn snapshot(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, checked: &Checked) -> Result<Option<Value>> {
    let period_on = checked.new.period_on;
    let snapshot = match checked.new.kind {
        ReportKind::ProgressTable => {
            let span = figures::span(ctx, Period::Week, period_on)?;
            let row = figures::progress_of(db, ctx, organization, span).await?;
            Snapshot::Progress(Box::new(Progress { coordination: checked.coordination.clone(), ..row }))
        }
        ReportKind::Statistics => Snapshot::Statistics(Box::new(figures::statistics(db, ctx, period_on, &View::of_office(organization)).await?)),
        ReportKind::Bulletin => Snapshot::Bulletin(Box::new(figures::bulletin(db, ctx, period_on, &View::of_office(organization)).await?)),
        ReportKind::HazardLedger => match checked.declaration {
            Some(declaration) => Snapshot::Declaration(declaration),
            None => return Ok(None),
        },
        ReportKind::ActionReport | ReportKind::Contacts | ReportKind::Implementation | ReportKind::Summary => return Ok(None),
    };
    serde_json::to_value(snapshot).map(Some).map_err(|error| Error::Inconsistent(format!("a snapshot: {error}")))
}
