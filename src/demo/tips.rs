//! Reports by the public and by an employee (举报), and what the safety office makes of them: one is closed and rewarded, one is
//! being rectified, one is dismissed, and one is so fresh on the day of the demonstration that nobody has read it.

use std::collections::BTreeMap;

use anyhow::Result;
use chrono::Days;
use redline_domain::{HazardGrade, Sector, hazard::life::PlanElements, tip::proves};
use redline_ledger::{
    Context,
    hazard::{self, GradeInput, Rectified},
    signature::Confirmed,
    tip::{self, Acceptance, Challenge, NewReward, NewTip},
};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    township::{ENTERPRISES, acting},
};

/// A report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tip {
    /// A tenant, about the stairs of a block of flats.
    Stairs,
    /// An employee who gives a name, about the ammonia of a cold store.
    Ammonia,
    /// A passer-by, about a road, which is no enterprise's matter.
    Road,
    /// A guest, about the exit of a restaurant.
    Exit,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is made.
    Submitted,
    /// Who made it has more to say.
    Added,
    /// The safety office accepts it, and it is a hazard.
    Accepted,
    /// The safety office dismisses it.
    Dismissed,
    /// The safety office answers who made it.
    Answered,
    /// The regulator grades the hazard.
    Graded,
    /// The enterprise says by when it will be gone, so many days later.
    Planned(u64),
    /// The work goes on.
    Progress,
    /// Acceptance is applied for.
    Applied,
    /// The regulator accepts.
    Closed,
    /// The safety office decides on a reward, in yuan.
    Rewarded(i64),
    /// It is paid.
    Paid,
}

/// The reports that were made, each with the hazard that it became.
pub type Tips = BTreeMap<Tip, (Uuid, Option<Uuid>)>;

/// What happens when, by the days since the action began (05-22 is 0).
const SCRIPT: [(u64, Tip, Turn); 32] = [
    (7, Tip::Stairs, Turn::Submitted),      // 05-29
    (8, Tip::Stairs, Turn::Added),          // 05-30
    (9, Tip::Stairs, Turn::Accepted),       // 05-31
    (10, Tip::Stairs, Turn::Graded),        // 06-01
    (10, Tip::Stairs, Turn::Planned(7)),    // 06-01
    (14, Tip::Stairs, Turn::Progress),      // 06-05
    (16, Tip::Stairs, Turn::Applied),       // 06-07
    (18, Tip::Stairs, Turn::Closed),        // 06-09
    (18, Tip::Stairs, Turn::Answered),      // 06-09
    (22, Tip::Stairs, Turn::Rewarded(500)), // 06-13
    (28, Tip::Stairs, Turn::Paid),          // 06-19
    (28, Tip::Ammonia, Turn::Submitted),    // 06-19
    (29, Tip::Ammonia, Turn::Accepted),     // 06-20
    (29, Tip::Ammonia, Turn::Graded),       // 06-20
    (29, Tip::Ammonia, Turn::Answered),     // 06-20
    (30, Tip::Ammonia, Turn::Planned(28)),  // 06-21
    (44, Tip::Ammonia, Turn::Progress),     // 07-05
    (35, Tip::Road, Turn::Submitted),       // 06-26
    (36, Tip::Road, Turn::Dismissed),       // 06-27
    (50, Tip::Exit, Turn::Submitted),       // 07-11
    (50, Tip::Exit, Turn::Added),           // 07-11
    (51, Tip::Exit, Turn::Accepted),        // 07-12
    (51, Tip::Exit, Turn::Graded),          // 07-12
    (51, Tip::Exit, Turn::Planned(1)),      // 07-12
    (51, Tip::Exit, Turn::Progress),        // 07-12
    (52, Tip::Exit, Turn::Applied),         // 07-13
    (53, Tip::Exit, Turn::Closed),          // 07-14
    (57, Tip::Ammonia, Turn::Applied),      // 07-18
    (59, Tip::Ammonia, Turn::Closed),       // 07-20
    (63, Tip::Exit, Turn::Rewarded(1_000)), // 07-24
    (63, Tip::Ammonia, Turn::Rewarded(5_000)),
    (74, Tip::Ammonia, Turn::Paid), // 08-04
];

/// Plans them, each turn a few minutes after the one before.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (nth, (days, tip, turn)) in (0..).zip(SCRIPT) {
        play.at(begins_on + Days::new(days), 13 * 60 + 5 * nth, Deed::Tip(tip, turn));
    }
}

impl Tip {
    /// The enterprise that it is about.
    fn body(self) -> Option<usize> {
        match self {
            Self::Stairs => Some(ENTERPRISES + 24),
            Self::Ammonia => Some(ENTERPRISES + 51),
            Self::Road => None,
            Self::Exit => Some(ENTERPRISES + 32),
        }
    }

    /// What was said at first.
    fn text(self) -> &'static str {
        match self {
            Self::Stairs => "楼道里常年停着十几辆电动车，从屋里拉线下来充电，昨天夜里闻到一股烧焦的味道。",
            Self::Ammonia => "制冷机房的氨气报警器被关掉三个多星期了，班长嫌响得烦。我们进去都能闻到味，请查一查，不要说是我反映的。",
            Self::Road => "路口的井盖碎了半个多月，晚上差点有人掉下去。",
            Self::Exit => "周末晚上去吃饭，后门的安全出口上着锁，里面少说有一百多人。",
        }
    }

    /// What was said later.
    fn more(self) -> &'static str {
        match self {
            Self::Stairs => "三单元一楼也有，物业说管不了。",
            _ => "刚才路过又看了一眼，门还是锁着的。",
        }
    }

    /// The hazard in the words of the safety office, which betray nobody: what is wrong, where, in which sector, and its remedy.
    fn hazard(self) -> (&'static str, &'static str, Sector, &'static str) {
        match self {
            Self::Ammonia => (
                "制冷机房氨气浓度报警装置停用，泄漏时不能及时发现。",
                "制冷机房",
                Sector::IndustryAndTrade,
                "已恢复并校验报警装置，设专人每班检查，对当班人员重新培训",
            ),
            Self::Exit => ("营业期间后门安全出口锁闭，人员密集时无法疏散。", "大厅后门", Sector::FireSafety, "已拆除门锁，改装推闩式逃生门，营业期间专人巡查"),
            _ => (
                "楼道内停放电动自行车并私拉电线充电，占用疏散通道。",
                "一单元至三单元楼道",
                Sector::SelfBuiltHousing,
                "已清理楼道，拆除私拉电线，在院内建成集中充电棚",
            ),
        }
    }

    /// What the enterprise says on the way.
    fn progress(self) -> &'static str {
        match self {
            Self::Ammonia => "报警主机已恢复，失效探头已订货，机房每班由专人检测。",
            Self::Exit => "门锁已拆除，逃生门当晚改装。",
            _ => "已通知住户三日内移车，充电棚基础已浇筑。",
        }
    }

    /// What the safety office answers.
    fn answer(self) -> &'static str {
        match self {
            Self::Stairs => "经现场复查，楼道已清理，集中充电棚已投用。感谢您的监督，奖励请凭查询码领取。",
            _ => "已核实，监管单位已按重大事故隐患挂账督促整改。您的身份依规保密，任何单位不得打击报复。",
        }
    }
}

impl Play {
    /// Plays a turn. Where somebody is missing whom it needs, it does not take place, and nor does what follows.
    pub(super) async fn tip(&mut self, db: &DatabaseTransaction, ctx: &Context, which: Tip, turn: Turn) -> Result<()> {
        if turn == Turn::Submitted {
            let made = self.submit(db, ctx, which).await?;
            self.tips.insert(which, (made, None));
            return Ok(());
        }
        let Some(&(id, hazard)) = self.tips.get(&which) else { return Ok(()) };
        let office = self.office(db, ctx).await?;
        match turn {
            Turn::Submitted => {}
            Turn::Added => drop(tip::add(db, ctx, None, id, which.more()).await?),
            Turn::Accepted => {
                let Some(body) = which.body() else { return Ok(()) };
                let (description, location, sector, _) = which.hazard();
                let acceptance = Acceptance {
                    organization: self.town.bodies[body].id,
                    description: description.to_owned(),
                    location: Some(location.to_owned()),
                    sector: Some(sector),
                    answer: None,
                };
                let hazard = tip::accept(db, &office, id, acceptance).await?.hazard_id;
                self.tips.insert(which, (id, hazard));
            }
            Turn::Dismissed => {
                let reason = "所反映的市政设施不属于生产经营单位的事故隐患，已转村镇建设办公室当日围挡并更换井盖。感谢您的监督。";
                tip::dismiss(db, &office, id, reason).await?;
            }
            Turn::Answered => drop(tip::answer(db, &office, id, which.answer()).await?),
            Turn::Rewarded(amount_yuan) => {
                let new = NewReward { amount_yuan, note: Some("举报属实，按《实施方案》二（三）3和举报奖励办法奖励。".to_owned()) };
                tip::reward(db, &office, id, new).await?;
            }
            Turn::Paid => drop(tip::pay(db, &office, id, ctx.today()).await?),
            Turn::Graded | Turn::Planned(_) | Turn::Progress | Turn::Applied | Turn::Closed => {
                if let (Some(body), Some(hazard)) = (which.body(), hazard) {
                    self.removed(db, ctx, (which, turn), body, hazard).await?;
                }
            }
        }
        Ok(())
    }

    async fn submit(&self, db: &DatabaseTransaction, ctx: &Context, which: Tip) -> Result<Uuid> {
        let challenge = tip::challenge_within(db, ctx).await?;
        let named = which == Tip::Ammonia;
        let new = NewTip {
            nonce: solved(&challenge),
            challenge: challenge.challenge,
            organization: which.body().map(|body| self.town.bodies[body].id),
            place: (which == Tip::Road).then(|| "东街与河滨路交叉口".to_owned()),
            text: which.text().to_owned(),
            happened_on: Some(ctx.today() - Days::new(1)),
            employee: named,
            name: named.then(|| "制冷工小吴".to_owned()),
            contact: named.then(|| "13900000999".to_owned()),
        };
        Ok(tip::submit(db, ctx, None, new).await?.tip.id)
    }

    /// What becomes of the hazard. Who reported it has no part in that.
    async fn removed(&self, db: &DatabaseTransaction, ctx: &Context, (which, turn): (Tip, Turn), body: usize, hazard: Uuid) -> Result<()> {
        let (Some(officer), Some(regulator)) = (self.town.bodies[body].officer(), self.town.regulator_acting(db, ctx, body).await?) else { return Ok(()) };
        let officer = acting(db, ctx, officer).await?;
        let (major, (_, _, _, remedy)) = (which == Tip::Ammonia, which.hazard());
        match turn {
            Turn::Graded => {
                let (grade, reason) =
                    if major { (HazardGrade::Major, "液氨泄漏不能及时发现，可能造成群死群伤。") } else { (HazardGrade::General, "") };
                let input = GradeInput { grade, criterion: None, reason: reason.to_owned(), no_criterion_found: false };
                hazard::grade(db, &regulator, hazard, input).await?;
            }
            Turn::Planned(days) if major => {
                hazard::tell_regulator(db, &officer, hazard, None).await?;
                let plan = PlanElements {
                    responsible: "制冷车间主任".to_owned(),
                    measures: "恢复并校验报警装置，更换失效探头，增设机房外声光报警".to_owned(),
                    funding_yuan: Some(38_000),
                    deadline: Some(ctx.today() + Days::new(days)),
                    emergency_plan: "整改期间携带便携式检测仪进入，两人同行，备足空气呼吸器".to_owned(),
                };
                hazard::submit_plan(db, &officer, hazard, plan).await?;
            }
            Turn::Planned(days) => drop(hazard::set_deadline(db, &officer, hazard, ctx.today() + Days::new(days)).await?),
            Turn::Progress => drop(hazard::record_progress(db, &officer, hazard, which.progress()).await?),
            Turn::Applied => {
                let done = Rectified { rectification: remedy.to_owned(), on: ctx.today(), by: None };
                hazard::apply_for_acceptance(db, &officer, hazard, Some(done)).await?;
            }
            Turn::Closed => {
                hazard::accept(db, &regulator, hazard, Some("现场复查，整改到位，同意销号。"), &Confirmed::by_program(&regulator)).await?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Solves a challenge as the reporter's browser does. The same challenge has the same answer each time.
fn solved(challenge: &Challenge) -> String {
    (0_u32..).map(|nonce| nonce.to_string()).find(|nonce| proves(&challenge.challenge, nonce, challenge.difficulty)).unwrap_or_default()
}
