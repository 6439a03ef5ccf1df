//! Subscriptions (订阅): what is sent by itself when it changes, over a WebSocket.

use std::sync::Arc;

use async_graphql::{Context, ID, Subscription as Root};
use futures::{Stream, stream};
use redline_domain::ids::Noun;
use redline_entity::{hazard, notice, window};
use redline_ledger::change::Kind;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Fault, hazard::Hazard, id, notice::Notice, visible, window::Window},
    live::{Watch, Watched},
};

/// Subscriptions (订阅).
#[derive(Default)]
pub struct Subscription;

/// Subscriptions (订阅). Each sends a thing as it is after it has changed, as far as the person may see it then. One thing that changes
/// several times within a moment may be sent once; after a fault of the network or the database it may be sent twice.
#[Root]
impl Subscription {
    /// A window began, was fulfilled, became overdue, was set off, reopened or ended (期次变动).
    async fn window_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only windows of this organization (单位).")] organization: Option<ID>,
    ) -> Result<impl Stream<Item = Window>, Fault> {
        let ids = of_organization(ctx, Kind::Window, organization.as_ref())?;
        let rows = those(ctx, visible::windows(ctx.ledger(), None), window::Column::Id, window::Column::Id, ids).await?;
        Ok(stream::iter(rows.into_iter().map(Window::from)))
    }

    /// A hazard was reported, or went a step further in its closed loop (隐患变动).
    async fn hazard_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only hazards of this organization (单位).")] organization: Option<ID>,
    ) -> Result<impl Stream<Item = Hazard>, Fault> {
        let ids = of_organization(ctx, Kind::Hazard, organization.as_ref())?;
        let rows = those(ctx, visible::hazards(ctx.ledger(), None), hazard::Column::Id, hazard::Column::Id, ids).await?;
        Ok(stream::iter(rows.into_iter().map(Hazard::from)))
    }

    /// A notice was delivered: the mail server has accepted the mail that carries it (通知送达). One mail may carry several notices, each of
    /// which is sent.
    async fn notice_delivered(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only one's own (仅本人).", default)] mine: bool,
    ) -> Result<impl Stream<Item = Notice>, Fault> {
        let person = ctx.member()?;
        let mails = changed(ctx, Watched { kind: Kind::Delivery, whose: mine.then_some(person) });
        let rows = those(ctx, visible::notices(ctx.ledger()), notice::Column::MailId, notice::Column::Id, mails).await?;
        Ok(stream::iter(rows.into_iter().map(Notice::from)))
    }
}

/// Which things of an organization have changed, or of any. A visitor is told to log in.
fn of_organization(ctx: &Context<'_>, kind: Kind, organization: Option<&ID>) -> Result<Vec<Uuid>, Fault> {
    ctx.member()?;
    let whose = id::take_optional(Noun::Organization, organization, "organization")?;
    Ok(changed(ctx, Watched { kind, whose }))
}

/// Those rows that a column says to belong to what has changed, the oldest first. Where nothing has, nothing is read.
async fn those<E: EntityTrait>(ctx: &Context<'_>, visible: Select<E>, of: E::Column, id: E::Column, changed: Vec<Uuid>) -> Result<Vec<E::Model>, Fault> {
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    Ok(visible.filter(of.is_in(changed)).order_by_asc(id).all(ctx.db()).await?)
}

/// Which things have changed of those that are watched.
fn changed(ctx: &Context<'_>, watched: Watched) -> Vec<Uuid> {
    ctx.data_opt::<Arc<Watch>>().map(|watch| watch.on(watched)).unwrap_or_default()
}
