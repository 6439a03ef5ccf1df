//! TLS to the mail server: whom we trust, and a connection that is encrypted from its first byte.
//!
//! After STARTTLS lettre wraps the connection itself. One that begins with TLS it would open itself as well, without
//! TCP_NODELAY, which costs 40 ms a mail; so that one is wrapped here.

use std::{
    error::Error as _,
    io,
    net::SocketAddr,
    path::Path,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use anyhow::Context as _;
use lettre::transport::smtp::{
    Error,
    client::{AsyncTokioStream, Certificate, TlsParameters},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{
        self, ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject},
    },
};

/// How the server proves who it is.
pub(super) struct Tls {
    /// For STARTTLS.
    pub parameters: TlsParameters,
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl Tls {
    /// Trusts the public authorities, and those in a file.
    pub(super) fn new(host: &str, root: Option<&Path>) -> anyhow::Result<Self> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let mut parameters = TlsParameters::builder(host.to_owned());
        if let Some(file) = root {
            let wrong = || format!("mail.smtp.root_certificate: {} is no file of certificates (PEM)", file.display());
            let pem = std::fs::read(file).with_context(wrong)?;
            let certificates = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>().with_context(wrong)?;
            anyhow::ensure!(!certificates.is_empty(), wrong());
            for certificate in certificates {
                roots.add(certificate).with_context(wrong)?;
            }
            parameters = parameters.add_root_certificate(Certificate::from_pem(&pem).with_context(wrong)?);
        }
        let config =
            ClientConfig::builder_with_provider(Arc::new(ring::default_provider())).with_safe_default_protocol_versions()?.with_root_certificates(roots);
        let name = ServerName::try_from(host.to_owned()).with_context(|| format!("mail.smtp.host is \"{host}\", which is no name of a server"))?;
        Ok(Self { parameters: parameters.build()?, connector: TlsConnector::from(Arc::new(config.with_no_client_auth())), name })
    }

    /// Encrypts a connection on which nothing was said yet.
    pub(super) async fn wrap(&self, stream: TcpStream) -> io::Result<Encrypted> {
        Ok(Encrypted(self.connector.connect(self.name.clone(), stream).await?))
    }
}

/// Why the server's certificate is not to be trusted, if that is what went wrong in a conversation.
pub(super) fn distrust(error: &Error) -> Option<String> {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(reason) = error.downcast_ref().and_then(distrust_of) {
            return Some(reason);
        }
        source = error.source();
    }
    None
}

/// The same of a failure to connect.
pub(super) fn distrust_of(error: &io::Error) -> Option<String> {
    match error.get_ref()?.downcast_ref()? {
        rustls::Error::InvalidCertificate(reason) => Some(reason.to_string()),
        _ => None,
    }
}

/// A connection that was encrypted from its first byte.
#[derive(Debug)]
pub(super) struct Encrypted(TlsStream<TcpStream>);

impl AsyncTokioStream for Encrypted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Encrypted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, into)
    }
}

impl AsyncWrite for Encrypted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
