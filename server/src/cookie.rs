//! The cookies of the page (网页会话). The session's is never seen by a script, and neither is sent along by another site.

use axum::http::{HeaderMap, header};
use chrono::Duration;

/// What a cookie of the page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// The token of the session.
    Session,
    /// The sign by which a browser is known again from which somebody signed in.
    Device,
}

impl Cookie {
    /// By TLS it is bound to this very host, and to TLS.
    fn name(self, tls: bool) -> &'static str {
        match (self, tls) {
            (Self::Session, true) => "__Host-redline-session",
            (Self::Session, false) => "redline-session",
            (Self::Device, true) => "__Host-redline-device",
            (Self::Device, false) => "redline-device",
        }
    }

    /// What a request brings.
    pub fn read(self, headers: &HeaderMap, base_url: &str) -> Option<String> {
        let name = self.name(is_tls(base_url));
        let given = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = given.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(given, value)| *given == name && !value.is_empty()).map(|(_, value)| value.to_owned())
    }

    /// What the answer sets: a value of hexadecimal digits and the like, for so long.
    pub fn set(self, base_url: &str, value: &str, lasts: Duration) -> String {
        let tls = is_tls(base_url);
        let secure = if tls { "; Secure" } else { "" };
        format!("{}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{secure}", self.name(tls), lasts.num_seconds().max(0))
    }

    /// What the answer sets so that the browser forgets it.
    pub fn forget(self, base_url: &str) -> String {
        self.set(base_url, "", Duration::zero())
    }
}

fn is_tls(base_url: &str) -> bool {
    base_url.starts_with("https://")
}

/// Whether a request with cookies comes from a page of this server, as browsers say it: a foreign page's cookies are not looked at.
pub fn is_own_page(headers: &HeaderMap, base_url: &str) -> bool {
    let said = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = said("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none");
    let origin = headers.get(header::ORIGIN).is_none_or(|origin| {
        let authority = origin.to_str().ok().and_then(|origin| Some(origin.split_once("://")?.1));
        authority.is_some_and(|authority| {
            Some(authority) == said("host") || Some(authority) == base_url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest))
        })
    });
    site && origin
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const PLAIN: &str = "http://127.0.0.1:8080";
    const TLS: &str = "https://redline.example.cn";

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))).collect()
    }

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let given = headers(&[("cookie", "a=1; redline-session=rl_0a; xredline-session=2")]);
        assert_eq!(Cookie::Session.read(&given, PLAIN).as_deref(), Some("rl_0a"));
        assert_eq!(Cookie::Session.read(&given, TLS), None, "by TLS only the one that is bound to the host");
        assert_eq!(Cookie::Device.read(&given, PLAIN), None);
        assert_eq!(Cookie::Session.read(&headers(&[("cookie", "redline-session=")]), PLAIN), None);
    }

    #[test]
    fn a_cookie_is_kept_from_scripts_and_foreign_pages() {
        assert_eq!(Cookie::Session.set(PLAIN, "rl_0a", Duration::hours(12)), "redline-session=rl_0a; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200");
        assert_eq!(Cookie::Device.set(TLS, "x", Duration::days(1)), "__Host-redline-device=x; Path=/; HttpOnly; SameSite=Strict; Max-Age=86400; Secure");
        assert_eq!(Cookie::Session.forget(PLAIN), "redline-session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    }

    #[test]
    fn only_a_page_of_this_server_asks_in_the_name_of_its_cookie() {
        for (given, expected) in [
            (vec![], true),
            (vec![("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], true),
            (vec![("sec-fetch-site", "none")], true),
            (vec![("sec-fetch-site", "same-site")], false),
            (vec![("sec-fetch-site", "cross-site")], false),
            (vec![("origin", "https://evil.example"), ("host", "127.0.0.1:8080")], false),
            (vec![("origin", "null"), ("host", "127.0.0.1:8080")], false),
            // Behind a proxy the host may be another one.
            (vec![("origin", "http://127.0.0.1:8080"), ("host", "backend:8080")], true),
        ] {
            assert_eq!(is_own_page(&headers(&given), PLAIN), expected, "{given:?}");
        }
    }
}
