//! The settings (配置) of an installation: defaults, then a file, then the environment, then flags; the later wins.

mod check;
mod load;
mod table;

use std::{fmt, path::PathBuf};

use serde::Deserialize;

pub use check::proxy;
pub use load::{BadSettings, Loaded, Origin, Sources, load};
pub use table::{Kind, SETTINGS, Setting};

/// The settings of an installation, checked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where the data are.
    pub database: Database,
    /// Where the server listens.
    pub server: Server,
    /// The site and its campaign.
    pub site: Site,
    /// How mail goes out.
    pub mail: Mail,
    /// Where attachments are kept.
    pub attachments: Attachments,
    /// How the ledger is sealed.
    pub audit: Audit,
    /// How the worker works.
    pub worker: Worker,
    /// How many reports the public can make.
    pub tips: Tips,
    /// How people sign in.
    pub sign_in: SignIn,
    /// What is logged.
    pub log: Log,
}

/// Where the data are.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// The address of the database: `sqlite://path` or `postgres://…`.
    pub url: String,
    /// How many connections to PostgreSQL a program keeps at most.
    pub connections: u32,
    /// How long a statement of a request may take.
    pub statement_timeout_seconds: u64,
    /// How long a statement waits for a lock.
    pub lock_timeout_seconds: u64,
}

/// Where the server listens.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// The address and port.
    pub listen: String,
    /// The address at which people reach the server, without a slash at the end.
    pub base_url: String,
    /// The file of the certificate (PEM), where the server speaks TLS itself.
    #[serde(default)]
    pub tls_certificate: Option<PathBuf>,
    /// The file of its key (PEM).
    #[serde(default)]
    pub tls_key: Option<PathBuf>,
    /// The networks of the proxies that are believed for whom they ask, separated by commas.
    pub trusted_proxies: String,
    /// Whether the server keeps its schema to itself.
    pub production: bool,
    /// Which documents people may send.
    pub documents: Documents,
    /// How many questions one asker may send in a minute; a change counts for five.
    pub requests_per_minute: u32,
}

/// Which documents people may send (可信文档).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Documents {
    /// Any.
    Any,
    /// Those of the pages; programs with a key may send others.
    Trusted,
}

/// The site and its campaign.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The zone in which all dates are meant.
    pub timezone: String,
    /// The rulebook that a new database begins with: the name of one in the program, or a file.
    pub rulebook: String,
    /// Files of further years of working days.
    pub workdays: Vec<PathBuf>,
}

/// How mail goes out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// By which way. Where it is not set, it is [`Transport::Smtp`] if a host is.
    pub transport: Transport,
    /// The folder of the `.eml` files.
    pub folder: PathBuf,
    /// The sender.
    pub from: String,
    /// The mail server.
    pub smtp: Smtp,
}

/// The way by which mail goes out (发信方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// Into a folder, one `.eml` file for each mail.
    Folder,
    /// To a mail server.
    Smtp,
}

/// The mail server.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// Its name.
    #[serde(default)]
    pub host: Option<String>,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The name to log in with; none: no login.
    #[serde(default)]
    pub username: Option<String>,
    /// The password to log in with.
    #[serde(default)]
    pub password: Option<Secret>,
    /// A file of certificates (PEM) by which the server's own is trusted as well.
    #[serde(default)]
    pub root_certificate: Option<PathBuf>,
    /// How long an answer is waited for.
    pub timeout_seconds: u64,
    /// How many connections are kept at most.
    pub connections: u32,
}

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Not at all.
    None,
    /// By STARTTLS, and never without.
    Starttls,
    /// By TLS from the first byte.
    Tls,
}

/// Where attachments are kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachments {
    /// In what kind of store.
    pub store: StoreKind,
    /// The folder.
    pub folder: PathBuf,
    /// The largest size of an attachment, in bytes.
    pub largest_bytes: u64,
    /// The bucket.
    pub s3: S3,
}

/// In what kind of store attachments are kept (附件存储方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StoreKind {
    /// A folder of this machine.
    Folder,
    /// A bucket that speaks S3.
    S3,
}

/// A bucket that speaks S3.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3 {
    /// Its name.
    #[serde(default)]
    pub bucket: Option<String>,
    /// Its region.
    pub region: String,
    /// The address of the service; none: Amazon's own.
    #[serde(default)]
    pub endpoint: Option<String>,
    /// The name of the key.
    #[serde(default)]
    pub key_id: Option<String>,
    /// The key.
    #[serde(default)]
    pub secret: Option<Secret>,
}

/// How the ledger is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// The file of the key that signs the daily checkpoints.
    pub key_file: PathBuf,
}

/// How the worker works.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// The seconds from one cycle to the next.
    pub interval_seconds: u64,
    /// How many rows a cycle takes in one transaction.
    pub batch: u64,
    /// How many mails are claimed at once.
    pub delivery_batch: u64,
    /// An address that is asked for after each good cycle.
    #[serde(default)]
    pub ping_url: Option<Secret>,
}

/// How many reports (举报) the public can make, and what each costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tips {
    /// How many zero bits the proof of work has to have.
    pub difficulty: u32,
    /// How many reports an address can make in an hour; as many additions, and as many wrong receipt codes.
    pub per_address_per_hour: u64,
    /// How many all together can make in an hour.
    pub per_hour: u64,
}

/// How people sign in (登录).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Who has to have a second factor.
    pub second_factor: SecondFactor,
}

/// Who has to sign in with a second factor (二次验证).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// Whoever wants to.
    #[default]
    Optional,
    /// Everybody with a position outside of enterprises.
    Supervisors,
}

/// What is logged.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// The level, or a filter such as `info,redline_worker=debug`.
    pub level: String,
    /// Whether lines are JSON.
    pub json: bool,
}

/// A text that is never shown: a password.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for whom it is meant.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("****")
    }
}

impl Settings {
    /// The settings of a program to which nothing was told.
    pub fn defaults() -> Self {
        load(Sources::default()).map(|loaded| loaded.settings).expect("the defaults are good, which a test proves")
    }
}

#[cfg(test)]
mod tests;
