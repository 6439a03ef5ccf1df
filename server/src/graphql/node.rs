//! Whatever has an identifier (对象), for `node` and `nodes`.

use async_graphql::{Context, ID, Interface};
use redline_domain::ids::Noun;
use uuid::Uuid;

use crate::graphql::{
    activity::Activity,
    alert::Alert,
    ask::Ask,
    attachment::Attachment,
    certificate::Certificate,
    checkpoint::Checkpoint,
    contract::Contract,
    drill::Drill,
    duty::Duty,
    enforcement::Enforcement,
    error::Answer,
    hazard::{Hazard, extension::Extension, supervision::Supervision, suspension::Suspension},
    id,
    inspection::Inspection,
    jurisdiction::Jurisdiction,
    key_period::KeyPeriod,
    ledger_event::LedgerEvent,
    mail::Mail,
    membership::Membership,
    notice::Notice,
    on_duty::OnDuty,
    organization::Organization,
    permit::Permit,
    person::Person,
    report::Report,
    responsibility::ResponsibilityList,
    task::Task,
    tip::Tip,
    window::Window,
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
    /// A contract with a contractor or tenant (外包外租合同).
    Contract(Contract),
    /// A special-operation certificate (特种作业证).
    Certificate(Certificate),
    /// A hot-work permit (动火作业票).
    Permit(Permit),
    /// An activity (活动).
    Activity(Activity),
    /// A report (报告).
    Report(Report),
    /// A responsibility list (责任清单).
    ResponsibilityList(ResponsibilityList),
    /// A hazard (隐患).
    Hazard(Hazard),
    /// A request for an extension (延期申请).
    Extension(Extension),
    /// A suspension of production (停产停业).
    Suspension(Suspension),
    /// A listing for supervision (挂牌督办).
    Supervision(Supervision),
    /// An enforcement action (执法措施).
    Enforcement(Enforcement),
    /// A report by the public (举报).
    Tip(Tip),
    /// An accident alert (事故警示).
    Alert(Alert),
    /// A key period (关键时间节点).
    KeyPeriod(KeyPeriod),
    /// An entry of the on-duty roster (在岗值守).
    OnDuty(OnDuty),
    /// A task that a drill left (改进事项).
    Task(Task),
    /// A notice (通知).
    Notice(Notice),
    /// A mail (邮件).
    Mail(Mail),
    /// An event of the ledger (留痕).
    LedgerEvent(LedgerEvent),
    /// A checkpoint of the ledger (留痕封存点).
    Checkpoint(Checkpoint),
    /// An attachment (附件).
    Attachment(Attachment),
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
        Noun::Contract => Contract::find(ctx, id).await?.map(Node::Contract),
        Noun::Certificate => Certificate::find(ctx, id).await?.map(Node::Certificate),
        Noun::Permit => Permit::find(ctx, id).await?.map(Node::Permit),
        Noun::Activity => Activity::find(ctx, id).await?.map(Node::Activity),
        Noun::Report => Report::find(ctx, id).await?.map(Node::Report),
        Noun::ResponsibilityList => ResponsibilityList::find(ctx, id).await?.map(Node::ResponsibilityList),
        Noun::Hazard => Hazard::find(ctx, id).await?.map(Node::Hazard),
        Noun::Extension => Extension::find(ctx, id).await?.map(Node::Extension),
        Noun::Suspension => Suspension::find(ctx, id).await?.map(Node::Suspension),
        Noun::Supervision => Supervision::find(ctx, id).await?.map(Node::Supervision),
        Noun::Enforcement => Enforcement::find(ctx, id).await?.map(Node::Enforcement),
        Noun::Tip => Tip::find(ctx, id).await?.map(Node::Tip),
        Noun::Alert => Alert::find(ctx, id).await?.map(Node::Alert),
        Noun::KeyPeriod => KeyPeriod::find(ctx, id).await?.map(Node::KeyPeriod),
        Noun::OnDuty => OnDuty::find(ctx, id).await?.map(Node::OnDuty),
        Noun::Task => Task::find(ctx, id).await?.map(Node::Task),
        Noun::Notice => Notice::find(ctx, id).await?.map(Node::Notice),
        Noun::Mail => Mail::find(ctx, id).await?.map(Node::Mail),
        Noun::LedgerEvent => LedgerEvent::find(ctx, id).await?.map(Node::LedgerEvent),
        Noun::Checkpoint => Checkpoint::find(ctx, id).await?.map(Node::Checkpoint),
        Noun::Attachment => Attachment::find(ctx, id).await?.map(Node::Attachment),
        // Parts of other things, and what nobody looks up.
        _ => None,
    })
}
