//! Mail to a server that encrypts: by STARTTLS, from the first byte, and with a certificate that is not to be trusted.

use std::sync::Arc;

use crate::smtp::{MailServer, Script};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use redline_domain::{Language, MailState};
use redline_entity::{mail, mail_body};
use redline_ledger::settings::{Security, Smtp as Settings};
use redline_worker::mail::{Message, NotSent, Sender, Smtp, Transport, Verdict};
use tempfile::NamedTempFile;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivateKeyDer},
};

const BOTH: [Security; 2] = [Security::Starttls, Security::Tls];

/// An authority of one's own: its certificate in a file, and a server's that it vouches for.
fn authority(name: &str) -> (NamedTempFile, TlsAcceptor) {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(Vec::new()).expect("an authority");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let file = NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), params.self_signed(&key).expect("a certificate").pem()).expect("written");
    let server_key = KeyPair::generate().expect("a key");
    let server = CertificateParams::new([name.to_owned()]).expect("a name").signed_by(&server_key, &Issuer::new(params, key)).expect("signed");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![server.der().clone()], PrivateKeyDer::try_from(server_key.serialize_der()).expect("a key"))
        .expect("a server");
    (file, TlsAcceptor::from(Arc::new(config)))
}

async fn send(settings: &Settings) -> Result<String, NotSent> {
    let now = "2023-06-21T00:00:00Z".parse().expect("a moment");
    let row = mail::Model {
        id: uuid::Uuid::from_u128(1),
        person_id: uuid::Uuid::from_u128(2),
        address: "zhao@example.cn".to_owned(),
        template: "DUE_SOON".to_owned(),
        language: Language::Zh,
        subject: "提醒".to_owned(),
        message_id: "<mail_1@example.cn>".to_owned(),
        state: MailState::Queued,
        attempts: 0,
        next_attempt_at: now,
        claimed_until: None,
        claim: None,
        answer: None,
        sent_at: None,
        created_at: now,
    };
    let body = mail_body::Model { mail_id: row.id, text: "请于三日内完成。".to_owned(), html: "<p>红线</p>".to_owned() };
    let message = Message::build(&row, &body, "赵", &Sender::parse("redline@example.cn").expect("a sender")).expect("a message");
    let transport = Transport::Smtp(Smtp::new(settings).expect("settings"));
    let first = transport.send(&message, now).await?;
    assert_eq!(transport.send(&message, now).await?, first, "the connection carries a second mail");
    transport.close().await;
    Ok(first)
}

#[tokio::test]
async fn mail_goes_encrypted_to_a_server_for_which_the_own_authority_vouches() {
    for security in BOTH {
        let (root, tls) = authority("127.0.0.1");
        let server = MailServer::protected(Script { auth: Some("235 2.7.0 welcome"), ..Script::default() }, security, Some(tls)).await;
        let settings = Settings { root_certificate: Some(root.path().to_owned()), ..server.settings(true) };
        assert_eq!(send(&settings).await.expect("sent"), "250 2.0.0 queued as 4711", "{security:?}");
        assert_eq!((server.accepted().len(), server.connections(), server.logins()), (2, 1, 1), "{security:?}");
    }
}

#[tokio::test]
async fn a_server_for_which_nobody_vouches_gets_neither_mail_nor_password() {
    for security in BOTH {
        let (_, tls) = authority("127.0.0.1");
        let (another, _) = authority("127.0.0.1");
        let server = MailServer::protected(Script { auth: Some("235 2.7.0 welcome"), ..Script::default() }, security, Some(tls)).await;
        for root in [None, Some(another.path().to_owned())] {
            let refused = send(&Settings { root_certificate: root, ..server.settings(true) }).await.expect_err("it is not trusted");
            assert_eq!(refused.verdict, Verdict::Halted, "{security:?}: {refused}");
            assert!(refused.answer.starts_with("the mail server's certificate is not trusted"), "{refused}");
        }
        assert_eq!((server.accepted().len(), server.logins()), (0, 0), "{security:?}");
    }
}

#[tokio::test]
async fn a_certificate_of_another_server_is_not_taken() {
    for security in BOTH {
        let (root, tls) = authority("mail.example.cn");
        let server = MailServer::protected(Script::default(), security, Some(tls)).await;
        let refused = send(&Settings { root_certificate: Some(root.path().to_owned()), ..server.settings(false) }).await.expect_err("another's name");
        assert_eq!(refused.verdict, Verdict::Halted, "{security:?}: {refused}");
    }
}

#[tokio::test]
async fn a_server_without_tls_gets_nothing_and_nothing_falls_back() {
    let server = MailServer::start(Script::default()).await;
    for (security, verdict) in [(Security::Starttls, Verdict::Halted), (Security::Tls, Verdict::Later)] {
        let refused = send(&Settings { security, ..server.settings(false) }).await.expect_err("it speaks plainly");
        assert_eq!(refused.verdict, verdict, "{security:?}: {refused}");
    }
    assert_eq!(server.accepted().len(), 0);
}

#[tokio::test]
async fn a_file_that_holds_no_certificate_is_named_at_the_start() {
    let file = NamedTempFile::new().expect("a file");
    let server = MailServer::start(Script::default()).await;
    for text in ["", "not a certificate"] {
        std::fs::write(file.path(), text).expect("written");
        let settings = Settings { root_certificate: Some(file.path().to_owned()), security: Security::Tls, ..server.settings(false) };
        let refused = Smtp::new(&settings).expect_err("no certificate");
        assert!(refused.to_string().starts_with("mail.smtp.root_certificate: "), "{refused}");
    }
}
