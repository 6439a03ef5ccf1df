//! What the person who asks may see (可见范围): the one place where a question is narrowed to it. Lists, counts, lookups and
//! the edges between things all begin here.

use std::collections::BTreeSet;

use redline_domain::{
    OrganizationKind, RecordState, ReportKind,
    ids::Noun,
    permission::{self, Action, Decision, Scope},
};
use redline_entity::{
    activity, alert, attachment, certificate, checkpoint, contract, drill, duty, enforcement, extension, hazard, informant, inspection, jurisdiction,
    key_period, ledger_event, mail, membership, notice, on_duty, organization, permit, person, report, responsibility_list, scoped, supervision, suspension,
    task, tip, window,
};
use redline_ledger::{Context, tip::of_actor};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, SelectStatement},
};
use uuid::Uuid;

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

/// The requests for an extension, of organizations that meet a condition.
pub fn extensions(ctx: &Context, further: Option<Condition>) -> Select<extension::Entity> {
    of_organizations(ctx, Action::SeeHazards, extension::Column::OrganizationId, further)
}

/// The suspensions of production, of organizations that meet a condition.
pub fn suspensions(ctx: &Context, further: Option<Condition>) -> Select<suspension::Entity> {
    of_organizations(ctx, Action::SeeHazards, suspension::Column::OrganizationId, further)
}

/// The listings for supervision, of organizations that meet a condition.
pub fn supervisions(ctx: &Context, further: Option<Condition>) -> Select<supervision::Entity> {
    of_organizations(ctx, Action::SeeHazards, supervision::Column::OrganizationId, further)
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

/// The enforcement actions against organizations that meet a condition. Those that one's own organizations took are always among them.
pub fn enforcements(ctx: &Context, further: Option<Condition>) -> Select<enforcement::Entity> {
    let select = match further {
        Some(further) => enforcement::Entity::find().filter(
            enforcement::Column::OrganizationId
                .in_subquery(organization::Entity::find().select_only().column(organization::Column::Id).filter(further).into_query()),
        ),
        None => enforcement::Entity::find(),
    };
    match organization_ids(ctx, Action::SeeRecords) {
        Some(ids) => {
            let taken = enforcement::Column::AuthorityId.is_in(ctx.actor.seats.iter().map(|seat| seat.organization));
            select.filter(Condition::any().add(enforcement::Column::OrganizationId.in_subquery(ids)).add(taken))
        }
        None => select,
    }
}

/// Which hazards are compared with one of an organization: those there and, by the same criterion, those of its village.
pub fn comparable(organization: Uuid, village: Option<Uuid>, criterion: Option<&str>) -> Condition {
    let there = Condition::any().add(hazard::Column::OrganizationId.eq(organization));
    let Some((village, criterion)) = village.zip(criterion) else { return there };
    let neighbours = organization::Entity::find().filter(organization::Column::VillageId.eq(village));
    there.add(
        Condition::all()
            .add(hazard::Column::Criterion.eq(criterion))
            .add(hazard::Column::OrganizationId.in_subquery(ids(neighbours, organization::Column::Id))),
    )
}

/// The reports by the public about what lies below one's offices, but not about where one sits oneself, and those about none.
pub fn tips(ctx: &Context) -> Select<tip::Entity> {
    tip::Entity::find().filter(of_actor(&ctx.actor, Action::SeeTips))
}

/// Who made those reports: for the safety office only.
pub fn informants(ctx: &Context) -> Select<informant::Entity> {
    let told = tip::Entity::find().filter(of_actor(&ctx.actor, Action::SeeInformants));
    informant::Entity::find().filter(informant::Column::TipId.in_subquery(ids(told, tip::Column::Id)))
}

/// Of what is told or noted about reports by the public, that about reports which one may see; everything else.
fn no_hidden_tip(ctx: &Context, kind: impl ColumnTrait, subject: impl ColumnTrait) -> Condition {
    let other = Condition::any().add(kind.is_null()).add(kind.ne(Noun::Tip.to_string()));
    other.add(subject.in_subquery(ids(tips(ctx), tip::Column::Id)))
}

/// The drills, of organizations that meet a condition.
pub fn drills(ctx: &Context, further: Option<Condition>) -> Select<drill::Entity> {
    of_organizations(ctx, Action::SeeRecords, drill::Column::OrganizationId, further)
}

/// The contracts with contractors and tenants, of organizations that meet a condition.
pub fn contracts(ctx: &Context, further: Option<Condition>) -> Select<contract::Entity> {
    of_organizations(ctx, Action::SeeRecords, contract::Column::OrganizationId, further)
}

/// The special-operation certificates, of organizations that meet a condition.
pub fn certificates(ctx: &Context, further: Option<Condition>) -> Select<certificate::Entity> {
    of_organizations(ctx, Action::SeeRecords, certificate::Column::OrganizationId, further)
}

/// The hot-work permits, of organizations that meet a condition.
pub fn permits(ctx: &Context, further: Option<Condition>) -> Select<permit::Entity> {
    of_organizations(ctx, Action::SeeRecords, permit::Column::OrganizationId, further)
}

/// The activities, of organizations that meet a condition.
pub fn activities(ctx: &Context, further: Option<Condition>) -> Select<activity::Entity> {
    of_organizations(ctx, Action::SeeRecords, activity::Column::OrganizationId, further)
}

/// The accident alerts: everybody who is logged in is to learn from them.
pub fn alerts() -> Select<alert::Entity> {
    alert::Entity::find()
}

/// The key periods: everybody who is logged in knows them.
pub fn key_periods() -> Select<key_period::Entity> {
    key_period::Entity::find()
}

/// Who is and was on duty, of organizations that meet a condition.
pub fn on_duty(ctx: &Context, further: Option<Condition>) -> Select<on_duty::Entity> {
    of_organizations(ctx, Action::SeeRecords, on_duty::Column::OrganizationId, further)
}

/// The tasks that drills left, of organizations that meet a condition.
pub fn tasks(ctx: &Context, further: Option<Condition>) -> Select<task::Entity> {
    of_organizations(ctx, Action::SeeRecords, task::Column::OrganizationId, further)
}

/// The reports, of organizations that meet a condition. A bulletin that was submitted is circulated (2.3.5: 每月通报; 4.3: 月通报): whoever
/// holds a position below the office that issued it sees it, enterprises too, to whom the notice is addressed as well.
pub fn reports(ctx: &Context, further: Option<Condition>) -> Select<report::Entity> {
    let Some(ids) = organization_ids(ctx, Action::SeeRecords) else {
        return of_organizations(ctx, Action::SeeRecords, report::Column::OrganizationId, further);
    };
    let above: BTreeSet<String> = ctx.actor.seats.iter().flat_map(|seat| paths_above(&seat.jurisdiction)).collect();
    let offices = organization::Entity::find()
        .select_only()
        .column(organization::Column::Id)
        .filter(organization::Column::Kind.eq(OrganizationKind::SafetyOffice))
        .filter(organization::Column::JurisdictionPath.is_in(above))
        .into_query();
    let circulated = Condition::all()
        .add(report::Column::Kind.eq(ReportKind::Bulletin))
        .add(report::Column::State.eq(RecordState::Signed))
        .add(report::Column::OrganizationId.in_subquery(offices));
    let select = report::Entity::find().filter(Condition::any().add(report::Column::OrganizationId.in_subquery(ids)).add(circulated));
    match further {
        Some(further) => {
            let those = organization::Entity::find().select_only().column(organization::Column::Id).filter(further).into_query();
            select.filter(report::Column::OrganizationId.in_subquery(those))
        }
        None => select,
    }
}

/// The paths of a jurisdiction and of all above it: `/a/b/` lies below `/a/b/`, `/a/` and `/`.
fn paths_above(path: &str) -> impl Iterator<Item = String> {
    path.match_indices('/').map(|(at, _)| path[..=at].to_owned())
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
        Some(ids) => {
            let others = Condition::all().add(notice::Column::OrganizationId.in_subquery(ids));
            let others = others.add(no_hidden_tip(ctx, notice::Column::SubjectKind, notice::Column::SubjectId));
            select.filter(own(ctx, notice::Column::PersonId).add(others))
        }
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
            let seen = Condition::all().add(notice::Column::OrganizationId.in_subquery(ids));
            notices = notices.filter(seen.add(no_hidden_tip(ctx, notice::Column::SubjectKind, notice::Column::SubjectId)).not());
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
            select.filter(any).filter(no_hidden_tip(ctx, ledger_event::Column::SubjectKind, ledger_event::Column::SubjectId))
        }
        None => select,
    }
}

/// The checkpoints of the ledger, which are about the whole site.
pub fn checkpoints(ctx: &Context) -> Select<checkpoint::Entity> {
    let allowed = permission::decide_sitewide(&ctx.actor, Action::SeeCheckpoints) == Decision::Allow;
    checkpoint::Entity::find().filter(Expr::value(allowed))
}

/// Whether the person watches over the whole site.
pub fn sees_site(ctx: &Context) -> bool {
    permission::decide_sitewide(&ctx.actor, Action::SeeAllNotices) == Decision::Allow
}

/// The attachments of what one may see, and those that oneself has uploaded and that belong to no record yet. A kind of record that
/// is not named here keeps its attachments to itself.
pub fn attachments(ctx: &Context) -> Select<attachment::Entity> {
    let mut any = Condition::any();
    if let Some(person) = ctx.actor.person {
        any = any.add(Condition::all().add(attachment::Column::SubjectId.is_null()).add(attachment::Column::UploadedBy.eq(person)));
    }
    for (noun, ids) in [
        (Noun::Inspection, ids(inspections(ctx, None), inspection::Column::Id)),
        (Noun::Drill, ids(drills(ctx, None), drill::Column::Id)),
        (Noun::OnDuty, ids(on_duty(ctx, None), on_duty::Column::Id)),
        (Noun::Task, ids(tasks(ctx, None), task::Column::Id)),
        (Noun::Certificate, ids(certificates(ctx, None), certificate::Column::Id)),
        (Noun::Permit, ids(permits(ctx, None), permit::Column::Id)),
        (Noun::Activity, ids(activities(ctx, None), activity::Column::Id)),
        (Noun::Report, ids(reports(ctx, None), report::Column::Id)),
        (Noun::ResponsibilityList, ids(responsibility_lists(ctx, None), responsibility_list::Column::Id)),
        (Noun::Hazard, ids(hazards(ctx, None), hazard::Column::Id)),
        (Noun::Extension, ids(extensions(ctx, None), extension::Column::Id)),
        (Noun::Suspension, ids(suspensions(ctx, None), suspension::Column::Id)),
        (Noun::Supervision, ids(supervisions(ctx, None), supervision::Column::Id)),
        (Noun::Enforcement, ids(enforcements(ctx, None), enforcement::Column::Id)),
        (Noun::Tip, ids(tips(ctx), tip::Column::Id)),
        (Noun::Contract, ids(contracts(ctx, None), contract::Column::Id)),
        (Noun::Alert, ids(alerts(), alert::Column::Id)),
    ] {
        any = any.add(Condition::all().add(attachment::Column::SubjectKind.eq(noun.to_string())).add(attachment::Column::SubjectId.in_subquery(ids)));
    }
    attachment::Entity::find().filter(any)
}

fn ids<E: EntityTrait>(rows: Select<E>, id: E::Column) -> SelectStatement {
    rows.select_only().column(id).into_query()
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
