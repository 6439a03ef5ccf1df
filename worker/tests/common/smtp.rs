//! A mail server on loopback that says what the test wants it to say.

use std::sync::{Arc, Mutex};

use redline_ledger::settings::{Secret, Security, Settings, Smtp};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// What the server says.
#[derive(Clone, Debug, Default)]
pub struct Script {
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
    script: Arc<Mutex<Script>>,
    accepted: Arc<Mutex<Vec<(String, String)>>>,
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
            script: Arc::new(Mutex::new(script)),
            accepted: Arc::default(),
            logins: Arc::default(),
            connections: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = serving.clone();
                *server.connections.lock().expect("a number") += 1;
                tokio::spawn(async move {
                    // A client may leave in the middle of a sentence.
                    drop(server.converse(stream).await);
                });
            }
        });
        server
    }

    /// From now on it says this.
    pub fn says(&self, script: Script) {
        *self.script.lock().expect("a script") = script;
    }

    /// What it accepted: recipient and message.
    pub fn accepted(&self) -> Vec<(String, String)> {
        self.accepted.lock().expect("mails").clone()
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

    /// Until the client leaves, or wants the connection encrypted.
    async fn talk<S: AsyncRead + AsyncWrite + Unpin>(&self, stream: S, greets: bool) -> std::io::Result<Option<S>> {
        let (reader, mut writer) = tokio::io::split(stream);
        let mut lines = BufReader::new(reader).lines();
        if greets {
            writer.write_all(b"220 test ESMTP\r\n").await?;
            writer.flush().await?;
        }
        let mut to = String::new();
        while let Some(line) = lines.next_line().await? {
            let script = self.script.lock().expect("a script").clone();
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
                    while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push('\n');
                    }
                    if script.message.is_none() {
                        self.accepted.lock().expect("mails").push((to.clone(), message));
                    }
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
