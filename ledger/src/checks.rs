//! What every record is checked for (登记校验): texts, days, people. All that is wrong is told at once.

use chrono::{Datelike, NaiveDate};
use redline_domain::{OrganizationKind, OrganizationState, Refusal};
use redline_entity::{membership, organization};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{Context, Result, actor::held_on};

/// The longest title.
pub(crate) const TITLE: usize = 200;
/// The longest text of a few sentences.
pub(crate) const TEXT: usize = 4_000;
/// The longest report.
pub(crate) const LONG_TEXT: usize = 50_000;

/// What was found wrong so far.
#[derive(Default)]
pub(crate) struct Checks(Vec<Refusal>);

impl Checks {
    /// One more thing that is wrong.
    pub(crate) fn refuse(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// A text that must be there, trimmed.
    pub(crate) fn text(&mut self, field: &str, text: &str, longest: usize) -> String {
        let text = text.trim().to_owned();
        let length = text.chars().count();
        if length == 0 {
            self.refuse(Refusal::new("TEXT_MISSING", "请填写此项。", "Fill this in.").field(field));
        } else if length > longest {
            let zh = format!("此项最多 {longest} 个字符，现有 {length} 个。");
            self.refuse(Refusal::new("TEXT_TOO_LONG", zh, format!("This takes at most {longest} characters; there are {length}.")).field(field));
        } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.refuse(Refusal::new("BAD_TEXT", "此项含有不可见的控制字符，请删除。", "This has control characters; remove them.").field(field));
        }
        text
    }

    /// A text that may be missing, trimmed; blank is missing.
    pub(crate) fn optional(&mut self, field: &str, text: Option<&str>, longest: usize) -> Option<String> {
        text.filter(|text| !text.trim().is_empty()).map(|text| self.text(field, text, longest))
    }

    /// A day on which something happened: not in the future, and not before the year before the action.
    pub(crate) fn day(&mut self, ctx: &Context, field: &str, day: NaiveDate) {
        let (first, today) = (first_day(ctx), ctx.today());
        if day > today {
            self.refuse(
                Refusal::new("DATE_IN_FUTURE", format!("日期不能晚于今天（{today}）。"), format!("The day cannot be after today ({today}).")).field(field),
            );
        } else if day < first {
            self.refuse(Refusal::new("DATE_TOO_EARLY", format!("日期不能早于 {first}。"), format!("The day cannot be before {first}.")).field(field));
        }
    }

    /// How many took part: one at least.
    pub(crate) fn participants(&mut self, participants: u32) -> i32 {
        match i32::try_from(participants) {
            Ok(number @ 1..=1_000_000) => number,
            _ => {
                let refusal = Refusal::new("BAD_PARTICIPANTS", "参加人数应为 1 至 1000000。", "The number of participants is 1 to 1,000,000.");
                self.refuse(refusal.field("participants"));
                1
            }
        }
    }

    /// A person who must have held some position in the organization on that day.
    pub(crate) async fn held_position(
        &mut self,
        db: &impl ConnectionTrait,
        field: &str,
        person: Uuid,
        organization: &organization::Model,
        on: NaiveDate,
    ) -> Result<()> {
        if !held_position(db, person, organization.id, on).await? {
            self.refuse(no_position(field, organization, on));
        }
        Ok(())
    }

    /// People all of whom must have held some position in the organization on that day.
    pub(crate) async fn held_positions(
        &mut self,
        db: &impl ConnectionTrait,
        field: &str,
        people: &[Uuid],
        organization: &organization::Model,
        on: NaiveDate,
    ) -> Result<()> {
        if people.is_empty() {
            return Ok(());
        }
        let held = membership::Entity::find()
            .filter(membership::Column::PersonId.is_in(people.iter().copied()))
            .filter(membership::Column::OrganizationId.eq(organization.id))
            .filter(held_on(on))
            .all(db)
            .await?;
        if !people.iter().all(|person| held.iter().any(|row| row.person_id == *person)) {
            self.refuse(no_position(field, organization, on));
        }
        Ok(())
    }

    /// Goes on only if nothing is wrong.
    pub(crate) fn finish(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0.into()) }
    }
}

/// The first day about which records are taken: the first of the year before the action, so that last year's drills are there
/// to be compared with.
fn first_day(ctx: &Context) -> NaiveDate {
    let begins_on = ctx.site.rulebook.begins_on;
    NaiveDate::from_ymd_opt(begins_on.year() - 1, 1, 1).unwrap_or(begins_on)
}

/// That a person held no position in an organization on a day.
pub(crate) fn no_position(field: &str, organization: &organization::Model, on: NaiveDate) -> Refusal {
    let zh = format!("此人 {on} 当日在“{}”没有任职。请选择当日在任的人员，或先登记其任职。", organization.name);
    let en = format!("This person held no position in \"{}\" on {on}. Choose somebody who did, or record the position first.", organization.name);
    Refusal::new("NO_POSITION", zh, en).field(field)
}

/// Whether a person held any position in an organization on a day.
pub(crate) async fn held_position(db: &impl ConnectionTrait, person: Uuid, organization: Uuid, on: NaiveDate) -> Result<bool> {
    let held = membership::Entity::find()
        .filter(membership::Column::PersonId.eq(person))
        .filter(membership::Column::OrganizationId.eq(organization))
        .filter(held_on(on))
        .one(db)
        .await?;
    Ok(held.is_some())
}

/// The reason for which something is undone, which must be given.
pub(crate) fn reason(reason: &str) -> Result<String> {
    let mut checks = Checks::default();
    let reason = if reason.trim().is_empty() {
        checks.refuse(Refusal::new("REASON_MISSING", "请写明原因。", "Give the reason.").field("reason"));
        String::new()
    } else {
        checks.text("reason", reason, TEXT)
    };
    checks.finish().map(|()| reason)
}

/// Who is closed keeps no records any more.
pub(crate) fn not_closed(organization: &organization::Model) -> Result<()> {
    if organization.state == OrganizationState::Closed {
        return Err(Refusal::new("CLOSED", "该单位已关闭注销。", "This organization is closed.").into());
    }
    Ok(())
}

/// Contracts, certificates and permits are an enterprise's.
pub(crate) fn is_enterprise(organization: &organization::Model) -> Result<()> {
    if organization.kind == OrganizationKind::Enterprise {
        return Ok(());
    }
    let zh = format!("“{}”不是企业，不登记此类事项。", organization.name);
    let en = format!("\"{}\" is not an enterprise; only enterprises record such things.", organization.name);
    Err(Refusal::new("NOT_AN_ENTERPRISE", zh, en).field("organizationId").into())
}

/// What is voided already is not voided again.
pub(crate) fn already_voided() -> Refusal {
    Refusal::new("ALREADY_VOIDED", "该记录已作废。", "This record is voided.")
}
