//! What is going to be done when (日程), and the doing of it.

use std::{collections::BTreeMap, sync::Arc};

use anyhow::{Context as _, Result};
use chrono::{Days, Duration, NaiveDate};
use rand::{RngExt as _, rngs::StdRng};
use redline_domain::{
    OrganizationKind, Workdays as _,
    rulebook::Cadence,
    window::{Profile, windows},
};
use redline_ledger::{Context, Site};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;

use super::{
    accident::{self, Aftermath},
    amends::{self, Amended, Amends},
    enforcement::{self, Act},
    events::{self, Event, Events},
    hazards::{Case, Step},
    lists::{self, Revision},
    manner::{Manner, rng},
    measures::{self, Story, Told, Turn},
    office::{self, Matter, Matters},
    records::{self, Record, Records},
    sanctions::{self, Sanction},
    scenes::{self, Scene},
    tips::{self, Tip, Tips},
    township::{self, ENTERPRISES, Town, VILLAGES},
    work::{self, Job},
};

/// Something that somebody is going to do.
#[derive(Clone, Debug)]
pub enum Deed {
    /// What a rule asks for in a window of that period.
    Owed { body: usize, rule: String, opens_on: NaiveDate, closes_on: NaiveDate },
    /// A self-check of an enterprise.
    SelfCheck { body: usize },
    /// A visit of a village or a regulator to an enterprise.
    Visit { by: usize },
    /// The acknowledgement of a post.
    Acknowledge { body: usize, post: Uuid, by: Uuid },
    /// A step in the life of a hazard.
    Hazard { case: usize, step: Step },
    /// A job about certificates and permits.
    Work(Job),
    /// Something that has to do with an alert, a key period or a task.
    Event(Event),
    /// A turn of a hazard's story that is told apart.
    Measure(Story, Turn),
    /// A part of the story of the foundry that is penalised.
    Enforcement(Act),
    /// A scene that is told apart.
    Scene(Scene),
    /// What becomes of a report by the public.
    Tip(Tip, tips::Turn),
    /// Something that the safety office decides.
    Office(Matter),
    /// A measure against others than the foundry.
    Sanction(Sanction),
    /// A part of what follows from an accident.
    Accident(Aftermath),
    /// An inspection or a report that is put right.
    Amends(Amends),
    /// A drill, an activity or an on-duty record that is put right.
    Record(Record),
    /// A list that is revised.
    Revision(Revision),
}

/// The township, at play.
pub struct Play {
    /// Who is there.
    pub town: Town,
    pub(super) seed: u64,
    pub(super) rng: StdRng,
    pub(super) cases: Vec<Case>,
    pub(super) events: Events,
    /// The hazard of the foundry that is penalised.
    pub(super) penalised: Option<Uuid>,
    pub(super) told: Told,
    pub(super) tips: Tips,
    pub(super) matters: Matters,
    /// The warning that was a mistake.
    pub(super) mistaken: Option<Uuid>,
    /// The hazard that the review of the accident found.
    pub(super) reviewed: Option<Uuid>,
    pub(super) amended: Amended,
    pub(super) records: Records,
    /// The list of last year; and the post that came later, with whose it is.
    pub(super) revised: (Option<Uuid>, Option<(usize, Uuid)>),
    agenda: BTreeMap<(NaiveDate, u32, u32), Deed>,
    planned: u32,
}

impl Play {
    /// Founds the township, and plans what is foreseeable.
    pub async fn begin(db: &impl ConnectionTrait, ctx: &Context, seed: u64) -> Result<Self> {
        let town = township::found(db, ctx, seed).await?;
        let mut play = Self {
            town,
            seed,
            rng: rng(seed, usize::MAX, 2),
            cases: Vec::new(),
            events: Events::default(),
            penalised: None,
            told: Told::new(),
            tips: Tips::new(),
            matters: Matters::default(),
            mistaken: None,
            reviewed: None,
            amended: Amended::default(),
            records: Records::default(),
            revised: (None, None),
            agenda: BTreeMap::new(),
            planned: 0,
        };
        play.plan_duties(&ctx.site);
        play.plan_visits(&ctx.site);
        scenes::plan(&mut play);
        enforcement::plan(&mut play);
        measures::plan(&mut play);
        events::plan(&mut play, &ctx.site);
        // None of these takes a chance.
        for plan in [tips::plan, office::plan, sanctions::plan, accident::plan, amends::plan, records::plan, lists::plan] {
            plan(&mut play);
        }
        work::begin(db, ctx, &mut play).await?;
        Ok(play)
    }

    /// Plans a deed for a day, at some time between nine and five.
    pub(super) fn on(&mut self, day: NaiveDate, deed: Deed) {
        let minute = self.rng.random_range(9 * 60..17 * 60);
        self.at(day, minute, deed);
    }

    /// Plans a deed for a moment.
    pub(super) fn at(&mut self, day: NaiveDate, minute: u32, deed: Deed) {
        self.planned += 1;
        self.agenda.insert((day, minute, self.planned), deed);
    }

    /// How an organization is.
    pub(super) fn manner(&self, body: usize) -> Manner {
        self.town.bodies[body].manner
    }

    fn plan_duties(&mut self, site: &Site) {
        let mut owed = Vec::new();
        for (at, body) in self.town.bodies.iter().enumerate() {
            let profile = Profile {
                kind: body.kind,
                sectors: body.sectors.clone(),
                traits: body.traits.clone(),
                from: self.town.begins_on,
                until: None,
                changes: Vec::new(),
            };
            let mut rng = rng(self.seed, at, 3);
            for window in windows(&site.rulebook, &profile) {
                let Some(mut day) = body.manner.day(&mut rng, &window, self.town.begins_on, &site.workdays) else { continue };
                // What tells of a period is done when the period is over.
                let of_past = site.rulebook.rule(window.rule).is_some_and(|rule| matches!(rule.cadence, Cadence::Every { due_day_of_next_month: Some(_), .. }));
                if of_past {
                    day = site.workdays.on_or_before(window.due_on - Days::new(1)).max(window.closes_on + Days::new(1));
                }
                if !scenes::is_told_apart(at, &window) {
                    owed.push((day, Deed::Owed { body: at, rule: window.rule.to_owned(), opens_on: window.opens_on, closes_on: window.closes_on }));
                }
            }
        }
        for (day, deed) in owed {
            self.on(day, deed);
        }
    }

    fn plan_visits(&mut self, site: &Site) {
        let (begins_on, ends_on) = (site.rulebook.begins_on, site.rulebook.ends_on);
        for at in VILLAGES..self.town.bodies.len() {
            let mut rng = rng(self.seed, at, 4);
            let every = match (self.town.bodies[at].kind, self.manner(at)) {
                (OrganizationKind::Village, Manner::Diligent) => 12..20,
                (OrganizationKind::Unit, Manner::Diligent) => 9..16,
                (OrganizationKind::Village | OrganizationKind::Unit, _) => 20..35,
                (_, Manner::Diligent) => 18..28,
                (_, Manner::Late) => 30..50,
                (_, Manner::Negligent) => 60..120,
            };
            let mut day = begins_on + Days::new(rng.random_range(3..every.end));
            while day <= ends_on {
                let deed = if at < ENTERPRISES { Deed::Visit { by: at } } else { Deed::SelfCheck { body: at } };
                self.on(site.workdays.on_or_after(day), deed);
                day = day + Days::new(rng.random_range(every.clone()));
            }
        }
    }

    /// Does what is planned for a day, each thing at its time, and says how many things it was.
    pub async fn day(&mut self, db: &DatabaseTransaction, site: &Arc<Site>, day: NaiveDate) -> Result<usize> {
        let (mut done, mut latest) = (0, 9 * 60);
        while let Some(entry) = self.agenda.first_entry().filter(|entry| entry.key().0 <= day) {
            let ((_, minute, _), deed) = entry.remove_entry();
            // What follows from something on the same day comes after it.
            latest = minute.max(latest);
            let now = site.zone.start_of(day) + Duration::minutes(i64::from(latest));
            let ctx = Context::operator(Arc::clone(site), now);
            self.perform(db, &ctx, deed.clone()).await.with_context(|| format!("the township could not do this on {day}: {deed:?}"))?;
            done += 1;
        }
        Ok(done)
    }

    async fn perform(&mut self, db: &DatabaseTransaction, ctx: &Context, deed: Deed) -> Result<()> {
        match deed {
            Deed::Owed { body, .. } | Deed::SelfCheck { body } | Deed::Visit { by: body } | Deed::Acknowledge { body, .. }
                if !self.town.bodies[body].active =>
            {
                Ok(())
            }
            Deed::Owed { body, rule, opens_on, closes_on } => self.owed(db, ctx, body, &rule, opens_on, closes_on).await,
            Deed::SelfCheck { body } => self.self_check(db, ctx, body).await,
            Deed::Visit { by } => self.visit(db, ctx, by).await,
            Deed::Acknowledge { post, by, .. } => self.acknowledge(db, ctx, post, by).await,
            Deed::Hazard { case, step } => self.hazard(db, ctx, case, step).await,
            Deed::Work(job) => self.work(db, ctx, job).await,
            Deed::Event(event) => self.event(db, ctx, event).await,
            Deed::Measure(story, turn) => self.measure(db, ctx, story, turn).await,
            Deed::Enforcement(act) => self.enforcement(db, ctx, act).await,
            Deed::Scene(scene) => self.scene(db, ctx, scene).await,
            Deed::Tip(tip, turn) => self.tip(db, ctx, tip, turn).await,
            Deed::Office(matter) => self.settle(db, ctx, matter).await,
            Deed::Sanction(sanction) => self.sanction(db, ctx, sanction).await,
            Deed::Accident(aftermath) => self.accident(db, ctx, aftermath).await,
            Deed::Amends(amends) => self.amend(db, ctx, amends).await,
            Deed::Record(record) => self.put_right(db, ctx, record).await,
            Deed::Revision(revision) => self.revise(db, ctx, revision).await,
        }
    }
}
