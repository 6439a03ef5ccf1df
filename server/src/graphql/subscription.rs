//! Subscriptions (订阅): what is sent by itself when it changes, over a WebSocket.

use std::sync::Arc;

use async_graphql::{Context, ID, Subscription as Root};
use futures::{Stream, stream};
use redline_domain::ids::Noun;
use redline_entity::{hazard, notice, window};
use redline_ledger::change::Kind;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder};
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
        ctx.member()?;
        let whose = id::take_optional(Noun::Organization, organization.as_ref(), "organization")?;
        let ids = changed(ctx, Watched { kind: Kind::Window, whose });
        let these = visible::windows(ctx.ledger(), None).filter(window::Column::Id.is_in(ids.iter().copied())).order_by_asc(window::Column::Id);
        let rows = if ids.is_empty() { Vec::new() } else { these.all(ctx.db()).await? };
        Ok(stream::iter(rows.into_iter().map(Window::from)))
    }

    /// A hazard was reported, or went a step further in its closed loop (隐患变动).
    async fn hazard_changed(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only hazards of this organization (单位).")] organization: Option<ID>,
    ) -> Result<impl Stream<Item = Hazard>, Fault> {
        ctx.member()?;
        let whose = id::take_optional(Noun::Organization, organization.as_ref(), "organization")?;
        let ids = changed(ctx, Watched { kind: Kind::Hazard, whose });
        let these = visible::hazards(ctx.ledger(), None).filter(hazard::Column::Id.is_in(ids.iter().copied())).order_by_asc(hazard::Column::Id);
        let rows = if ids.is_empty() { Vec::new() } else { these.all(ctx.db()).await? };
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
        let these = visible::notices(ctx.ledger()).filter(notice::Column::MailId.is_in(mails.iter().copied())).order_by_asc(notice::Column::Id);
        let rows = if mails.is_empty() { Vec::new() } else { these.all(ctx.db()).await? };
        Ok(stream::iter(rows.into_iter().map(Notice::from)))
    }
}

/// Which things have changed of those that are watched.
fn changed(ctx: &Context<'_>, watched: Watched) -> Vec<Uuid> {
    ctx.data_opt::<Arc<Watch>>().map(|watch| watch.on(watched)).unwrap_or_default()
}
