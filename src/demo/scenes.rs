//! The scenes of the demonstration that are told apart (情节), so that every screen has something to show on 2023-07-12.

use anyhow::Result;
use chrono::{Datelike as _, Days};
use redline_domain::{FoundBy, InspectionKind, InspectionScope, Position, Sector, criteria, window::PlannedWindow};
use redline_ledger::{
    Context,
    hazard::{self, NewHazard},
    organization, person,
};
use sea_orm::DatabaseTransaction;

use super::{
    agenda::{Deed, Play},
    hazards::Finding,
    names::Names,
    people::hire_one,
    places,
    township::{ENTERPRISES, SAFETY_OFFICE, acting},
};

/// A scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A head who led no inspection in June leads one at last.
    HeadInspectsLate(usize),
    /// The chemical plant finds a major hazard.
    MajorHazard,
    /// An employee of the chemical plant reports a hazard.
    EmployeeReports,
    /// A deputy leads the inspection that the head should have led.
    DeputyLeads,
    /// A head leaves.
    HeadLeaves,
    /// A successor comes.
    SuccessorComes,
    /// A glass works begins to store chemicals, and is high-hazard from then on.
    Reclassified,
    /// A quarry has to stop.
    Suspended,
}

const PLANT: usize = ENTERPRISES + places::CHEMICAL_PLANT;
const DEPUTY_LED: usize = ENTERPRISES + places::DEPUTY_LED;
const HEAD_LEFT: usize = ENTERPRISES + places::HEAD_LEFT;
const RECLASSIFIED: usize = ENTERPRISES + places::RECLASSIFIED;
const SUSPENDED: usize = ENTERPRISES + places::SUSPENDED;

/// The scenes, by the days since the action began (05-22 is 0).
pub fn plan(play: &mut Play) {
    let scenes = [
        (8, Scene::HeadLeaves),                    // 05-30
        (22, Scene::MajorHazard),                  // 06-13
        (24, Scene::Reclassified),                 // 06-15
        (28, Scene::SuccessorComes),               // 06-19
        (29, Scene::Suspended),                    // 06-20
        (36, Scene::DeputyLeads),                  // 06-27
        (46, Scene::EmployeeReports),              // 07-07
        (63, Scene::HeadInspectsLate(PLANT)),      // 07-24
        (65, Scene::HeadInspectsLate(DEPUTY_LED)), // 07-26
    ];
    let begins_on = play.town.begins_on;
    for (days, scene) in scenes {
        play.at(begins_on + Days::new(days), 10 * 60, Deed::Scene(scene));
    }
}

/// Whether what is owed in a window is the matter of a scene: the head-led inspections of June and July.
pub fn is_told_apart(body: usize, window: &PlannedWindow<'_>) -> bool {
    let month = (window.closes_on.year(), window.closes_on.month());
    window.rule == "E05" && matches!(month, (2023, 6 | 7)) && (body == PLANT || body == DEPUTY_LED)
}

impl Play {
    /// Plays a scene.
    pub(super) async fn scene(&mut self, db: &DatabaseTransaction, ctx: &Context, scene: Scene) -> Result<()> {
        match scene {
            Scene::HeadInspectsLate(body) => {
                let head = self.town.bodies[body].head();
                self.head_led(db, ctx, body, head).await
            }
            Scene::MajorHazard => self.major_hazard(db, ctx).await,
            Scene::EmployeeReports => self.employee_reports(db, ctx).await,
            Scene::DeputyLeads => {
                let deputy = self.town.bodies[DEPUTY_LED].holders(Position::Deputy).next();
                self.head_led(db, ctx, DEPUTY_LED, deputy).await
            }
            Scene::HeadLeaves => self.head_leaves(db, ctx).await,
            Scene::SuccessorComes => self.successor_comes(db, ctx).await,
            Scene::Reclassified => {
                let office = self.office(db, ctx).await?;
                let (id, traits) = (self.town.bodies[RECLASSIFIED].id, self.town.bodies[RECLASSIFIED].traits.clone());
                let sectors = vec![Sector::HazardousChemicals, Sector::IndustryAndTrade];
                organization::classify(db, &office, id, ctx.today(), &sectors, &traits, "检查发现该企业新增危险化学品储存，按危险化学品企业管理").await?;
                self.town.bodies[RECLASSIFIED].sectors = sectors;
                Ok(())
            }
            Scene::Suspended => {
                let office = self.office(db, ctx).await?;
                organization::suspend(db, &office, self.town.bodies[SUSPENDED].id, ctx.today(), "边坡存在坍塌风险，责令停产停业整顿").await?;
                self.town.bodies[SUSPENDED].active = false;
                Ok(())
            }
        }
    }

    /// An inspection that is called head-led, whoever leads it.
    async fn head_led(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, leader: Option<uuid::Uuid>) -> Result<()> {
        match leader {
            Some(leader) => self.inspection(db, ctx, (body, body), leader, InspectionKind::HeadLed, InspectionScope::General, Vec::new()).await,
            None => Ok(()),
        }
    }

    /// The context in which the safety office acts.
    pub(super) async fn office(&self, db: &DatabaseTransaction, ctx: &Context) -> Result<Context> {
        Ok(self.town.officer_of(db, ctx, SAFETY_OFFICE).await?.unwrap_or_else(|| ctx.clone()))
    }

    async fn major_hazard(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let criterion = criteria::catalogue().iter().find(|criterion| criterion.sector == Some(Sector::HazardousChemicals) && criterion.text.contains("报警"));
        let (Some(criterion), Some(officer)) = (criterion, self.town.bodies[PLANT].officer()) else { return Ok(()) };
        let finding = Finding {
            description: format!("{}。", criterion.text.trim_end_matches(['；', '。', ';'])),
            location: Some("储罐区".to_owned()),
            remedy: "已补装气体检测报警装置并接入控制室，经校验合格",
            major: Some(Some(criterion.code())),
        };
        self.inspection(db, ctx, (PLANT, PLANT), officer, InspectionKind::SelfCheck, InspectionScope::General, vec![finding]).await
    }

    async fn employee_reports(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let Some(employee) = self.town.bodies[PLANT].holders(Position::Staff).next() else { return Ok(()) };
        let new = NewHazard {
            organization: self.town.bodies[PLANT].id,
            description: "夜班动火作业无人监护，灭火器不在现场。".to_owned(),
            location: Some("检修车间".to_owned()),
            sector: None,
            found_by: FoundBy::PublicReport,
            found_on: ctx.today(),
            finding: None,
        };
        // It is so fresh that nobody has graded it on the day of the demonstration.
        hazard::report(db, &acting(db, ctx, employee).await?, new).await?;
        Ok(())
    }

    async fn head_leaves(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let office = self.office(db, ctx).await?;
        if let Some(seat) = self.town.bodies[HEAD_LEFT].people.iter_mut().find(|seat| seat.position == Position::Head && !seat.left) {
            person::dismiss(db, &office, seat.membership, ctx.today() + Days::new(1)).await?;
            seat.left = true;
        }
        Ok(())
    }

    async fn successor_comes(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let office = self.office(db, ctx).await?;
        let mut names = Names::new();
        let taken: Vec<String> = self.town.bodies.iter().flat_map(|body| &body.people).map(|seat| seat.name.clone()).collect();
        let name = loop {
            let name = names.person(&mut self.rng);
            if !taken.contains(&name) {
                break name;
            }
        };
        let seat = hire_one(db, &office, &self.town.bodies[HEAD_LEFT], name, Position::Head, 2, ctx.today(), false).await?;
        self.town.bodies[HEAD_LEFT].people.push(seat);
        Ok(())
    }
}
