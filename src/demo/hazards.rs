//! Hazards of the township (隐患): how they are found, and what becomes of them.

use anyhow::Result;
use chrono::{Days, NaiveDate};
use rand::{RngExt as _, seq::IndexedRandom as _};
use redline_domain::{Criterion, HazardGrade, HazardState, Position, Sector, Workdays as _, criteria, hazard::life::PlanElements};
use redline_entity::hazard as row;
use redline_ledger::{
    Context,
    hazard::{self, GradeInput, Rectified},
    signature::Confirmed,
};
use sea_orm::{DatabaseTransaction, EntityTrait};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    manner::Manner,
    photographs, phrases, places,
    township::acting,
};

/// Something that an inspection finds.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What is wrong.
    pub description: String,
    /// Where.
    pub location: Option<String>,
    /// What will be done about it.
    pub remedy: &'static str,
    /// Whether it is major, and by which criterion.
    pub major: Option<Option<String>>,
}

/// A hazard, as the township remembers it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Where it is.
    pub body: usize,
    /// Its key.
    pub hazard: Uuid,
    /// What was found.
    pub finding: Finding,
    /// Whether it is closed.
    pub closed: bool,
    /// Whether its first acceptance fails.
    pub fails_once: bool,
}

/// A step in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Grade it.
    Grade,
    /// Report it to the regulator.
    Tell,
    /// Fix it at once.
    FixOnSpot,
    /// Plan its rectification: five elements for a major one, a deadline for a general one.
    Plan,
    /// Record progress.
    Progress,
    /// Apply for acceptance.
    Apply,
    /// Accept it, or not.
    Accept,
}

impl Play {
    /// What an inspection finds in an enterprise.
    pub(super) fn findings(&mut self, body: usize, on: NaiveDate, own: bool) -> Vec<Finding> {
        (0..self.finds(body, own)).map(|_| self.finding(body, on)).collect()
    }

    fn finding(&mut self, body: usize, on: NaiveDate) -> Finding {
        const PLACES: [&str; 6] = ["一号厂房", "东侧库房", "配电间", "作业现场", "办公楼一层", "储存区"];
        let location = PLACES.choose(&mut self.rng).map(|&place| place.to_owned());
        let it = &self.town.bodies[body];
        let (sectors, branches) = (it.sectors.clone(), places::branches(&it.name));
        // The standard of industry and trade goes by branch: a bakery has no blast furnace.
        let fits = |criterion: &&Criterion| {
            criterion.is_effective_on(on)
                && criterion.sector.is_some_and(|sector| sectors.contains(&sector))
                && (criterion.sector != Some(Sector::IndustryAndTrade) || branches.contains(&criterion.sector_name.as_str()))
        };
        let fitting: Vec<&Criterion> = criteria::catalogue().iter().filter(fits).collect();
        let chance = self.rng.random_range(0..100);
        if chance < 16
            && let Some(criterion) = fitting.choose(&mut self.rng)
        {
            let text = criterion.text.trim_end_matches(['；', '。', ';']);
            return Finding {
                description: format!("{text}。"),
                location,
                remedy: "已按方案整改，相关设施和制度已完善并复查",
                major: Some(Some(criterion.code())),
            };
        }
        let sector = sectors.choose(&mut self.rng).copied();
        // Where no standard has a criterion, now and then a regulator finds something major all the same.
        if fitting.is_empty() && chance >= 94 {
            return Finding { description: phrases::MAJOR.0.to_owned(), location, remedy: phrases::MAJOR.1, major: Some(None) };
        }
        let (description, remedy) = match sector {
            Some(sector) if chance < 40 => phrases::of_sector(sector),
            _ => phrases::FINDINGS.choose(&mut self.rng).copied().unwrap_or(phrases::FINDINGS[0]),
        };
        Finding { description: description.to_owned(), location, remedy, major: None }
    }

    /// Remembers a hazard, and plans its grading.
    pub(super) fn take_up(&mut self, ctx: &Context, body: usize, hazard: Uuid, finding: Finding) {
        let fails_once = self.rng.random_range(0..8) == 0;
        self.cases.push(Case { body, hazard, finding, closed: false, fails_once });
        let case = self.cases.len() - 1;
        let days = match self.manner(body) {
            Manner::Diligent => 0..2,
            Manner::Late => 1..5,
            Manner::Negligent => 3..15,
        };
        self.follow(ctx, case, Step::Grade, days);
    }

    /// Plans the next step for a working day some days ahead.
    fn follow(&mut self, ctx: &Context, case: usize, step: Step, days: std::ops::Range<u64>) {
        let day = ctx.site.workdays.on_or_after(ctx.today() + Days::new(self.rng.random_range(days)));
        self.on(day, Deed::Hazard { case, step });
    }

    /// Takes a step, and plans what comes after it.
    pub(super) async fn hazard(&mut self, db: &DatabaseTransaction, ctx: &Context, at: usize, step: Step) -> Result<()> {
        let case = self.cases[at].clone();
        let it = &self.town.bodies[case.body];
        let (Some(officer), true) = (it.officer(), it.active) else { return Ok(()) };
        let manner = it.manner;
        let major = case.finding.major.is_some();
        let own = acting(db, ctx, officer).await?;
        let careless = manner == Manner::Negligent && self.rng.random_bool(0.5);
        match step {
            Step::Grade => {
                self.grade(db, ctx, &own, &case).await?;
                match (major, manner) {
                    _ if careless => {}
                    (true, Manner::Diligent) => {
                        self.follow(ctx, at, Step::Tell, 0..2);
                        self.follow(ctx, at, Step::Plan, 1..6);
                    }
                    (true, _) => {
                        self.follow(ctx, at, Step::Tell, 1..5);
                        self.follow(ctx, at, Step::Plan, 5..14);
                    }
                    (false, _) if self.rng.random_bool(0.4) => self.follow(ctx, at, Step::FixOnSpot, 0..1),
                    (false, _) => self.follow(ctx, at, Step::Plan, 0..3),
                }
            }
            Step::Tell => drop(hazard::tell_regulator(db, &own, case.hazard, None).await?),
            Step::FixOnSpot => {
                let photographs = photographs::taken(db, &own, self.town.bodies[case.body].id, at).await?;
                hazard::fix_on_spot(db, &own, case.hazard, rectified(ctx, &case, None), &photographs).await?;
                self.follow(ctx, at, Step::Apply, 0..3);
            }
            Step::Plan => {
                let days = if major { self.rng.random_range(12..30) } else { self.rng.random_range(7..15) };
                let deadline = ctx.today() + Days::new(days);
                if major {
                    hazard::submit_plan(db, &own, case.hazard, self.plan(&case, deadline)).await?;
                } else {
                    hazard::set_deadline(db, &own, case.hazard, deadline).await?;
                }
                self.follow(ctx, at, Step::Progress, 1..6);
            }
            Step::Progress => {
                hazard::record_progress(db, &own, case.hazard, "正在按计划整改，材料和人员已到位。").await?;
                let days = match manner {
                    _ if careless => return Ok(()),
                    Manner::Diligent if major => 6..12,
                    Manner::Diligent => 2..6,
                    Manner::Late | Manner::Negligent => 8..30,
                };
                self.follow(ctx, at, Step::Apply, days);
            }
            Step::Apply => {
                let state = row::Entity::find_by_id(case.hazard).one(db).await?.map(|row| row.state);
                let by = self.town.bodies[case.body].people.iter().find(|seat| seat.position == Position::Staff && !seat.left).map(|seat| seat.person);
                let done = (state != Some(HazardState::FixedOnSpot)).then(|| rectified(ctx, &case, by));
                hazard::apply_for_acceptance(db, &own, case.hazard, done).await?;
                self.follow(ctx, at, Step::Accept, 1..6);
            }
            Step::Accept => self.accept(db, ctx, at, officer).await?,
        }
        Ok(())
    }

    async fn grade(&self, db: &DatabaseTransaction, ctx: &Context, own: &Context, case: &Case) -> Result<()> {
        let by_criterion = |criterion: Option<String>| GradeInput { grade: HazardGrade::Major, criterion, reason: String::new(), no_criterion_found: false };
        match &case.finding.major {
            None => drop(
                hazard::grade(
                    db,
                    own,
                    case.hazard,
                    GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new(), no_criterion_found: false },
                )
                .await?,
            ),
            Some(Some(code)) => drop(hazard::grade(db, own, case.hazard, by_criterion(Some(code.clone()))).await?),
            Some(None) => {
                let regulator = self.town.regulator_of(case.body).and_then(|unit| self.town.bodies[unit].officer());
                if let Some(regulator) = regulator {
                    let input = GradeInput { reason: "可能造成群死群伤，按重大事故隐患管理。".to_owned(), ..by_criterion(None) };
                    hazard::grade(db, &acting(db, ctx, regulator).await?, case.hazard, input).await?;
                }
            }
        }
        Ok(())
    }

    fn plan(&mut self, case: &Case, deadline: NaiveDate) -> PlanElements {
        let responsible = self.town.bodies[case.body].people.first().map(|seat| seat.name.clone()).unwrap_or_default();
        PlanElements {
            responsible,
            measures: "停用相关设备，委托有资质单位整改，整改后由专业人员复查".to_owned(),
            funding_yuan: Some(self.rng.random_range(2..60) * 1000),
            deadline: Some(deadline),
            emergency_plan: "整改期间专人值守，发现异常立即停产撤人并启动现场处置方案".to_owned(),
        }
    }

    /// A major hazard is accepted by its regulator; a general one by the village, or within the enterprise by who did not fix it.
    async fn accept(&mut self, db: &DatabaseTransaction, ctx: &Context, at: usize, officer: Uuid) -> Result<()> {
        let case = self.cases[at].clone();
        let town = &self.town;
        let regulator = || town.regulator_of(case.body).and_then(|unit| town.bodies[unit].officer());
        let village = || town.bodies[case.body].village.and_then(|village| town.bodies[village].officer());
        let accepter = if case.finding.major.is_some() {
            regulator()
        } else {
            let within = self.rng.random_bool(0.5).then(|| town.bodies[case.body].officer_besides(Some(officer))).flatten();
            within.or_else(village)
        };
        let Some(accepter) = accepter else { return Ok(()) };
        let acting = acting(db, ctx, accepter).await?;
        if case.fails_once {
            hazard::reject(db, &acting, case.hazard, "整改不彻底，现场仍有同类问题，请继续整改。").await?;
            self.cases[at].fails_once = false;
            // What was fixed at once and is not accepted needs what it still lacks.
            let state = row::Entity::find_by_id(case.hazard).one(db).await?;
            let unplanned = state.is_some_and(|row| row.deadline_on.is_none());
            self.follow(ctx, at, if unplanned { Step::Plan } else { Step::Progress }, 1..3);
        } else {
            hazard::accept(db, &acting, case.hazard, Some("现场复查，整改到位，同意销号。"), &Confirmed::by_program(&acting)).await?;
            self.cases[at].closed = true;
        }
        Ok(())
    }
}

fn rectified(ctx: &Context, case: &Case, by: Option<Uuid>) -> Rectified {
    Rectified { rectification: case.finding.remedy.to_owned(), on: ctx.today(), by }
}
