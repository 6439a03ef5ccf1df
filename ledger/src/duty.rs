//! Duties (职责) and their windows (期次): brought into line with what the rulebook says of an organization.

use std::collections::HashMap;

use redline_domain::{
    OrganizationState, Word,
    ids::Noun,
    window::{Change, InForce, PlannedDuty, PlannedWindow, Profile, plan},
};
use redline_entity::{classification, duty, evidence, organization, window};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};
use serde_json::json;
use uuid::Uuid;

use crate::{
    Context, Error, Result,
    event::{self, NewEvent},
    notice::{self, About},
};

/// Brings the duties and windows of an organization into line with its classifications. Doing it twice changes nothing the
/// second time. What is over, fulfilled or told stays.
pub async fn reconcile(db: &impl ConnectionTrait, ctx: &Context, organization: &organization::Model, reason: Option<&str>) -> Result<()> {
    let profile = profile(db, organization).await?;
    let planned = plan(&ctx.site.rulebook, &profile);
    let existing = duty::Entity::find()
        .filter(duty::Column::OrganizationId.eq(organization.id))
        .filter(duty::Column::BeginsOn.gte(profile.from))
        .order_by_asc(duty::Column::Id)
        .all(db)
        .await?;
    let mut windows: HashMap<Uuid, Vec<window::Model>> = HashMap::new();
    for row in window::Entity::find()
        .filter(window::Column::OrganizationId.eq(organization.id))
        .filter(window::Column::HazardId.is_null())
        .filter(window::Column::CauseId.is_null())
        .order_by_asc(window::Column::Id)
        .all(db)
        .await?
    {
        windows.entry(row.duty_id).or_default().push(row);
    }
    let mut changes = Changes::default();
    for planned in planned.iter().filter(|duty| duty.in_force != InForce::Standing) {
        let key = (planned.rule, planned.begins_on, cadence_word(planned.in_force));
        let row = existing.iter().find(|row| (row.rule_code.as_str(), row.begins_on, row.cadence.as_str()) == key);
        changes.duty(db, ctx, organization, planned, row, row.and_then(|row| windows.remove(&row.id)).unwrap_or_default(), reason).await?;
    }
    // A duty that is planned no longer never began: its classification was corrected before it took effect.
    for gone in existing.iter().filter(|row| {
        !planned.iter().any(|duty| (duty.rule, duty.begins_on, cadence_word(duty.in_force)) == (row.rule_code.as_str(), row.begins_on, row.cadence.as_str()))
    }) {
        for row in windows.remove(&gone.id).unwrap_or_default() {
            changes.drop_window(db, ctx, row, reason).await?;
        }
    }
    if !changes.new_windows.is_empty() {
        for chunk in changes.new_windows.chunks(100) {
            window::Entity::insert_many(chunk.to_vec()).exec_without_returning(db).await?;
        }
    }
    event::append_all(db, ctx, changes.events).await
}

/// What is known of an organization for planning.
pub async fn profile(db: &impl ConnectionTrait, organization: &organization::Model) -> Result<Profile> {
    let rows = classification::Entity::find()
        .filter(classification::Column::OrganizationId.eq(organization.id))
        .order_by_asc(classification::Column::EffectiveOn)
        .order_by_asc(classification::Column::Id)
        .all(db)
        .await?;
    let first = rows.first().ok_or_else(|| Error::Inconsistent(format!("organization {} was never classified", organization.id)))?;
    Ok(Profile {
        kind: organization.kind,
        sectors: first.sectors.0.clone(),
        traits: first.traits.0.clone(),
        from: organization.joined_on,
        until: organization.left_on,
        changes: rows[1..]
            .iter()
            .map(|row| Change { on: row.effective_on, sectors: Some(row.sectors.0.clone()), traits: Some(row.traits.0.clone()) })
            .collect(),
    })
}

/// The word by which a duty's row says how often it recurs.
pub fn cadence_word(in_force: InForce) -> &'static str {
    match in_force {
        InForce::Every(period) => period.code(),
        InForce::Once => "ONCE",
        InForce::EachPhase => "EACH_PHASE",
        InForce::Event => "EVENT",
        InForce::Standing => "STANDING",
    }
}

#[derive(Default)]
struct Changes {
    new_windows: Vec<window::ActiveModel>,
    events: Vec<NewEvent>,
}

impl Changes {
    #[expect(clippy::too_many_arguments, reason = "the two sides of one comparison")]
    async fn duty(
        &mut self,
        db: &impl ConnectionTrait,
        ctx: &Context,
        organization: &organization::Model,
        planned: &PlannedDuty<'_>,
        row: Option<&duty::Model>,
        mut windows: Vec<window::Model>,
        reason: Option<&str>,
    ) -> Result<()> {
        let (ended_on, ended_as) = (planned.ended.map(|end| end.on), planned.ended.map(|end| end.how));
        let id = match row {
            Some(row) => {
                if (row.ended_on, row.ended_as) != (ended_on, ended_as) {
                    let mut changed = row.clone().into_active_model();
                    changed.ended_on = Set(ended_on);
                    changed.ended_as = Set(ended_as);
                    changed.update(db).await?;
                    self.events.push(NewEvent::new(
                        Some(organization.id),
                        Noun::Duty,
                        row.id,
                        "DUTY_ENDED",
                        json!({ "rule": planned.rule, "on": ended_on, "as": ended_as }),
                    ));
                }
                row.id
            }
            None => {
                let id = ctx.id();
                let row = duty::ActiveModel {
                    id: Set(id),
                    organization_id: Set(organization.id),
                    rule_code: Set(planned.rule.to_owned()),
                    cadence: Set(cadence_word(planned.in_force).to_owned()),
                    begins_on: Set(planned.begins_on),
                    ended_on: Set(ended_on),
                    ended_as: Set(ended_as),
                    owner_id: Set(None),
                    created_at: Set(ctx.now),
                };
                duty::Entity::insert(row).exec_without_returning(db).await?;
                self.events.push(NewEvent::new(Some(organization.id), Noun::Duty, id, "DUTY_BEGAN", json!({ "rule": planned.rule, "on": planned.begins_on })));
                id
            }
        };
        for planned_window in &planned.windows {
            match windows.iter().position(|row| (row.opens_on, row.closes_on) == (planned_window.opens_on, planned_window.closes_on)) {
                Some(at) => self.keep(db, ctx, windows.swap_remove(at), planned_window, reason).await?,
                None => self.new_windows.push(self::row(ctx, organization.id, id, planned, planned_window, reason)),
            }
        }
        for row in windows {
            self.drop_window(db, ctx, row, reason).await?;
        }
        Ok(())
    }

    /// A window that stands and is still planned: it may have to end.
    async fn keep(&mut self, db: &impl ConnectionTrait, ctx: &Context, row: window::Model, planned: &PlannedWindow<'_>, reason: Option<&str>) -> Result<()> {
        let Some(ended) = planned.ended.filter(|_| row.fulfilled_on.is_none() && row.ended_on.is_none()) else { return Ok(()) };
        self.end(db, ctx, row, ended.on, ended.how, reason).await
    }

    /// A window that is planned no longer: it goes if it never opened, else it ends.
    async fn drop_window(&mut self, db: &impl ConnectionTrait, ctx: &Context, row: window::Model, reason: Option<&str>) -> Result<()> {
        if row.fulfilled_on.is_some() || row.ended_on.is_some() {
            return Ok(());
        }
        if row.opened_noted {
            let today = ctx.today();
            return self.end(db, ctx, row, today, redline_domain::window::EndedAs::Superseded, reason).await;
        }
        evidence::Entity::delete_many().filter(evidence::Column::WindowId.eq(row.id)).exec(db).await?;
        window::Entity::delete_by_id(row.id).exec(db).await?;
        Ok(())
    }

    async fn end(
        &mut self,
        db: &impl ConnectionTrait,
        ctx: &Context,
        row: window::Model,
        on: chrono::NaiveDate,
        how: redline_domain::window::EndedAs,
        reason: Option<&str>,
    ) -> Result<()> {
        notice::cancel(db, About::Window(row.id), how.code()).await?;
        self.events.push(
            NewEvent::new(
                Some(row.organization_id),
                Noun::Window,
                row.id,
                "WINDOW_ENDED",
                json!({ "rule": row.rule_code, "on": on, "as": how, "reason": reason }),
            )
            .true_at(ctx.site.zone.start_of(on)),
        );
        let mut row = row.into_active_model();
        row.ended_on = Set(Some(on));
        row.ended_as = Set(Some(how));
        row.ended_reason = Set(reason.map(str::to_owned));
        row.check_after = Set(None);
        row.update(db).await?;
        Ok(())
    }
}

fn row(ctx: &Context, organization: Uuid, duty: Uuid, planned: &PlannedDuty<'_>, window: &PlannedWindow<'_>, reason: Option<&str>) -> window::ActiveModel {
    let starts_on = window.opens_on.max(planned.begins_on);
    window::ActiveModel {
        id: Set(ctx.id()),
        duty_id: Set(duty),
        organization_id: Set(organization),
        rule_code: Set(window.rule.to_owned()),
        hazard_id: Set(None),
        cause_id: Set(None),
        starts_on: Set(starts_on),
        opens_on: Set(window.opens_on),
        closes_on: Set(window.closes_on),
        due_on: Set(window.due_on),
        required: Set(1),
        fulfilled_on: Set(None),
        fulfilled_recorded_at: Set(None),
        ended_on: Set(window.ended.map(|end| end.on)),
        ended_as: Set(window.ended.map(|end| end.how)),
        ended_reason: Set(window.ended.and(reason).map(str::to_owned)),
        opened_noted: Set(false),
        overdue_noted: Set(false),
        step_taken: Set(None),
        check_after: Set(window.ended.is_none().then(|| ctx.site.zone.start_of(starts_on))),
        failures: Set(0),
        created_at: Set(ctx.now),
    }
}

/// Whether an organization takes part on a day.
pub fn takes_part(organization: &organization::Model, on: chrono::NaiveDate) -> bool {
    organization.state == OrganizationState::Active && organization.joined_on <= on && organization.left_on.is_none_or(|left| on < left)
}
