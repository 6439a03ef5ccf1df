//! Measures against others than the foundry (其他执法措施): a warning, one that was a mistake and is withdrawn, a licence withheld, a case
//! for the police, and a village that is held to account.

use anyhow::Result;
use chrono::Days;
use redline_domain::{EnforcementBasis, EnforcementKind};
use redline_ledger::{
    Context,
    enforcement::{self, NewEnforcement},
};
use sea_orm::DatabaseTransaction;

use super::{
    agenda::{Deed, Play},
    places,
    township::{DISCIPLINE_OFFICE, ENTERPRISES},
};

const CARRIER: usize = ENTERPRISES + 12;
const TAXIS: usize = ENTERPRISES + 13;
const FIREWORKS_SHOP: usize = ENTERPRISES + places::FIREWORKS_SHOP;
const SCRAP_YARD: usize = ENTERPRISES + 50;

/// A measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sanction {
    /// A carrier is warned.
    Warned,
    /// Taxis are warned by mistake.
    Mistaken,
    /// That is withdrawn.
    Withdrawn,
    /// The licence of the fireworks shop is withheld.
    Licence,
    /// A scrap yard that stored methanol is referred to the police.
    Referred,
    /// The village of the foundry is held to account.
    HeldToAccount,
}

/// The measures, by the days since the action began (05-22 is 0).
const SANCTIONS: [(u64, Sanction); 6] = [
    (17, Sanction::Warned),        // 06-08
    (24, Sanction::Mistaken),      // 06-15
    (25, Sanction::Licence),       // 06-16
    (29, Sanction::Withdrawn),     // 06-20
    (45, Sanction::Referred),      // 07-06
    (50, Sanction::HeldToAccount), // 07-11
];

/// Plans them, each at four in the afternoon.
pub fn plan(play: &mut Play) {
    let begins_on = play.town.begins_on;
    for (days, sanction) in SANCTIONS {
        play.at(begins_on + Days::new(days), 16 * 60, Deed::Sanction(sanction));
    }
}

/// What a measure is, the law on which it rests, why it is taken, and its number.
fn terms(sanction: Sanction) -> (EnforcementKind, &'static str, &'static str, Option<&'static str>) {
    match sanction {
        Sanction::Warned | Sanction::Mistaken | Sanction::Withdrawn => {
            let reason = match sanction {
                Sanction::Warned => "五月有三辆货车多次超速，监控平台报警后未处置、未教育驾驶人。",
                _ => "车辆监控平台显示六月上旬有四辆出租汽车在镇区连续超速。",
            };
            (EnforcementKind::Warning, "《道路运输车辆动态监督管理办法》第三十六条", reason, None)
        }
        Sanction::Licence => (
            EnforcementKind::Licence,
            "《烟花爆竹安全管理条例》第四十一条",
            "超出许可证载明的限量储存烟花爆竹，且与居住场所混设，暂扣经营许可证。",
            Some("青应急扣〔2023〕1号"),
        ),
        Sanction::Referred => (
            EnforcementKind::JudicialReferral,
            "《中华人民共和国刑法》第一百三十四条之一",
            "未经许可私设储罐储存甲醇约三吨，并拆除报警设备，涉嫌危险作业罪，移送公安机关。",
            Some("青应急移〔2023〕1号"),
        ),
        Sanction::HeldToAccount => (
            EnforcementKind::Accountability,
            "《实施方案》二（二）5、四（一）",
            "对辖区铸造厂的重大隐患帮扶督促不力，隐患长期未整改，责令嘎查作出书面检查。",
            Some("青纪监〔2023〕4号"),
        ),
    }
}

impl Play {
    /// Takes it.
    pub(super) async fn sanction(&mut self, db: &DatabaseTransaction, ctx: &Context, sanction: Sanction) -> Result<()> {
        let target = match sanction {
            Sanction::Warned => CARRIER,
            Sanction::Mistaken | Sanction::Withdrawn => TAXIS,
            Sanction::Licence => FIREWORKS_SHOP,
            Sanction::Referred => SCRAP_YARD,
            Sanction::HeldToAccount => match self.town.bodies[ENTERPRISES + places::PENALISED].village {
                Some(village) => village,
                None => return Ok(()),
            },
        };
        let by = match sanction {
            Sanction::HeldToAccount => self.town.officer_of(db, ctx, DISCIPLINE_OFFICE).await?,
            _ => self.town.regulator_acting(db, ctx, target).await?,
        };
        let Some(by) = by else { return Ok(()) };
        if sanction == Sanction::Withdrawn {
            if let Some(mistaken) = self.mistaken.take() {
                enforcement::withdraw(db, &by, mistaken, "经复核，超速报警系定位漂移所致，撤销警告并致歉。").await?;
            }
            return Ok(());
        }
        let (kind, law, reason, number) = terms(sanction);
        let new = NewEnforcement {
            kind,
            organization: self.town.bodies[target].id,
            authority: None,
            hazard: None,
            apart_from_hazards: true,
            inspection: None,
            basis: if sanction == Sanction::HeldToAccount { EnforcementBasis::Other } else { EnforcementBasis::Violation },
            legal_basis: law.to_owned(),
            reason: reason.to_owned(),
            number: number.map(str::to_owned),
            amount: None,
            decided_on: ctx.today(),
            head: None,
        };
        let taken = enforcement::record(db, &by, new).await?.id;
        if sanction == Sanction::Mistaken {
            self.mistaken = Some(taken);
        }
        Ok(())
    }
}
