//! Mail to a mail server, by lettre's connections and our own keeping of them.
//!
//! lettre's pooled transport would not do: its time-out ends with the connection's opening, so a server that falls silent holds
//! a mail for ever; and when a send is broken off, the connection goes back to its pool with an answer still to come, which the
//! next mail would take for its own. Here each answer is waited for only so long, a connection is kept only if all that was
//! said on it is over, and one knows at which word a mail was refused. TCP_NODELAY spares 40 ms a mail.

mod tls;
mod verdict;

use std::{
    fmt::Display,
    future::Future,
    io,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, AsyncTokioStream},
    commands::{Data, Mail, Noop, Quit, Rcpt, Rset},
    extension::ClientId,
};
use redline_ledger::settings::{self, Security};
use tokio::net::TcpStream;

use super::{Message, NotSent, Transport, Verdict};

/// A connection that was idle for longer is asked whether it still lives.
const FRESH: Duration = Duration::from_secs(2);

/// A connection that was idle for longer is closed: servers hang up on the silent.
const OLD: Duration = Duration::from_secs(60);

/// A mail server with its connections.
#[derive(Clone)]
pub struct Smtp(Arc<Server>);

struct Server {
    host: String,
    port: u16,
    security: Security,
    tls: Option<tls::Tls>,
    credentials: Option<Credentials>,
    patience: Duration,
    connections: usize,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

/// Where in the conversation something happened, which decides what it means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before anything was said of a mail.
    Greeting,
    /// While logging in.
    Login,
    /// When the sender was named.
    Sender,
    /// When the recipient was named, or the message was handed over.
    Mail,
}

impl Smtp {
    /// The mail server that the settings name. Nothing is said to it yet.
    ///
    /// # Errors
    /// If no server is named, its name cannot be one, or the file of certificates is none.
    pub fn new(smtp: &settings::Smtp) -> anyhow::Result<Self> {
        let host = smtp.host.clone().ok_or_else(|| anyhow::anyhow!("mail.smtp.host is not set"))?;
        let tls = (smtp.security != Security::None).then(|| tls::Tls::new(&host, smtp.root_certificate.as_deref())).transpose()?;
        let credentials =
            smtp.username.clone().zip(smtp.password.as_ref()).map(|(username, password)| Credentials::new(username, password.expose().to_owned()));
        let connections = usize::try_from(smtp.connections).unwrap_or(1).max(1);
        let patience = Duration::from_secs(smtp.timeout_seconds);
        Ok(Self(Arc::new(Server { host, port: smtp.port, security: smtp.security, tls, credentials, patience, connections, idle: Mutex::default() })))
    }

    pub(super) fn connections(&self) -> usize {
        self.0.connections
    }

    pub(super) async fn close(&self) {
        let idle = std::mem::take(&mut *self.0.idle.lock().unwrap_or_else(PoisonError::into_inner));
        let farewells = idle.into_iter().map(|(mut connection, _)| async move {
            // One that is not answered is none of our business.
            drop(tokio::time::timeout(Duration::from_secs(1), connection.command(Quit)).await);
        });
        futures::future::join_all(farewells).await;
    }

    pub(super) async fn send(&self, message: &Message) -> Result<String, NotSent> {
        match tokio::time::timeout(Transport::LONGEST_SEND, self.0.send(message)).await {
            Ok(sent) => sent,
            Err(_) => Err(NotSent::later("the mail server took too long")),
        }
    }
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Smtp({}:{})", self.0.host, self.0.port)
    }
}

impl Server {
    async fn send(&self, message: &Message) -> Result<String, NotSent> {
        let mut connection = match self.kept().await {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        let outcome = self.speak(&mut connection, message).await;
        let over = match &outcome {
            Ok(_) => true,
            // A refusal is the end of a mail, not of a connection; anything else leaves it in an unknown state.
            Err((_, whole)) => *whole && self.answer(connection.command(Rset)).await.is_ok(),
        };
        if over && !connection.has_broken() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push((connection, Instant::now()));
        }
        outcome.map_err(|(not_sent, _)| not_sent)
    }

    /// Says one mail. Of a failure it is also told whether the server's answer was complete.
    async fn speak(&self, connection: &mut AsyncSmtpConnection, message: &Message) -> Result<String, (NotSent, bool)> {
        let failed = |stage| move |failure: Failure| (failure.judged(stage), matches!(&failure, Failure::Said(error) if error.status().is_some()));
        self.answer(connection.command(Mail::new(message.envelope.from().cloned(), Vec::new()))).await.map_err(failed(Stage::Sender))?;
        for to in message.envelope.to() {
            self.answer(connection.command(Rcpt::new(to.clone(), Vec::new()))).await.map_err(failed(Stage::Mail))?;
        }
        self.answer(connection.command(Data)).await.map_err(failed(Stage::Mail))?;
        let accepted = self.answer(connection.message(&message.raw)).await.map_err(failed(Stage::Mail))?;
        Ok(format!("{} {}", accepted.code(), accepted.message().collect::<Vec<_>>().join(" ")))
    }

    /// A connection from an earlier mail that still lives.
    async fn kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let (mut connection, since) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            let idle = since.elapsed();
            if idle < FRESH || (idle < OLD && self.answer(connection.command(Noop)).await.is_ok()) {
                return Some(connection);
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, NotSent> {
        let greeting = |failure: Failure| failure.judged(Stage::Greeting);
        let (address, hello) = ((self.host.as_str(), self.port), ClientId::default());
        let stream = self.reached(TcpStream::connect(address)).await?;
        stream.set_nodelay(true).map_err(NotSent::later)?;
        let stream: Box<dyn AsyncTokioStream> = match &self.tls {
            Some(tls) if self.security == Security::Tls => Box::new(self.reached(tls.wrap(stream)).await?),
            _ => Box::new(stream),
        };
        let mut connection = self.answer(AsyncSmtpConnection::connect_with_transport(stream, &hello)).await.map_err(greeting)?;
        if let (Some(tls), Security::Starttls) = (&self.tls, self.security) {
            if !connection.can_starttls() {
                return Err(NotSent { verdict: Verdict::Halted, answer: "the mail server offers no STARTTLS".to_owned() });
            }
            self.answer(connection.starttls(tls.parameters.clone(), &hello)).await.map_err(greeting)?;
        }
        if let Some(credentials) = &self.credentials {
            self.answer(connection.auth(DEFAULT_MECHANISMS, credentials)).await.map_err(|failure| failure.judged(Stage::Login))?;
        }
        Ok(connection)
    }

    /// Waits for a connection, and no longer than the settings say.
    async fn reached<T>(&self, what: impl Future<Output = io::Result<T>>) -> Result<T, NotSent> {
        match tokio::time::timeout(self.patience, what).await {
            Ok(Ok(reached)) => Ok(reached),
            Ok(Err(error)) => Err(tls::distrust_of(&error).map_or_else(|| NotSent::later(format!("the mail server cannot be reached: {error}")), distrusted)),
            Err(_) => Err(NotSent::later("the mail server cannot be reached in time")),
        }
    }

    /// Waits for an answer, and no longer than the settings say.
    async fn answer<T>(&self, what: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
        match tokio::time::timeout(self.patience, what).await {
            Ok(answer) => answer.map_err(Failure::Said),
            Err(_) => Err(Failure::Silence),
        }
    }
}

/// Why something was not answered well.
enum Failure {
    /// The server said no, or something broke.
    Said(Error),
    /// The server said nothing.
    Silence,
}

impl Failure {
    fn judged(&self, stage: Stage) -> NotSent {
        let Self::Said(error) = self else { return NotSent::later("the mail server did not answer in time") };
        let said = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
        if let Some(reason) = tls::distrust(error) {
            return distrusted(reason);
        }
        let Some(code) = error.status() else {
            // A client error is ours: no way to log in that both know, say. It does not pass by itself.
            let verdict = if error.is_client() { Verdict::Halted } else { Verdict::Later };
            return NotSent { verdict, answer: error.to_string() };
        };
        let answer = shown(code, &said);
        let verdict = match (stage, u16::from(code)) {
            (Stage::Mail, code) => verdict::verdict(code, &said),
            // Not this mail is refused, but we are.
            (Stage::Login | Stage::Sender, 500..) => Verdict::Halted,
            (_, _) => Verdict::Later,
        };
        NotSent { verdict, answer }
    }
}

/// A certificate does not become good by itself, and whoever shows a wrong one is not to get our mail.
fn distrusted(reason: impl Display) -> NotSent {
    let answer = format!("the mail server's certificate is not trusted ({reason}); one of an authority of your own is named by mail.smtp.root_certificate");
    NotSent { verdict: Verdict::Halted, answer }
}

fn shown(code: impl Display, said: &str) -> String {
    format!("{code} {said}").trim_end().to_owned()
}
