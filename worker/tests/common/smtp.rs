//! A mail server on loopback that says what the test wants it to say.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use redline_ledger::settings::{Secret, Security, Settings, Smtp};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tokio_rustls::TlsAcceptor;

/// How a server is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    /// Nobody listens.
    Refuses,
    /// It takes connections and says nothing.
    Hangs,
    /// It says 421 to everybody.
    Busy,
    /// It takes a message, and hangs up instead of answering.
    HangsUp,
}

/// What the server says.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// Whether it is away.
    pub away: Option<Away>,
    /// How long it thinks about a message that it took, before it says so.
    pub thinks: Duration,
    /// Whether it says nothing of a message until this is taken back; what is said then is in the script of then.
    pub holds: bool,
    /// To whoever logs in; none: no login is offered.
    pub auth: Option<&'static str>,
    /// To us as the sender.
    pub sender: Option<&'static str>,
    /// To a recipient, by the beginning of the address; the others are welcome.
    pub recipients: Vec<(String, &'static str)>,
    /// To a message.
    pub message: Option<&'static str>,
}

/// The server.
#[derive(Clone)]
pub struct MailServer {
    /// Its port.
    pub port: u16,
    security: Security,
    tls: Option<TlsAcceptor>,
    script: Arc<watch::Sender<Script>>,
    accepted: Arc<Mutex<Vec<(String, String)>>>,
    unanswered: Arc<Mutex<Vec<(String, String)>>>,
    logins: Arc<Mutex<usize>>,
    connections: Arc<Mutex<usize>>,
}

impl MailServer {
    /// Starts it on a port that is free.
    pub async fn start(script: Script) -> Self {
        Self::protected(script, Security::None, None).await
    }

    /// Starts it with TLS from the first byte, or on demand.
    pub async fn protected(script: Script, security: Security, tls: Option<TlsAcceptor>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let server = Self {
            port: listener.local_addr().expect("an address").port(),
            security,
            tls,
            script: Arc::new(watch::Sender::new(script)),
            accepted: Arc::default(),
            unanswered: Arc::default(),
            logins: Arc::default(),
            connections: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(serving.serve(listener));
        server
    }

    async fn serve(self, mut listener: TcpListener) {
        let mut script = self.script.subscribe();
        loop {
            tokio::select! {
                () = async { drop(script.wait_for(|script| script.away == Some(Away::Refuses)).await) } => {
                    drop(listener);
                    drop(self.script.subscribe().wait_for(|script| script.away != Some(Away::Refuses)).await);
                    listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("its own port");
                }
                Ok((stream, _)) = listener.accept() => {
                    let server = self.clone();
                    *server.connections.lock().expect("a number") += 1;
                    tokio::spawn(async move {
                        // A client may leave in the middle of a sentence.
                        drop(server.converse(stream).await);
                    });
                }
            }
        }
    }

    /// From now on it says this.
    pub fn says(&self, script: Script) {
        self.script.send_replace(script);
    }

    /// What it accepted: recipient and message.
    pub fn accepted(&self) -> Vec<(String, String)> {
        self.accepted.lock().expect("mails").clone()
    }

    /// What it took without an answer: recipient and message.
    pub fn unanswered(&self) -> Vec<(String, String)> {
        self.unanswered.lock().expect("mails").clone()
    }

    /// How often somebody tried to log in.
    pub fn logins(&self) -> usize {
        *self.logins.lock().expect("a number")
    }

    /// How often somebody connected.
    pub fn connections(&self) -> usize {
        *self.connections.lock().expect("a number")
    }

    /// The settings by which mail goes to it.
    pub fn settings(&self, password: bool) -> Smtp {
        let secret = || serde_json::from_value::<Secret>(serde_json::json!("secret")).expect("a secret");
        Smtp {
            host: Some("127.0.0.1".to_owned()),
            port: self.port,
            security: self.security,
            username: password.then(|| "redline".to_owned()),
            password: password.then(secret),
            ..Settings::defaults().mail.smtp
        }
    }

    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        match (&self.tls, self.security) {
            (Some(tls), Security::Tls) => self.talk(tls.accept(stream).await?, true).await.map(drop),
            (Some(tls), _) => match self.talk(stream, true).await? {
                Some(stream) => self.talk(tls.accept(stream).await?, false).await.map(drop),
                None => Ok(()),
            },
            (None, _) => self.talk(stream, true).await.map(drop),
        }
    }

    /// Whether it says no more, having said what it says then.
    async fn is_away(&self, writer: &mut (impl AsyncWrite + Unpin)) -> std::io::Result<bool> {
        let away = self.script.borrow().away;
        match away {
            None | Some(Away::HangsUp) => return Ok(false),
            Some(Away::Refuses) => {}
            Some(Away::Hangs) => drop(self.script.subscribe().wait_for(|script| script.away != Some(Away::Hangs)).await),
            Some(Away::Busy) => {
                writer.write_all(b"421 4.3.2 closing\r\n").await?;
                writer.flush().await?;
            }
        }
        Ok(true)
    }

    /// Until the client leaves, or wants the connection encrypted.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(&self, stream: S, greets: bool) -> std::io::Result<Option<S>> {
        let (reader, mut writer) = tokio::io::split(stream);
        let mut lines = BufReader::new(reader).lines();
        if self.is_away(&mut writer).await? {
            return Ok(None);
        }
        if greets {
            writer.write_all(b"220 test ESMTP\r\n").await?;
            writer.flush().await?;
        }
        let mut to = String::new();
        while let Some(line) = lines.next_line().await? {
            if self.is_away(&mut writer).await? {
                return Ok(None);
            }
            let script = self.script.borrow().clone();
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            let answer = match verb.as_str() {
                "EHLO" if greets && self.tls.is_some() && self.security == Security::Starttls => "250-test\r\n250 STARTTLS".to_owned(),
                "STARTTLS" => {
                    writer.write_all(b"220 2.0.0 go on\r\n").await?;
                    return Ok(Some(lines.into_inner().into_inner().unsplit(writer)));
                }
                "EHLO" if script.auth.is_some() => "250-test\r\n250 AUTH PLAIN LOGIN".to_owned(),
                "AUTH" => {
                    *self.logins.lock().expect("a number") += 1;
                    script.auth.unwrap_or("502 5.5.1 no").to_owned()
                }
                "MAIL" => script.sender.unwrap_or("250 2.1.0 ok").to_owned(),
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    script.recipients.iter().find(|(start, _)| to.starts_with(start)).map_or("250 2.1.5 ok", |(_, answer)| answer).to_owned()
                }
                "DATA" => {
                    writer.write_all(b"354 go on\r\n").await?;
                    writer.flush().await?;
                    let mut message = String::new();
                    loop {
                        // A message that breaks off is none.
                        let Some(line) = lines.next_line().await? else { return Ok(None) };
                        if line == "." {
                            break;
                        }
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push('\n');
                    }
                    let Ok(script) = self.script.subscribe().wait_for(|script| !script.holds).await.map(|script| script.clone()) else { return Ok(None) };
                    if script.away == Some(Away::HangsUp) {
                        self.unanswered.lock().expect("mails").push((to, message));
                        return Ok(None);
                    }
                    if script.message.is_none() {
                        self.accepted.lock().expect("mails").push((to.clone(), message));
                    }
                    tokio::time::sleep(script.thinks).await;
                    script.message.unwrap_or("250 2.0.0 queued as 4711").to_owned()
                }
                "QUIT" => {
                    writer.write_all(b"221 bye\r\n").await?;
                    return Ok(None);
                }
                _ => "250 ok".to_owned(),
            };
            writer.write_all(format!("{answer}\r\n").as_bytes()).await?;
            writer.flush().await?;
        }
        Ok(None)
    }
}
