//! A client that watches: a WebSocket to a server, in the protocol of the field's clients.

use std::{net::SocketAddr, time::Duration};

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{
        self, Message,
        client::IntoClientRequest,
        handshake::client::generate_key,
        http::HeaderValue,
        protocol::{CloseFrame, frame::coding::CloseCode},
    },
};

/// What should come comes within this time.
const PATIENCE: Duration = Duration::from_secs(20);

/// A client that watches.
pub struct Watcher {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    /// The text of the last message, as it came.
    pub last: String,
}

impl Watcher {
    /// One that is connected and has said nothing yet.
    pub async fn connect(server: SocketAddr) -> Self {
        Self::speaking(server, Some("graphql-transport-ws")).await.expect("a connection")
    }

    /// One that asks for a subprotocol.
    ///
    /// # Errors
    /// If the server does not want to speak it.
    pub async fn speaking(server: SocketAddr, protocol: Option<&'static str>) -> Result<Self, tungstenite::Error> {
        let mut request = format!("ws://{server}/graphql").into_client_request()?;
        request.headers_mut().insert("sec-websocket-key", HeaderValue::from_str(&generate_key()).expect("a key"));
        request.headers_mut().insert("accept-language", HeaderValue::from_static("en"));
        if let Some(protocol) = protocol {
            request.headers_mut().insert("sec-websocket-protocol", HeaderValue::from_static(protocol));
        }
        let (socket, _) = connect_async(request).await?;
        Ok(Self { socket, last: String::new() })
    }

    /// One that is known to the server by a token.
    pub async fn known(server: SocketAddr, token: &str) -> Self {
        let mut watcher = Self::connect(server).await;
        watcher.say(&json!({ "type": "connection_init", "payload": { "authorization": format!("Bearer {token}") } })).await;
        assert_eq!(watcher.hear().await, json!({ "type": "connection_ack" }));
        watcher
    }

    /// Sends a request, and waits until the server has heard it: what is committed from then on it will tell.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        self.request(id, query, variables).await;
        self.say(&json!({ "type": "ping" })).await;
        assert_eq!(self.hear().await, json!({ "type": "pong" }));
    }

    /// Sends a request.
    pub async fn request(&mut self, id: &str, query: &str, variables: Value) {
        self.say(&json!({ "type": "subscribe", "id": id, "payload": { "query": query, "variables": variables } })).await;
    }

    /// Sends a message.
    pub async fn say(&mut self, message: &Value) {
        self.say_text(message.to_string()).await;
    }

    /// Sends whatever text.
    pub async fn say_text(&mut self, text: String) {
        // Where the server has just ended the connection, its farewell is still to be heard.
        let _ = self.socket.send(Message::text(text)).await;
    }

    /// The next message, or `{"close": …}` with the code by which the server takes leave, or null where it is gone without a word.
    pub async fn hear(&mut self) -> Value {
        self.hear_within(PATIENCE).await.expect("the server says nothing")
    }

    /// The next message, if one comes in that time.
    pub async fn hear_within(&mut self, time: Duration) -> Option<Value> {
        let (socket, last) = (&mut self.socket, &mut self.last);
        let message = async {
            loop {
                match socket.next().await {
                    Some(Ok(Message::Text(text))) => {
                        *last = text.to_string();
                        return serde_json::from_str(&text).expect("JSON");
                    }
                    Some(Ok(Message::Close(Some(farewell)))) => return json!({ "close": u16::from(farewell.code), "reason": farewell.reason.as_str() }),
                    Some(Ok(Message::Close(None)) | Err(_)) | None => return Value::Null,
                    Some(Ok(_)) => {}
                }
            }
        };
        tokio::time::timeout(time, message).await.ok()
    }

    /// Takes leave, and says with what code the server takes leave too; none: it is gone without a word.
    pub async fn leave(mut self) -> Option<u16> {
        let own = CloseFrame { code: CloseCode::Normal, reason: "".into() };
        self.socket.close(Some(own)).await.expect("it is said");
        let answer = async {
            loop {
                match self.socket.next().await {
                    Some(Ok(Message::Close(farewell))) => return farewell.map(|farewell| farewell.code.into()),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return None,
                }
            }
        };
        tokio::time::timeout(PATIENCE, answer).await.expect("the server says nothing")
    }

    /// The data of the next answer to a request.
    pub async fn told(&mut self, id: &str) -> Value {
        let message = self.hear().await;
        assert_eq!((message["type"].as_str(), message["id"].as_str()), (Some("next"), Some(id)), "{message:#}");
        assert!(message["payload"].get("errors").is_none(), "{message:#}");
        message["payload"]["data"].clone()
    }

    /// The code of the error by which a request ends.
    pub async fn over(&mut self, id: &str) -> String {
        let message = self.hear().await;
        assert_eq!((message["type"].as_str(), message["id"].as_str()), (Some("error"), Some(id)), "{message:#}");
        message["payload"][0]["extensions"]["code"].as_str().expect("a code").to_owned()
    }
}
