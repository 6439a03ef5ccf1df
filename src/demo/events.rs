//! An accident alert, a key period and the tasks that drills left (事故警示、关键时间节点、改进事项), by how the enterprises are. Chance for
//! all of it is each enterprise's own, so that nothing else of the demonstration changes with it.

use anyhow::Result;
use chrono::{Days, NaiveDate};
use rand::RngExt as _;
use redline_domain::{InspectionKind, OrganizationKind, Position, Sector, Workdays as _};
use redline_entity::task as task_row;
use redline_ledger::{
    Context, Site,
    alert::{self, NewAlert},
    inspection::{self, NewInspection},
    key_period::{self, NewKeyPeriod},
    on_duty::{self, Entry, NewOnDuty},
    signature::Confirmed,
    task,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    manner::{Manner, rng},
    places,
    township::{ENTERPRISES, SAFETY_OFFICE, acting},
};

/// The sectors to which the accident is a lesson.
const CONCERNED: [Sector; 2] = [Sector::IndustryAndTrade, Sector::Gas];
/// The day of the action on which the alert is issued, 2023-06-06.
const ALERT_DAY: u64 = 15;
/// The day of the action on which the key period is declared, 2023-06-16.
const DECLARED_DAY: u64 = 25;
/// Its first day, 2023-06-22, the first of the Dragon-Boat holiday, and its last.
const KEY_DAYS: (u64, u64) = (31, 33);

/// Something that has to do with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The safety office issues the alert.
    Alert,
    /// An enterprise checks itself for the same hazard.
    Answer { body: usize },
    /// The safety office declares the key period.
    KeyPeriod,
    /// An enterprise plans its roster.
    Roster { body: usize },
    /// It records that somebody was on duty.
    OnDuty { body: usize, day: NaiveDate, position: Position },
    /// It does what a drill showed to be improved.
    Improve { body: usize, drill: Uuid },
}

/// What came up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Events {
    alert: Option<Uuid>,
    key_period: Option<Uuid>,
}

/// Plans them.
pub fn plan(play: &mut Play, site: &Site) {
    let begins_on = play.town.begins_on;
    let day = |days: u64| begins_on + Days::new(days);
    if day(KEY_DAYS.1) > site.rulebook.ends_on {
        return;
    }
    play.at(day(ALERT_DAY), 9 * 60 + 30, Deed::Event(Event::Alert));
    play.at(day(DECLARED_DAY), 15 * 60, Deed::Event(Event::KeyPeriod));
    for body in ENTERPRISES..play.town.bodies.len() {
        let manner = play.manner(body);
        let mut rng = rng(play.seed, body, 5);
        let sooner = rng.random_range(2..9);
        let answered = match manner {
            Manner::Diligent => Some(sooner),
            Manner::Late => Some(sooner + 10).filter(|_| rng.random_bool(0.7)),
            Manner::Negligent => None,
        };
        if let Some(after) = answered.filter(|_| play.town.bodies[body].sectors.iter().any(|sector| CONCERNED.contains(sector))) {
            play.at(site.workdays.on_or_after(day(ALERT_DAY + after)), 10 * 60, Deed::Event(Event::Answer { body }));
        }
        // The kindergarten is empty in those days, and is excused.
        if body == ENTERPRISES + places::KINDERGARTEN {
            continue;
        }
        if manner != Manner::Negligent {
            play.at(day(DECLARED_DAY + 4), 11 * 60, Deed::Event(Event::Roster { body }));
        }
        for at in KEY_DAYS.0..=KEY_DAYS.1 {
            let missed = match manner {
                Manner::Diligent => false,
                Manner::Late => rng.random_bool(0.2),
                Manner::Negligent => rng.random_bool(0.8),
            };
            let stands_in = manner == Manner::Late && rng.random_bool(0.15);
            let recorded = if manner == Manner::Late && rng.random_bool(0.3) { at + 3 } else { at };
            if !missed {
                let position = if stands_in { Position::SafetyOfficer } else { Position::Head };
                play.at(day(recorded), 16 * 60, Deed::Event(Event::OnDuty { body, day: day(at), position }));
            }
        }
    }
}

impl Play {
    /// Does it.
    pub(super) async fn event(&mut self, db: &DatabaseTransaction, ctx: &Context, event: Event) -> Result<()> {
        match event {
            Event::Alert => self.issue_alert(db, ctx).await,
            Event::KeyPeriod => self.declare_key_period(db, ctx).await,
            Event::Answer { body } | Event::Roster { body } | Event::OnDuty { body, .. } | Event::Improve { body, .. } if !self.town.bodies[body].active => {
                Ok(())
            }
            Event::Answer { body } => self.answer(db, ctx, body).await,
            Event::Roster { body } => self.roster(db, ctx, body).await,
            Event::OnDuty { body, day, position } => self.on_duty(db, ctx, body, day, position).await,
            Event::Improve { body, drill } => self.improve(db, ctx, body, drill).await,
        }
    }

    async fn issue_alert(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let Some(officer) = self.town.bodies[SAFETY_OFFICE].officer() else { return Ok(()) };
        let new = NewAlert {
            title: "外地某企业有限空间作业中毒窒息事故".to_owned(),
            happened_on: ctx.today() - Days::new(3),
            place: "外地某工贸企业污水处理站".to_owned(),
            summary: "1 名员工未经审批、未检测气体即下池清淤中毒，2 人盲目施救，造成伤亡扩大。".to_owned(),
            lessons: "有限空间作业先通风、再检测、后作业，落实审批和监护，严禁盲目施救。".to_owned(),
            sectors: CONCERNED.to_vec(),
            number: Some("镇安委办警示〔2023〕1号".to_owned()),
        };
        self.events.alert = Some(alert::issue(db, &acting(db, ctx, officer).await?, new).await?.id);
        Ok(())
    }

    async fn declare_key_period(&mut self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let Some(officer) = self.town.bodies[SAFETY_OFFICE].officer() else { return Ok(()) };
        let new = NewKeyPeriod {
            name: "端午节假期".to_owned(),
            from: self.town.begins_on + Days::new(KEY_DAYS.0),
            until: self.town.begins_on + Days::new(KEY_DAYS.1),
            reason: "节假日期间值班力量减少，主要负责人须在岗在位、盯守现场。".to_owned(),
        };
        self.events.key_period = Some(key_period::declare(db, &acting(db, ctx, officer).await?, new).await?.id);
        Ok(())
    }

    async fn answer(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize) -> Result<()> {
        let it = &self.town.bodies[body];
        let (Some(alert), Some(leader)) = (self.events.alert, it.officer()) else { return Ok(()) };
        let acting = acting(db, ctx, leader).await?;
        let new = NewInspection {
            organization: it.id,
            inspector: it.id,
            kind: InspectionKind::SelfCheck,
            leader,
            occurred_on: ctx.today(),
            modes: Vec::new(),
            scopes: Vec::new(),
            summary: "对照事故警示，逐一排查污水池、地窖等有限空间的审批、检测、通风和监护措施，未发现同类隐患。".to_owned(),
            findings: Vec::new(),
            alert: Some(alert),
            contracts: Vec::new(),
            photos: Vec::new(),
            members: Vec::new(),
        };
        let recorded = inspection::record(db, &acting, new).await?;
        inspection::sign(db, &acting, recorded.id, &Confirmed::by_program(&acting)).await?;
        Ok(())
    }

    async fn roster(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize) -> Result<()> {
        let it = &self.town.bodies[body];
        let (Some(period), Some(officer), Some(head)) = (self.events.key_period, it.officer(), it.head()) else { return Ok(()) };
        let days = (KEY_DAYS.0..=KEY_DAYS.1).map(|at| self.town.begins_on + Days::new(at));
        let entries = days.flat_map(|day| [head, officer].map(|person| Entry { day, person })).collect();
        on_duty::plan(db, &acting(db, ctx, officer).await?, it.id, period, entries).await?;
        Ok(())
    }

    async fn on_duty(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, day: NaiveDate, position: Position) -> Result<()> {
        let it = &self.town.bodies[body];
        let (Some(key_period), Some(officer), Some(person)) = (self.events.key_period, it.officer(), it.holders(position).next()) else { return Ok(()) };
        let note = Some("全天在岗，巡查重点部位两次，无异常。".to_owned());
        let new = NewOnDuty { organization: it.id, key_period, day, person, note, photos: Vec::new() };
        on_duty::record(db, &acting(db, ctx, officer).await?, new).await?;
        Ok(())
    }

    /// Plans that what a drill showed is improved: the diligent do it in time, the others late or never.
    pub(super) fn plan_improvement(&mut self, site: &Site, today: NaiveDate, body: usize, drill: Uuid) {
        if self.town.bodies[body].kind != OrganizationKind::Enterprise {
            return;
        }
        let mut rng = rng(self.seed, body, 6);
        let after = match self.manner(body) {
            Manner::Diligent => rng.random_range(5..20),
            Manner::Late => rng.random_range(25..45),
            Manner::Negligent => return,
        };
        self.at(site.workdays.on_or_after(today + Days::new(after)), 14 * 60, Deed::Event(Event::Improve { body, drill }));
    }

    async fn improve(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, drill: Uuid) -> Result<()> {
        let Some(officer) = self.town.bodies[body].officer() else { return Ok(()) };
        let acting = acting(db, ctx, officer).await?;
        let open = task_row::Entity::find().filter(task_row::Column::DrillId.eq(drill)).filter(task_row::Column::DoneOn.is_null());
        for row in open.order_by_asc(task_row::Column::Id).all(db).await? {
            task::complete(db, &acting, row.id, ("已按演练评估意见补充并培训到人。", ctx.today()), &[]).await?;
        }
        Ok(())
    }
}
