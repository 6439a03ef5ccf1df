//! `redline` without a command: the demonstration (演示).

mod database;
mod welcome;

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context as _, Result, anyhow, bail, ensure};
use chrono::NaiveDate;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use redline_domain::{Clock as _, Rulebook, Zone, clock::SystemClock};
use redline_ledger::{
    Db,
    audit::Signer,
    ids::Ids,
    settings::{Origin, SETTINGS, SecondFactor, Settings, Transport},
    site::{self, CLOCK_SHIFT, Opened, rulebook_text},
};
use redline_server::{App, door::Door, store::Store};
use redline_worker::{
    engine::Engine,
    mail::Folder,
    shell::{self, ShellSettings},
};
use tokio::{net::TcpListener, sync::watch};

use super::{Common, block_on};
use crate::{
    demo::photographs,
    replay::{self, Course, SEED},
};
use database::{DEMO, READY, SEEDING, State};

/// The day on which the demonstration begins, unless told otherwise.
const NOW: &str = "2023-07-12";

#[derive(Args, Clone)]
#[command(next_help_heading = "Demonstration (演示), without a command")]
pub struct Options {
    /// Begin anew: remove the demonstration's own database and mail folder first
    #[arg(long)]
    fresh: bool,
    /// Chance begins with it
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The day to which the campaign is lived through [default: 2023-07-12]
    #[arg(long, value_name = "YYYY-MM-DD")]
    now: Option<NaiveDate>,
    /// The address and port to listen on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
}

impl Options {
    /// An option that was given, if any was.
    pub fn given(&self) -> Option<&'static str> {
        [(self.fresh, "--fresh"), (self.seed.is_some(), "--seed"), (self.now.is_some(), "--now"), (self.listen.is_some(), "--listen")]
            .into_iter()
            .find(|(given, _)| *given)
            .map(|(_, name)| name)
    }
}

/// Prepares the demonstration if it is not there, and runs it until it is told to end.
pub fn run(common: &Common, options: &Options) -> Result<ExitCode> {
    let flags: Vec<(&str, String)> = options.listen.iter().map(|listen| ("server.listen", listen.clone())).collect();
    let loaded = common.load(&flags)?;
    let mut settings = loaded.settings.clone();
    // Nobody of the township exists: its mail must not leave the machine, whatever mail server is set.
    settings.mail.transport = Transport::Folder;
    // Nor has anybody a telephone.
    settings.sign_in.second_factor = SecondFactor::Optional;
    let now = match options.now {
        Some(now) => now,
        None => NOW.parse().context("the default day")?,
    };
    block_on(async {
        // The port first: whoever has it taken should not wait for the township.
        let listener = listen(&settings.server.listen).await?;
        // Links in mails lead to where the server listens, unless somebody said otherwise.
        let base_url = SETTINGS.iter().find(|setting| setting.name == "server.base_url");
        if base_url.is_some_and(|setting| loaded.origin(setting) == Origin::Default) {
            settings.server.base_url = base_url_of(listener.local_addr()?);
        }
        let path = database::path(&settings.database.url)?;
        // Nor is it signed with the key of a site.
        settings.audit.key_file = path.with_file_name("audit.key");
        if options.fresh {
            database::remove(&path, &settings).await?;
        }
        match database::state(&path, &settings.database.url).await? {
            State::Missing => {
                let seed = options.seed.unwrap_or(SEED);
                found(&settings, seed, now).await?;
            }
            State::Ready if options.seed.is_some() || options.now.is_some() => {
                bail!("{} holds a demonstration already; --seed and --now need --fresh, which begins anew", path.display())
            }
            State::Ready => {}
        }
        serve(&settings, listener).await
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => {
            anyhow!("{address} is in use by another program; end it, or choose another port with --listen, such as --listen 127.0.0.1:8081")
        }
        ErrorKind::PermissionDenied => {
            anyhow!("this user may not listen on {address}; choose a port above 1023 with --listen, such as --listen 127.0.0.1:8080")
        }
        _ => anyhow!("{address} cannot be listened on: {error}"),
    })
}

/// The address to open in a browser of this machine.
fn base_url_of(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    format!("http://{address}")
}

/// Founds the township and lives through the campaign to that day.
async fn found(settings: &Settings, seed: u64, now: NaiveDate) -> Result<()> {
    let text = rulebook_text(&settings.site.rulebook)?;
    // What can be refused is refused before anything is there.
    let parsed = Rulebook::parse(&settings.site.rulebook, &text).map_err(|mistakes| anyhow!("{mistakes:?}"))?;
    let (begins_on, ends_on) = (parsed.begins_on, parsed.ends_on);
    ensure!(begins_on <= now && now <= ends_on, "--now {now}: right would be a day of the action, {begins_on} to {ends_on}");
    Folder::new(&settings.mail.folder)?;
    let db = Db::connect(&settings.database.url).await?;
    db.migrate().await?;
    database::note(&db, DEMO, SEEDING).await?;
    let ids = Ids::seeded(seed);
    let zone = settings.site.timezone.parse().map(Zone).unwrap_or_default();
    let rulebook = replay::activate(&db, &ids, zone, &text).await?;
    let site = replay::shared(settings, rulebook, ids)?;
    let days = u64::try_from((now - begins_on).num_days() + 1).unwrap_or(1);
    let bar = ProgressBar::new(days);
    bar.set_style(ProgressStyle::with_template("{msg}  {bar:40}  {pos}/{len} days  {elapsed}")?);
    bar.set_message("the township is founded");
    bar.tick();
    let course = Course { settings, seed, to: now, signer: Signer::File(settings.audit.key_file.clone()), until_morning: true };
    let mut mails = 0;
    let ended_at = replay::run(&db, &site, &course, |day| {
        mails += day.mails;
        bar.set_message(format!("{}  {mails} mails", day.day));
        bar.inc(1);
        Ok(())
    })
    .await?;
    bar.finish();
    // The pictures that people of the township took.
    let store = Store::open(&settings.attachments)?;
    for picture in photographs::all()? {
        store.put(&picture.sha256, picture.bytes, Some(picture.thumbnail)).await?;
    }
    // From now on the clock goes on from there, whichever program asks for it.
    let shift = ended_at - SystemClock.now();
    let txn = db.begin().await?;
    site::set_fact(&txn, CLOCK_SHIFT, &shift.num_seconds().to_string()).await?;
    site::set_fact(&txn, DEMO, READY).await?;
    txn.commit().await?;
    db.close().await?;
    Ok(())
}

/// Runs server and worker in this process until it is told to end.
async fn serve(settings: &Settings, listener: TcpListener) -> Result<()> {
    let Opened { db, site, clock } = site::open(settings).await?;
    log(settings);
    let engine = Arc::new(Engine::open(db.clone(), Arc::clone(&site), settings, clock.now())?);
    welcome::print(settings, &site, clock.now());
    let (end, ended) = watch::channel(false);
    let told = |mut ended: watch::Receiver<bool>| async move {
        // An error means that nobody can tell any more, which is an end as well.
        let _ = ended.wait_for(|ended| *ended).await;
    };
    let app = App { db: db.clone(), site, clock: Arc::clone(&clock), store: Store::open(&settings.attachments)?, door: Arc::new(Door::new(settings)) };
    let server = redline_server::serve(app, listener, told(ended.clone()));
    let worker = shell::run(engine, clock, ShellSettings::new(&settings.worker), told(ended));
    let keyboard = async {
        shell::until_told_to_end().await;
        eprintln!("Ending…");
        end.send_replace(true);
    };
    let (server, worker, ()) = tokio::join!(server, worker, keyboard);
    server.context("the server failed")?;
    worker?;
    db.close().await?;
    Ok(())
}

fn log(settings: &Settings) {
    let filter = tracing_subscriber::EnvFilter::new(&settings.log.level);
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.log.json { lines.json().init() } else { lines.init() }
}
