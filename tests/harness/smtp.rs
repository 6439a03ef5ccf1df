//! A mail server on loopback: the SMTP protocol by a library of others, so that our client is not held against itself.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, PoisonError},
};

use mail_parser::MessageParser;
use mailin::{Action, Handler, Response, SessionBuilder, response};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail as it arrived, read by a parser of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// To whom, by the envelope.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
    /// The Message-ID.
    pub message_id: String,
    /// The day in the header, as at the site.
    pub date: String,
}

type Inbox = Arc<Mutex<Vec<Arrived>>>;

/// A mail server that takes everything and keeps it.
pub struct MailServer {
    /// Where it listens.
    pub address: SocketAddr,
    inbox: Inbox,
}

impl MailServer {
    /// Starts it on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let inbox = Inbox::default();
        let kept = Arc::clone(&inbox);
        tokio::spawn(async move {
            while let Ok((stream, peer)) = listener.accept().await {
                tokio::spawn(converse(stream, peer.ip(), Arc::clone(&kept)));
            }
        });
        Self { address, inbox }
    }

    /// What arrived since the last call.
    pub fn take(&self) -> Vec<Arrived> {
        let mut mails = std::mem::take(&mut *self.inbox.lock().unwrap_or_else(PoisonError::into_inner));
        mails.sort_by(|a, b| (&a.to, &a.subject).cmp(&(&b.to, &b.subject)));
        mails
    }
}

async fn converse(stream: TcpStream, peer: IpAddr, inbox: Inbox) {
    let mut session = SessionBuilder::new("mail.example").build(peer, Envelope { inbox, to: Vec::new(), content: Vec::new() });
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let mut answer = session.greeting();
    let mut line = Vec::new();
    loop {
        if answer.action != Action::NoReply && write.write_all(&answer.buffer().expect("an answer")).await.is_err() {
            return;
        }
        line.clear();
        if answer.action == Action::Close || !matches!(read.read_until(b'\n', &mut line).await, Ok(1..)) {
            return;
        }
        answer = session.process(&line);
    }
}

struct Envelope {
    inbox: Inbox,
    to: Vec<String>,
    content: Vec<u8>,
}

impl Handler for Envelope {
    fn data_start(&mut self, _domain: &str, _from: &str, _is8bit: bool, to: &[String]) -> Response {
        self.to = to.to_vec();
        self.content.clear();
        response::OK
    }

    fn data(&mut self, buffer: &[u8]) -> std::io::Result<()> {
        self.content.extend_from_slice(buffer);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let Some(message) = MessageParser::default().parse(&self.content) else { return response::INTERNAL_ERROR };
        let arrived = Arrived {
            to: self.to.join(", "),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            message_id: message.message_id().unwrap_or_default().to_owned(),
            date: message.date().map(|date| date.to_rfc3339()).unwrap_or_default(),
        };
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner).push(arrived);
        response::OK
    }
}
