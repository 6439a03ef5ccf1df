//! The door (入口): what a request has to pass before anything is read for it. Whom a proxy may speak for, how many requests at a time
//! and in a minute, which documents, and what a server in production keeps to itself.

mod documents;
mod pace;
mod seats;

use std::net::IpAddr;

use ipnet::IpNet;
use redline_domain::Refusal;
use redline_ledger::{attempt::network, settings};
use uuid::Uuid;

pub use documents::is_known;
pub use pace::Pace;
pub use seats::{Seat, Seats};

/// How many requests are carried out at a time.
const REQUESTS: usize = 512;
/// How many of them for one asker: a browser opens six connections.
const EACH: usize = 16;
/// What one change counts for, in questions: it costs the one writer.
const CHANGE: u32 = 5;

/// Who asks, as far as the door tells people apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Guest {
    /// Somebody who has signed in, with all his sessions and keys.
    Person(Uuid),
    /// A visitor, by the network from which he comes.
    Visitor(String),
}

impl Guest {
    /// Who asks.
    pub fn of(person: Option<Uuid>, address: Option<IpAddr>) -> Self {
        person.map_or_else(|| Self::Visitor(network(address)), Self::Person)
    }
}

/// The door.
pub struct Door {
    /// For whom a proxy may speak.
    proxies: Vec<IpNet>,
    /// Whether the server keeps its schema to itself.
    pub production: bool,
    /// Whether people's requests are those of the pages only.
    pub known_documents_only: bool,
    /// Whether answers say that this site is had by TLS only.
    pub tls: bool,
    seats: Seats<Guest>,
    pace: Pace,
}

impl Door {
    /// The door as the settings want it.
    pub fn new(settings: &settings::Settings) -> Self {
        let server = &settings.server;
        Self {
            proxies: server.trusted_proxies.split(',').filter_map(|text| settings::proxy(text.trim())).collect(),
            production: server.production,
            known_documents_only: server.documents == settings::Documents::Trusted,
            tls: server.base_url.starts_with("https://"),
            seats: Seats::new(REQUESTS, EACH),
            pace: Pace::new(server.requests_per_minute),
        }
    }

    /// Whether an address may say for whom it asks.
    pub fn is_proxy(&self, address: IpAddr) -> bool {
        self.proxies.iter().any(|net| net.contains(&address))
    }

    /// A place among those whose requests are carried out at this time.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`.
    pub fn enter(&self, guest: Guest) -> Result<Seat<Guest>, Refusal> {
        self.seats.take(guest).ok_or_else(|| {
            let en = "Too many of your requests are under way at the same time; wait for their answers.";
            Refusal::new("TOO_MANY_REQUESTS", "您同时发出的请求过多，请等待前面的请求完成。", en)
        })
    }

    /// Goes on only if the asker may have so many questions or changes more within this minute. Each field at the root counts, so that
    /// aliases win nothing.
    ///
    /// # Errors
    /// `TOO_MANY_REQUESTS`.
    pub fn count(&self, guest: &Guest, fields: usize, changes: bool) -> Result<(), Refusal> {
        let fields = u32::try_from(fields.max(1)).unwrap_or(u32::MAX);
        if self.pace.take(guest, fields.saturating_mul(if changes { CHANGE } else { 1 })) {
            return Ok(());
        }
        let en = "You have sent too many requests within a minute; wait a little and try again.";
        Err(Refusal::new("TOO_MANY_REQUESTS", "一分钟内请求次数过多，请稍候再试。", en))
    }
}

impl Default for Door {
    fn default() -> Self {
        Self::new(&settings::Settings::defaults())
    }
}
