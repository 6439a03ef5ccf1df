//! A message (邮件报文) from a row of the outbox. Built from the same row it is the same to the byte, however often it is built.

use chrono::{DateTime, Utc};
use lettre::{
    Address,
    address::Envelope,
    message::{
        Body, Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue},
    },
};
use redline_domain::ids::{self, Noun};
use redline_entity::{mail, mail_body};

/// The sender of all mails (发件人).
#[derive(Clone, Debug)]
pub struct Sender(Mailbox);

impl Sender {
    /// Reads `Name <address>` or an address.
    ///
    /// # Errors
    /// If it is neither.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let wrong = || anyhow::anyhow!("mail.from is \"{text}\"; right would be a name and an address such as 安委办 <anweiban@example.cn>");
        let (name, address) = match text.rsplit_once('<') {
            Some((name, rest)) => (name.trim().trim_matches('"').trim(), rest.trim().strip_suffix('>').ok_or_else(wrong)?),
            None => ("", text.trim()),
        };
        let address: Address = address.parse().map_err(|_| wrong())?;
        Ok(Self(Mailbox::new(Some(one_line(name)).filter(|name| !name.is_empty()), address)))
    }
}

/// A message that is ready to leave.
#[derive(Clone, Debug)]
pub struct Message {
    /// The mail's TypeID.
    pub id: String,
    /// When it was composed.
    pub composed_at: DateTime<Utc>,
    /// To which address.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub text: String,
    /// Its HTML.
    pub html: String,
    /// Who it is from and to, for the mail server.
    pub envelope: Envelope,
    /// All of it as it goes over the wire.
    pub raw: Vec<u8>,
}

impl Message {
    /// Builds the message of a row.
    ///
    /// # Errors
    /// If the row's address is none that a mail server would take.
    pub fn build(row: &mail::Model, body: &mail_body::Model, name: &str, from: &Sender) -> anyhow::Result<Self> {
        let id = ids::encode(Noun::Mail, row.id);
        let to: Address = row.address.parse()?;
        let subject = one_line(&row.subject);
        let parts = MultiPart::alternative()
            // Not a random one: a replay is the same to the byte, and so is a second attempt.
            .boundary(format!("redline_{id}"))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(base64(&body.text)?))
            .singlepart(SinglePart::builder().header(ContentType::TEXT_HTML).body(base64(&body.html)?));
        let message = lettre::Message::builder()
            .from(from.0.clone())
            .to(Mailbox::new(Some(one_line(name)).filter(|name| !name.is_empty()), to))
            .subject(subject.clone())
            .date(row.created_at.into())
            .message_id(Some(row.message_id.clone()))
            .header(AutoSubmitted)
            .multipart(parts)?;
        Ok(Self {
            id,
            composed_at: row.created_at,
            to: row.address.clone(),
            subject,
            text: body.text.clone(),
            html: body.html.clone(),
            envelope: message.envelope().clone(),
            raw: message.formatted(),
        })
    }
}

/// A part by Base64: Chinese text is 9 bytes a character as quoted-printable, and 4 so.
fn base64(text: &str) -> anyhow::Result<Body> {
    Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::Base64).map_err(|_| anyhow::anyhow!("a text could not be encoded"))
}

/// What stands in a header stands on one line: nobody's name adds headers to a mail.
pub fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `Auto-Submitted: auto-generated` (RFC 3834): no out-of-office reply is wanted.
#[derive(Clone, Copy, Debug)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
