//! Whatever has an identifier (对象), for `node` and `nodes`.

use async_graphql::{Context, ID, Interface};
use redline_domain::ids::Noun;
use uuid::Uuid;

use crate::graphql::{
    activity::Activity, ask::Ask, drill::Drill, duty::Duty, error::Answer, hazard::Hazard, id, inspection::Inspection, jurisdiction::Jurisdiction,
    ledger_event::LedgerEvent, mail::Mail, membership::Membership, notice::Notice, organization::Organization, person::Person, report::Report,
    responsibility::ResponsibilityList, window::Window,
};

/// Whatever has an identifier (对象).
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "The identifier (编号)."))]
pub enum Node {
    /// A jurisdiction (辖区).
    Jurisdiction(Jurisdiction),
    /// An organization (单位).
    Organization(Organization),
    /// A person (人员).
    Person(Person),
    /// A position (任职).
    Membership(Membership),
    /// A duty (职责).
    Duty(Duty),
    /// A window (期次).
    Window(Window),
    /// An inspection (检查).
    Inspection(Inspection),
    /// A drill (演练).
    Drill(Drill),
    /// An activity (活动).
    Activity(Activity),
    /// A report (报告).
    Report(Report),
    /// A responsibility list (责任清单).
    ResponsibilityList(ResponsibilityList),
    /// A hazard (隐患).
    Hazard(Hazard),
    /// A notice (通知).
    Notice(Notice),
    /// A mail (邮件).
    Mail(Mail),
    /// An event of the ledger (留痕).
    LedgerEvent(LedgerEvent),
}

/// Finds what an identifier names. What the person may not see is as if it did not exist.
///
/// # Errors
/// `BAD_USER_INPUT` for what is no identifier.
pub async fn find(ctx: &Context<'_>, given: &ID) -> Answer<Option<Node>> {
    let (noun, id) = id::take_any(given, "id")?;
    ctx.member()?;
    of(ctx, noun, id).await
}

/// The thing of a kind with a key, if the person may see it.
///
/// # Errors
/// `INTERNAL`.
pub async fn of(ctx: &Context<'_>, noun: Noun, id: Uuid) -> Answer<Option<Node>> {
    Ok(match noun {
        Noun::Jurisdiction => Jurisdiction::find(ctx, id).await?.map(Node::Jurisdiction),
        Noun::Organization => Organization::find(ctx, id).await?.map(Node::Organization),
        Noun::Person => Person::find(ctx, id).await?.map(Node::Person),
        Noun::Membership => Membership::find(ctx, id).await?.map(Node::Membership),
        Noun::Duty => Duty::find(ctx, id).await?.map(Node::Duty),
        Noun::Window => Window::find(ctx, id).await?.map(Node::Window),
        Noun::Inspection => Inspection::find(ctx, id).await?.map(Node::Inspection),
        Noun::Drill => Drill::find(ctx, id).await?.map(Node::Drill),
        Noun::Activity => Activity::find(ctx, id).await?.map(Node::Activity),
        Noun::Report => Report::find(ctx, id).await?.map(Node::Report),
        Noun::ResponsibilityList => ResponsibilityList::find(ctx, id).await?.map(Node::ResponsibilityList),
        Noun::Hazard => Hazard::find(ctx, id).await?.map(Node::Hazard),
        Noun::Notice => Notice::find(ctx, id).await?.map(Node::Notice),
        Noun::Mail => Mail::find(ctx, id).await?.map(Node::Mail),
        Noun::LedgerEvent => LedgerEvent::find(ctx, id).await?.map(Node::LedgerEvent),
        // Parts of other things, and what nobody looks up.
        _ => None,
    })
}
