//! Two weeks of a small township, whose figures can be counted by hand.

use redline_domain::{
    ActivityKind, EnforcementBasis, EnforcementKind, InspectionKind, InspectionMode, InspectionScope, Period, SupervisionLevel,
    enforcement::Fen,
    figures::{Bulletin, Progress},
    tip::proves,
};
use redline_entity::finding;
use redline_ledger::{
    activity::{self, NewActivity},
    drill::{self, NewDrill},
    enforcement::{self, HeadPenalty, NewEnforcement},
    figures::{self, View},
    hazard::{self, NewSupervision},
    inspection::{NewFinding, NewInspection},
    tip::{self, NewTip},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    common::{Body, Township, day, telling},
    hazards::{self, close, general, major, planned_major},
};

async fn inspected(town: &Township, by: Body, leader: Uuid, kind: InspectionKind, of: Body, on: &str, change: impl FnOnce(&mut NewInspection)) -> Uuid {
    let mut new = NewInspection { inspector: by.id, ..telling::inspected(of.id, leader, kind, on) };
    change(&mut new);
    telling::signed(town, &town.person(by.head, on).await, new).await
}

async fn held(town: &Township, by: Body, kind: ActivityKind, on: &str, participants: u32) {
    let ctx = town.person(by.officer, on).await;
    let new = NewActivity {
        organization: by.id,
        kind,
        title: "活动".to_owned(),
        occurred_on: day(on),
        participants,
        led_by: Some(by.head),
        summary: "按方案开展。".to_owned(),
        enterprises: Vec::new(),
        attendees: vec![redline_ledger::attendance::Attendee { person: Some(by.officer), ..Default::default() }],
        expected: None,
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| activity::record(tx, &ctx, new).await).await.expect("recorded");
}

async fn punished(town: &Township, new: NewEnforcement, on: &str) {
    let ctx = town.person(town.regulator.head, on).await;
    town.change(async |tx| enforcement::record(tx, &ctx, new).await).await.expect("recorded");
}

fn measure(town: &Township, kind: EnforcementKind, on: &str) -> NewEnforcement {
    NewEnforcement {
        kind,
        organization: town.plant.id,
        authority: None,
        hazard: None,
        apart_from_hazards: true,
        inspection: None,
        basis: EnforcementBasis::Violation,
        legal_basis: "《安全生产法》第九十七条".to_owned(),
        reason: "未如实记录教育培训".to_owned(),
        number: None,
        amount: None,
        decided_on: day(on),
        head: None,
    }
}

/// Two weeks of the action. Sunday is 06-04 and 06-11, Monday 06-05 and 06-12.
pub async fn campaign() -> (Township, Uuid) {
    use InspectionKind as Kind;
    let town = Township::new().await;
    let (village, plant, trader, regulator) = (town.village, town.plant, town.trader, town.regulator);
    held(&town, village, ActivityKind::MobilisationMeeting, "2023-05-25", 20).await;
    // The week of 05-29, on its last day.
    inspected(&town, village, village.head, Kind::SpotCheck, plant, "2023-06-04", |_| {}).await;
    inspected(&town, plant, plant.officer, Kind::SelfCheck, plant, "2023-06-04", |new| new.scopes = vec![InspectionScope::WeldingEquipment]).await;
    let officer = town.person(trader.officer, "2023-06-04").await;
    town.change(async |tx| {
        let id = hazard::report(tx, &officer, hazards::found(trader.id, "2023-06-04")).await?.id;
        hazard::grade(tx, &officer, id, general()).await
    })
    .await
    .expect("graded");
    // The week of 06-05.
    inspected(&town, village, village.deputy, Kind::Assistance, trader, "2023-06-05", |_| {}).await;
    let own = planned_major(&town, "2023-06-30").await;
    inspected(&town, plant, plant.head, Kind::HeadLed, plant, "2023-06-05", |_| {}).await;
    inspected(&town, plant, plant.deputy, Kind::HeadLed, plant, "2023-06-06", |_| {}).await;
    let officer = town.person(plant.officer, "2023-06-06").await;
    town.change(async |tx| hazard::tell_regulator(tx, &officer, own, None).await).await.expect("told");
    telling::draft(&town, &town.person(trader.head, "2023-06-06").await, telling::inspected(trader.id, trader.head, Kind::SelfCheck, "2023-06-06")).await;
    let new = NewDrill {
        organization: plant.id,
        title: "泄漏处置演练".to_owned(),
        scenario: "储罐区法兰泄漏".to_owned(),
        occurred_on: day("2023-06-06"),
        participants: 30,
        led_by: None,
        review: Some("疏散用时 6 分钟。".to_owned()),
        plan: None,
        scope: None,
        form: None,
        attendees: Vec::new(),
        improvements: Vec::new(),
        photos: Vec::new(),
        documents: Vec::new(),
    };
    town.change(async |tx| drill::record(tx, &officer, new).await).await.expect("drilled");
    held(&town, plant, ActivityKind::WarningEducation, "2023-06-07", 40).await;
    held(&town, trader, ActivityKind::WarningEducation, "2023-06-08", 9).await;
    held(&town, regulator, ActivityKind::Training, "2023-06-06", 12).await;
    let found = vec![NewFinding { description: "紧急切断阀失效".to_owned(), location: None }];
    let check = inspected(&town, regulator, regulator.head, Kind::SpotCheck, plant, "2023-06-07", |new| {
        new.modes = vec![InspectionMode::FourNoTwoDirect];
        new.findings = found;
    })
    .await;
    inspected(&town, regulator, regulator.head, Kind::Enforcement, plant, "2023-06-07", |_| {}).await;
    inspected(&town, regulator, regulator.deputy, Kind::Assistance, plant, "2023-06-08", |_| {}).await;
    let finding = finding::Entity::find().filter(finding::Column::InspectionId.eq(check)).one(town.db.read()).await.expect("asked").expect("a finding");
    let unit = town.person(regulator.head, "2023-06-07").await;
    town.change(async |tx| hazard::grade(tx, &unit, finding.hazard_id.expect("a hazard"), major()).await).await.expect("graded");
    punished(&town, measure(&town, EnforcementKind::Warning, "2023-06-09"), "2023-06-09").await;
    let fine = NewEnforcement {
        basis: EnforcementBasis::Accident,
        amount: Some(Fen(2_004_900)),
        number: Some("乌应急罚〔2023〕1号".to_owned()),
        head: Some(HeadPenalty { person: Some(plant.head), kind: Some(EnforcementKind::Fine), amount: Some(Fen(500_000)), ..HeadPenalty::default() }),
        ..measure(&town, EnforcementKind::Fine, "2023-06-10")
    };
    punished(&town, fine, "2023-06-10").await;
    // The week of 06-12, on its first day.
    close(&town, own, "2023-06-12").await;
    joint(&town).await;
    overdue(&town, finding.hazard_id.expect("a hazard")).await;
    measures(&town).await;
    reported(&town, Some(plant.id)).await;
    reported(&town, None).await;
    (town, own)
}

/// A joint inspection by a team of three.
async fn joint(town: &Township) {
    let unit = town.regulator;
    inspected(town, unit, unit.head, InspectionKind::SpotCheck, town.plant, "2023-06-13", |new| {
        new.modes = vec![InspectionMode::Joint];
        new.members = vec![unit.officer, unit.staff];
    })
    .await;
}

/// What the inspection found is planned, listed for supervision and extended, and not rectified.
async fn overdue(town: &Township, id: Uuid) {
    let officer = town.person(town.plant.officer, "2023-06-13").await;
    town.change(async |tx| hazard::submit_plan(tx, &officer, id, hazards::plan("2023-06-20")).await).await.expect("planned");
    let office = town.person(town.safety_office.officer, "2023-06-13").await;
    let listing = NewSupervision {
        level: SupervisionLevel::Town,
        body: "乌审召镇安委办".to_owned(),
        number: "乌召安督〔2023〕1号".to_owned(),
        deadline: day("2023-06-20"),
        requirements: "停用储罐区".to_owned(),
        documents: Vec::new(),
    };
    town.change(async |tx| hazard::list_for_supervision(tx, &office, id, listing).await).await.expect("listed");
    let office = town.person(town.safety_office.officer, "2023-06-14").await;
    town.change(async |tx| hazard::grant_extension(tx, &office, id, day("2023-06-28"), "设备未到货").await).await.expect("extended");
}

/// One measure of each kind that was not taken before, by whom it is for.
async fn measures(town: &Township) {
    use EnforcementKind as Kind;
    for (kind, by) in [
        (Kind::CorrectionOrder, town.regulator),
        (Kind::Licence, town.regulator),
        (Kind::ClosureReferral, town.regulator),
        (Kind::JudicialReferral, town.regulator),
        (Kind::Interview, town.regulator),
        (Kind::BulletinNaming, town.regulator),
        (Kind::Interview, town.safety_office),
        (Kind::Accountability, town.discipline_office),
        (Kind::Accountability, town.discipline_office),
    ] {
        let ctx = town.person(by.head, "2023-06-15").await;
        town.change(async |tx| enforcement::record(tx, &ctx, measure(town, kind, "2023-06-15")).await).await.expect("recorded");
    }
}

/// A report by the public on 2023-06-13.
async fn reported(town: &Township, organization: Option<Uuid>) {
    let ctx = town.nobody("2023-06-13");
    let asked = tip::challenge(&town.db, &ctx).await.expect("a challenge");
    let nonce = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| proves(&asked.challenge, nonce, asked.difficulty)).expect("a nonce");
    let text = "夜里排放有毒气体。".to_owned();
    let new = NewTip { challenge: asked.challenge, nonce, organization, place: Some("北门".to_owned()), text, ..NewTip::default() };
    town.change(async |tx| tip::submit(tx, &ctx, None, new).await).await.expect("submitted");
}

/// The row of an organ in annex 1 or 2 for the week that has a day, asked for on 06-20.
pub async fn table(town: &Township, organ: Uuid, on: &str) -> Progress {
    let ctx = town.operator("2023-06-20");
    let span = figures::span(&ctx, Period::Week, day(on)).expect("a week");
    figures::progress_table(town.db.read(), &ctx, organ, span).await.expect("a table")
}

/// The bulletin of the month that has a day, as the safety office sees it on another.
pub async fn bulletin(town: &Township, on: &str, asked_on: &str) -> Bulletin {
    let ctx = town.person(town.safety_office.head, asked_on).await;
    figures::bulletin(town.db.read(), &ctx, day(on), &View::of_actor(&ctx)).await.expect("a bulletin")
}
