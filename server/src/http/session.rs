//! Who sends a request (会话): the bearer token or the page's cookie, and the language of the answer.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use redline_domain::{Language, permission::Actor};
use redline_entity::person;
use redline_ledger::{
    Context,
    account::{
        second_factor,
        session::{self, By, Known},
    },
    actor,
};
use sea_orm::EntityTrait;

use crate::{
    App,
    cookie::{self, Cookie},
    graphql::{
        ask::{Access, Asker},
        error::{Answer, Fault},
    },
};

/// Finds out who sends a request. Without a token it is a visitor; a token that does not hold is refused. A cookie that does not hold is
/// none: the page could not even log in with it.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL`.
pub async fn asker(app: &App, headers: &HeaderMap) -> Answer<Asker> {
    let (now, db, base_url) = (app.clock.now(), app.db.read(), &app.site.base_url);
    let own_page = cookie::is_own_page(headers, base_url);
    let given = bearer(headers);
    let kept = Cookie::Session.read(headers, base_url).filter(|_| own_page && given.is_none());
    let by_cookie = kept.is_some();
    let token = given.or(kept);
    let known = match &token {
        None => None,
        Some(token) => match session::known(db, now, token).await? {
            None if !by_cookie => return Err(Fault::unauthenticated()),
            known => known,
        },
    };
    let visitor = Asker {
        app: app.clone(),
        ctx: Context::new(Arc::clone(&app.site), Arc::new(Actor::nobody()), now),
        language: language(headers),
        person: None,
        access: Access::Visitor,
        token: None,
        device: Cookie::Device.read(headers, base_url).filter(|_| own_page),
        address: None,
    };
    let Some(Known { account, by }) = known else { return Ok(visitor) };
    let person = person::Entity::find_by_id(account.person_id).one(db).await?.ok_or_else(Fault::unauthenticated)?;
    let mut actor = actor::load(db, person.id, app.site.zone.date(now)).await?;
    if second_factor::is_owed(app.site.second_factor, &account, &actor) {
        // Who supervises others has to be known for certain: until then he is only himself.
        actor.seats.clear();
    }
    let access = match by {
        By::Session => Access::Session,
        By::Key { may_write } => Access::Key { may_write },
    };
    let ctx = Context::new(Arc::clone(&app.site), Arc::new(actor), now);
    Ok(Asker { ctx, language: person.language, person: Some(person), access, token, ..visitor })
}

/// The bearer token. Any other `Authorization` counts as a token that does not hold, so that nobody is silently a visitor.
fn bearer(headers: &HeaderMap) -> Option<String> {
    let given = headers.get(header::AUTHORIZATION)?;
    let token = given
        .to_str()
        .ok()
        .and_then(|given| given.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim().to_owned());
    Some(token.unwrap_or_default())
}

/// The language that a visitor's browser asks for; Chinese if it asks for neither.
pub fn language(headers: &HeaderMap) -> Language {
    let mut best = (0.0, Language::Zh);
    for range in headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default().split(',') {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let language = match tag.trim().split('-').next().map(str::to_ascii_lowercase).as_deref() {
            Some("zh") => Language::Zh,
            Some("en") => Language::En,
            _ => continue,
        };
        let weight: f32 = parameters.trim().strip_prefix("q=").map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_visitor_is_answered_in_the_language_that_the_browser_likes_best() {
        for (accept, expected) in [
            ("", Language::Zh),
            ("en", Language::En),
            ("en-GB,en;q=0.9,zh;q=0.8", Language::En),
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh),
            ("fr,en;q=0.3,zh;q=0.2", Language::En),
            ("mn", Language::Zh),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accept))]);
            assert_eq!(language(&headers), expected, "{accept}");
        }
    }
}
