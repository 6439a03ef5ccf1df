//! Inspections and reports that are put right (更正与审核): drafts that change, what is signed and wrong, what was entered twice, and
//! the tables that a head reviews.

use anyhow::Result;
use chrono::Days;
use redline_domain::{InspectionKind, InspectionMode, Position, RecordState, ReportKind};
use redline_entity::report as row;
use redline_ledger::{
    Context,
    inspection::{self, Amendment, NewFinding, NewInspection},
    report::{self, Correction, NewReport},
    signature::Confirmed,
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    people::contacts,
    photographs,
    township::{ENTERPRISES, UNITS, VILLAGES, acting},
};

/// The enterprise whose inspection is amended, the regulator's; the village's hotel; and who is taken for another.
const MILL: usize = ENTERPRISES + 46;
const HOTEL: usize = ENTERPRISES + 28;
const MIXED_UP: usize = ENTERPRISES + 42;

/// Something that is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amends {
    /// The contacts of a village have a wrong number.
    WrongNumber,
    /// The head of a body reviews its weekly table.
    TableReviewed(usize),
    /// The village inspects the hotel, and gets the day wrong.
    WrongDay,
    /// It corrects that.
    DayCorrected,
    /// The regulator sends its table a second time, and voids it.
    TableTwice,
    /// The regulator drafts an inspection.
    Drafted,
    /// It changes the draft, and signs it.
    Amended,
    /// The village drafts an inspection of the wrong shop.
    WrongShop,
    /// It voids the draft.
    ShopVoided,
}

/// The inspections that are come back to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Amended {
    wrong_day: Option<Uuid>,
    draft: Option<Uuid>,
    wrong_shop: Option<Uuid>,
}

/// What is put right when, by the days since the action began (05-22 is 0).
const AMENDS: [(u64, Amends); 12] = [
    (7, Amends::TableReviewed(VILLAGES)),  // 05-29
    (10, Amends::WrongNumber),             // 06-01
    (14, Amends::TableReviewed(VILLAGES)), // 06-05
    (14, Amends::TableReviewed(UNITS)),    // 06-05
    (17, Amends::WrongDay),                // 06-08
    (18, Amends::DayCorrected),            // 06-09
    (21, Amends::TableTwice),              // 06-12
    (24, Amends::Drafted),                 // 06-15
    (25, Amends::Amended),                 // 06-16
    (29, Amends::WrongShop),               // 06-20
    (30, Amends::ShopVoided),              // 06-21
    (49, Amends::TableReviewed(VILLAGES)), // 07-10
];

/// Plans it, each at half past four.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, amends) in AMENDS {
        play.at(begins_on + Days::new(days), 16 * 60 + 30, Deed::Amends(amends));
    }
}

impl Play {
    /// Puts it right.
    pub(super) async fn amend(&mut self, db: &DatabaseTransaction, ctx: &Context, amends: Amends) -> Result<()> {
        match amends {
            Amends::WrongNumber => self.correct_contacts(db, ctx).await,
            Amends::TableReviewed(body) => self.review_table(db, ctx, body).await,
            Amends::TableTwice => self.table_twice(db, ctx).await,
            Amends::WrongDay | Amends::DayCorrected | Amends::WrongShop | Amends::ShopVoided => self.amend_of_village(db, ctx, amends).await,
            Amends::Drafted | Amends::Amended => self.amend_of_regulator(db, ctx, amends).await,
        }
    }

    /// The oldest report of a kind that a body has and that still counts.
    async fn report_of(&self, db: &DatabaseTransaction, body: usize, kind: ReportKind) -> Result<Option<row::Model>> {
        let rows = row::Entity::find()
            .filter(row::Column::OrganizationId.eq(self.town.bodies[body].id))
            .filter(row::Column::Kind.eq(kind))
            .filter(row::Column::State.eq(RecordState::Signed))
            .filter(row::Column::ReviewedById.is_null());
        Ok(rows.order_by_asc(row::Column::Id).one(db).await?)
    }

    async fn correct_contacts(&self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let (Some(old), Some(officer)) = (self.report_of(db, VILLAGES, ReportKind::Contacts).await?, self.town.officer_of(db, ctx, VILLAGES).await?) else {
            return Ok(());
        };
        let mut contacts = contacts(&self.town.bodies[VILLAGES], VILLAGES);
        contacts.contact_mobile = "13900000188".to_owned();
        let new = Correction { content: old.content, contacts: Some(contacts), none_found: None, coordination: None, documents: None };
        report::correct(db, &officer, old.id, new, "联系人手机号码误填，来电无法接通。", &Confirmed::by_program(&officer)).await?;
        Ok(())
    }

    async fn review_table(&self, db: &DatabaseTransaction, ctx: &Context, body: usize) -> Result<()> {
        let (Some(table), Some(head)) = (self.report_of(db, body, ReportKind::ProgressTable).await?, self.town.bodies[body].head()) else { return Ok(()) };
        let head = acting(db, ctx, head).await?;
        // Who sent it does not review it.
        if table.recorded_by != head.actor.person {
            report::review(db, &head, table.id, &Confirmed::by_program(&head)).await?;
        }
        Ok(())
    }

    async fn table_twice(&self, db: &DatabaseTransaction, ctx: &Context) -> Result<()> {
        let unit = &self.town.bodies[UNITS];
        let (Some(deputy), Some(officer)) = (unit.holders(Position::Deputy).next(), unit.officer()) else { return Ok(()) };
        if !report::kinds(&ctx.site.rulebook, unit.kind).contains(&ReportKind::ProgressTable) {
            return Ok(());
        }
        let deputy = acting(db, ctx, deputy).await?;
        let new = NewReport::new(unit.id, ReportKind::ProgressTable, ctx.today() - Days::new(3), "上周进展，无需协调事项。");
        let twice = report::submit(db, &deputy, new, &Confirmed::by_program(&deputy)).await?;
        report::void(db, &acting(db, ctx, officer).await?, twice.id, "与安全专干已报送的同一期进展表重复。").await?;
        Ok(())
    }

    async fn amend_of_village(&mut self, db: &DatabaseTransaction, ctx: &Context, amends: Amends) -> Result<()> {
        let Some(officer) = self.town.officer_of(db, ctx, VILLAGES).await? else { return Ok(()) };
        match amends {
            Amends::WrongDay => {
                let summary = "检查了厨房燃气、客房疏散通道和消防控制室，值班人员持证在岗，未发现问题。";
                let new = self.draft(db, ctx, &officer, (VILLAGES, HOTEL), summary).await?;
                inspection::sign(db, &officer, new, &Confirmed::by_program(&officer)).await?;
                self.amended.wrong_day = Some(new);
            }
            Amends::DayCorrected => {
                if let Some(old) = self.amended.wrong_day {
                    let right = Amendment { occurred_on: Some(ctx.today() - Days::new(2)), ..Amendment::default() };
                    let new = inspection::correct(db, &officer, old, right, "检查实际在登记的前一日进行，日期误填为登记当日。").await?;
                    inspection::sign(db, &officer, new.id, &Confirmed::by_program(&officer)).await?;
                }
            }
            Amends::WrongShop => self.amended.wrong_shop = Some(self.draft(db, ctx, &officer, (VILLAGES, MIXED_UP), "检查了店内灭火器和用电线路。").await?),
            _ => {
                if let Some(wrong) = self.amended.wrong_shop {
                    inspection::void(db, &officer, wrong, "误登记到另一家商户，已重新登记。").await?;
                }
            }
        }
        Ok(())
    }

    async fn amend_of_regulator(&mut self, db: &DatabaseTransaction, ctx: &Context, amends: Amends) -> Result<()> {
        let Some(officer) = self.town.officer_of(db, ctx, UNITS).await? else { return Ok(()) };
        if amends == Amends::Drafted {
            let summary = "检查了除尘系统、清灰记录和防爆电气，发现一处问题。";
            self.amended.draft = Some(self.draft(db, ctx, &officer, (UNITS, MILL), summary).await?);
        } else if let Some(draft) = self.amended.draft {
            let change = Amendment {
                summary: Some("检查了除尘系统、清灰记录和防爆电气。企业次日补交六月清灰记录原件，经核实属实，撤回所提问题。".to_owned()),
                findings: Some(Vec::new()),
                ..Amendment::default()
            };
            inspection::amend(db, &officer, draft, change).await?;
            inspection::sign(db, &officer, draft, &Confirmed::by_program(&officer)).await?;
        }
        Ok(())
    }

    /// A spot check as a draft, with a picture; the regulator's with something that is wrong.
    async fn draft(&self, db: &DatabaseTransaction, ctx: &Context, officer: &Context, (by, of): (usize, usize), summary: &str) -> Result<Uuid> {
        let organization = self.town.bodies[of].id;
        let finding = NewFinding { description: "未见六月份除尘系统清灰记录".to_owned(), location: Some("制粉车间".to_owned()) };
        let new = NewInspection {
            organization,
            inspector: self.town.bodies[by].id,
            kind: InspectionKind::SpotCheck,
            leader: officer.actor.person.unwrap_or_default(),
            occurred_on: ctx.today(),
            modes: vec![InspectionMode::Open],
            scopes: Vec::new(),
            summary: summary.to_owned(),
            findings: if by == UNITS { vec![finding] } else { Vec::new() },
            alert: None,
            contracts: Vec::new(),
            photos: photographs::of_faults(db, officer, organization, 1).await?,
            members: Vec::new(),
        };
        Ok(inspection::record(db, officer, new).await?.id)
    }
}
