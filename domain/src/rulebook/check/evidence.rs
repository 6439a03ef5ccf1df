//! What record fulfils a rule.

use super::{
    fields::Fields,
    reader::{Node, Read, Reader},
};
use crate::{
    InspectionScope, ResponsibilityListKind,
    rulebook::{Cadence, Evidence, Trigger},
};

const RECORDS: &[&str] = &["inspection", "drill", "activity", "report", "responsibility_list", "hazard_plan", "hazard_report", "on_duty"];

impl Read for Evidence {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| match f.tag("record", RECORDS)? {
            "inspection" => inspection(f),
            "activity" => {
                let (kind, led_by_head, names_every_enterprise) = (f.required("kind"), f.flag("led_by_head"), f.flag("names_every_enterprise"));
                Some(Self::Activity { kind: kind?, led_by_head: led_by_head?, names_every_enterprise: names_every_enterprise? })
            }
            "report" => Some(Self::Report { kind: f.required("kind")? }),
            "responsibility_list" => responsibility_list(f),
            "drill" => Some(Self::Drill {}),
            "hazard_plan" => Some(Self::HazardPlan {}),
            "hazard_report" => Some(Self::HazardReport {}),
            _ => Some(Self::OnDuty {}),
        })
    }
}

fn inspection(f: &mut Fields<'_, '_, '_>) -> Option<Evidence> {
    let (kinds, scope) = (f.words("kinds"), f.optional("scope"));
    let (led_by_head, coverage_shown, cites_alert) = (f.flag("led_by_head"), f.flag("coverage_shown"), f.flag("cites_alert"));
    let covers_every_contract = f.flag("covers_every_contract");
    if covers_every_contract == Some(true) && scope.is_some_and(|scope| scope != Some(InspectionScope::Contractors)) {
        f.fault("covers_every_contract", "`covers_every_contract` is for inspections of scope CONTRACTORS only");
    }
    Some(Evidence::Inspection {
        kinds: kinds?,
        scope: scope?,
        led_by_head: led_by_head?,
        coverage_shown: coverage_shown?,
        cites_alert: cites_alert?,
        covers_every_contract: covers_every_contract?,
    })
}

fn responsibility_list(f: &mut Fields<'_, '_, '_>) -> Option<Evidence> {
    let kind = f.required::<ResponsibilityListKind>("kind");
    let min_positions = f.optional_number("min_positions", 1..=1000);
    let per_deputy = f.flag("per_deputy");
    if per_deputy == Some(true) && kind.is_some_and(|kind| kind != ResponsibilityListKind::Deputy) {
        f.fault("per_deputy", "`per_deputy` is for lists of kind DEPUTY only");
    }
    Some(Evidence::ResponsibilityList { kind: kind?, min_positions: min_positions?, per_deputy: per_deputy? })
}

impl Evidence {
    /// What this record is about, if it belongs to an event: no other cadence has such a thing.
    fn trigger(&self) -> Option<(Trigger, &'static str)> {
        match self {
            Self::HazardPlan {} => Some((Trigger::MajorHazardGraded, "`hazard_plan`")),
            Self::HazardReport {} => Some((Trigger::MajorHazardGraded, "`hazard_report`")),
            Self::OnDuty {} => Some((Trigger::KeyPeriod, "`on_duty`")),
            Self::Inspection { cites_alert: true, .. } => Some((Trigger::AccidentAlert, "`cites_alert`")),
            _ => None,
        }
    }

    /// Tells if the evidence belongs to another event than the cadence names.
    pub(super) fn check_against(&self, cadence: &Cadence, node: &Node<'_>, reader: &mut Reader<'_>) {
        if let Some((trigger, name)) = self.trigger()
            && !matches!(cadence, Cadence::Event { on, .. } if *on == trigger)
        {
            reader.fault(node, format!("{name} is evidence only under a cadence of type \"event\" on {trigger}"));
        }
    }
}
