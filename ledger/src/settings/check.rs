//! Whether settings make sense, beyond being of the right type.

use std::{
    net::{IpAddr, SocketAddr},
    path::Path,
};

use ipnet::IpNet;
use redline_domain::{EmailAddress, Rulebook};

use super::{Settings, StoreKind, Transport};

/// Checks the settings, and brings those into one form that may be written in several.
///
/// # Errors
/// A sentence for each that is wrong.
pub(super) fn check(settings: &mut Settings) -> Result<(), Vec<String>> {
    let mut wrong = Vec::new();
    let mut ensure = |good: bool, sentence: String| {
        if !good {
            wrong.push(sentence);
        }
    };

    let url = &settings.database.url;
    let known = ["sqlite://", "postgres://", "postgresql://"].iter().any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
    ensure(known, format!("database.url is \"{}\"; right would be sqlite:// and a path, or postgres://user:password@host/name", crate::db::redacted(url)));

    let server = &mut settings.server;
    ensure(
        server.listen.parse::<SocketAddr>().is_ok(),
        format!("server.listen is \"{}\"; right would be an address and port such as 127.0.0.1:8080", server.listen),
    );
    server.base_url.truncate(server.base_url.trim_end_matches('/').len());
    ensure(is_address(&server.base_url), format!("server.base_url is \"{}\"; right would be an address such as https://redline.example.cn", server.base_url));

    ensure(
        server.trusted_proxies.split(',').map(str::trim).filter(|text| !text.is_empty()).all(|text| proxy(text).is_some()),
        format!("server.trusted_proxies is \"{}\"; right would be addresses or networks such as 127.0.0.1,10.0.0.0/8", server.trusted_proxies),
    );
    for file in [&mut server.tls_certificate, &mut server.tls_key] {
        *file = file.take().filter(|file| !file.as_os_str().is_empty());
    }
    ensure(
        server.tls_certificate.is_some() == server.tls_key.is_some(),
        "server.tls_certificate and server.tls_key belong together: set both, or neither where a proxy speaks TLS".to_owned(),
    );
    for (name, file) in [("server.tls_certificate", &server.tls_certificate), ("server.tls_key", &server.tls_key)] {
        ensure(file.as_ref().is_none_or(|file| file.is_file()), format!("{name}: there is no file {}", file.as_deref().unwrap_or(Path::new("")).display()));
    }

    let site = &settings.site;
    ensure(site.timezone.parse::<chrono_tz::Tz>().is_ok(), format!("site.timezone is \"{}\"; right would be a name such as Asia/Shanghai", site.timezone));
    ensure(
        Rulebook::builtin(&site.rulebook).is_some() || std::path::Path::new(&site.rulebook).is_file(),
        format!("site.rulebook is \"{}\"; right would be wushenzhao-2023, which is in the program, or a file that is there", site.rulebook),
    );
    for file in &site.workdays {
        ensure(file.is_file(), format!("site.workdays: there is no file {}", file.display()));
    }

    let mail = &mut settings.mail;
    for text in [&mut mail.smtp.host, &mut mail.smtp.username] {
        *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    ensure(is_mailbox(&mail.from), format!("mail.from is \"{}\"; right would be a name and an address such as 安委办 <anweiban@example.cn>", mail.from));
    ensure(
        mail.transport != Transport::Smtp || mail.smtp.host.is_some(),
        "mail.smtp.host is not set; mail.transport = \"smtp\" needs the name of the mail server".to_owned(),
    );
    mail.smtp.root_certificate = mail.smtp.root_certificate.take().filter(|file| !file.as_os_str().is_empty());
    if let Some(file) = &mail.smtp.root_certificate {
        ensure(file.is_file(), format!("mail.smtp.root_certificate: there is no file {}", file.display()));
    }
    ensure(mail.smtp.port != 0, "mail.smtp.port is 0; right would be 587, 465 or 25".to_owned());
    ensure(
        mail.smtp.username.is_some() == mail.smtp.password.is_some(),
        "mail.smtp.username and mail.smtp.password belong together: set both, or neither for a server without login".to_owned(),
    );

    let kept = &mut settings.attachments;
    for text in [&mut kept.s3.bucket, &mut kept.s3.endpoint, &mut kept.s3.key_id] {
        *text = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    }
    if kept.store == StoreKind::S3 {
        ensure(kept.s3.bucket.is_some(), "attachments.s3.bucket is not set; attachments.store = \"s3\" needs the name of a bucket".to_owned());
        ensure(
            kept.s3.key_id.is_some() && kept.s3.secret.is_some(),
            "attachments.s3.key_id and attachments.s3.secret are not both set; attachments.store = \"s3\" needs both".to_owned(),
        );
    }
    ensure(
        kept.s3.endpoint.as_deref().is_none_or(|url| url.starts_with("https://") || url.starts_with("http://")),
        format!(
            "attachments.s3.endpoint is \"{}\"; right would be an address such as https://minio.example.cn",
            kept.s3.endpoint.as_deref().unwrap_or_default()
        ),
    );

    ensure(!settings.audit.key_file.as_os_str().is_empty(), "audit.key_file is empty; right would be a file such as var/audit.key".to_owned());

    let worker = &mut settings.worker;
    worker.ping_url = worker.ping_url.take().filter(|url| !url.expose().trim().is_empty());
    ensure(
        worker.ping_url.as_ref().is_none_or(|url| is_address(url.expose())),
        "worker.ping_url is no address; right would be one such as https://ping.example.cn/7f3c".to_owned(),
    );

    for (name, value, least, most) in [
        ("database.connections", u64::from(settings.database.connections), 1, 100),
        ("database.statement_timeout_seconds", settings.database.statement_timeout_seconds, 1, 600),
        ("database.lock_timeout_seconds", settings.database.lock_timeout_seconds, 1, 60),
        ("server.requests_per_minute", server.requests_per_minute.into(), 10, 1_000_000),
        ("attachments.largest_bytes", kept.largest_bytes, 1_024, 104_857_600),
        ("mail.smtp.timeout_seconds", mail.smtp.timeout_seconds, 1, 20),
        ("mail.smtp.connections", u64::from(mail.smtp.connections), 1, 100),
        ("worker.interval_seconds", settings.worker.interval_seconds, 1, 3600),
        ("worker.batch", settings.worker.batch, 1, 10_000),
        ("worker.delivery_batch", settings.worker.delivery_batch, 1, 1_000),
        ("tips.difficulty", settings.tips.difficulty.into(), 0, 28),
        ("tips.per_address_per_hour", settings.tips.per_address_per_hour, 1, 10_000),
        ("tips.per_hour", settings.tips.per_hour, 1, 1_000_000),
    ] {
        ensure((least..=most).contains(&value), format!("{name} is {value}; right would be {least} to {most}"));
    }
    ensure(
        is_filter(&settings.log.level),
        format!("log.level is \"{}\"; right would be error, warn, info, debug, trace, or a filter such as info,redline_worker=debug", settings.log.level),
    );
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// A network of proxies, or the address of one.
pub fn proxy(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from))
}

fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control()))
}

/// `Name <address>` or an address. A sender on the machine itself (`redline@localhost`) is allowed, unlike for people.
fn is_mailbox(text: &str) -> bool {
    if text.chars().any(char::is_control) {
        return false;
    }
    let address = match text.rsplit_once('<') {
        Some((_, rest)) => rest.strip_suffix('>'),
        None => Some(text),
    };
    address.is_some_and(|address| {
        EmailAddress::parse(address).is_ok()
            || address.strip_suffix("@localhost").is_some_and(|local| EmailAddress::parse(&format!("{local}@example.cn")).is_ok())
    })
}

fn is_filter(text: &str) -> bool {
    const LEVELS: [&str; 6] = ["error", "warn", "info", "debug", "trace", "off"];
    !text.trim().is_empty()
        && text.split(',').all(|part| {
            let level = part.rsplit_once('=').map_or(part, |(_, level)| level).trim();
            LEVELS.contains(&level.to_ascii_lowercase().as_str())
        })
}
