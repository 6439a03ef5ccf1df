//! From where a request comes (来源地址). It is used for limiting how often visitors report, and kept as a keyed hash only.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::ConnectInfo,
    http::{HeaderMap, request::Parts},
};

use crate::door::Door;

/// The address of who asks. A trusted proxy is believed whom it says that it asks for; nobody else is.
pub fn address(parts: &Parts, door: &Door) -> Option<IpAddr> {
    let peer = peer(parts)?;
    if door.is_proxy(peer) { forwarded(&parts.headers, door).or(Some(peer)) } else { Some(peer) }
}

/// Whether a trusted proxy sends the request.
pub fn is_proxied(parts: &Parts, door: &Door) -> bool {
    peer(parts).is_some_and(|peer| door.is_proxy(peer))
}

fn peer(parts: &Parts) -> Option<IpAddr> {
    Some(parts.extensions.get::<ConnectInfo<SocketAddr>>()?.0.ip().to_canonical())
}

/// The last address of `X-Forwarded-For` that is no trusted proxy's: each has added the one that asked it, and what stands before was
/// said by whoever asked.
fn forwarded(headers: &HeaderMap, door: &Door) -> Option<IpAddr> {
    let mut last = None;
    for given in headers.get_all("x-forwarded-for").iter().rev() {
        for address in given.to_str().ok()?.rsplit(',') {
            let address: IpAddr = address.trim().parse().ok()?;
            last = Some(address.to_canonical());
            if !door.is_proxy(address) {
                return last;
            }
        }
    }
    last
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
        address(&request.body(()).expect("a request").into_parts().0, &Door::default()).map(|address| address.to_string())
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        assert_eq!(of("192.0.2.7:5000", Some("198.51.100.1")).as_deref(), Some("192.0.2.7"));
        assert_eq!(of("127.0.0.1:5000", Some("203.0.113.9, 198.51.100.1")).as_deref(), Some("198.51.100.1"));
        assert_eq!(of("127.0.0.1:5000", Some("203.0.113.9, 198.51.100.1, 127.0.0.2")).as_deref(), Some("198.51.100.1"), "through two proxies of ours");
        assert_eq!(of("[::1]:5000", Some("nobody")).as_deref(), Some("::1"));
        assert_eq!(of("127.0.0.1:5000", None).as_deref(), Some("127.0.0.1"));
    }
}
