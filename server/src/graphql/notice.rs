//! Notices (通知) in the API.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use redline_domain::{Audience, Language, NoticeKind, NoticeState, Proposal, ids::Noun};
use redline_entity::notice;
use uuid::Uuid;

use crate::{
    graphql::{
        ask::Ask, error::Answer, hazard::Hazard, id, mail::Mail, organization::Organization, participant::Participant, rule::Rule, window::Window, words::pick,
    },
    loaders::{MailKey, NoticeKey},
};

/// What must be told to whom and why (通知).
#[derive(Clone)]
pub struct Notice(pub Arc<notice::Model>);

impl From<notice::Model> for Notice {
    fn from(row: notice::Model) -> Self {
        Self(Arc::new(row))
    }
}

impl Notice {
    /// The notice, if the person may see it.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub async fn find(ctx: &Context<'_>, id: Uuid) -> Answer<Option<Self>> {
        Ok(ctx.loaders().one(NoticeKey(id)).await?.map(Self))
    }
}

/// What must be told to whom and why (通知).
#[Object]
impl Notice {
    /// The identifier (编号).
    pub async fn id(&self) -> ID {
        id::give(Noun::Notice, self.0.id)
    }

    /// What it tells (类别).
    async fn kind(&self) -> NoticeKind {
        self.0.kind
    }

    /// Its state (状态).
    async fn state(&self) -> NoticeState {
        self.0.state
    }

    /// What it is about, in words (事项).
    async fn about(&self, ctx: &Context<'_>) -> Answer<String> {
        let organization = Organization::find(ctx, self.0.organization_id).await?.map(|found| found.0.name.clone());
        let window = match self.0.window_id {
            Some(id) => Window::find(ctx, id).await?,
            None => None,
        };
        let hazard = match self.0.hazard_id {
            Some(id) => Hazard::find(ctx, id).await?.map(|hazard| hazard.0.description.clone()),
            None => None,
        };
        let owed = window.map(|window| {
            let title = Rule::of(ctx, &window.0.rule_code).map_or_else(|| window.0.rule_code.clone(), |rule| pick(&rule.title, ctx.language()).to_owned());
            match ctx.language() {
                Language::Zh => format!("{title}（{}到期）", window.0.due_on),
                Language::En => format!("{title} (due {})", window.0.due_on),
            }
        });
        let told = self.0.tale.as_ref().map(|told| told.0.title.in_language(ctx.language()).to_owned());
        let what = told.or(owed).or(hazard).unwrap_or_else(|| ctx.label(self.0.kind).to_owned());
        Ok(match (organization, ctx.language()) {
            (Some(name), Language::Zh) => format!("{name}：{what}"),
            (Some(name), Language::En) => format!("{name}: {what}"),
            (None, _) => what,
        })
    }

    /// Why this person is told, in words (原因).
    async fn reason(&self, ctx: &Context<'_>) -> String {
        let kind = ctx.label(self.0.kind);
        match (self.0.audience.map(|audience| ctx.label(audience)), ctx.language()) {
            (Some(audience), Language::Zh) => format!("{kind}，通知对象：{audience}"),
            (Some(audience), Language::En) => format!("{kind}; told as: {audience}"),
            (None, _) => kind.to_owned(),
        }
    }

    /// Whose matter it is (单位).
    async fn organization(&self, ctx: &Context<'_>) -> Answer<Option<Organization>> {
        Organization::find(ctx, self.0.organization_id).await
    }

    /// The window that it is about, if one may see it (期次).
    async fn window(&self, ctx: &Context<'_>) -> Answer<Option<Window>> {
        match self.0.window_id {
            Some(id) => Window::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// The hazard that it is about, if one may see it (隐患).
    async fn hazard(&self, ctx: &Context<'_>) -> Answer<Option<Hazard>> {
        match self.0.hazard_id {
            Some(id) => Hazard::find(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Who is told (收件人).
    async fn recipient(&self, ctx: &Context<'_>) -> Participant {
        Participant::new(self.0.person_id, ctx.ledger().site.zone.date(self.0.noticed_at))
    }

    /// As what that person is told (通知对象).
    async fn audience(&self) -> Option<Audience> {
        self.0.audience
    }

    /// Which step or event of the matter, e.g. `REMIND-7` (步骤).
    async fn step(&self) -> &str {
        &self.0.step
    }

    /// What is proposed (建议措施).
    async fn proposes(&self) -> Option<Proposal> {
        self.0.proposes
    }

    /// The earliest moment at which it may be sent (最早发送时间).
    async fn send_after(&self) -> DateTime<Utc> {
        self.0.send_after
    }

    /// When what it tells became true (发生时间).
    async fn true_at(&self) -> DateTime<Utc> {
        self.0.true_at
    }

    /// When the engine noticed (发现时间).
    async fn noticed_at(&self) -> DateTime<Utc> {
        self.0.noticed_at
    }

    /// Why it was not sent (取消原因).
    async fn cancelled_reason(&self) -> Option<&str> {
        self.0.cancelled_reason.as_deref()
    }

    /// The mail that carries it, if one may see it (邮件).
    async fn mail(&self, ctx: &Context<'_>) -> Answer<Option<Mail>> {
        match self.0.mail_id {
            Some(id) => Ok(ctx.loaders().one(MailKey(id)).await?.map(Mail)),
            None => Ok(None),
        }
    }
}
