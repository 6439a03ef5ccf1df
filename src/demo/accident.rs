//! An accident and what its review found (事故调查发现): in a metal works somebody is hurt, the regulator finds out why, and the safety
//! office grants more time for the spare parts of its own motion.

use anyhow::Result;
use chrono::Days;
use redline_domain::{FoundBy, HazardGrade, Sector};
use redline_ledger::{
    Context,
    hazard::{self, GradeInput, NewHazard, Rectified},
    signature::Confirmed,
};
use sea_orm::DatabaseTransaction;

use super::{
    agenda::{Deed, Play},
    places,
    township::ENTERPRISES,
};

const WORKS: usize = ENTERPRISES + places::ACCIDENT;

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aftermath {
    /// The regulator's review finds the hazard, and grades it.
    Reviewed,
    /// The works say by when it will be gone.
    Planned,
    /// The work goes on.
    Progress,
    /// The safety office grants more time.
    Extended,
    /// Acceptance is applied for.
    Applied,
    /// The regulator accepts.
    Accepted,
}

/// What happens when, by the days since the action began (05-22 is 0). The hoist dropped its load on 06-21.
const AFTERMATH: [(u64, Aftermath); 6] = [
    (36, Aftermath::Reviewed), // 06-27
    (37, Aftermath::Planned),  // 06-28
    (44, Aftermath::Progress), // 07-05
    (46, Aftermath::Extended), // 07-07
    (57, Aftermath::Applied),  // 07-18
    (59, Aftermath::Accepted), // 07-20
];

/// Plans it, each at half past three.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, aftermath) in AFTERMATH {
        play.at(begins_on + Days::new(days), 15 * 60 + 30, Deed::Accident(aftermath));
    }
}

impl Play {
    /// Plays it.
    pub(super) async fn accident(&mut self, db: &DatabaseTransaction, ctx: &Context, aftermath: Aftermath) -> Result<()> {
        let (officer, regulator) = (self.town.officer_of(db, ctx, WORKS).await?, self.town.regulator_acting(db, ctx, WORKS).await?);
        let (Some(officer), Some(regulator)) = (officer, regulator) else { return Ok(()) };
        if aftermath == Aftermath::Reviewed {
            let new = NewHazard {
                organization: self.town.bodies[WORKS].id,
                description: "行车上升限位器失效，吊钩无防脱装置，未按期维护保养。上周吊物坠落，致一名起重工小腿受伤。".to_owned(),
                location: Some("二号车间行车".to_owned()),
                sector: Some(Sector::IndustryAndTrade),
                found_by: FoundBy::AccidentReview,
                found_on: ctx.today(),
                finding: None,
            };
            let id = hazard::report(db, &regulator, new).await?.id;
            let input = GradeInput { grade: HazardGrade::General, criterion: None, reason: String::new(), no_criterion_found: true };
            hazard::grade(db, &regulator, id, input).await?;
            self.reviewed = Some(id);
            return Ok(());
        }
        let (Some(id), today) = (self.reviewed, ctx.today()) else { return Ok(()) };
        match aftermath {
            Aftermath::Reviewed => {}
            Aftermath::Planned => drop(hazard::set_deadline(db, &officer, id, today + Days::new(14)).await?),
            Aftermath::Progress => drop(hazard::record_progress(db, &officer, id, "行车已停用挂牌，吊钩防脱装置已装，限位器向厂家订货。").await?),
            Aftermath::Extended => {
                let office = self.office(db, ctx).await?;
                let reason = "厂家证明限位器7月15日到货，行车停用期间没有风险，准予延期。";
                hazard::grant_extension(db, &office, id, today + Days::new(14), reason).await?;
            }
            Aftermath::Applied => {
                let rectification = "已更换上升限位器并试验合格，吊钩装设防脱装置，建立日检表，起重工重新培训".to_owned();
                hazard::apply_for_acceptance(db, &officer, id, Some(Rectified { rectification, on: today, by: None })).await?;
            }
            Aftermath::Accepted => {
                let conclusion = Some("现场试验限位器动作可靠，同意销号并恢复使用行车。");
                hazard::accept(db, &regulator, id, conclusion, &Confirmed::by_program(&regulator)).await?;
            }
        }
        Ok(())
    }
}
