//! What the safety office decides besides (安委办事项): an alert and a key period that are withdrawn, a window that is excused, an
//! enterprise that stops and comes back, one that is closed for good; and two things that people settle for themselves.

use anyhow::Result;
use chrono::Days;
use redline_domain::{Position, Sector};
use redline_entity::{duty, window};
use redline_ledger::{
    Context,
    alert::{self, NewAlert},
    key_period::{self, NewKeyPeriod},
    organization,
    person::{self, Preferences},
    window as windows,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    places,
    township::{ENTERPRISES, acting},
};

const PLANT: usize = ENTERPRISES + places::CHEMICAL_PLANT;
const KINDERGARTEN: usize = ENTERPRISES + places::KINDERGARTEN;
const FIREWORKS_SHOP: usize = ENTERPRISES + places::FIREWORKS_SHOP;
const OFF_ROAD_PARK: usize = ENTERPRISES + places::OFF_ROAD_PARK;

/// Something that is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The chemical plant says that its deputy answers for the drills.
    OwnerNamed,
    /// Its safety officer wants the mail earlier.
    MailEarlier,
    /// A park whose track nobody has approved has to stop.
    ParkStops,
    /// It comes back.
    ParkResumes,
    /// An alert goes to the wrong sector.
    WrongAlert,
    /// It is withdrawn.
    AlertWithdrawn,
    /// A kindergarten that is empty during the holiday is excused from being on duty.
    Excused,
    /// A shop gives up the fireworks.
    ShopCloses,
    /// The days of a fair are a key period.
    Fair,
    /// The fair is put off.
    FairPutOff,
}

/// What the office has to come back to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Matters {
    alert: Option<Uuid>,
    fair: Option<Uuid>,
}

/// What is decided when, by the days since the action began (05-22 is 0).
const MATTERS: [(u64, Matter); 10] = [
    (2, Matter::OwnerNamed),      // 05-24
    (3, Matter::MailEarlier),     // 05-25
    (9, Matter::ParkStops),       // 05-31
    (22, Matter::ParkResumes),    // 06-13
    (28, Matter::WrongAlert),     // 06-19
    (29, Matter::AlertWithdrawn), // 06-20
    (30, Matter::Excused),        // 06-21, the eve of the Dragon-Boat holiday
    (39, Matter::ShopCloses),     // 06-30
    (42, Matter::Fair),           // 07-03
    (45, Matter::FairPutOff),     // 07-06
];

/// Plans them, each at half past nine.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, matter) in MATTERS {
        play.at(begins_on + Days::new(days), 9 * 60 + 30, Deed::Office(matter));
    }
}

impl Play {
    /// Decides it.
    pub(super) async fn settle(&mut self, db: &DatabaseTransaction, ctx: &Context, matter: Matter) -> Result<()> {
        let office = self.office(db, ctx).await?;
        let today = ctx.today();
        match matter {
            Matter::OwnerNamed => self.name_owner(db, ctx).await?,
            Matter::MailEarlier => {
                if let Some(officer) = self.town.officer_of(db, ctx, PLANT).await? {
                    let new = Preferences { morning_hour: Some(Some(7)), phone: Some(Some("0477-7000101".to_owned())), ..Preferences::default() };
                    person::update_preferences(db, &officer, new).await?;
                }
            }
            Matter::ParkStops => {
                let reason = "越野赛道未经验收擅自营业，防护设施不全，责令停业整改";
                organization::suspend(db, &office, self.town.bodies[OFF_ROAD_PARK].id, today, reason).await?;
                self.town.bodies[OFF_ROAD_PARK].active = false;
            }
            Matter::ParkResumes => {
                organization::resume(db, &office, self.town.bodies[OFF_ROAD_PARK].id, today).await?;
                self.town.bodies[OFF_ROAD_PARK].active = true;
            }
            Matter::WrongAlert => self.matters.alert = Some(alert::issue(db, &office, wrong_alert(ctx)).await?.id),
            Matter::AlertWithdrawn => {
                if let Some(alert) = self.matters.alert {
                    alert::withdraw(db, &office, alert, "发布对象有误：事故发生在道路运输环节，改由交通运输管理站提示运输企业。").await?;
                }
            }
            Matter::Excused => self.excuse(db, &office).await?,
            Matter::ShopCloses => {
                let reason = "经营许可证被暂扣后，店主决定不再经营烟花爆竹，存货已由批发企业回收，予以注销";
                organization::close(db, &office, self.town.bodies[FIREWORKS_SHOP].id, today, reason).await?;
                self.town.bodies[FIREWORKS_SHOP].active = false;
            }
            Matter::Fair => {
                let new = NewKeyPeriod {
                    name: "那达慕大会".to_owned(),
                    from: today + Days::new(5),
                    until: today + Days::new(6),
                    reason: "大会期间人员车辆集中，各企业主要负责人须在岗在位。".to_owned(),
                };
                self.matters.fair = Some(key_period::declare(db, &office, new).await?.id);
            }
            Matter::FairPutOff => {
                if let Some(fair) = self.matters.fair {
                    key_period::withdraw(db, &office, fair, "受连日降雨影响，大会延期举办，届时另行公布。").await?;
                }
            }
        }
        Ok(())
    }

    async fn name_owner(&self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let plant = &self.town.bodies[PLANT];
        let (Some(head), Some(deputy)) = (plant.head(), plant.holders(Position::Deputy).next()) else { return Ok(()) };
        let drills = duty::Entity::find().filter(duty::Column::OrganizationId.eq(plant.id)).filter(duty::Column::RuleCode.eq("E16"));
        if let Some(drills) = drills.order_by_asc(duty::Column::Id).one(db).await? {
            windows::assign_owner(db, &acting(db, ctx, head).await?, drills.id, Some(deputy)).await?;
        }
        Ok(())
    }

    /// Excuses the kindergarten from the key period that runs.
    async fn excuse(&self, db: &DatabaseTransaction, office: &Context) -> Result<()> {
        let owed = window::Entity::find()
            .filter(window::Column::OrganizationId.eq(self.town.bodies[KINDERGARTEN].id))
            .filter(window::Column::RuleCode.eq("E07"))
            .filter(window::Column::FulfilledOn.is_null())
            .filter(window::Column::EndedOn.is_null());
        if let Some(owed) = owed.order_by_asc(window::Column::Id).one(db).await? {
            windows::excuse(db, office, owed.id, "假期全园放假、断电封园，园内没有人员和作业。").await?;
        }
        Ok(())
    }
}

fn wrong_alert(ctx: &Context) -> NewAlert {
    NewAlert {
        title: "外地一辆农用车违法载人侧翻事故".to_owned(),
        happened_on: ctx.today() - Days::new(2),
        place: "外地某县乡道".to_owned(),
        summary: "一辆轻型货车违法载运务工人员，在下坡弯道侧翻，造成多人伤亡。".to_owned(),
        lessons: "严禁货车、农用车违法载人，出车前检查制动，下坡弯道减速慢行。".to_owned(),
        sectors: vec![Sector::AgriculturalMachinery],
        number: Some("镇安委办警示〔2023〕2号".to_owned()),
    }
}
