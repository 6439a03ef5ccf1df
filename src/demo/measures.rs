//! Three major hazards whose stories are told apart (隐患个案): a plan that needs consent; an extension granted, and listed supervision;
//! an extension refused, and production suspended in part until the acceptance.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::Days;
use redline_domain::{FoundBy, HazardGrade, Sector, SupervisionLevel, SuspensionExtent, criteria, hazard::life::PlanElements};
use redline_entity::hazard_plan;
use redline_ledger::{
    Context,
    hazard::{self, ExtensionRequest, GradeInput, NewHazard, NewSupervision, NewSuspension, Rectified},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    hazards::{Case, Finding},
    township::{ENTERPRISES, SAFETY_OFFICE, acting},
};

/// A story, by the enterprise in which it takes place, a plant in hazardous chemicals each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Story {
    /// Its plan takes 120 days, to which the regulator consents.
    Long,
    /// It is given more time, and then listed for supervision.
    Late,
    /// It is given none; a part of the plant stands still until the acceptance.
    Stopped,
}

/// What happens in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is found, graded and reported.
    Found,
    /// A plan is submitted, to be done so many days later.
    Planned(u64),
    /// The regulator consents to the plan.
    Consented,
    /// The work goes on.
    Progress,
    /// The head asks for so many days from then on.
    Requested(u64),
    /// The safety office grants that, or not.
    Decided(bool),
    /// The regulator suspends a part of the production.
    Stopped,
    /// Acceptance is applied for.
    Applied,
    /// The regulator accepts.
    Accepted,
    /// The regulator lets production be resumed.
    Resumed,
    /// The safety office lists it for supervision, to be done so many days later.
    Listed(u64),
}

/// The hazards of the stories, by their places among the cases.
pub type Told = BTreeMap<Story, (usize, Option<Uuid>)>;

/// What happens when, by the days since the action began (05-22 is 0).
const SCRIPT: [(u64, Story, Turn); 21] = [
    (15, Story::Stopped, Turn::Found),          // 06-06
    (15, Story::Stopped, Turn::Stopped),        // 06-06
    (16, Story::Long, Turn::Found),             // 06-07
    (17, Story::Late, Turn::Found),             // 06-08
    (18, Story::Long, Turn::Planned(120)),      // 06-09
    (18, Story::Stopped, Turn::Planned(19)),    // 06-09
    (21, Story::Long, Turn::Consented),         // 06-12
    (21, Story::Late, Turn::Planned(18)),       // 06-12
    (22, Story::Stopped, Turn::Progress),       // 06-13
    (23, Story::Late, Turn::Progress),          // 06-14
    (25, Story::Long, Turn::Progress),          // 06-16
    (28, Story::Stopped, Turn::Requested(26)),  // 06-19
    (29, Story::Stopped, Turn::Decided(false)), // 06-20
    (35, Story::Late, Turn::Requested(24)),     // 06-26
    (36, Story::Late, Turn::Decided(true)),     // 06-27
    (36, Story::Stopped, Turn::Applied),        // 06-27
    (38, Story::Stopped, Turn::Accepted),       // 06-29
    (39, Story::Stopped, Turn::Resumed),        // 06-30
    (42, Story::Late, Turn::Listed(15)),        // 07-03
    (57, Story::Late, Turn::Applied),           // 07-18
    (59, Story::Late, Turn::Accepted),          // 07-20
];

/// Plans the stories, each turn a minute after the one before.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (minute, (days, story, turn)) in (11 * 60..).zip(SCRIPT) {
        play.at(begins_on + Days::new(days), minute, Deed::Measure(story, turn));
    }
}

impl Story {
    fn body(self) -> usize {
        ENTERPRISES
            + match self {
                Self::Long => 2,
                Self::Stopped => 3,
                Self::Late => 4,
            }
    }

    /// The criterion by which it is major, and where it was found.
    fn found(self) -> (&'static str, &'static str) {
        match self {
            Self::Long => ("HAZCHEM-2017/4", "合成装置区"),
            Self::Stopped => ("HAZCHEM-2017/15", "二号储罐"),
            Self::Late => ("HAZCHEM-2017/12", "卸油区"),
        }
    }
}

impl Play {
    /// Plays a turn of a story. Where somebody is missing whom it needs, it does not take place, and nor does what follows.
    pub(super) async fn measure(&mut self, db: &DatabaseTransaction, ctx: &Context, story: Story, turn: Turn) -> Result<()> {
        let body = story.body();
        let it = &self.town.bodies[body];
        let regulator = self.town.regulator_of(body).and_then(|unit| self.town.bodies[unit].officer());
        let people = (it.head(), it.officer(), regulator, self.town.bodies[SAFETY_OFFICE].officer());
        let (Some(head), Some(officer), Some(regulator), Some(office)) = people else { return Ok(()) };
        let (head, officer) = (acting(db, ctx, head).await?, acting(db, ctx, officer).await?);
        let (regulator, office) = (acting(db, ctx, regulator).await?, acting(db, ctx, office).await?);
        if turn == Turn::Found {
            return self.find(db, &officer, story).await;
        }
        let Some(&(case, thing)) = self.told.get(&story) else { return Ok(()) };
        let (id, ahead) = (self.cases[case].hazard, |days: u64| ctx.today() + Days::new(days));
        let mut made = None;
        match turn {
            Turn::Found => {}
            Turn::Planned(days) => drop(hazard::submit_plan(db, &officer, id, plan_of(&self.town.bodies[body].name, ahead(days))).await?),
            Turn::Consented => {
                let plan = hazard_plan::Entity::find().filter(hazard_plan::Column::HazardId.eq(id)).order_by_desc(hazard_plan::Column::Version).one(db).await?;
                if let Some(plan) = plan {
                    hazard::decide_plan(db, &regulator, plan.id, true, Some("设备须定制，同意分段实施，每月报进展。")).await?;
                }
            }
            Turn::Progress => drop(hazard::record_progress(db, &officer, id, "设备已订货，临时管控措施已落实。").await?),
            Turn::Requested(days) => {
                let request = ExtensionRequest {
                    until: ahead(days),
                    reason: "定制设备推迟到货。".to_owned(),
                    interim_measures: "相关储罐降液位运行，专人每两小时巡检。".to_owned(),
                };
                made = Some(hazard::request_extension(db, &head, &Confirmed::by_program(&head), id, request).await?.id);
            }
            Turn::Decided(granted) => {
                if let Some(extension) = thing {
                    let reason = if granted { "供货证明属实，同意延期。" } else { "具备按期整改条件，不予延期。" };
                    hazard::decide_extension(db, &office, extension, granted, Some(reason)).await?;
                }
            }
            Turn::Stopped => {
                let new = NewSuspension {
                    extent: SuspensionExtent::Part,
                    scope: Some("二号储罐及其装卸作业".to_owned()),
                    reason: "整改期间无法保证安全。".to_owned(),
                    number: Some("青应急停〔2023〕3号".to_owned()),
                };
                made = Some(hazard::suspend_production(db, &regulator, id, new).await?.id);
            }
            Turn::Applied => {
                let done = Rectified { rectification: self.cases[case].finding.remedy.to_owned(), on: ctx.today(), by: None };
                hazard::apply_for_acceptance(db, &officer, id, Some(done)).await?;
            }
            Turn::Accepted => {
                hazard::accept(db, &regulator, id, Some("现场复查，整改到位，同意销号。"), &Confirmed::by_program(&regulator)).await?;
                self.cases[case].closed = true;
            }
            Turn::Resumed => {
                if let Some(suspension) = hazard_suspension(db, id).await? {
                    hazard::resume_production(db, &regulator, suspension, "隐患已验收销号，现场复查合格。").await?;
                }
            }
            Turn::Listed(days) => {
                let new = NewSupervision {
                    level: SupervisionLevel::Town,
                    body: self.town.bodies[SAFETY_OFFICE].name.clone(),
                    number: "青安办督〔2023〕1号".to_owned(),
                    deadline: ahead(days),
                    requirements: "按延期后的期限完成整改，每周报送进展，整改期间专人值守。".to_owned(),
                    documents: Vec::new(),
                };
                hazard::list_for_supervision(db, &office, id, new).await?;
            }
        }
        if made.is_some() {
            self.told.insert(story, (case, made));
        }
        Ok(())
    }

    async fn find(&mut self, db: &DatabaseTransaction, officer: &Context, story: Story) -> Result<()> {
        let body = story.body();
        let (code, location) = story.found();
        let Some(criterion) = criteria::criterion(code) else { return Ok(()) };
        let finding = Finding {
            description: format!("{}。", criterion.text.trim_end_matches(['；', '。', ';'])),
            location: Some(location.to_owned()),
            remedy: "已按治理方案整改，设施经校验合格并投用",
            major: Some(Some(criterion.code())),
        };
        let new = NewHazard {
            organization: self.town.bodies[body].id,
            description: finding.description.clone(),
            location: finding.location.clone(),
            sector: Some(Sector::HazardousChemicals),
            found_by: FoundBy::SelfCheck,
            found_on: officer.today(),
            finding: None,
        };
        let id = hazard::report(db, officer, new).await?.id;
        let grading = GradeInput { grade: HazardGrade::Major, criterion: Some(criterion.code()), reason: String::new(), no_criterion_found: false };
        hazard::grade(db, officer, id, grading).await?;
        hazard::tell_regulator(db, officer, id, None).await?;
        self.cases.push(Case { body, hazard: id, finding, closed: false, fails_once: false });
        self.told.insert(story, (self.cases.len() - 1, None));
        Ok(())
    }
}

/// The suspension because of a hazard.
async fn hazard_suspension(db: &DatabaseTransaction, hazard: Uuid) -> Result<Option<Uuid>> {
    use redline_entity::suspension;
    let rows = suspension::Entity::find().filter(suspension::Column::HazardId.eq(hazard)).order_by_asc(suspension::Column::Id);
    Ok(rows.one(db).await?.map(|row| row.id))
}

fn plan_of(responsible: &str, deadline: chrono::NaiveDate) -> PlanElements {
    PlanElements {
        responsible: format!("{responsible}主要负责人"),
        measures: "停用相关设施，委托有资质单位改造，完成后校验并复查".to_owned(),
        funding_yuan: Some(260_000),
        deadline: Some(deadline),
        emergency_plan: "整改期间专人值守，发现异常立即停产撤人并启动现场处置方案".to_owned(),
    }
}
