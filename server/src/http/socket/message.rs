//! The messages of the protocol (消息): `graphql-transport-ws`, as the field's clients speak it.

use async_graphql::{Response as Answered, ServerError};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::http::asked::Asked;

/// The name of the protocol.
pub const PROTOCOL: &str = "graphql-transport-ws";

/// What a client says.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Said {
    /// Who it is. It comes first.
    ConnectionInit {
        /// With `authorization`, as in a request's header.
        payload: Option<Map<String, Value>>,
    },
    /// Whether anybody is there.
    Ping {
        /// Sent back.
        payload: Option<Value>,
    },
    /// That it is there.
    Pong {},
    /// A request.
    Subscribe {
        /// The client's name for it.
        id: String,
        /// The request.
        payload: Asked,
    },
    /// That it wants no more of a request.
    Complete {
        /// Which.
        id: String,
    },
}

/// What is said to a client.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Told {
    /// That it is known.
    ConnectionAck,
    /// That the server is there.
    Pong {
        /// As it came with the ping.
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<Value>,
    },
    /// An answer.
    Next {
        /// To which request.
        id: String,
        /// The answer.
        payload: Box<Answered>,
    },
    /// That a request is not, or no longer, carried out.
    Error {
        /// Which.
        id: String,
        /// Why.
        payload: Vec<ServerError>,
    },
    /// That a request is done.
    Complete {
        /// Which.
        id: String,
    },
}

/// Why the server ends a connection: the protocol's code, and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Farewell(pub u16, pub String);

impl Farewell {
    /// The server stops.
    pub fn stopping() -> Self {
        Self(1001, "The server stops; connect again.".to_owned())
    }

    /// What came is no message.
    pub fn bad(why: &str) -> Self {
        // A reason has 123 bytes at most.
        Self(4400, format!("Bad message: {why}").chars().filter(char::is_ascii).take(120).collect())
    }

    /// A request came before it was said who asks.
    pub fn unknown() -> Self {
        Self(4401, "Unauthorized".to_owned())
    }

    /// The token does not hold.
    pub fn forbidden() -> Self {
        Self(4403, "Forbidden".to_owned())
    }

    /// It was not said who asks.
    pub fn silent() -> Self {
        Self(4408, "Connection initialisation timeout".to_owned())
    }

    /// Two requests have one name.
    pub fn twice(id: &str) -> Self {
        Self(4409, format!("Subscriber for {} already exists", id.chars().filter(char::is_ascii).take(80).collect::<String>()))
    }

    /// It was said twice who asks.
    pub fn again() -> Self {
        Self(4429, "Too many initialisation requests".to_owned())
    }

    /// The person has, or all have, too many connections.
    pub fn full() -> Self {
        Self(4429, "Too many connections".to_owned())
    }

    /// Something is away or broken within.
    pub fn broken() -> Self {
        Self(1011, "The service is interrupted for a moment; connect again.".to_owned())
    }
}
