//! Mails (邮件) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{Language, MailState, ids::Noun};
use redline_entity::{mail, mail_body};
use redline_ledger::Error;
use uuid::Uuid;

use crate::{
    graphql::{ask::Ask, error::Answer, id, notice::Notice, participant::Participant},
    loaders::{BodyOf, CarriedBy, MailKey},
};

/// A mail of the outbox (邮件), which carries one or many notices.
#[derive(Clone)]
pub struct Mail(pub Arc<mail::Model>);

impl From<mail::Model> for Mail {
    fn from(row: mail::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Mail {
    /// The mail, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(MailKey(id)).await?.map(Self))
    }

    async fn body(&self, ctx: &Context<'_>) -> Answer<Arc<mail_body::Model>> {
        Ok(ctx.loaders().one(BodyOf(self.0.id)).await?.ok_or(Error::NotFound)?)
    }
}

/// A mail of the outbox (邮件), which carries one or many notices.
#[Object]
impl Mail {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Mail, self.0.id)
    }

    /// To whom (收件人).
    async fn recipient(&self, ctx: &Context<'_>) -> Participant {
        Participant::new(self.0.person_id, ctx.ledger().site.zone.date(self.0.created_at))
    }

    /// The address at the time (收件地址).
    async fn address(&self) -> &str {
        &self.0.address
    }

    /// In which language (语言).
    async fn language(&self) -> Language {
        self.0.language
    }

    /// Its subject (主题).
    async fn subject(&self) -> &str {
        &self.0.subject
    }

    /// Its plain text (正文).
    async fn text(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.body(ctx).await?.text.clone())
    }

    /// Its HTML (网页正文).
    async fn html(&self, ctx: &Context<'_>) -> Answer<String> {
        Ok(self.body(ctx).await?.html.clone())
    }

    /// Its Message-ID, the same for all attempts (邮件标识).
    async fn message_id(&self) -> &str {
        &self.0.message_id
    }

    /// Its state (状态).
    async fn state(&self) -> MailState {
        self.0.state
    }

    /// How often it was tried (投递次数).
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }

    /// When it is tried next, while it waits (下次投递时间).
    async fn next_attempt_at(&self) -> Option<DateTime<Utc>> {
        (self.0.state == MailState::Queued).then_some(self.0.next_attempt_at)
    }

    /// What the mail server answered last (服务器应答).
    async fn server_answer(&self) -> Option<&str> {
        self.0.answer.as_deref()
    }

    /// When the mail server accepted it (发送时间).
    async fn sent_at(&self) -> Option<DateTime<Utc>> {
        self.0.sent_at
    }

    /// When it was made (生成时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// The notices that it carries, as far as one may see them (所载通知).
    #[graphql(complexity = "5 * child_complexity + 1")]
    async fn notices(&self, ctx: &Context<'_>) -> Answer<Vec<Notice>> {
        let rows = ctx.loaders().one(CarriedBy(self.0.id)).await?.unwrap_or_default();
        Ok(rows.iter().cloned().map(Notice::from).collect())
    }
}
