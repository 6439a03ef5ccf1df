//! Enforcement (执法情节): a foundry whose major hazard stays, whatever its regulator orders and fines. The regulator found it, so the
//! foundry is not exempt. No penalty closes the hazard (严禁以罚代管), and the third one makes the foundry a closure candidate.

use anyhow::Result;
use chrono::Days;
use redline_domain::{EnforcementBasis, EnforcementKind, FoundBy, HazardGrade, Sector, SupervisionLevel, criteria, enforcement::Fen};
use redline_entity::supervision;
use redline_ledger::{
    Context,
    enforcement::{self, HeadPenalty, NewEnforcement},
    hazard::{self, GradeInput, NewHazard, NewSupervision},
};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    places,
    township::{ENTERPRISES, SAFETY_OFFICE, acting},
};

const FOUNDRY: usize = ENTERPRISES + places::PENALISED;
const LAW: &str = "《中华人民共和国安全生产法》第一百零二条";

/// A part of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The regulator finds a major hazard.
    Found,
    /// It orders to correct it.
    Ordered,
    /// It fines the foundry.
    Fined,
    /// The safety office lists the hazard for supervision.
    Listed,
    /// Rectification failed: the foundry and its head are both fined.
    Paired,
    /// The safety office names the foundry in June's bulletin.
    Named,
    /// The county lists the hazard too, and the township's listing is lifted.
    Raised,
    /// It suspends production. With the third penalty the foundry is a closure candidate.
    Suspended,
    /// The safety office interviews the head.
    Interviewed,
    /// The regulator refers the foundry for closure.
    ReferredForClosure,
}

/// The acts, by the days since the action began (05-22 is 0).
const ACTS: [(u64, Act); 10] = [
    (2, Act::Found),               // 05-24
    (4, Act::Ordered),             // 05-26
    (21, Act::Fined),              // 06-12
    (24, Act::Listed),             // 06-15
    (35, Act::Paired),             // 06-26
    (44, Act::Named),              // 07-05
    (45, Act::Raised),             // 07-06
    (46, Act::Suspended),          // 07-07
    (49, Act::Interviewed),        // 07-10
    (58, Act::ReferredForClosure), // 07-19
];

/// Plans the acts, each at two in the afternoon.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, act) in ACTS {
        play.at(begins_on + Days::new(days), 14 * 60, Deed::Enforcement(act));
    }
}

impl Play {
    /// Plays an act. Nothing here is left to chance, so that the rest of the township goes its own way as before.
    pub(super) async fn enforcement(&mut self, db: &DatabaseTransaction, ctx: &Context, act: Act) -> Result<()> {
        let town = &self.town;
        let officer = match act {
            Act::Listed | Act::Named | Act::Raised | Act::Interviewed => town.bodies[SAFETY_OFFICE].officer(),
            _ => town.regulator_of(FOUNDRY).and_then(|unit| town.bodies[unit].officer()),
        };
        let (Some(officer), Some(head)) = (officer, town.bodies[FOUNDRY].head()) else { return Ok(()) };
        let by = acting(db, ctx, officer).await?;
        if act == Act::Found {
            self.penalised = Some(found(db, &by, town.bodies[FOUNDRY].id).await?);
            return Ok(());
        }
        if let (Act::Listed | Act::Raised, Some(hazard)) = (act, self.penalised) {
            return supervise(db, &by, act, hazard).await;
        }
        let new = |kind, reason: &str| NewEnforcement {
            kind,
            organization: town.bodies[FOUNDRY].id,
            authority: None,
            hazard: self.penalised,
            apart_from_hazards: false,
            inspection: None,
            basis: EnforcementBasis::Violation,
            legal_basis: LAW.to_owned(),
            reason: reason.to_owned(),
            number: None,
            amount: None,
            decided_on: ctx.today(),
            head: None,
        };
        let yuan = |yuan: i64| Some(Fen(yuan * 100));
        let new = match act {
            Act::Found | Act::Listed | Act::Raised => return Ok(()),
            Act::Ordered => new(EnforcementKind::CorrectionOrder, "熔炼车间重大隐患未整改，责令15日内改正。"),
            Act::Fined => NewEnforcement {
                number: Some("青应急罚〔2023〕3号".to_owned()),
                amount: yuan(20_000),
                ..new(EnforcementKind::Fine, "责令限期改正后仍未制定治理方案，未采取措施消除隐患。")
            },
            Act::Paired => NewEnforcement {
                basis: EnforcementBasis::RectificationFailed,
                number: Some("青应急罚〔2023〕5号".to_owned()),
                amount: yuan(50_000),
                head: Some(HeadPenalty {
                    person: Some(head), amount: yuan(20_000), number: Some("青应急罚〔2023〕6号".to_owned()), ..HeadPenalty::default()
                }),
                ..new(EnforcementKind::Fine, "排查整治不力，重大隐患依然存在，对企业和主要负责人一案双罚。")
            },
            Act::Suspended => NewEnforcement {
                number: Some("青应急罚〔2023〕9号".to_owned()),
                ..new(EnforcementKind::Suspension, "拒不整改，责令熔炼车间停产停业整顿。")
            },
            Act::Interviewed => NewEnforcement {
                basis: EnforcementBasis::Other,
                legal_basis: "《实施方案》二（二）5、四（一）".to_owned(),
                ..new(EnforcementKind::Interview, "多次受到处罚，重大隐患长期未整改，约谈主要负责人。")
            },
            Act::Named => NewEnforcement {
                basis: EnforcementBasis::Other,
                legal_basis: "《实施方案》二（三）5、四（三）".to_owned(),
                number: Some("镇安委办通报〔2023〕1号".to_owned()),
                ..new(EnforcementKind::BulletinNaming, "重大隐患经责令改正、两次处罚仍未整改，在六月份通报中点名。")
            },
            Act::ReferredForClosure => NewEnforcement {
                legal_basis: "《中华人民共和国安全生产法》第一百一十三条第一项".to_owned(),
                number: Some("青应急提〔2023〕1号".to_owned()),
                ..new(EnforcementKind::ClosureReferral, "180日内三次受到行政处罚，重大隐患依然存在，提请旗人民政府予以关闭。")
            },
        };
        enforcement::record(db, &by, new).await?;
        Ok(())
    }
}

/// The safety office lists the hazard; once the county does so too, the township's listing is lifted.
async fn supervise(db: &DatabaseTransaction, by: &Context, act: Act, id: Uuid) -> Result<()> {
    let (level, body, number) = match act {
        Act::Raised => (SupervisionLevel::County, format!("{}安委办", places::COUNTY.1), "塔安办督〔2023〕7号"),
        _ => (SupervisionLevel::Town, format!("{}安委办", places::TOWN.1), "青安办督〔2023〕2号"),
    };
    let new = NewSupervision {
        level,
        body,
        number: number.to_owned(),
        deadline: by.today() + Days::new(30),
        requirements: "立即停用熔炼设备，制定治理方案，验收合格前不得恢复生产。".to_owned(),
        documents: Vec::new(),
    };
    let listed = hazard::list_for_supervision(db, by, id, new).await?;
    let earlier = supervision::Entity::find().filter(supervision::Column::HazardId.eq(id)).filter(supervision::Column::Id.ne(listed.id));
    for earlier in earlier.filter(supervision::Column::LiftedOn.is_null()).order_by_asc(supervision::Column::Id).all(db).await? {
        hazard::lift_supervision(db, by, earlier.id, "旗安委办已提级挂牌督办，镇级督办并入，不再重复督办。").await?;
    }
    Ok(())
}

/// The regulator finds the hazard and grades it: by a criterion of its trade that is in force, or with the reason.
async fn found(db: &DatabaseTransaction, by: &Context, organization: Uuid) -> Result<Uuid> {
    let today = by.today();
    let fits = |criterion: &&redline_domain::Criterion| {
        criterion.sector == Some(Sector::IndustryAndTrade) && criterion.sector_name == "机械" && criterion.is_effective_on(today)
    };
    let criterion = criteria::catalogue().iter().find(fits);
    let description = criterion.map_or("铸造熔炼炉炉底存在积水，遇高温熔融金属有爆炸危险。".to_owned(), |criterion| {
        format!("{}。", criterion.text.trim_end_matches(['；', '。', ';']))
    });
    let new = NewHazard {
        organization,
        description,
        location: Some("熔炼车间".to_owned()),
        sector: Some(Sector::IndustryAndTrade),
        found_by: FoundBy::Inspection,
        found_on: today,
        finding: None,
    };
    let id = hazard::report(db, by, new).await?.id;
    let reason = if criterion.is_some() { String::new() } else { "可能造成群死群伤，按重大事故隐患管理。".to_owned() };
    let input = GradeInput { grade: HazardGrade::Major, criterion: criterion.map(redline_domain::Criterion::code), reason, no_criterion_found: false };
    hazard::grade(db, by, id, input).await?;
    Ok(id)
}
