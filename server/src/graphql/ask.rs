//! Who asks, and what a resolver needs for answering (请求上下文).

use std::sync::Arc;

use async_graphql::{Context, Lookahead};
use axum::http::header;
use chrono::{Duration, NaiveDate};
use redline_domain::{
    Language, Word,
    permission::{self, Action, Scope},
};
use redline_entity::person;
use redline_ledger as ledger;
use sea_orm::DatabaseConnection;
use uuid::Uuid;

use crate::{
    App,
    cookie::Cookie,
    graphql::error::{Answer, Fault},
    loaders::Loaders,
};

/// One request: who asks, when, in which language.
#[derive(Clone)]
pub struct Asker {
    /// What every request needs.
    pub app: App,
    /// Who asks and when.
    pub ctx: ledger::Context,
    /// The language of the answer.
    pub language: Language,
    /// The person who asks.
    pub person: Option<person::Model>,
    /// By what the person is known.
    pub access: Access,
    /// The token by which the person is known.
    pub token: Option<String>,
    /// The sign of a browser from which somebody signed in before.
    pub device: Option<String>,
    /// From where the request comes, if that is known; it is kept nowhere.
    pub address: ledger::attempt::Address,
}

/// By what somebody is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// By nothing: a visitor.
    Visitor,
    /// By a session.
    Session,
    /// By a key, as a program.
    Key {
        /// Whether it may change anything.
        may_write: bool,
    },
}

/// What resolvers ask of their context.
pub trait Ask {
    /// The request.
    fn asker(&self) -> &Asker;
    /// The loaders of the request.
    fn loaders(&self) -> &Loaders;
    /// Whether a field is selected below this one, by its path: `"nodes.organization"`.
    fn selects(&self, path: &str) -> bool;
    /// Has the answer set a cookie of the page.
    fn set_cookie(&self, cookie: Cookie, value: &str, lasts: Duration);
    /// Has the browser forget a cookie of the page.
    fn forget_cookie(&self, cookie: Cookie);

    /// The database, for questions.
    fn db(&self) -> &DatabaseConnection {
        self.asker().app.db.read()
    }

    /// Who asks and when, for the ledger.
    fn ledger(&self) -> &ledger::Context {
        &self.asker().ctx
    }

    /// The language of the answer.
    fn language(&self) -> Language {
        self.asker().language
    }

    /// The name of a word in the language of the answer.
    fn label(&self, word: impl Word) -> &'static str {
        word.label(self.language())
    }

    /// Today at the site.
    fn today(&self) -> NaiveDate {
        self.ledger().today()
    }

    /// Whose things the person may do that to.
    fn scope(&self, action: Action) -> Scope {
        permission::scope(&self.ledger().actor, action)
    }

    /// The person who asks; a visitor is told to log in.
    fn member(&self) -> Answer<Uuid> {
        self.ledger().actor.person.ok_or_else(Fault::unauthenticated)
    }

    /// The person who asks by a session: what a program may not do with a key.
    fn in_person(&self) -> Answer<Uuid> {
        match self.asker().access {
            Access::Key { .. } => Err(Fault::session_needed()),
            Access::Session | Access::Visitor => self.member(),
        }
    }
}

impl Ask for Context<'_> {
    fn asker(&self) -> &Asker {
        self.data_unchecked::<Asker>()
    }

    fn loaders(&self) -> &Loaders {
        self.data_unchecked::<Arc<Loaders>>()
    }

    fn selects(&self, path: &str) -> bool {
        descend(self.look_ahead(), path).exists()
    }

    fn set_cookie(&self, cookie: Cookie, value: &str, lasts: Duration) {
        self.append_http_header(header::SET_COOKIE, cookie.set(&self.asker().app.site.base_url, value, lasts));
    }

    fn forget_cookie(&self, cookie: Cookie) {
        self.append_http_header(header::SET_COOKIE, cookie.forget(&self.asker().app.site.base_url));
    }
}

fn descend<'a>(from: Lookahead<'a>, path: &str) -> Lookahead<'a> {
    path.split('.').fold(from, |at, name| at.field(name))
}
