//! Reports by the public are kept from whoever sits in what they are about, and from other townships' offices (2.3.3).

use crate::common::{TOWN, Township, day, refused};
use redline_domain::{JurisdictionKind, OrganizationKind, Position, permission::Action, tip::proves};
use redline_entity::{jurisdiction, notice, tip as row};
use redline_ledger::{
    Context,
    figures::{self, View},
    organization::{NewOrganization, register},
    person::appoint,
    tip::{self, Acceptance, NewReward, NewTip},
};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

async fn reported(town: &Township, organization: Option<Uuid>) -> Uuid {
    let ctx = town.nobody("2023-06-05");
    let challenge = tip::challenge(&town.db, &ctx).await.expect("a challenge");
    let nonce = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| proves(&challenge.challenge, nonce, challenge.difficulty)).expect("a nonce");
    let place = Some("红柳化工厂北门".to_owned());
    let new = NewTip { challenge: challenge.challenge, nonce, organization, place, text: "夜里排放有毒气体。".to_owned(), ..NewTip::default() };
    town.change(async |tx| tip::submit(tx, &ctx, None, new).await).await.expect("submitted").tip.id
}

async fn seated(town: &Township, person: Uuid, organization: Uuid) {
    let ctx = town.operator("2023-05-22");
    town.change(async |tx| appoint(tx, &ctx, person, organization, Position::Staff, None, day("2023-05-22")).await).await.expect("appointed");
}

/// The safety office of the town next door.
async fn next_office(town: &Township) -> Uuid {
    let ctx = town.operator("2023-05-22");
    let path = TOWN.trim_end_matches('/').to_owned() + "xi/";
    town.change(async |tx| {
        let (kind, name) = (JurisdictionKind::Town, "乌审召西镇".to_owned());
        jurisdiction::ActiveModel { id: Set(ctx.id()), parent_id: Set(None), kind: Set(kind), name: Set(name), path: Set(path.clone()) }.insert(tx).await?;
        let new = NewOrganization {
            kind: OrganizationKind::SafetyOffice,
            name: "西镇安委办".to_owned(),
            credit_code: None,
            jurisdiction_path: path,
            village: None,
            address: None,
            sectors: Vec::new(),
            traits: Vec::new(),
            joined_on: day("2023-05-22"),
        };
        let office = register(tx, &ctx, new).await?.id;
        let officer = crate::common::person(tx, &ctx, "邻镇").await;
        appoint(tx, &ctx, officer, office, Position::SafetyOfficer, None, day("2023-05-22")).await?;
        Ok(officer)
    })
    .await
    .expect("an office")
}

async fn seen(town: &Township, ctx: &Context, action: Action) -> Vec<Uuid> {
    let rows = row::Entity::find().filter(tip::of_actor(&ctx.actor, action)).all(town.db.read()).await.expect("asked");
    rows.into_iter().map(|tip| tip.id).collect()
}

fn acceptance(organization: Uuid) -> Acceptance {
    Acceptance { organization, description: "无有毒气体报警器".to_owned(), location: None, sector: None, answer: None }
}

#[tokio::test]
async fn an_officer_who_sits_in_the_accused_enterprise_neither_sees_nor_decides_and_is_not_told() {
    let town = Township::new().await;
    let (torn, free) = (town.safety_office.officer, town.safety_office.head);
    seated(&town, torn, town.plant.id).await;
    let (about, other) = (reported(&town, Some(town.plant.id)).await, reported(&town, Some(town.trader.id)).await);
    let torn = town.person(torn, "2023-06-06").await;
    let free = town.person(free, "2023-06-06").await;
    for action in [Action::SeeTips, Action::HandleTips, Action::SeeInformants] {
        assert_eq!(seen(&town, &torn, action).await, [other], "{action:?}");
        assert_eq!(seen(&town, &free, action).await.len(), 2, "{action:?}");
    }
    let accept = async |ctx: &Context, id| town.change(async |tx| tip::accept(tx, ctx, id, acceptance(town.plant.id)).await).await;
    assert_eq!(refused(accept(&torn, about).await), ["NOT_FOUND"]);
    assert_eq!(refused(town.change(async |tx| tip::dismiss(tx, &torn, about, "查无此事").await).await), ["NOT_FOUND"]);
    assert_eq!(refused(town.change(async |tx| tip::answer(tx, &torn, about, "…").await).await), ["NOT_FOUND"]);
    let reward = NewReward { amount_yuan: 100, note: None };
    assert_eq!(refused(town.change(async |tx| tip::reward(tx, &torn, about, reward).await).await), ["NOT_FOUND"]);
    let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(about)).all(town.db.read()).await.expect("notices");
    assert_eq!(told.iter().map(|notice| notice.person_id).collect::<Vec<_>>(), [town.safety_office.head], "the next one of the office is told");
    let told = notice::Entity::find().filter(notice::Column::SubjectId.eq(other)).all(town.db.read()).await.expect("notices");
    assert_eq!(told.iter().map(|notice| notice.person_id).collect::<Vec<_>>(), [town.safety_office.officer]);
    // What named nobody may turn out to be about where its reader sits.
    let unnamed = reported(&town, None).await;
    assert_eq!(refused(accept(&torn, unnamed).await), ["CONFLICT_OF_INTEREST"]);
    accept(&free, about).await.expect("accepted by somebody else");
    town.change(async |tx| tip::accept(tx, &torn, other, acceptance(town.trader.id)).await).await.expect("of another enterprise");
    town.change(async |tx| tip::accept(tx, &torn, unnamed, acceptance(town.trader.id)).await).await.expect("of another enterprise");
}

#[tokio::test]
async fn an_office_sees_what_is_about_its_subtree_or_about_nobody() {
    let town = Township::new().await;
    let next = next_office(&town).await;
    let (about, unnamed) = (reported(&town, Some(town.plant.id)).await, reported(&town, None).await);
    let next = town.person(next, "2023-06-06").await;
    assert_eq!(seen(&town, &next, Action::SeeTips).await, [unnamed]);
    assert_eq!(refused(town.change(async |tx| tip::dismiss(tx, &next, about, "查无此事").await).await), ["NOT_FOUND"]);
    assert_eq!(refused(town.change(async |tx| tip::accept(tx, &next, unnamed, acceptance(town.plant.id)).await).await), ["NOT_FOUND"]);
    town.change(async |tx| tip::dismiss(tx, &next, unnamed, "查无此事").await).await.expect("dismissed");
    let own = town.person(town.safety_office.officer, "2023-06-06").await;
    assert_eq!(seen(&town, &own, Action::SeeTips).await.len(), 2);
    assert_eq!(seen(&town, &town.person(town.discipline_office.officer, "2023-06-06").await, Action::SeeTips).await.len(), 2);
    assert!(seen(&town, &town.person(town.village.head, "2023-06-06").await, Action::SeeTips).await.is_empty());
    assert!(seen(&town, &town.nobody("2023-06-06"), Action::SeeTips).await.is_empty());
}

#[tokio::test]
async fn an_enterprise_does_not_learn_from_the_figures_that_it_was_reported() {
    let town = Township::new().await;
    reported(&town, Some(town.plant.id)).await;
    reported(&town, None).await;
    seated(&town, town.village.deputy, town.plant.id).await;
    for (who, expected) in [
        (town.plant.head, None),
        (town.plant.staff, None),
        (town.trader.head, None),
        (town.village.deputy, None),
        (town.village.head, Some(1)),
        (town.regulator.staff, Some(1)),
        (town.safety_office.staff, Some(2)),
        (town.discipline_office.head, Some(2)),
    ] {
        let ctx = town.person(who, "2023-06-06").await;
        let view = View::of_actor(&ctx);
        let week = figures::statistics(town.db.read(), &ctx, day("2023-06-06"), &view).await.expect("statistics");
        let month = figures::bulletin(town.db.read(), &ctx, day("2023-06-06"), &view).await.expect("a bulletin");
        assert_eq!([week.period.tips, week.cumulative.tips, month.period.tips, month.cumulative.tips], [expected; 4], "{who}");
        let before = month.before.as_ref().expect("May").tips;
        assert_eq!(before, expected.map(|_| 0), "{who}");
        let rows = week.villages.iter().chain(&week.units).chain(&month.villages).chain(&month.units).flat_map(|row| [&row.period, &row.cumulative]);
        let rows = rows.chain(month.sectors.iter().flat_map(|row| [&row.period, &row.cumulative]));
        assert!(rows.into_iter().all(|row| row.tips.is_some() == expected.is_some()), "{who}");
        for language in [redline_domain::Language::Zh, redline_domain::Language::En] {
            let text = week.text(language) + &month.text(language);
            assert_eq!(text.contains("举报线索") || text.contains("reports by the public"), expected.is_some(), "{who}: {text}");
        }
    }
    let span = figures::span(&town.operator("2023-06-06"), redline_domain::Period::Week, day("2023-06-06")).expect("a week");
    for (who, expected) in [(town.village.head, Some(1)), (town.village.deputy, None)] {
        let ctx = town.person(who, "2023-06-06").await;
        let row = figures::progress_table(town.db.read(), &ctx, town.village.id, span).await.expect("a table");
        assert_eq!((row.period.tips, row.cumulative.tips), (expected, expected));
    }
}
