//! Inspections made, and explanations asked for.

use redline_domain::{InspectionKind, Language};
use redline_entity::window;
use redline_ledger::{
    Context,
    explain::{Explanation, explain},
    inspection::{self, NewInspection},
    signature::Confirmed,
};
use uuid::Uuid;

use super::{Township, day};

/// An inspection as it is recorded.
pub fn inspected(organization: Uuid, leader: Uuid, kind: InspectionKind, on: &str) -> NewInspection {
    NewInspection {
        organization,
        inspector: organization,
        kind,
        leader,
        occurred_on: day(on),
        modes: Vec::new(),
        scopes: Vec::new(),
        summary: "检查储罐区和装卸区。".to_owned(),
        findings: Vec::new(),
        alert: None,
        contracts: Vec::new(),
        photos: Vec::new(),
        members: Vec::new(),
    }
}

/// Records an inspection.
pub async fn draft(town: &Township, ctx: &Context, new: NewInspection) -> Uuid {
    town.change(async |tx| inspection::record(tx, ctx, new).await).await.expect("recorded").id
}

/// Records and signs an inspection.
pub async fn signed(town: &Township, ctx: &Context, new: NewInspection) -> Uuid {
    let id = draft(town, ctx, new).await;
    town.change(async |tx| inspection::sign(tx, ctx, id, &Confirmed::by_program(ctx)).await).await.expect("signed").id
}

/// The explanation of one window to somebody on a day.
pub async fn told(town: &Township, ctx: &Context, window: &window::Model, language: Language) -> Explanation {
    explain(town.db.read(), ctx, std::slice::from_ref(window), language).await.expect("explained").remove(0)
}

/// What is said in both languages of the window of a rule, without the sentence about what is to be done.
pub async fn said(town: &Township, ctx: &Context, organization: Uuid, rule: &str, on: &str) -> (Vec<String>, Vec<String>) {
    let window = town.window(organization, rule, on).await;
    let text = async |language| {
        let text = told(town, ctx, &window, language).await.text;
        text.into_iter().filter(|sentence| !sentence.starts_with("应办：") && !sentence.starts_with("To do: ")).collect()
    };
    (text(Language::Zh).await, text(Language::En).await)
}
