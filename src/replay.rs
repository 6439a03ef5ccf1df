//! Running a campaign day by day under a simulated clock (推演), by the same engine as in production: the demonstration begins
//! with it, and an office tries a new rulebook by it.

use std::{io::Write, sync::Arc};

use anyhow::{Context as _, Result};
use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use redline_domain::{
    Clock as _, Rulebook, WindowStatus,
    clock::ManualClock,
    ids::{self, Noun},
};
use redline_entity::ledger_event;
use redline_ledger::{Context, Db, Site, audit::Signer, rulebook, settings::Settings, site};
use redline_worker::engine::{CycleReport, Engine};
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};

use crate::demo::Play;

/// The seed of a township of which nothing else is said.
pub const SEED: u64 = 20230522;

/// How a campaign is run.
pub struct Course<'a> {
    /// The settings; of the mail only the folder counts.
    pub settings: &'a Settings,
    /// Chance begins with it.
    pub seed: u64,
    /// The last day.
    pub to: NaiveDate,
    /// Who signs the checkpoints of the ledger.
    pub signer: Signer,
    /// Whether the last day ends with its morning's mail, so that a demonstration goes on from there.
    pub until_morning: bool,
}

/// What a day brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub day: NaiveDate,
    /// What people did.
    pub deeds: usize,
    /// Windows that the engine dealt with: opened, found overdue, reminded of.
    pub windows: u64,
    /// Hazards that it dealt with.
    pub hazards: u64,
    /// Notices that it planned.
    pub notices: u64,
    /// Mails that went out.
    pub mails: u64,
}

impl Day {
    fn add(&mut self, report: &CycleReport) -> Result<()> {
        // Under a simulated clock nothing may go wrong that an operator would have to know of.
        if let Some(alarm) = report.alarms.first() {
            anyhow::bail!("the engine is alarmed on {}: {alarm}", self.day);
        }
        self.windows += report.windows.done;
        self.hazards += report.hazards.done;
        self.notices += report.windows.notices + report.hazards.notices;
        Ok(())
    }
}

/// Makes a rulebook the one of a fresh database, on the eve of its action, and answers it.
pub async fn activate(db: &Db, ids: &redline_ledger::ids::Ids, zone: redline_domain::Zone, text: &str) -> Result<Rulebook> {
    let parsed = Rulebook::parse("rulebook", text).map_err(|mistakes| anyhow::anyhow!("{mistakes:?}"))?;
    let txn = db.begin().await?;
    let rulebook = rulebook::activate(&txn, ids, eve(zone, parsed.begins_on), text).await?;
    txn.commit().await?;
    Ok(rulebook)
}

/// What a simulated world shares. Its proofs of work are small: nobody has to be kept off there, and a day is over in a moment.
pub fn shared(settings: &Settings, rulebook: Rulebook, ids: redline_ledger::ids::Ids) -> Result<Arc<Site>> {
    let mut site = site::shared(settings, rulebook, ids)?;
    site.tips.difficulty = site.tips.difficulty.min(8);
    Ok(Arc::new(site))
}

/// The moment at which everything that was there before the action is recorded.
fn eve(zone: redline_domain::Zone, begins_on: NaiveDate) -> DateTime<Utc> {
    zone.at(begins_on - Days::new(1), 12)
}

/// Founds the township in a fresh database and runs the campaign; `each` hears of every day. The answer is the moment at which
/// the simulated clock stands at the end.
pub async fn run(db: &Db, site: &Arc<Site>, course: &Course<'_>, mut each: impl FnMut(&Day) -> Result<()>) -> Result<DateTime<Utc>> {
    let begins_on = site.rulebook.begins_on;
    let clock = ManualClock::at(eve(site.zone, begins_on));
    let txn = db.begin().await?;
    let mut play = Play::begin(&txn, &Context::operator(Arc::clone(site), clock.now()), course.seed).await?;
    txn.commit().await?;
    let engine = Engine::open(db.clone(), Arc::clone(site), course.settings, clock.now())?.signed_by(course.signer.clone());
    for day in begins_on.iter_days().take_while(|&day| day <= course.to) {
        let mut told = Day { day, ..Day::default() };
        clock.set(site.zone.start_of(day) + Duration::minutes(5));
        told.add(&engine.cycle(clock.now()).await?)?;
        clock.set(site.zone.at(day, site.rulebook.settings.morning_hour));
        told.add(&engine.cycle(clock.now()).await?)?;
        told.mails += engine.drain(clock.now()).await?.sent;
        if day < course.to || !course.until_morning {
            let txn = db.begin().await?;
            told.deeds = play.day(&txn, site, day).await?;
            txn.commit().await?;
            clock.set(site.zone.at(day, 18));
            told.add(&engine.cycle(clock.now()).await?)?;
            told.mails += engine.drain(clock.now()).await?.sent;
        }
        each(&told)?;
    }
    engine.stop(clock.now()).await?;
    Ok(clock.now())
}

/// Writes the ledger's events as JSON lines, in the order in which they were recorded.
pub async fn write_events(db: &Db, from: DateTime<Utc>, mut to: impl Write) -> Result<usize> {
    let mut written = 0;
    let mut pages =
        ledger_event::Entity::find().order_by_asc(ledger_event::Column::RecordedAt).order_by_asc(ledger_event::Column::Id).paginate(db.read(), 5_000);
    while let Some(page) = pages.fetch_and_next().await? {
        for event in page.into_iter().filter(|event| event.recorded_at >= from) {
            let noun: Option<Noun> = event.subject_kind.parse().ok();
            let line = serde_json::json!({
                "id": ids::encode(Noun::LedgerEvent, event.id),
                "recordedAt": event.recorded_at,
                "trueAt": event.true_at,
                "action": event.action,
                "subject": noun.map(|noun| ids::encode(noun, event.subject_id)),
                "organization": event.organization_id.map(|id| ids::encode(Noun::Organization, id)),
                "actor": event.actor_id.map(|id| ids::encode(Noun::Person, id)),
                "data": event.data,
            });
            writeln!(to, "{line}").context("the events could not be written")?;
            written += 1;
        }
    }
    to.flush()?;
    Ok(written)
}

/// How the windows stand on a day: how many there are in each state.
pub async fn standing(db: &Db, site: &Site, on: NaiveDate) -> Result<Vec<(WindowStatus, usize)>> {
    use redline_domain::{
        Word as _,
        window::{Ended, WindowFacts, status},
    };
    use redline_entity::window;
    let mut counts: Vec<(WindowStatus, usize)> = WindowStatus::ALL.iter().map(|&status| (status, 0)).collect();
    for row in window::Entity::find().all(db.read()).await? {
        let facts = WindowFacts {
            opens_on: row.opens_on,
            closes_on: row.closes_on,
            due_on: row.due_on,
            fulfilled_on: row.fulfilled_on,
            fulfilled_recorded_on: row.fulfilled_recorded_at.map(|at| site.zone.date(at)),
            ended: row.ended_on.zip(row.ended_as).map(|(on, how)| Ended { on, how }),
        };
        let now = status(&facts, on, site.rulebook.settings.due_soon_days);
        counts.iter_mut().filter(|(status, _)| *status == now).for_each(|(_, count)| *count += 1);
    }
    Ok(counts)
}
