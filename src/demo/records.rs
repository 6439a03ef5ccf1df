//! Drills, activities and on-duty records that are put right (补充与作废): a review that comes later, a wrong day, what two people
//! entered, and a day on which somebody else was there.

use anyhow::Result;
use chrono::Days;
use redline_domain::{ActivityKind, DrillForm, DrillScope, OnDutyState, Position};
use redline_entity::on_duty as row;
use redline_ledger::{
    Context,
    activity::{self, NewActivity},
    drill::{self, NewDrill},
    on_duty::{self, NewOnDuty},
    task::NewTask,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    photographs,
    township::{ENTERPRISES, VILLAGES, acting},
};

/// The community that keeps the safety month.
const COMMUNITY: usize = VILLAGES + 6;
const HOSPITAL: usize = ENTERPRISES + 33;
const SHOPPING_CENTRE: usize = ENTERPRISES + 29;

/// What is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// The hospital holds a drill.
    Drilled,
    /// It reviews it.
    Reviewed,
    /// The shopping centre enters a drill with a wrong day.
    WrongDay,
    /// It voids it, and enters it anew.
    DrillVoided,
    /// The community enters its event twice.
    EventTwice,
    /// It voids one of the two.
    EventVoided,
    /// A head was not there on a day of the holiday, but somebody else.
    StoodIn,
}

/// The records that are come back to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Records {
    unreviewed: Option<Uuid>,
    wrong_day: Option<Uuid>,
    twice: Option<Uuid>,
}

/// What is put right when, by the days since the action began (05-22 is 0).
const RECORDS: [(u64, Record); 7] = [
    (17, Record::Drilled),     // 06-08
    (24, Record::Reviewed),    // 06-15
    (25, Record::EventTwice),  // 06-16, the day on which safety is asked and told about everywhere
    (28, Record::EventVoided), // 06-19
    (28, Record::WrongDay),    // 06-19
    (29, Record::DrillVoided), // 06-20
    (35, Record::StoodIn),     // 06-26
];

/// Plans it, each at a quarter to five.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, record) in RECORDS {
        play.at(begins_on + Days::new(days), 16 * 60 + 45, Deed::Record(record));
    }
}

impl Play {
    /// Puts it right.
    pub(super) async fn put_right(&mut self, db: &DatabaseTransaction, ctx: &Context, record: Record) -> Result<()> {
        match record {
            Record::Drilled | Record::Reviewed => self.review_drill(db, ctx, record).await,
            Record::WrongDay | Record::DrillVoided => self.void_drill(db, ctx, record).await,
            Record::EventTwice | Record::EventVoided => self.void_event(db, ctx, record).await,
            Record::StoodIn => self.stand_in(db, ctx).await,
        }
    }

    async fn review_drill(&mut self, db: &DatabaseTransaction, ctx: &Context, record: Record) -> Result<()> {
        let Some(officer) = self.town.officer_of(db, ctx, HOSPITAL).await? else { return Ok(()) };
        if record == Record::Drilled {
            let title = ("住院部夜间火灾疏散演练", "模拟二楼病房电器起火，值班护士报警并转移不能行走的病人");
            let new = NewDrill { review: None, ..self.new_drill(ctx, HOSPITAL, title) };
            self.records.unreviewed = Some(drill::record(db, &officer, new).await?.id);
        } else if let Some(id) = self.records.unreviewed {
            let improvement = NewTask {
                description: "为住院部每层配备疏散担架两副，并对夜班人员培训使用".to_owned(),
                responsible: officer.actor.person,
                responsible_name: None,
                due_on: ctx.today() + Days::new(30),
            };
            let review = "报警和初期处置及时；转移不能行走的病人用时过长，担架数量不足。";
            let drill = drill::add_review(db, &officer, id, review, vec![improvement]).await?;
            self.plan_improvement(&ctx.site, ctx.today(), HOSPITAL, drill.id);
        }
        Ok(())
    }

    async fn void_drill(&mut self, db: &DatabaseTransaction, ctx: &Context, record: Record) -> Result<()> {
        let Some(officer) = self.town.officer_of(db, ctx, SHOPPING_CENTRE).await? else { return Ok(()) };
        let title = ("营业期间停电应急演练", "模拟市电中断，启用应急照明，广播引导顾客有序离场");
        if record == Record::WrongDay {
            self.records.wrong_day = Some(drill::record(db, &officer, self.new_drill(ctx, SHOPPING_CENTRE, title)).await?.id);
        } else if let Some(id) = self.records.wrong_day {
            drill::void(db, &officer, id, "演练日期误填为登记当日，按实际日期重新登记。").await?;
            let right = NewDrill { occurred_on: ctx.today() - Days::new(4), ..self.new_drill(ctx, SHOPPING_CENTRE, title) };
            drill::record(db, &officer, right).await?;
        }
        Ok(())
    }

    fn new_drill(&self, ctx: &Context, body: usize, (title, scenario): (&str, &str)) -> NewDrill {
        NewDrill {
            organization: self.town.bodies[body].id,
            title: title.to_owned(),
            scenario: scenario.to_owned(),
            occurred_on: ctx.today(),
            participants: 42,
            led_by: self.town.bodies[body].head(),
            review: Some("应急照明和广播启用及时，离场有序；个别摊位人员不熟悉路线，已补训。".to_owned()),
            plan: Some("现场处置方案".to_owned()),
            scope: Some(DrillScope::OnSite),
            form: Some(DrillForm::Field),
            attendees: Vec::new(),
            improvements: Vec::new(),
            photos: Vec::new(),
            documents: Vec::new(),
        }
    }

    async fn void_event(&mut self, db: &DatabaseTransaction, ctx: &Context, record: Record) -> Result<()> {
        let it = &self.town.bodies[COMMUNITY];
        let (Some(officer), Some(deputy)) = (it.officer(), it.holders(Position::Deputy).next()) else { return Ok(()) };
        let officer = acting(db, ctx, officer).await?;
        if record == Record::EventVoided {
            if let Some(twice) = self.records.twice {
                activity::void(db, &officer, twice, "与安全专干已登记的同一活动重复。").await?;
            }
            return Ok(());
        }
        if !activity::kinds(&ctx.site.rulebook, it.kind).contains(&ActivityKind::SafetyMonth) {
            return Ok(());
        }
        for (by, title) in [(&officer, "6·16安全宣传咨询日活动"), (&acting(db, ctx, deputy).await?, "安全宣传咨询日")] {
            let new = NewActivity {
                organization: it.id,
                kind: ActivityKind::SafetyMonth,
                title: title.to_owned(),
                occurred_on: ctx.today(),
                participants: 130,
                led_by: it.head(),
                summary: "在社区广场设咨询台，发放燃气和电动车充电安全手册三百余份，演示灭火器使用，现场受理隐患线索四条。".to_owned(),
                enterprises: Vec::new(),
                attendees: Vec::new(),
                expected: None,
                photos: photographs::of_event(db, by, it.id).await?,
                documents: Vec::new(),
            };
            self.records.twice = Some(activity::record(db, by, new).await?.id);
        }
        Ok(())
    }

    /// Of the heads who are said to have been there, the first was not: the record is voided, and says who was.
    async fn stand_in(&self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let recorded = row::Entity::find().filter(row::Column::State.eq(OnDutyState::Recorded)).order_by_asc(row::Column::Id).all(db).await?;
        for row in recorded {
            let Some(body) = self.town.at(row.organization_id).filter(|&at| self.town.bodies[at].active) else { continue };
            let Some(officer) = self.town.bodies[body].officer().filter(|&officer| officer != row.person_id) else { continue };
            let acting = acting(db, ctx, officer).await?;
            on_duty::void(db, &acting, row.id, "当日主要负责人外出办事，实际由安全管理人员带班。").await?;
            let note = Some("代主要负责人带班，巡查重点部位三次，无异常。".to_owned());
            let new = NewOnDuty { organization: row.organization_id, key_period: row.key_period_id, day: row.day, person: officer, note, photos: Vec::new() };
            // The officer may have entered that he was there himself.
            let said = row::Entity::find()
                .filter(row::Column::OrganizationId.eq(row.organization_id))
                .filter(row::Column::Day.eq(row.day))
                .filter(row::Column::PersonId.eq(officer))
                .filter(row::Column::State.eq(OnDutyState::Recorded));
            if said.one(db).await?.is_none() {
                on_duty::record(db, &acting, new).await?;
            }
            return Ok(());
        }
        Ok(())
    }
}
