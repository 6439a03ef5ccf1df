//! Contracts, certificates and hot-work permits of the township (外包外租合同、特种作业证、动火作业票).

use anyhow::{Context as _, Result};
use chrono::{Days, Duration, Months, NaiveDate};
use rand::RngExt as _;
use redline_domain::{CertificateKind, CertificateState, ContractKind, PermitLevel, Position, Sector, Trait, Workdays as _};
use redline_entity::{certificate as certificates, contract as contracts};
use redline_ledger::{
    Context,
    certificate::{self, NewCertificate, Term},
    contract::{self, Amendment, NewContract, Terms},
    permit::{self, NewPermit},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    agenda::{Deed, Play},
    manner::{Manner, rng},
    places,
    township::{Body, ENTERPRISES, Town, acting},
};

/// Something to be done about certificates and permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// An enterprise records the renewed certificate of its welder.
    Renew { body: usize },
    /// An enterprise applies for a permit. What becomes of it, `then` says.
    Apply { body: usize, then: Then },
    /// An officer decides on it.
    Decide { body: usize, permit: Uuid, then: Then },
    /// The guardian closes it.
    Close { body: usize, permit: Uuid },
    /// A hotel and its tenant agree on a last day.
    Amend,
    /// A dairy and its contractor are done with each other.
    End,
    /// A gas station finds out that a certificate is none.
    Revoke,
}

/// What becomes of a permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It is approved, and closed after the work.
    Approved,
    /// It is refused.
    Refused,
    /// The weather turns, and who applied cancels it.
    Cancelled,
    /// Nobody has decided on it yet.
    Left,
}

/// Who applies for a permit, by the days since the action began (05-22 is 0).
const PERMITS: [(u64, usize, Then); 7] = [
    (7, 8, Then::Approved),                        // 05-29, the carrier
    (17, places::CHEMICAL_PLANT, Then::Approved),  // 06-08
    (23, 23, Then::Refused),                       // 06-14, the soda mine
    (30, places::CHEMICAL_PLANT, Then::Cancelled), // 06-21
    (36, 47, Then::Approved),                      // 06-27, the metal works
    (43, 45, Then::Approved),                      // 07-04, the cashmere mill
    (50, places::CHEMICAL_PLANT, Then::Left),      // 07-11
];

/// What becomes of a contract or a certificate, by the days since the action began.
const CHANGES: [(u64, Job); 3] = [
    (18, Job::Amend),  // 06-09
    (37, Job::End),    // 06-28
    (39, Job::Revoke), // 06-30
];
const HOTEL: usize = ENTERPRISES + 28;
const DAIRY: usize = ENTERPRISES + 44;
const GAS_STATION: usize = ENTERPRISES + 41;

/// How long after the action's first day the welders' certificates are valid, in days: many far beyond it, some not.
const VALID: [u64; 9] = [700, 37, 400, 9, 1200, 58, 90, 900, 24];

/// Records contracts and certificates on the eve of the action, and plans what is done about them.
pub async fn begin(db: &impl ConnectionTrait, ctx: &Context, play: &mut Play) -> Result<()> {
    record(db, ctx, &play.town, play.seed).await?;
    let begins_on = play.town.begins_on;
    let workdays = &ctx.site.workdays;
    for (nth, body) in with(&play.town, Trait::HotWork).into_iter().enumerate() {
        let last = begins_on + Days::new(VALID[nth % VALID.len()]);
        // Who is diligent renews in time, who is late after it has expired, who is negligent never.
        let day = match play.manner(body) {
            Manner::Diligent => workdays.on_or_before(last - Days::new(5)),
            Manner::Late => workdays.on_or_after(last + Days::new(6)),
            Manner::Negligent => continue,
        };
        play.on(day.max(begins_on), Deed::Work(Job::Renew { body }));
    }
    for (days, at, then) in PERMITS {
        play.at(begins_on + Days::new(days), 9 * 60 + 20, Deed::Work(Job::Apply { body: ENTERPRISES + at, then }));
    }
    for (days, job) in CHANGES {
        play.at(begins_on + Days::new(days), 10 * 60 + 20, Deed::Work(job));
    }
    Ok(())
}

/// The enterprises with a trait, by their places.
fn with(town: &Town, wanted: Trait) -> Vec<usize> {
    (ENTERPRISES..town.bodies.len()).filter(|&at| town.bodies[at].traits.contains(&wanted)).collect()
}

async fn record(db: &impl ConnectionTrait, ctx: &Context, town: &Town, seed: u64) -> Result<()> {
    for at in with(town, Trait::Contractors) {
        let mut rng = rng(seed, at, 5);
        for nth in 0..rng.random_range(1..=2) {
            let new = contract_of(&town.bodies[at], town.begins_on, nth);
            contract::record(db, ctx, new).await.with_context(|| town.bodies[at].name.clone())?;
        }
    }
    for (nth, at) in with(town, Trait::HotWork).into_iter().enumerate() {
        let last = town.begins_on + Days::new(VALID[nth % VALID.len()]);
        certify(db, ctx, &town.bodies[at], CertificateKind::Welding, 0, last).await?;
    }
    for (nth, at) in with(town, Trait::SpecialPosts).into_iter().enumerate() {
        let last = town.begins_on + Days::new(180 + VALID[nth % VALID.len()]);
        certify(db, ctx, &town.bodies[at], CertificateKind::Electrician, 1, last).await?;
    }
    Ok(())
}

fn contract_of(body: &Body, begins_on: NaiveDate, nth: usize) -> NewContract {
    let let_out = body.sectors.iter().any(|sector| matches!(sector, Sector::SelfBuiltHousing | Sector::FireSafety));
    let (kind, party, work) = match (let_out, nth) {
        (true, 0) => (ContractKind::Tenant, "便民超市", "一层沿街商铺出租"),
        (true, _) => (ContractKind::Tenant, "老马餐馆", "一层东侧餐饮用房出租"),
        (false, 0) => (ContractKind::Contractor, "平安检修队", "设备检修和管线防腐"),
        (false, _) => (ContractKind::Contractor, "顺利保洁服务部", "厂区清洁和装卸"),
    };
    let qualification = (kind == ContractKind::Contractor).then(|| "施工劳务资质（编号见合同附件）".to_owned());
    let terms = Terms {
        party_name: party.to_owned(),
        party_credit_code: None,
        work: work.to_owned(),
        qualification_until: qualification.is_some().then(|| begins_on + Months::new(20)),
        qualification,
        safety_agreement_on: Some(begins_on - Months::new(4)),
        duties: Some("承包承租方负责本方人员教育和现场防护，本单位负责统一协调、安全交底和定期检查。".to_owned()),
        since: begins_on - Months::new(4),
        until: None,
    };
    NewContract { organization: body.id, kind, terms, documents: Vec::new() }
}

/// The certificate of one of the staff.
async fn certify(db: &impl ConnectionTrait, ctx: &Context, body: &Body, kind: CertificateKind, staff: usize, last: NaiveDate) -> Result<()> {
    let Some(holder) = body.holders(Position::Staff).nth(staff) else { return Ok(()) };
    let new = NewCertificate {
        organization: body.id,
        contract: None,
        person: Some(holder),
        holder_name: None,
        kind,
        kind_text: None,
        number: format!("T15062619{}{:03}", if staff == 0 { "880315" } else { "910722" }, body.slug.trim_start_matches('e').parse::<u32>().unwrap_or(0)),
        term: Term { issued_on: (last - Months::new(72)).min(ctx.today()), expires_on: last, review_due_on: None },
        photos: Vec::new(),
    };
    certificate::record(db, ctx, new).await.with_context(|| body.name.clone())?;
    Ok(())
}

/// The contracts of an enterprise that a check of contractors names: those in force.
pub async fn contracts_in_force(db: &impl ConnectionTrait, ctx: &Context, organization: Uuid) -> Result<Vec<Uuid>> {
    let rows = contracts::Entity::find().filter(contracts::Column::OrganizationId.eq(organization)).filter(contracts::in_force(ctx.today()));
    Ok(rows.order_by_asc(contracts::Column::Id).all(db).await?.into_iter().map(|row| row.id).collect())
}

/// The welder's certificate that stands.
async fn welders(db: &impl ConnectionTrait, organization: Uuid) -> Result<Option<certificates::Model>> {
    standing(db, organization, CertificateKind::Welding).await
}

/// The first certificate of a kind that stands.
async fn standing(db: &impl ConnectionTrait, organization: Uuid, kind: CertificateKind) -> Result<Option<certificates::Model>> {
    let rows = certificates::Entity::find()
        .filter(certificates::Column::OrganizationId.eq(organization))
        .filter(certificates::Column::Kind.eq(kind))
        .filter(certificates::Column::State.eq(CertificateState::Valid))
        .filter(certificates::Column::ReplacedBy.is_null());
    Ok(rows.order_by_asc(certificates::Column::Id).one(db).await?)
}

impl Play {
    /// Does a job about certificates and permits.
    pub(super) async fn work(&mut self, db: &DatabaseTransaction, ctx: &Context, job: Job) -> Result<()> {
        match job {
            Job::Renew { body } => self.renew(db, ctx, body).await,
            Job::Apply { body, then } => self.apply(db, ctx, body, then).await,
            Job::Decide { body, permit, then } => self.decide(db, ctx, body, permit, then).await,
            Job::Close { body, permit } => match self.town.bodies[body].holders(Position::Staff).nth(1) {
                Some(guardian) => {
                    let guardian = acting(db, ctx, guardian).await?;
                    permit::close(db, &guardian, permit, "作业完毕，清理并留守半小时，现场无余火。", &[]).await?;
                    Ok(())
                }
                None => Ok(()),
            },
            Job::Amend | Job::End | Job::Revoke => self.change(db, ctx, job).await,
        }
    }

    async fn change(&self, db: &DatabaseTransaction, ctx: &Context, job: Job) -> Result<()> {
        let body = match job {
            Job::Amend => HOTEL,
            Job::End => DAIRY,
            _ => GAS_STATION,
        };
        let Some(officer) = self.town.officer_of(db, ctx, body).await? else { return Ok(()) };
        let organization = self.town.bodies[body].id;
        if job == Job::Revoke {
            if let Some(certificate) = standing(db, organization, CertificateKind::Electrician).await? {
                certificate::revoke(db, &officer, certificate.id, "经全国特种作业证查询平台核对，查无此证；当事人已停止电工作业，重新参加培训考核。").await?;
            }
            return Ok(());
        }
        let Some(&contract) = contracts_in_force(db, ctx, organization).await?.first() else { return Ok(()) };
        if job == Job::End {
            contract::end(db, &officer, contract, ctx.today(), "检修任务完成，双方结算后解除合同。").await?;
        } else {
            let last = ctx.today() + Months::new(18);
            let duties = "承租方每日营业前后检查用火用电并签字，出租方每月检查一次，疏散通道由双方共同保持畅通。".to_owned();
            contract::amend(db, &officer, contract, Amendment { duties: Some(duties), until: Some(Some(last)), ..Amendment::default() }).await?;
        }
        Ok(())
    }

    async fn renew(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize) -> Result<()> {
        let it = &self.town.bodies[body];
        let (Some(officer), Some(old)) = (it.officer(), welders(db, it.id).await?) else { return Ok(()) };
        let today = ctx.today();
        let term = Term { issued_on: today, expires_on: today + Months::new(72), review_due_on: Some(today + Months::new(36)) };
        certificate::renew(db, &acting(db, ctx, officer).await?, old.id, None, term, &[]).await?;
        Ok(())
    }

    async fn apply(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, then: Then) -> Result<()> {
        let it = &self.town.bodies[body];
        // The second of the staff applies, watches and checks; the first welds.
        let (Some(second), Some(certificate)) = (it.holders(Position::Staff).nth(1), welders(db, it.id).await?) else { return Ok(()) };
        if certificate.last_valid_on < ctx.today() {
            return Ok(());
        }
        let second_ctx = acting(db, ctx, second).await?;
        let new = NewPermit {
            organization: it.id,
            level: if it.sectors.contains(&Sector::HazardousChemicals) { PermitLevel::First } else { PermitLevel::Second },
            place: "检修车间北侧".to_owned(),
            work: "更换管道支架，电焊作业".to_owned(),
            from: ctx.now + Duration::minutes(60),
            until: ctx.now + Duration::minutes(300),
            operator_certificate: certificate.id,
            guardian: Some(second),
            guardian_name: None,
            photos: Vec::new(),
        };
        let permit = permit::apply(db, &second_ctx, new).await?.id;
        if then == Then::Left {
            return Ok(());
        }
        if then == Then::Cancelled {
            permit::cancel(db, &second_ctx, permit, "气象台发布大风蓝色预警，停止露天动火，作业改期。").await?;
            return Ok(());
        }
        permit::check_equipment(db, &second_ctx, permit, "焊机接地和气管完好，灭火器两具到位，周围可燃物已清理。", &[]).await?;
        self.at(ctx.today(), 10 * 60, Deed::Work(Job::Decide { body, permit, then }));
        Ok(())
    }

    async fn decide(&mut self, db: &DatabaseTransaction, ctx: &Context, body: usize, permit: Uuid, then: Then) -> Result<()> {
        let Some(officer) = self.town.bodies[body].officer() else { return Ok(()) };
        let officer = acting(db, ctx, officer).await?;
        if then == Then::Refused {
            permit::refuse(db, &officer, permit, "作业点下方皮带廊未清理隔离，清理并经检测合格后重新申请。").await?;
            return Ok(());
        }
        permit::approve(db, &officer, permit).await?;
        self.at(ctx.today(), 15 * 60, Deed::Work(Job::Close { body, permit }));
        Ok(())
    }
}
