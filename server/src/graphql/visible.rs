//! What the person who asks may see (可见范围): the one place where a question is narrowed to it. Lists, counts, lookups and
//! the edges between things all begin here.

use redline_domain::permission::{self, Action, Decision, Scope};
use redline_entity::{
    activity, drill, duty, hazard, inspection, jurisdiction, ledger_event, mail, membership, notice, organization, person, report, responsibility_list, scoped,
    window,
};
use redline_ledger::Context;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select, sea_query::SelectStatement};

fn scope(ctx: &Context, action: Action) -> Scope {
    permission::scope(&ctx.actor, action)
}

/// The rows whose organization lies in the scope of an action and meets a further condition.
pub fn of_organizations<E: EntityTrait>(ctx: &Context, action: Action, organization: E::Column, further: Option<Condition>) -> Select<E> {
    match scoped::organization_ids(&scope(ctx, action), further) {
        Some(ids) => E::find().filter(organization.in_subquery(ids)),
        None => E::find(),
    }
}

/// The organizations.
pub fn organizations(ctx: &Context) -> Select<organization::Entity> {
    organization::Entity::find().filter(scoped::organizations(&scope(ctx, Action::SeeOrganization)))
}

/// The jurisdictions: everybody knows the map.
pub fn jurisdictions() -> Select<jurisdiction::Entity> {
    jurisdiction::Entity::find()
}

/// The duties, of organizations that meet a condition.
pub fn duties(ctx: &Context, further: Option<Condition>) -> Select<duty::Entity> {
    of_organizations(ctx, Action::SeeDuties, duty::Column::OrganizationId, further)
}

/// The windows, of organizations that meet a condition.
pub fn windows(ctx: &Context, further: Option<Condition>) -> Select<window::Entity> {
    of_organizations(ctx, Action::SeeDuties, window::Column::OrganizationId, further)
}

/// The hazards, of organizations that meet a condition.
pub fn hazards(ctx: &Context, further: Option<Condition>) -> Select<hazard::Entity> {
    of_organizations(ctx, Action::SeeHazards, hazard::Column::OrganizationId, further)
}

/// The inspections of organizations that meet a condition. Those that one's own organizations made are always among them.
pub fn inspections(ctx: &Context, further: Option<Condition>) -> Select<inspection::Entity> {
    let select = match further {
        Some(further) => inspection::Entity::find().filter(
            inspection::Column::OrganizationId
                .in_subquery(organization::Entity::find().select_only().column(organization::Column::Id).filter(further).into_query()),
        ),
        None => inspection::Entity::find(),
    };
    match organization_ids(ctx, Action::SeeRecords) {
        Some(ids) => {
            let made = inspection::Column::InspectorId.is_in(ctx.actor.seats.iter().map(|seat| seat.organization));
            select.filter(Condition::any().add(inspection::Column::OrganizationId.in_subquery(ids)).add(made))
        }
        None => select,
    }
}

/// The drills, of organizations that meet a condition.
pub fn drills(ctx: &Context, further: Option<Condition>) -> Select<drill::Entity> {
    of_organizations(ctx, Action::SeeRecords, drill::Column::OrganizationId, further)
}

/// The activities, of organizations that meet a condition.
pub fn activities(ctx: &Context, further: Option<Condition>) -> Select<activity::Entity> {
    of_organizations(ctx, Action::SeeRecords, activity::Column::OrganizationId, further)
}

/// The reports, of organizations that meet a condition.
pub fn reports(ctx: &Context, further: Option<Condition>) -> Select<report::Entity> {
    of_organizations(ctx, Action::SeeRecords, report::Column::OrganizationId, further)
}

/// The responsibility lists, of organizations that meet a condition.
pub fn responsibility_lists(ctx: &Context, further: Option<Condition>) -> Select<responsibility_list::Entity> {
    of_organizations(ctx, Action::SeeRecords, responsibility_list::Column::OrganizationId, further)
}

/// The positions that people hold or held. One's own are always among them.
pub fn memberships(ctx: &Context) -> Select<membership::Entity> {
    let select = membership::Entity::find();
    match organization_ids(ctx, Action::SeePeople) {
        Some(ids) => select.filter(own(ctx, membership::Column::PersonId).add(membership::Column::OrganizationId.in_subquery(ids))),
        None => select,
    }
}

/// The people: oneself, and who holds or held a position in an organization whose people one may see.
pub fn people(ctx: &Context) -> Select<person::Entity> {
    let select = person::Entity::find();
    match organization_ids(ctx, Action::SeePeople) {
        Some(ids) => {
            let there = membership::Entity::find()
                .select_only()
                .column(membership::Column::PersonId)
                .filter(membership::Column::OrganizationId.in_subquery(ids))
                .into_query();
            select.filter(own(ctx, person::Column::Id).add(person::Column::Id.in_subquery(there)))
        }
        None => select,
    }
}

/// The notices: one's own, and those to others about organizations whose notices one may see.
pub fn notices(ctx: &Context) -> Select<notice::Entity> {
    let select = notice::Entity::find();
    match organization_ids(ctx, Action::SeeNotices) {
        Some(ids) => select.filter(own(ctx, notice::Column::PersonId).add(notice::Column::OrganizationId.in_subquery(ids))),
        None => select,
    }
}

/// The mails: one's own, and those of which one may see every notice. A digest that speaks of others' organizations too
/// is for its reader only.
pub fn mails(ctx: &Context) -> Select<mail::Entity> {
    let select = mail::Entity::find();
    let carries = |outside: Option<SelectStatement>| {
        let mut notices = notice::Entity::find().select_only().column(notice::Column::MailId).filter(notice::Column::MailId.is_not_null());
        if let Some(ids) = outside {
            notices = notices.filter(notice::Column::OrganizationId.not_in_subquery(ids));
        }
        notices.into_query()
    };
    match organization_ids(ctx, Action::SeeNotices) {
        Some(ids) => select.filter(
            own(ctx, mail::Column::PersonId)
                .add(Condition::all().add(mail::Column::Id.in_subquery(carries(None))).add(mail::Column::Id.not_in_subquery(carries(Some(ids))))),
        ),
        None => select,
    }
}

/// The events of the ledger. Those of no organization are for who watches over the whole site.
pub fn ledger_events(ctx: &Context) -> Select<ledger_event::Entity> {
    let select = ledger_event::Entity::find();
    match organization_ids(ctx, Action::SeeLedger) {
        Some(ids) => {
            let mut any = Condition::any().add(ledger_event::Column::OrganizationId.in_subquery(ids));
            if sees_site(ctx) {
                any = any.add(ledger_event::Column::OrganizationId.is_null());
            }
            select.filter(any)
        }
        None => select,
    }
}

/// Whether the person watches over the whole site.
pub fn sees_site(ctx: &Context) -> bool {
    permission::decide_sitewide(&ctx.actor, Action::SeeAllNotices) == Decision::Allow
}

fn organization_ids(ctx: &Context, action: Action) -> Option<SelectStatement> {
    scoped::organization_ids(&scope(ctx, action), None)
}

/// What is the person's own; nothing for visitors.
fn own(ctx: &Context, person: impl ColumnTrait) -> Condition {
    match ctx.actor.person {
        Some(id) => Condition::any().add(person.eq(id)),
        None => Condition::any(),
    }
}
