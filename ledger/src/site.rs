//! What a whole installation shares: zone, rulebook, working days, address, identifiers.

use std::{path::Path, sync::Arc};

use chrono::{DateTime, Duration, Utc};
use redline_domain::{
    Language, Rulebook, SharedClock, Zone,
    clock::{ShiftedClock, SystemClock},
    workday::WorkCalendar,
};
use redline_entity::site;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, Set, sea_query::OnConflict};

use crate::{
    Db, Error,
    db::{OpenError, Use},
    ids::Ids,
    persist, rulebook,
    settings::{SecondFactor, Settings, Tips},
};

/// The fact by whose name a demonstration's database says how far its clock is ahead of the machine's, in seconds.
pub const CLOCK_SHIFT: &str = "clock_shift_seconds";

/// The fact by whose name the database says when the last cycle of a worker started.
pub const LAST_CYCLE: &str = "last_cycle";

/// An installation (站点).
pub struct Site {
    /// The zone in which all dates are meant.
    pub zone: Zone,
    /// The rulebook by which the campaign runs.
    pub rulebook: Rulebook,
    /// The working days.
    pub workdays: WorkCalendar,
    /// The address at which people reach the server, without a slash at the end.
    pub base_url: String,
    /// How many reports the public can make.
    pub tips: Tips,
    /// Who has to sign in with a second factor.
    pub second_factor: SecondFactor,
    /// Where new identifiers come from.
    pub ids: Ids,
}

/// An installation that is ready for work.
pub struct Opened {
    /// Its database.
    pub db: Db,
    /// What is shared.
    pub site: Arc<Site>,
    /// Its clock: the machine's, or in a demonstration one that is shifted.
    pub clock: SharedClock,
}

/// Why an installation cannot be opened, in a sentence for its operator.
#[derive(Debug, thiserror::Error)]
pub enum CannotOpen {
    /// The database.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// A file that a setting names.
    #[error("{setting}: {file}: {reason}")]
    File {
        /// The setting.
        setting: &'static str,
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The rulebook.
    #[error("the rulebook has mistakes:\n{0}")]
    Rulebook(String),
    /// Something that should not be.
    #[error(transparent)]
    Ledger(#[from] Error),
}

impl From<DbErr> for CannotOpen {
    fn from(error: DbErr) -> Self {
        Self::Ledger(error.into())
    }
}

/// Opens an installation: connects, refuses a schema that is not this program's, and loads the rulebook by which the campaign
/// runs, or in a new database the one that the settings name.
///
/// # Errors
/// A sentence for the operator.
pub async fn open(settings: &Settings) -> Result<Opened, CannotOpen> {
    open_for(settings, Use::Upkeep).await
}

/// The same, for a program that uses the database for that.
///
/// # Errors
/// A sentence for the operator.
pub async fn open_for(settings: &Settings, by: Use) -> Result<Opened, CannotOpen> {
    let db = Db::open(&settings.database, by).await?;
    db.check_schema().await?;
    let clock = clock(db.read()).await?;
    let ids = Ids::random();
    let rulebook = match rulebook::active(db.read()).await? {
        Some(rulebook) => rulebook,
        None => {
            let source = rulebook_text(&settings.site.rulebook)?;
            let begun = persist(|| async {
                let txn = db.begin().await?;
                // Another program may have been quicker.
                let rulebook = match rulebook::active(&txn).await? {
                    Some(rulebook) => rulebook,
                    None => rulebook::activate(&txn, &ids, clock.now(), &source).await?,
                };
                txn.commit().await?;
                Ok::<_, Error>(rulebook)
            });
            begun.await?
        }
    };
    let site = Arc::new(shared(settings, rulebook, ids)?);
    Ok(Opened { db, site, clock })
}

/// What an installation with these settings and this rulebook shares.
///
/// # Errors
/// A sentence for the operator.
pub fn shared(settings: &Settings, rulebook: Rulebook, ids: Ids) -> Result<Site, CannotOpen> {
    let mut workdays = WorkCalendar::builtin();
    for file in &settings.site.workdays {
        let bad = |reason: String| CannotOpen::File { setting: "site.workdays", file: file.display().to_string(), reason };
        let text = std::fs::read_to_string(file).map_err(|error| bad(error.to_string()))?;
        workdays = workdays.with_year(&text).map_err(|refusal| bad(refusal.message(Language::En).to_owned()))?;
    }
    let zone = settings.site.timezone.parse().map(Zone).unwrap_or_default();
    Ok(Site { zone, rulebook, workdays, base_url: settings.server.base_url.clone(), tips: settings.tips, second_factor: settings.sign_in.second_factor, ids })
}

/// The text of a rulebook: of one in the program, or of a file. It has no mistakes.
///
/// # Errors
/// A sentence for each mistake in it.
pub fn rulebook_text(name: &str) -> Result<String, CannotOpen> {
    let text = match Rulebook::builtin(name) {
        Some(text) => text.to_owned(),
        None => {
            std::fs::read_to_string(name).map_err(|error| CannotOpen::File { setting: "the rulebook", file: name.to_owned(), reason: error.to_string() })?
        }
    };
    let file = Path::new(name).file_name().map_or_else(|| name.to_owned(), |file| file.to_string_lossy().into_owned());
    match Rulebook::parse(&file, &text) {
        Ok(_) => Ok(text),
        Err(mistakes) => Err(CannotOpen::Rulebook(mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))),
    }
}

/// The clock of an installation. A demonstration's database says by how much it is shifted, so that every program on it tells
/// the same time, and a program started again goes on from where the clock has come by then.
///
/// # Errors
/// If the database fails, or says something that is no shift.
pub async fn clock(db: &impl ConnectionTrait) -> Result<SharedClock, CannotOpen> {
    let Some(text) = fact(db, CLOCK_SHIFT).await? else { return Ok(Arc::new(SystemClock)) };
    let seconds = text
        .parse()
        .ok()
        .and_then(Duration::try_seconds)
        .ok_or_else(|| Error::Inconsistent(format!("site.{CLOCK_SHIFT} is \"{text}\", which is no number of seconds")))?;
    Ok(Arc::new(ShiftedClock::by(seconds)))
}

/// When the last cycle of a worker started, by that worker's clock.
///
/// # Errors
/// If the database fails.
pub async fn last_cycle(db: &impl ConnectionTrait) -> crate::Result<Option<DateTime<Utc>>> {
    Ok(fact(db, LAST_CYCLE).await?.and_then(|text| text.parse().ok()))
}

/// A fact about an installation, if it is known.
pub async fn fact(db: &impl ConnectionTrait, name: &str) -> crate::Result<Option<String>> {
    Ok(site::Entity::find_by_id(name).one(db).await?.map(|row| row.value))
}

/// Takes a fact away; `false`: it was not known.
pub async fn forget_fact(db: &impl ConnectionTrait, name: &str) -> crate::Result<bool> {
    Ok(site::Entity::delete_by_id(name).exec(db).await?.rows_affected > 0)
}

/// Writes down a fact about an installation, in place of what was known.
pub async fn set_fact(db: &impl ConnectionTrait, name: &str, value: &str) -> crate::Result<()> {
    let row = site::ActiveModel { name: Set(name.to_owned()), value: Set(value.to_owned()) };
    site::Entity::insert(row)
        .on_conflict(OnConflict::column(site::Column::Name).update_column(site::Column::Value).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
