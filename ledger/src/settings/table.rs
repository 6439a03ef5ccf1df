//! The one table of the settings, as data: the program's defaults, `redline config show` and the page of the manual are all made from it.

/// A setting (配置项).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its name, e.g. `mail.smtp.port`.
    pub name: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What it is if nothing is told; none: not set.
    pub default: Option<&'static str>,
    /// What it means.
    pub meaning: &'static str,
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A text that is never shown.
    Secret,
    /// An address that may hold a password; it is shown without.
    Url,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// Files; in the environment and in flags separated by commas.
    Files,
    /// One of these words.
    Choice(&'static [&'static str]),
}

impl Setting {
    /// The name of the environment variable that sets it, e.g. `REDLINE_MAIL__SMTP__PORT`.
    pub fn variable(&self) -> String {
        format!("REDLINE_{}", self.name.to_ascii_uppercase().replace('.', "__"))
    }

    /// What would be right, for a sentence that says what is wrong.
    pub fn right(&self) -> String {
        match self.kind {
            Kind::Text | Kind::Secret | Kind::Url => "a text".to_owned(),
            Kind::Number => format!("a whole number such as {}", self.default.unwrap_or("1")),
            Kind::Switch => "true or false".to_owned(),
            Kind::Files => "a list of files".to_owned(),
            Kind::Choice(words) => format!("one of {}", words.join(", ")),
        }
    }
}

const fn setting(name: &'static str, kind: Kind, default: Option<&'static str>, meaning: &'static str) -> Setting {
    Setting { name, kind, default, meaning }
}

/// All settings, in the order of the manual.
pub const SETTINGS: &[Setting] = &[
    setting("database.url", Kind::Url, Some("sqlite://var/redline.db"), "The database: `sqlite://` and a path, or `postgres://user:password@host/name`."),
    setting("database.connections", Kind::Number, Some("8"), "How many connections to PostgreSQL each program keeps at most."),
    setting("database.statement_timeout_seconds", Kind::Number, Some("30"), "How long PostgreSQL works on one statement of a request before it breaks it off."),
    setting(
        "database.lock_timeout_seconds",
        Kind::Number,
        Some("5"),
        "How long a statement waits in PostgreSQL for another change to end; then the person is told to try again.",
    ),
    setting("server.listen", Kind::Text, Some("127.0.0.1:8080"), "The address and port on which the server listens."),
    setting(
        "server.base_url",
        Kind::Text,
        Some("http://127.0.0.1:8080"),
        "The address at which people reach the server; the links in the mails begin with it.",
    ),
    setting(
        "server.tls_certificate",
        Kind::Text,
        None,
        "A file (PEM) with the certificate of the server and those that lead to its authority. With it and `server.tls_key` the server speaks TLS itself; without, a proxy before it has to.",
    ),
    setting("server.tls_key", Kind::Text, None, "The file (PEM) of the certificate's key, readable by the server only."),
    setting(
        "server.trusted_proxies",
        Kind::Text,
        Some("127.0.0.0/8,::1/128"),
        "The addresses or networks of the proxies that are believed for whom they ask (`X-Forwarded-For`), separated by commas.",
    ),
    setting(
        "server.production",
        Kind::Switch,
        Some("false"),
        "Whether the server keeps its schema to itself: no introspection, and no suggestions for a field that there is not. The workbench then completes nothing.",
    ),
    setting(
        "server.documents",
        Kind::Choice(&["any", "trusted"]),
        Some("any"),
        "Which documents people may send: `any`, or only those of the pages. Programs with a key (接口密钥) may send any.",
    ),
    setting(
        "server.requests_per_minute",
        Kind::Number,
        Some("1200"),
        "How many questions a person, or a network of visitors, may send in a minute; a change counts for five, and each field at the root by itself.",
    ),
    setting("site.timezone", Kind::Text, Some("Asia/Shanghai"), "The time zone in which all dates are meant."),
    setting(
        "site.rulebook",
        Kind::Text,
        Some("wushenzhao-2023"),
        "The rulebook (方案) that a new database begins with: the name of one in the program, or a file. A database that has one already keeps it.",
    ),
    setting(
        "site.workdays",
        Kind::Files,
        Some(""),
        "Files of further years of official holidays and worked weekends (调休), made like `rulebook/workdays/2026.toml`.",
    ),
    setting(
        "mail.transport",
        Kind::Choice(&["folder", "smtp"]),
        None,
        "Where mail goes: `folder` writes `.eml` files, `smtp` sends to a mail server. Not set: `smtp` if `mail.smtp.host` is set, else `folder`.",
    ),
    setting("mail.folder", Kind::Text, Some("var/mail"), "The folder of the `.eml` files."),
    setting("mail.from", Kind::Text, Some("红线 Redline <redline@localhost>"), "The sender of all mails: a name and an address."),
    setting("mail.smtp.host", Kind::Text, None, "The mail server."),
    setting("mail.smtp.port", Kind::Number, Some("587"), "Its port: usually 587 with `starttls`, 465 with `tls`, 25 with `none`."),
    setting(
        "mail.smtp.security",
        Kind::Choice(&["none", "starttls", "tls"]),
        Some("starttls"),
        "How the connection is protected. With `starttls` no mail is sent where the server does not offer it.",
    ),
    setting("mail.smtp.username", Kind::Text, None, "The name to log in to the mail server with. Not set: no login."),
    setting("mail.smtp.password", Kind::Secret, None, "The password to log in to the mail server with."),
    setting(
        "mail.smtp.root_certificate",
        Kind::Text,
        None,
        "A file (PEM) with the certificate of the authority that vouches for the mail server, where it is one's own. Not set: the public ones only.",
    ),
    setting("mail.smtp.timeout_seconds", Kind::Number, Some("15"), "How long an answer of the mail server is waited for. A whole mail has 20 seconds."),
    setting("mail.smtp.connections", Kind::Number, Some("4"), "How many connections to the mail server are kept at most."),
    setting(
        "attachments.store",
        Kind::Choice(&["folder", "s3"]),
        Some("folder"),
        "Where attachments (附件) are kept: in a `folder`, or in a bucket that speaks `s3`.",
    ),
    setting("attachments.folder", Kind::Text, Some("var/attachments"), "The folder of the attachments. Several servers need one that they share, or `s3`."),
    setting("attachments.largest_bytes", Kind::Number, Some("10485760"), "The largest size of an attachment, in bytes."),
    setting("attachments.s3.bucket", Kind::Text, None, "The bucket of the attachments."),
    setting("attachments.s3.region", Kind::Text, Some("us-east-1"), "Its region."),
    setting("attachments.s3.endpoint", Kind::Text, None, "The address of the service, e.g. `https://minio.example.cn`. Not set: Amazon's own."),
    setting("attachments.s3.key_id", Kind::Text, None, "The name of the key that opens the bucket."),
    setting("attachments.s3.secret", Kind::Secret, None, "The key that opens the bucket."),
    setting(
        "audit.key_file",
        Kind::Text,
        Some("var/audit.key"),
        "The key that signs the daily checkpoints of the ledger (留痕封存). The worker makes it at first need, readable by its owner only; keep a copy apart from the database.",
    ),
    setting("worker.interval_seconds", Kind::Number, Some("30"), "The seconds from one cycle of the worker to the next."),
    setting("worker.batch", Kind::Number, Some("2000"), "How many windows and hazards a cycle takes in one transaction."),
    setting("worker.delivery_batch", Kind::Number, Some("500"), "How many mails a deliverer claims at once."),
    setting(
        "worker.ping_url",
        Kind::Secret,
        None,
        "An address that the worker asks for (GET) after each good cycle, for a service that raises an alarm when it is not asked any more.",
    ),
    setting(
        "tips.difficulty",
        Kind::Number,
        Some("18"),
        "How many zero bits the proof of work of a report by the public (举报) has to have. 18 is about a second in a phone's browser; each one more doubles it.",
    ),
    setting(
        "tips.per_address_per_hour",
        Kind::Number,
        Some("5"),
        "How many reports one address can make in an hour; as many additions, and as many wrong receipt codes.",
    ),
    setting("tips.per_hour", Kind::Number, Some("200"), "How many reports all together can make in an hour."),
    setting(
        "sign_in.second_factor",
        Kind::Choice(&["optional", "supervisors"]),
        Some("supervisors"),
        "Who has to sign in with a code from a telephone as well (二次验证): whoever wants to, or all who have a position outside of enterprises. Until they have set it up, these can do nothing but that.",
    ),
    setting(
        "log.level",
        Kind::Text,
        Some("info"),
        "What is logged: `error`, `warn`, `info`, `debug` or `trace`, or a filter such as `info,redline_worker=debug`.",
    ),
    setting("log.json", Kind::Switch, Some("false"), "Whether each line of the log is a JSON object, for machines."),
];
