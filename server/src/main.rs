//! `redline-server`: the server as a program of its own, beside `redline-worker`, on the same database.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context;
use clap::Parser;
use redline_ledger::{
    db::{self, Use},
    settings, site,
};
use redline_server::{App, door::Door, graphql, serve_by, store::Store, tls};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The server of Redline: the GraphQL API, its workbench and the web pages.
#[derive(Debug, Parser)]
#[command(name = "redline-server", version)]
struct Arguments {
    /// The settings' file; without it `redline.toml` in the working folder, if it is there.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// A setting, e.g. `--set server.listen=0.0.0.0:8080`; may be given several times.
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = pair)]
    settings: Vec<(String, String)>,
    /// Print the schema of the API in GraphQL's own language, and end.
    #[arg(long)]
    print_schema: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    text.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.to_owned())).ok_or_else(|| "right would be NAME=VALUE".to_owned())
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if arguments.print_schema {
        print!("{}", graphql::sdl());
        return Ok(());
    }
    let settings = settings::load(settings::Sources::of_process(arguments.config, arguments.settings))?.settings;
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(&settings.log.level)).with_writer(std::io::stderr);
    if settings.log.json {
        log.json().init();
    } else {
        log.init();
    }
    if db::is_unprotected(&settings.database.url) {
        tracing::warn!("what goes to the database is not protected: let database.url end with ?sslmode=verify-full");
    }
    let tls = match (&settings.server.tls_certificate, &settings.server.tls_key) {
        (Some(certificate), Some(key)) => Some(tls(certificate, key)?),
        _ => None,
    };
    let site::Opened { db, site, clock } = site::open_for(&settings, Use::Requests).await?;
    let listener =
        TcpListener::bind(&settings.server.listen).await.with_context(|| format!("cannot listen on {} (setting server.listen)", settings.server.listen))?;
    tracing::info!(listen = %settings.server.listen, base_url = %settings.server.base_url, "the server is ready");
    let app = App { db: db.clone(), site, clock, store: Store::open(&settings.attachments)?, door: Arc::new(Door::new(&settings)) };
    serve_by(app, listener, tls, until_told_to_end()).await?;
    db.close().await?;
    Ok(())
}

/// Waits for Ctrl-C, or on Unix for SIGTERM as well.
async fn until_told_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { () = interrupt => {}, _ = terminate.recv() => {} },
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
    tracing::info!("told to end; finishing what is under way");
}
