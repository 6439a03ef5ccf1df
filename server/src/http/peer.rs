//! From where a request comes (来源地址). It is used for limiting how often visitors report, and kept as a keyed hash only.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};

/// The address of who asks. A reverse proxy on this machine is believed whom it says that it asks for; nobody else is.
pub fn address(parts: &Parts) -> Option<IpAddr> {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip().to_canonical();
    if peer.is_loopback() { forwarded(&parts.headers).or(Some(peer)) } else { Some(peer) }
}

/// The last address of `X-Forwarded-For`: the one that the proxy itself has added.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    fn of(peer: &str, forwarded: Option<&str>) -> Option<String> {
        let mut request = Request::post("/graphql").extension(ConnectInfo(peer.parse::<SocketAddr>().expect("an address")));
        if let Some(forwarded) = forwarded {
            request = request.header("x-forwarded-for", forwarded);
        }
        address(&request.body(()).expect("a request").into_parts().0).map(|address| address.to_string())
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        assert_eq!(of("192.0.2.7:5000", Some("198.51.100.1")).as_deref(), Some("192.0.2.7"));
        assert_eq!(of("127.0.0.1:5000", Some("203.0.113.9, 198.51.100.1")).as_deref(), Some("198.51.100.1"));
        assert_eq!(of("[::1]:5000", Some("nobody")).as_deref(), Some("::1"));
        assert_eq!(of("127.0.0.1:5000", None).as_deref(), Some("127.0.0.1"));
    }
}
