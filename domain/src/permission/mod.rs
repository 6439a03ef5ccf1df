//! Who may do what (权限), in one place. [`decide`] answers for one thing, [`scope`] for a list, and both read the same table.
//!
//! What one may not see is as if it did not exist; what one may see but not do is refused, saying who may.

mod enforcement;
mod scope;
mod table;
mod tips;

use uuid::Uuid;

use crate::{InspectionKind, Language, OrganizationKind, Position, Refusal, Sector, Word};

pub use enforcement::decide_enforcement;
pub use scope::{Scope, scope};
pub use table::{Action, Relation, Who, who};
pub use tips::{sees_tip_counts, tip_scope};

/// One position that a person holds in an organization now (任职), with what of the organization decides on rights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The organization.
    pub organization: Uuid,
    /// Its kind.
    pub kind: OrganizationKind,
    /// The position in it.
    pub position: Position,
    /// The path of its jurisdiction (辖区), with a slash at both ends: `/150626/wushenzhao/`. Where there is none, it reaches nothing.
    pub jurisdiction: String,
    /// The sectors that it works in or, a unit, regulates.
    pub sectors: Vec<Sector>,
    /// Whether a unit has enforcement power (执法权).
    pub enforcement_power: bool,
}

/// Who asks (操作人).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Actor {
    /// The person, if one is known.
    pub person: Option<Uuid>,
    /// The positions that the person holds now.
    pub seats: Vec<Seat>,
    /// Whether it is the operator: the program itself, or the command line of its machine.
    pub operator: bool,
}

impl Actor {
    /// Nobody known: a visitor without a session.
    pub fn nobody() -> Self {
        Self::default()
    }

    /// The program itself and the command line, who may do everything.
    pub fn operator() -> Self {
        Self { operator: true, ..Self::default() }
    }

    fn sits_in(&self, organization: Uuid) -> bool {
        self.seats.iter().any(|seat| seat.organization == organization)
    }
}

/// Whose the thing is that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject<'a> {
    /// The organization.
    pub organization: Uuid,
    /// Its kind.
    pub kind: OrganizationKind,
    /// The village organization that an enterprise belongs to.
    pub village: Option<Uuid>,
    /// The path of its jurisdiction, with a slash at both ends.
    pub jurisdiction: &'a str,
    /// Its sectors.
    pub sectors: &'a [Sector],
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    /// It may be done.
    Allow,
    /// It may not.
    Deny(Reason),
}

impl Decision {
    /// Whether it may be done.
    pub fn is_allowed(&self) -> bool {
        *self == Self::Allow
    }

    /// For `?`: the refusal to show, which for what may not be seen is `NOT_FOUND`.
    ///
    /// # Errors
    /// `NOT_FOUND` or `FORBIDDEN`.
    pub fn or_refuse(self) -> Result<(), Refusal> {
        match self {
            Self::Allow => Ok(()),
            Self::Deny(Reason::Invisible) => Err(Refusal::new("NOT_FOUND", "未找到该对象。", "There is no such thing.")),
            Self::Deny(Reason::Forbidden(refusal)) => Err(refusal),
        }
    }
}

/// Why something may not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The thing may not even be seen: to be answered as if it did not exist.
    Invisible,
    /// It may be seen, but this may not be done to it; the refusal (`FORBIDDEN`) says who may.
    Forbidden(Refusal),
}

/// Decides whether somebody may do something to what is the subject's. A site-wide action is decided without regard to the subject.
///
/// For what changes something, a person who sits in the subject's organization counts as one of it only: who is an enterprise's
/// head and an officer of the safety office as well neither excuses nor accepts what is that enterprise's.
pub fn decide(actor: &Actor, action: Action, subject: &Subject<'_>) -> Decision {
    if action.is_sitewide() {
        return decide_sitewide(actor, action);
    }
    if permits(actor, action, subject, |_| true) {
        Decision::Allow
    } else if action.only_sees() || !permits(actor, action.presupposes(), subject, |_| true) {
        Decision::Deny(Reason::Invisible)
    } else {
        Decision::Deny(Reason::Forbidden(forbidden(action)))
    }
}

/// Decides on an action that is about the whole site, and not about an organization; any other is refused here.
/// That such a thing exists is no secret, so it is forbidden and never invisible.
pub fn decide_sitewide(actor: &Actor, action: Action) -> Decision {
    let allowed = |seat: &Seat| who(action, Relation::to_site(seat.kind)).includes(seat.position);
    if actor.operator || (action.is_sitewide() && actor.seats.iter().any(allowed)) {
        Decision::Allow
    } else {
        Decision::Deny(Reason::Forbidden(forbidden(action)))
    }
}

/// Decides on recording an inspection (检查) of a kind: an organization's own ([`Action::Record`]) or one from outside
/// ([`Action::Inspect`]). Of the latter, enforcement is for regulators with enforcement power, supervision for the safety and
/// the discipline office, spot checks and assistance for everybody but the discipline office.
pub fn decide_inspection(actor: &Actor, kind: InspectionKind, subject: &Subject<'_>) -> Decision {
    let action = match kind {
        InspectionKind::SelfCheck | InspectionKind::HeadLed => return decide(actor, Action::Record, subject),
        InspectionKind::SpotCheck | InspectionKind::Assistance | InspectionKind::Enforcement | InspectionKind::Supervision => Action::Inspect,
    };
    match decide(actor, action, subject) {
        Decision::Allow if permits(actor, action, subject, |(seat, relation)| may_carry_out(kind, seat, relation)) => Decision::Allow,
        Decision::Allow => {
            let (zh, en) = match kind {
                InspectionKind::Enforcement => ("有执法权的行业监管单位", "a regulator with enforcement power"),
                InspectionKind::Supervision => ("镇安委办或镇纪委监察办", "the safety office or the discipline office"),
                _ => ("属地嘎查村社区、行业监管单位或镇安委办", "the village, a regulator or the safety office"),
            };
            let zh = format!("您不能对该单位进行{}，应由{zh}进行。", kind.zh());
            Decision::Deny(Reason::Forbidden(Refusal::new("FORBIDDEN", zh, format!("You may not do this ({}); right would be {en}.", kind.en()))))
        }
        denied @ Decision::Deny(_) => denied,
    }
}

fn may_carry_out(kind: InspectionKind, seat: &Seat, relation: Relation) -> bool {
    match kind {
        InspectionKind::SelfCheck | InspectionKind::HeadLed => relation == Relation::Own,
        InspectionKind::Enforcement => relation == Relation::Regulates && seat.enforcement_power,
        InspectionKind::Supervision => matches!(relation, Relation::Oversees | Relation::Audits),
        InspectionKind::SpotCheck | InspectionKind::Assistance => matches!(relation, Relation::VillageOf | Relation::Regulates | Relation::Oversees),
    }
}

fn permits(actor: &Actor, action: Action, subject: &Subject<'_>, also: impl Fn((&Seat, Relation)) -> bool) -> bool {
    let only_own = !action.only_sees() && actor.sits_in(subject.organization);
    let allowed = |seat: &Seat| {
        let own = (seat.organization == subject.organization).then_some(Relation::Own);
        let other = (!only_own).then(|| from_outside(seat, subject));
        own.into_iter().chain(other).any(|relation| who(action, relation).includes(seat.position) && also((seat, relation)))
    };
    actor.operator || actor.seats.iter().any(allowed)
}

/// How a seat stands to the subject, apart from belonging to it.
fn from_outside(seat: &Seat, subject: &Subject<'_>) -> Relation {
    let within = is_within(subject.jurisdiction, &seat.jurisdiction);
    let enterprise = subject.kind == OrganizationKind::Enterprise;
    match seat.kind {
        OrganizationKind::Village if enterprise && subject.village == Some(seat.organization) => Relation::VillageOf,
        OrganizationKind::Unit if enterprise && within && share_one(&seat.sectors, subject.sectors) => Relation::Regulates,
        OrganizationKind::SafetyOffice | OrganizationKind::DisciplineOffice | OrganizationKind::PartyOffice if within => Relation::to_site(seat.kind),
        _ => Relation::None,
    }
}

fn share_one(some: &[Sector], others: &[Sector]) -> bool {
    some.iter().any(|sector| others.contains(sector))
}

/// Whether a path lies in the subtree of another. A path that does not end in a slash reaches nothing: it would take in neighbours
/// whose names begin alike.
fn is_within(path: &str, root: &str) -> bool {
    root.ends_with('/') && path.starts_with(root)
}

/// "You may not …", and who may, read from the table, so that the sentence is never at odds with it.
fn forbidden(action: Action) -> Refusal {
    let (what_zh, what_en) = (action.zh(), action.en());
    let listed = |language: Language, officers: &str| {
        let entry = |&relation: &Relation| match who(action, relation) {
            Who::Nobody => None,
            Who::Officers => Some(format!("{}{officers}", relation.label(language))),
            Who::Anybody => Some(relation.label(language).to_owned()),
        };
        Relation::ALL.iter().filter_map(entry).collect::<Vec<_>>()
    };
    let from_outside = !action.is_sitewide() && who(action, Relation::Own) == Who::Nobody;
    let (not_own_zh, not_own_en) =
        if from_outside { ("在本单位任职的人员除外。", " Not if they sit in the organization itself.") } else { ("", "") };
    let zh = format!("您无权“{what_zh}”，可由以下人员办理：{}。{not_own_zh}", listed(Language::Zh, "（负责人或安全管理人员）").join("、"));
    let en = format!("You may not do this ({what_en}). Who may: {}.{not_own_en}", listed(Language::En, " (head, deputy or safety officer)").join("; "));
    Refusal::new("FORBIDDEN", zh, en)
}

#[cfg(test)]
mod tests;
