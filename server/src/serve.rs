//! Serving (监听): connections, by TLS where the settings name a certificate, each with a bound on how long it may take to say what it
//! wants.

use std::{future::Future, io, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::{Extension, Router, extract::ConnectInfo};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{
        conn::auto,
        graceful::{GracefulShutdown, Watcher},
    },
    service::TowerToHyperService,
};
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpListener,
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use crate::door::Seats;

/// So long a client may take to shake hands, and to send the head of each request; so long a connection stays open without one.
const HEAD: Duration = Duration::from_secs(10);
/// How many connections there are, and how many from one address that is no proxy.
const CONNECTIONS: usize = 8_192;
const OF_ADDRESS: usize = 512;
/// After a connection could not be taken, e.g. since too many files are open.
const PAUSE: Duration = Duration::from_millis(200);
/// So long requests under way have when the server is told to end.
const FAREWELL: Duration = Duration::from_secs(20);

/// What is needed to speak TLS.
///
/// # Errors
/// A sentence that names the file that cannot be used.
pub fn tls(certificate: &Path, key: &Path) -> anyhow::Result<TlsAcceptor> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(|| format!("server.tls_certificate: {} is no certificate in PEM", certificate.display()))?;
    let key = PrivateKeyDer::from_pem_file(key).with_context(|| format!("server.tls_key: {} is no key in PEM", key.display()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = versions.with_no_client_auth().with_single_cert(chain, key).context("server.tls_certificate and server.tls_key do not belong together")?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Serves connections until told to stop; those that are under way are finished first.
///
/// # Errors
/// None: what fails is one connection.
pub async fn serve(routes: Router, listener: TcpListener, tls: Option<TlsAcceptor>, shutdown: impl Future<Output = ()>) -> io::Result<()> {
    let (graceful, seats) = (GracefulShutdown::new(), Seats::new(CONNECTIONS, OF_ADDRESS));
    tokio::pin!(shutdown);
    loop {
        let (stream, address) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(PAUSE).await;
                    continue;
                }
            },
            () = &mut shutdown => break,
        };
        // A proxy on this machine brings everybody's connections.
        let whose = if address.ip().is_loopback() { address } else { SocketAddr::new(address.ip(), 0) };
        let Some(seat) = seats.take(whose) else {
            tracing::warn!("too many connections; one was not taken");
            continue;
        };
        // Small messages leave at once; if not, they leave a little later.
        let _ = stream.set_nodelay(true);
        let (routes, tls, watcher) = (routes.clone(), tls.clone(), graceful.watcher());
        tokio::spawn(async move {
            let _seat = seat;
            match tls {
                None => talk(stream, address, routes, watcher).await,
                Some(tls) => {
                    if let Ok(Ok(stream)) = timeout(HEAD, tls.accept(stream)).await {
                        talk(stream, address, routes, watcher).await;
                    }
                }
            }
        });
    }
    drop(listener);
    if timeout(FAREWELL, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were not finished in time");
    }
    Ok(())
}

async fn talk<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(stream: S, address: SocketAddr, routes: Router, watcher: Watcher) {
    let service = TowerToHyperService::new(routes.layer(Extension(ConnectInfo(address))));
    let mut http = auto::Builder::new(TokioExecutor::new()).http1_only();
    http.http1().timer(TokioTimer::new()).header_read_timeout(HEAD).max_headers(64);
    let connection = http.serve_connection_with_upgrades(TokioIo::new(stream), service).into_owned();
    // What a client does wrong, or breaks off, concerns nobody else.
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
}
