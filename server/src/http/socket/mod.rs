//! `GET /graphql`, upgraded: requests and subscriptions over a WebSocket (订阅连接), in the protocol `graphql-transport-ws`.
//!
//! Nothing is sent ahead: a client that is slow in taking is not read for meanwhile, and one that takes nothing for long, or is gone
//! without a word, loses its connection. Who asks is said in the first message, or by the cookie of a page of this server; a foreign page's is
//! not looked at, so that it cannot ask in somebody's name.

mod message;
mod operation;

use std::{collections::HashMap, net::IpAddr, sync::Arc, time::Duration};

use axum::{
    Error,
    extract::{
        FromRequestParts, Request, State, WebSocketUpgrade,
        ws::{self, CloseFrame, WebSocket},
    },
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use redline_domain::Language;
use serde_json::{Map, Value};
use tokio::{
    sync::mpsc,
    task::JoinHandle,
    time::{Instant, MissedTickBehavior, interval, sleep, timeout},
};

use self::{
    message::{Farewell, PROTOCOL, Said, Told},
    operation::{Manner, Operation},
};
use super::{Shared, asked, peer, session};
use crate::{
    door::Seat,
    graphql::{ask::Asker, error::Answer},
    guard,
};

/// Who connects says within this time who asks.
const INTRODUCTION: Duration = Duration::from_secs(10);
/// So long a client may take over one message.
const SLOWEST: Duration = Duration::from_secs(20);
/// So often a client is asked whether it is there; who has said nothing by the time of the next but one is gone.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// So long each side waits for the other's farewell.
const LEAVE: Duration = Duration::from_secs(2);
/// How many answers wait for a client.
const WAITING: usize = 16;
/// How many requests a client may have under way.
const OPERATIONS: usize = 50;

/// Who is connected.
struct Client {
    headers: HeaderMap,
    address: Option<IpAddr>,
    language: Language,
}

impl Client {
    /// Who asks, as it is now.
    async fn asker(&self, shared: &Shared) -> Answer<Asker> {
        Ok(Asker { address: self.address, ..session::asker(&shared.app, &self.headers).await? })
    }
}

/// Begins a connection. Whoever asks for a page instead is told what the API takes.
pub async fn connect(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    if !parts.headers.contains_key(header::UPGRADE) {
        return super::graphql::only_post().await;
    }
    let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &shared).await {
        Ok(upgrade) => upgrade.protocols([PROTOCOL]).max_message_size(guard::LARGEST_BODY).max_frame_size(guard::LARGEST_BODY),
        Err(rejection) => return rejection.into_response(),
    };
    if upgrade.selected_protocol().is_none() {
        return (StatusCode::BAD_REQUEST, format!("Connect with the subprotocol {PROTOCOL}.\n")).into_response();
    }
    let client = Client { language: session::language(&parts.headers), address: peer::address(&parts, &shared.app.door), headers: parts.headers };
    upgrade.on_upgrade(async move |socket| Connection::attach(socket, shared, client).run().await)
}

/// A connection.
struct Connection {
    sink: SplitSink<WebSocket, ws::Message>,
    shared: Arc<Shared>,
    client: Arc<Client>,
    /// Its place among the connections of the server; none: it was not yet said who asks.
    seat: Option<Seat<Option<uuid::Uuid>>>,
    operations: HashMap<String, Running>,
    begun: u64,
    outgoing: operation::Outgoing,
}

/// A request that is being carried out. It ends when it is dropped.
struct Running {
    number: u64,
    task: JoinHandle<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Why a connection goes no further.
enum End {
    /// The server takes leave.
    Farewell(Farewell),
    /// The client has gone, or takes nothing.
    Gone,
}

impl From<Farewell> for End {
    fn from(farewell: Farewell) -> Self {
        Self::Farewell(farewell)
    }
}

impl Connection {
    fn attach(socket: WebSocket, shared: Arc<Shared>, client: Client) -> Attached {
        let (sink, stream) = socket.split();
        let (outgoing, answers) = mpsc::channel(WAITING);
        let connection = Self { sink, shared, client: Arc::new(client), seat: None, operations: HashMap::new(), begun: 0, outgoing };
        Attached { connection, stream, answers }
    }

    /// What a client sent.
    async fn take(&mut self, message: Option<Result<ws::Message, Error>>) -> Result<(), End> {
        match message {
            Some(Ok(ws::Message::Text(text))) => {
                let said = serde_json::from_str(&text).map_err(|error| Farewell::bad(&error.to_string()))?;
                self.hear(said).await
            }
            Some(Ok(ws::Message::Binary(_))) => Err(Farewell::bad("messages are text").into()),
            // Answered by the library.
            Some(Ok(ws::Message::Ping(_) | ws::Message::Pong(_))) => Ok(()),
            Some(Ok(ws::Message::Close(_)) | Err(_)) | None => Err(End::Gone),
        }
    }

    /// What a client said.
    async fn hear(&mut self, said: Said) -> Result<(), End> {
        match said {
            Said::ConnectionInit { payload } => self.introduce(payload.unwrap_or_default()).await,
            Said::Ping { payload } => self.tell(&Told::Pong { payload }).await,
            Said::Pong {} => Ok(()),
            Said::Subscribe { .. } if self.seat.is_none() => Err(Farewell::unknown().into()),
            Said::Subscribe { id, .. } if self.operations.contains_key(&id) => Err(Farewell::twice(&id).into()),
            Said::Subscribe { id, .. } if self.operations.len() >= OPERATIONS => {
                let sentence = format!("A connection has at most {OPERATIONS} requests under way; end one first.");
                self.tell(&Told::Error { id, payload: vec![asked::error("TOO_MANY_REQUESTS", sentence)] }).await
            }
            Said::Subscribe { id, payload } => {
                // Before the next message is heard: who sends a ping after it and has its answer knows that nothing will be missed.
                let manner = Manner::of(&payload, &self.shared).await;
                self.begun += 1;
                let operation = Operation { number: self.begun, id: id.clone(), asked: payload, outgoing: self.outgoing.clone() };
                let task = tokio::spawn(operation.run(manner, Arc::clone(&self.shared), Arc::clone(&self.client)));
                self.operations.insert(id, Running { number: self.begun, task });
                Ok(())
            }
            Said::Complete { id } => {
                self.operations.remove(&id);
                Ok(())
            }
        }
    }

    /// Learns who asks.
    async fn introduce(&mut self, payload: Map<String, Value>) -> Result<(), End> {
        if self.seat.is_some() {
            return Err(Farewell::again().into());
        }
        let mut client = Client { headers: self.client.headers.clone(), ..*self.client };
        if let Some((_, given)) = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization")) {
            let given = given.as_str().and_then(|given| HeaderValue::from_str(given).ok()).ok_or_else(Farewell::forbidden)?;
            client.headers.insert(header::AUTHORIZATION, given);
        }
        let asker =
            client.asker(&self.shared).await.map_err(|fault| if fault.code() == "UNAUTHENTICATED" { Farewell::forbidden() } else { Farewell::broken() })?;
        client.language = asker.language;
        self.seat = Some(self.shared.live.seats.take(asker.ctx.actor.person).ok_or_else(Farewell::full)?);
        self.client = Arc::new(client);
        self.tell(&Told::ConnectionAck).await
    }

    /// Passes on what a request answers, unless the client wants no more of it.
    async fn answer(&mut self, (number, told): (u64, Told)) -> Result<(), End> {
        let (Told::Next { id, .. } | Told::Error { id, .. } | Told::Complete { id }) = &told else { return Ok(()) };
        if self.operations.get(id).is_none_or(|running| running.number != number) {
            return Ok(());
        }
        if !matches!(told, Told::Next { .. }) {
            self.operations.remove(id);
        }
        self.tell(&told).await
    }

    async fn tell(&mut self, told: &Told) -> Result<(), End> {
        let text = serde_json::to_string(told).map_err(|_| Farewell::broken())?;
        self.send(ws::Message::Text(text.into())).await
    }

    async fn send(&mut self, message: ws::Message) -> Result<(), End> {
        match timeout(SLOWEST, self.sink.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }
}

/// A connection with what comes in at its two ends.
struct Attached {
    connection: Connection,
    stream: SplitStream<WebSocket>,
    answers: mpsc::Receiver<(u64, Told)>,
}

impl Attached {
    /// Talks until either side ends it.
    async fn run(mut self) {
        match self.talk().await {
            Ok(()) => {}
            Err(End::Farewell(Farewell(code, reason))) => {
                let farewell = ws::Message::Close(Some(CloseFrame { code, reason: reason.into() }));
                if self.connection.send(farewell).await.is_ok() {
                    // The client says farewell too, or is cut off.
                    let _ = timeout(LEAVE, async { while let Some(Ok(_)) = self.stream.next().await {} }).await;
                }
            }
            Err(End::Gone) => {
                // A client that took leave waits for the answer, which the library has ready.
                let _ = timeout(LEAVE, self.connection.sink.close()).await;
            }
        }
    }

    async fn talk(&mut self) -> Result<(), End> {
        let Self { connection, stream, answers } = self;
        let shared = Arc::clone(&connection.shared);
        let introduction = sleep(INTRODUCTION);
        let mut heartbeat = interval(HEARTBEAT);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        tokio::pin!(introduction);
        loop {
            tokio::select! {
                () = shared.live.ended() => return Err(Farewell::stopping().into()),
                message = stream.next() => {
                    heard = Instant::now();
                    connection.take(message).await?;
                }
                Some(answer) = answers.recv() => connection.answer(answer).await?,
                () = &mut introduction, if connection.seat.is_none() => return Err(Farewell::silent().into()),
                _ = heartbeat.tick() => {
                    if heard.elapsed() > 2 * HEARTBEAT {
                        return Err(End::Gone);
                    }
                    connection.send(ws::Message::Ping(axum::body::Bytes::new())).await?;
                }
            }
        }
    }
}
