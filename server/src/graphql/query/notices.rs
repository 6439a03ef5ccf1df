//! Notices and mails.

use async_graphql::{Context, ID, InputObject, Object};
use redline_domain::{MailState, NoticeKind, NoticeState, ids::Noun};
use redline_entity::{mail, mail_body, notice};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::{
    graphql::{
        ask::Ask,
        connection::{self, Connection, Order, Page, cost},
        error::Answer,
        id,
        mail::Mail,
        notice::Notice,
        query::organizations::contains,
        visible,
    },
    loaders::{BodyOf, CarriedBy, MailKey, OrganizationKey, WindowKey},
};

/// Which notices (通知筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NoticeFilter {
    /// In one of these states (状态).
    state: Option<Vec<NoticeState>>,
    /// Of one of these kinds (类别).
    kind: Option<Vec<NoticeKind>>,
    /// About this organization's matters (单位).
    organization: Option<ID>,
    /// About this window (期次).
    window: Option<ID>,
    /// About this hazard (隐患).
    hazard: Option<ID>,
    /// Only one's own (仅本人).
    mine: Option<bool>,
}

/// Which mails (邮件筛选). What is not given does not restrict.
#[derive(Clone, Debug, Default, InputObject)]
pub struct MailFilter {
    /// In one of these states (状态).
    state: Option<Vec<MailState>>,
    /// Whose subject or text contains this (文字).
    text: Option<String>,
    /// Only one's own (仅本人).
    mine: Option<bool>,
}

/// Questions about notices and mails.
#[derive(Default)]
pub struct NoticeQuery;

#[Object]
impl NoticeQuery {
    /// What was or will be told: one's own notices, and those to others where one may see them; the latest first (通知列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn notices(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: NoticeFilter,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Notice>> {
        let me = ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let mut select = visible::notices(ctx.ledger());
        if let Some(states) = &filter.state {
            select = select.filter(notice::Column::State.is_in(states.iter().copied()));
        }
        if let Some(kinds) = &filter.kind {
            select = select.filter(notice::Column::Kind.is_in(kinds.iter().copied()));
        }
        if let Some(id) = id::take_optional(Noun::Organization, filter.organization.as_ref(), "filter.organization")? {
            select = select.filter(notice::Column::OrganizationId.eq(id));
        }
        if let Some(id) = id::take_optional(Noun::Window, filter.window.as_ref(), "filter.window")? {
            select = select.filter(notice::Column::WindowId.eq(id));
        }
        if let Some(id) = id::take_optional(Noun::Hazard, filter.hazard.as_ref(), "filter.hazard")? {
            select = select.filter(notice::Column::HazardId.eq(id));
        }
        if filter.mine == Some(true) {
            select = select.filter(notice::Column::PersonId.eq(me));
        }
        let found: Connection<Notice> = connection::page(ctx, select, &Order::descending(notice::Column::NoticedAt), &page).await?;
        let wants = |field| connection::rows_select(ctx, field);
        if wants("organization") || wants("about") {
            ctx.loaders().ahead(found.rows().map(|row| OrganizationKey(row.0.organization_id))).await?;
        }
        if wants("window") || wants("about") {
            ctx.loaders().ahead(found.rows().filter_map(|row| row.0.window_id.map(WindowKey))).await?;
        }
        if wants("mail") {
            ctx.loaders().ahead(found.rows().filter_map(|row| row.0.mail_id.map(MailKey))).await?;
        }
        Ok(found)
    }

    /// The mails of the outbox: one's own, and those to others where one may see all that they tell; the latest first (邮件列表).
    #[graphql(complexity = "cost(first, last, child_complexity)")]
    async fn mails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which (筛选).", default)] filter: MailFilter,
        #[graphql(desc = "How many from the front, 1 to 100 (向后条数).")] first: Option<i32>,
        #[graphql(desc = "From after this cursor on (起始游标).")] after: Option<String>,
        #[graphql(desc = "How many from the back, 1 to 100 (向前条数).")] last: Option<i32>,
        #[graphql(desc = "Up to before this cursor (截止游标).")] before: Option<String>,
    ) -> Answer<Connection<Mail>> {
        let me = ctx.member()?;
        let page = Page::new(first, after, last, before)?;
        let mut select = visible::mails(ctx.ledger());
        if let Some(states) = &filter.state {
            select = select.filter(mail::Column::State.is_in(states.iter().copied()));
        }
        if let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let worded = mail_body::Entity::find().select_only().column(mail_body::Column::MailId).filter(contains(&[mail_body::Column::Text], text));
            select = select.filter(contains(&[mail::Column::Subject], text).add(mail::Column::Id.in_subquery(worded.into_query())));
        }
        if filter.mine == Some(true) {
            select = select.filter(mail::Column::PersonId.eq(me));
        }
        let found: Connection<Mail> = connection::page(ctx, select, &Order::descending(mail::Column::CreatedAt), &page).await?;
        if connection::rows_select(ctx, "text") || connection::rows_select(ctx, "html") {
            ctx.loaders().ahead(found.rows().map(|row| BodyOf(row.0.id))).await?;
        }
        if connection::rows_select(ctx, "notices") {
            ctx.loaders().ahead(found.rows().map(|row| CarriedBy(row.0.id))).await?;
        }
        Ok(found)
    }
}
