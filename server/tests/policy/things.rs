//! All that the database holds (对象), and who may see it by the table: decided thing by thing with `redline_domain::permission`, and not by
//! the conditions that the server puts into its questions.

use std::collections::HashMap;

use redline_domain::{
    OrganizationKind, RecordState, ReportKind,
    ids::Noun,
    permission::{Action, Actor, decide, decide_sitewide, tip_scope},
};
use redline_entity::{
    activity, alert, attachment, certificate, checkpoint, contract, drill, duty, enforcement, extension, hazard, inspection, jurisdiction, key_period,
    ledger_event, mail, membership, notice, on_duty, organization, permit, person, report, responsibility_list, supervision, suspension, task, tip, window,
};
use redline_ledger::actor;
use sea_orm::{DatabaseConnection, EntityTrait};
use uuid::Uuid;

use super::table::{Row, Rule, Table};

/// Something that has an identifier.
#[derive(Clone, Debug)]
pub struct Thing {
    pub noun: Noun,
    pub id: Uuid,
    /// The organizations that it concerns.
    pub of: Vec<Uuid>,
    /// Whom it is about.
    pub person: Option<Uuid>,
    /// Which organization made it.
    pub made_by: Option<Uuid>,
    /// Of a bulletin that was submitted: the path of the office that circulates it.
    pub circulated: Option<String>,
    /// The thing to which it belongs: the record of an attachment, the report by the public that an event or a notice tells of.
    pub part_of: Option<(Noun, Uuid)>,
}

impl Thing {
    fn new(noun: Noun, id: Uuid, of: impl IntoIterator<Item = Uuid>) -> Self {
        Self { noun, id, of: of.into_iter().collect(), person: None, made_by: None, circulated: None, part_of: None }
    }
}

/// All things and all organizations.
pub struct Things {
    pub all: HashMap<(Noun, Uuid), Thing>,
    pub organizations: HashMap<Uuid, organization::Model>,
}

/// Pushes the things of tables whose rows have an organization.
macro_rules! of_organizations {
    ($db:expr, $things:expr; $($noun:ident $module:ident,)+) => {$(
        $things.extend($module::Entity::find().all($db).await.unwrap().into_iter().map(|row| Thing::new(Noun::$noun, row.id, [row.organization_id])));
    )+};
}

impl Things {
    pub async fn read(db: &DatabaseConnection) -> Self {
        let mut things = Vec::new();
        of_organizations! { db, things;
            Duty duty, Window window, Drill drill, Activity activity, ResponsibilityList responsibility_list, Hazard hazard, Extension extension,
            Suspension suspension, Supervision supervision, Contract contract, Certificate certificate, Permit permit, OnDuty on_duty, Task task,
        }
        let organizations: HashMap<Uuid, _> = organization::Entity::find().all(db).await.unwrap().into_iter().map(|row| (row.id, row)).collect();
        things.extend(organizations.keys().map(|id| Thing::new(Noun::Organization, *id, [*id])));
        things.extend(jurisdiction::Entity::find().all(db).await.unwrap().iter().map(|row| Thing::new(Noun::Jurisdiction, row.id, [])));
        things.extend(alert::Entity::find().all(db).await.unwrap().iter().map(|row| Thing::new(Noun::Alert, row.id, [])));
        things.extend(key_period::Entity::find().all(db).await.unwrap().iter().map(|row| Thing::new(Noun::KeyPeriod, row.id, [])));
        things.extend(checkpoint::Entity::find().all(db).await.unwrap().iter().map(|row| Thing::new(Noun::Checkpoint, row.id, [])));
        things.extend(tip::Entity::find().all(db).await.unwrap().iter().map(|row| Thing::new(Noun::Tip, row.id, row.organization_id)));
        let seats = membership::Entity::find().all(db).await.unwrap();
        things.extend(seats.iter().map(|row| Thing { person: Some(row.person_id), ..Thing::new(Noun::Membership, row.id, [row.organization_id]) }));
        for row in person::Entity::find().all(db).await.unwrap() {
            let of = seats.iter().filter(|seat| seat.person_id == row.id).map(|seat| seat.organization_id);
            things.push(Thing { person: Some(row.id), ..Thing::new(Noun::Person, row.id, of) });
        }
        let inspections = inspection::Entity::find().all(db).await.unwrap();
        things.extend(inspections.iter().map(|row| Thing { made_by: Some(row.inspector_id), ..Thing::new(Noun::Inspection, row.id, [row.organization_id]) }));
        let taken = enforcement::Entity::find().all(db).await.unwrap();
        things.extend(taken.iter().map(|row| Thing { made_by: Some(row.authority_id), ..Thing::new(Noun::Enforcement, row.id, [row.organization_id]) }));
        for row in report::Entity::find().all(db).await.unwrap() {
            let office = organizations.get(&row.organization_id).filter(|office| office.kind == OrganizationKind::SafetyOffice);
            let office = office.filter(|_| row.kind == ReportKind::Bulletin && row.state == RecordState::Signed);
            let circulated = office.map(|office| office.jurisdiction_path.clone());
            things.push(Thing { circulated, ..Thing::new(Noun::Report, row.id, [row.organization_id]) });
        }
        let told = notice::Entity::find().all(db).await.unwrap();
        for row in &told {
            let part_of = row.subject_kind.as_deref().filter(|kind| *kind == "TIP").map(|_| (Noun::Tip, row.subject_id));
            things.push(Thing { person: Some(row.person_id), part_of, ..Thing::new(Noun::Notice, row.id, [row.organization_id]) });
        }
        for row in mail::Entity::find().all(db).await.unwrap() {
            let of = told.iter().filter(|notice| notice.mail_id == Some(row.id)).map(|notice| notice.organization_id);
            things.push(Thing { person: Some(row.person_id), ..Thing::new(Noun::Mail, row.id, of) });
        }
        for row in ledger_event::Entity::find().all(db).await.unwrap() {
            let part_of = (row.subject_kind == "TIP").then_some((Noun::Tip, row.subject_id));
            things.push(Thing { part_of, ..Thing::new(Noun::LedgerEvent, row.id, row.organization_id) });
        }
        for row in attachment::Entity::find().all(db).await.unwrap() {
            let part_of = row.subject_kind.as_deref().and_then(|kind| kind.parse().ok()).zip(row.subject_id);
            let person = row.uploaded_by.filter(|_| part_of.is_none());
            things.push(Thing { person, part_of, ..Thing::new(Noun::Attachment, row.id, []) });
        }
        Self { all: things.into_iter().map(|thing| ((thing.noun, thing.id), thing)).collect(), organizations }
    }

    /// Whether somebody may see a thing, by the row of its type.
    pub fn sees(&self, table: &Table, by: &Actor, thing: &Thing) -> bool {
        let row = table.of_type(&format!("{:?}", thing.noun));
        let own = row.has("or-self") && thing.person.is_some() && thing.person == by.person;
        let made = row.has("or-made") && by.seats.iter().any(|seat| thing.made_by == Some(seat.organization));
        let circulated = thing.circulated.as_ref().filter(|_| row.has("or-circulated"));
        let circulated = circulated.is_some_and(|path| by.seats.iter().any(|seat| seat.jurisdiction.starts_with(path.as_str())));
        own || made || circulated || self.permits(table, by, row, thing)
    }

    fn permits(&self, table: &Table, by: &Actor, row: &Row, thing: &Thing) -> bool {
        let whole = thing.part_of.and_then(|whole| self.all.get(&whole));
        match row.rule {
            Rule::Public => true,
            Rule::Member => by.person.is_some(),
            Rule::Own => false,
            Rule::WithParent => whole.is_some_and(|whole| self.sees(table, by, whole)),
            // What is told of a report by the public is as hidden as the report.
            Rule::By(_) if whole.is_some_and(|whole| !self.sees(table, by, whole)) => false,
            Rule::By(Action::SeeTips) => self.may_with_tip(by, Action::SeeTips, thing),
            Rule::By(action) if action.is_sitewide() => decide_sitewide(by, action).is_allowed(),
            Rule::By(_) if thing.of.is_empty() => {
                let none = row.word("none").map(|code| code.parse().expect("an action"));
                none.is_some_and(|action| decide_sitewide(by, action).is_allowed())
            }
            Rule::By(action) if row.has("all") => thing.of.iter().all(|of| self.may(by, action, *of)),
            Rule::By(action) => thing.of.iter().any(|of| self.may(by, action, *of)),
        }
    }

    /// Whether somebody may do something to what is an organization's.
    pub fn may(&self, by: &Actor, action: Action, organization: Uuid) -> bool {
        decide(by, action, &actor::subject(&self.organizations[&organization])).is_allowed()
    }

    /// Whether somebody may do something with a report by the public; with one about no organization, whoever may with any.
    pub fn may_with_tip(&self, by: &Actor, action: Action, tip: &Thing) -> bool {
        let scope = tip_scope(by, action);
        match tip.of.first() {
            Some(about) => scope.includes(&actor::subject(&self.organizations[about])),
            None => !scope.is_nothing(),
        }
    }
}
