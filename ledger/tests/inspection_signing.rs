//! Signatures and corrections of inspections: the password again, the position at that time, a new version that names the old.

use crate::common::{Township, day, refused, telling::inspected};
use redline_domain::{AttachmentPurpose, InspectionKind, RecordState, Sector, SigningMethod, ids::Noun, window::recorded_late};
use redline_entity::{finding, hazard, inspection, ledger_event, signature};
use redline_ledger::{
    Context, Result, account,
    alert::{self, NewAlert},
    attachment::{self, NewAttachment},
    inspection::{
        Amendment, NewFinding, NewInspection, amend, correct, record,
        seal::{self, Parts},
        sign, void,
    },
    person::dismiss,
    signature::{Confirmed, is_intact, of},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

const PASSWORD: &str = "correct horse battery staple";

async fn sealed(town: &Township, ctx: &Context, id: Uuid) -> Result<inspection::Model> {
    town.change(async |tx| sign(tx, ctx, id, &Confirmed::by_program(ctx)).await).await
}

/// A signed head-led inspection of the plant with two findings and a photograph.
async fn made(town: &Township, ctx: &Context) -> inspection::Model {
    let photo = photo(town, ctx, "a").await;
    let finding = |text: &str| NewFinding { description: text.to_owned(), location: None };
    let new = NewInspection {
        findings: vec![finding("可燃气体报警器故障"), finding("灭火器过期")],
        photos: vec![photo],
        ..inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20")
    };
    let id = town.change(async |tx| record(tx, ctx, new).await).await.expect("recorded").id;
    sealed(town, ctx, id).await.expect("signed")
}

async fn photo(town: &Township, ctx: &Context, sha256: &str) -> Uuid {
    let new = NewAttachment {
        organization: town.plant.id,
        file_name: "照片.jpg".to_owned(),
        media_type: "image/jpeg",
        bytes: 1,
        sha256: sha256.repeat(64),
        pixels: Some((1, 1)),
    };
    town.change(async |tx| attachment::upload(tx, ctx, new).await).await.expect("uploaded").id
}

async fn parts(town: &Township, id: Uuid) -> Parts {
    Parts::of(town.db.read(), &[id]).await.expect("parts").remove(&id).expect("asked for")
}

async fn read(town: &Township, id: Uuid) -> inspection::Model {
    inspection::Entity::find_by_id(id).one(town.db.read()).await.expect("asked").expect("there")
}

async fn findings(town: &Township, id: Uuid) -> Vec<finding::Model> {
    finding::Entity::find().filter(finding::Column::InspectionId.eq(id)).order_by_asc(finding::Column::Ordinal).all(town.db.read()).await.expect("findings")
}

async fn events(town: &Township, id: Uuid) -> Vec<(String, String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::Id).all(town.db.read()).await;
    rows.expect("events").into_iter().map(|row| (row.subject_kind, row.action, row.actor_id)).collect()
}

async fn corrected(town: &Township, ctx: &Context, id: Uuid, change: Amendment, reason: &str) -> Result<inspection::Model> {
    town.change(async |tx| correct(tx, ctx, id, change, reason).await).await
}

#[tokio::test]
async fn the_right_password_signs_and_a_wrong_one_changes_nothing() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let hash = account::hash_password(PASSWORD).expect("a hash");
    town.change(async |tx| account::open(tx, &ctx, town.plant.head, "head", hash).await).await.expect("an account");
    let new = inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20");
    let id = town.change(async |tx| record(tx, &ctx, new).await).await.expect("recorded").id;
    assert_eq!(refused(Confirmed::by_password(&town.db, &ctx, "wrong").await), ["WRONG_PASSWORD"]);
    let nobodys = Confirmed::by_program(&town.operator("2023-06-20"));
    assert!(town.change(async |tx| sign(tx, &ctx, id, &nobodys).await).await.is_err(), "nor does another's proof");
    assert_eq!((read(&town, id).await.state, signature::Entity::find().count(town.db.read()).await.expect("counted")), (RecordState::Draft, 0));

    let confirmed = Confirmed::by_password(&town.db, &ctx, PASSWORD).await.expect("the right one");
    let row = town.change(async |tx| sign(tx, &ctx, id, &confirmed).await).await.expect("signed");
    let signed = of(town.db.read(), id).await.expect("signatures").remove(0);
    assert_eq!((signed.method, signed.signer_id, signed.signed_at), (SigningMethod::Password, Some(town.plant.head), ctx.now));
    assert_eq!((signed.act.as_str(), signed.subject_kind.as_str(), Some(&signed.hash)), ("INSPECTION_SIGNED", "INSPECTION", row.seal.as_ref()));
    assert_eq!(events(&town, id).await.last(), Some(&("INSPECTION".to_owned(), "INSPECTION_SIGNED".to_owned(), Some(town.plant.head))));
}

#[tokio::test]
async fn the_position_at_that_time_stays_when_the_signer_leaves() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let made = made(&town, &ctx).await;
    let operator = town.operator("2023-07-01");
    let membership = redline_entity::membership::Entity::find()
        .filter(redline_entity::membership::Column::PersonId.eq(town.plant.head))
        .one(town.db.read())
        .await
        .expect("asked")
        .expect("held");
    town.change(async |tx| dismiss(tx, &operator, membership.id, day("2023-07-01")).await).await.expect("left");
    let signed = of(town.db.read(), made.id).await.expect("signatures").remove(0);
    assert_eq!((signed.signer_id, signed.signed_as.as_deref()), (Some(town.plant.head), Some("红柳化工有限公司 主要负责人")));
    assert!(!signed.content.contains("李建国"), "the name is apart, where it can be erased");
    assert!(is_intact(&signed) && seal::is_intact(&made, &parts(&town, made.id).await) == Some(true));
}

#[tokio::test]
async fn a_photograph_is_sealed_by_its_hash() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let made = made(&town, &ctx).await;
    let whole = parts(&town, made.id).await;
    assert_eq!(whole.attachments.len(), 1);
    let mut exchanged = whole.clone();
    exchanged.attachments[0].sha256 = "b".repeat(64);
    assert_eq!(seal::is_intact(&made, &exchanged), Some(false));
    let mut said_otherwise = whole.clone();
    said_otherwise.attachments[0].purpose = Some(AttachmentPurpose::After);
    assert_eq!(seal::is_intact(&made, &said_otherwise), Some(false), "nor does it show something else");
    assert_eq!(seal::is_intact(&made, &Parts { attachments: Vec::new(), ..whole }), Some(false), "nor taken away");
}

#[tokio::test]
async fn a_correction_names_the_old_version_which_counts_until_the_new_one_is_signed() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let old = made(&town, &ctx).await;
    let reported = findings(&town, old.id).await;
    let later = town.person(town.plant.officer, "2023-06-25").await;
    let change = Amendment {
        summary: Some("检查一号罐区。".to_owned()),
        findings: Some(vec![
            NewFinding { description: "二号可燃气体报警器故障".to_owned(), location: None },
            NewFinding { description: "灭火器过期".to_owned(), location: None },
        ]),
        ..Amendment::default()
    };
    let new = corrected(&town, &later, old.id, change, "罐区写错").await.expect("a correction");
    assert_eq!((new.corrects_id, new.correction_reason.as_deref(), new.state), (Some(old.id), Some("罐区写错"), RecordState::Draft));
    assert_eq!((new.leader_id, new.occurred_on, new.kind), (old.leader_id, old.occurred_on, old.kind), "what is not given is copied");
    assert_eq!(parts(&town, new.id).await.attachments[0].sha256, "a".repeat(64), "the photograph too");
    assert_eq!(read(&town, old.id).await, old, "the old one is as it was");
    assert_eq!(refused(corrected(&town, &later, old.id, Amendment::default(), "再次").await), ["CORRECTION_UNDER_WAY"]);

    let new = sealed(&town, &later, new.id).await.expect("signed");
    let replaced = read(&town, old.id).await;
    assert_eq!((replaced.state, replaced.corrected_by_id), (RecordState::Voided, Some(new.id)));
    let why = replaced.voided_reason.clone().expect("a reason");
    assert!(why.contains(&redline_domain::ids::encode(Noun::Inspection, new.id)) && why.ends_with("罐区写错"), "{why}");
    assert_eq!(seal::is_intact(&replaced, &parts(&town, old.id).await), Some(true), "the old one stays as it was sealed");
    assert_eq!(seal::is_intact(&new, &parts(&town, new.id).await), Some(true));

    let carried = findings(&town, new.id).await;
    assert_eq!(carried.iter().map(|row| row.hazard_id).collect::<Vec<_>>(), reported.iter().map(|row| row.hazard_id).collect::<Vec<_>>());
    assert_eq!(hazard::Entity::find().count(town.db.read()).await.expect("counted"), 2, "nothing is reported twice");
    let window = town.window(town.plant.id, "E05", "2023-06-20").await;
    assert_eq!(window.fulfilled_on, Some(day("2023-06-20")), "the month is still fulfilled");
    let actions: Vec<_> = events(&town, old.id).await.into_iter().map(|(_, action, _)| action).collect();
    assert_eq!(actions, ["INSPECTION_RECORDED", "INSPECTION_SIGNED", "INSPECTION_CORRECTED"]);
    let actions: Vec<_> = events(&town, new.id).await.into_iter().map(|(_, action, actor)| (action, actor)).collect();
    let officer = Some(town.plant.officer);
    assert_eq!(actions, [("INSPECTION_CORRECTION_RECORDED".to_owned(), officer), ("INSPECTION_SIGNED".to_owned(), officer)]);
    assert_eq!(refused(corrected(&town, &later, old.id, Amendment::default(), "再次").await), ["ALREADY_VOIDED"]);
    corrected(&town, &later, new.id, Amendment::default(), "再次").await.expect("the new version may be corrected in its turn");
}

#[tokio::test]
async fn a_correction_is_as_timely_as_the_first_version() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let first = made(&town, &ctx).await;
    let june = async || town.window(town.plant.id, "E05", "2023-06-20").await;
    let before = june().await;
    let mut last = first.clone();
    for on in ["2023-07-05", "2023-07-09"] {
        let later = town.person(town.plant.head, on).await;
        let draft = corrected(&town, &later, last.id, Amendment::default(), "补充").await.expect("a correction");
        assert_eq!(draft.first_signed_at, None);
        last = sealed(&town, &later, draft.id).await.expect("signed");
        assert_eq!((last.signed_at, last.first_signed_at), (Some(later.now), first.signed_at));
        let after = june().await;
        assert_eq!((after.fulfilled_on, after.fulfilled_recorded_at), (before.fulfilled_on, first.signed_at), "{on}");
        assert!(!recorded_late(&redline_ledger::window::facts(town.site.zone, &after)), "June's inspection was recorded in June");
    }
    let forged = inspection::Model { first_signed_at: last.signed_at, ..last.clone() };
    assert_eq!(seal::is_intact(&forged, &parts(&town, last.id).await), Some(false), "the seal covers it");
}

#[tokio::test]
async fn what_a_correction_finds_besides_becomes_a_hazard_and_amending_it_keeps_the_others() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let old = made(&town, &ctx).await;
    let known = findings(&town, old.id).await;
    let draft = corrected(&town, &ctx, old.id, Amendment::default(), "漏记一项").await.expect("a correction");
    let finding = |text: &str| NewFinding { description: text.to_owned(), location: None };
    let more =
        Amendment { findings: Some(vec![finding("灭火器过期"), finding("通道堵塞"), finding("可燃气体报警器故障")]), ..Amendment::default() };
    town.change(async |tx| amend(tx, &ctx, draft.id, more).await).await.expect("amended");
    sealed(&town, &ctx, draft.id).await.expect("signed");
    let now = findings(&town, draft.id).await;
    assert_eq!((now[0].hazard_id, now[2].hazard_id), (known[1].hazard_id, known[0].hazard_id));
    let new = hazard::Entity::find_by_id(now[1].hazard_id.expect("a hazard")).one(town.db.read()).await.expect("asked").expect("there");
    assert_eq!((new.description.as_str(), new.finding_id), ("通道堵塞", Some(now[1].id)));
    assert_eq!(hazard::Entity::find().count(town.db.read()).await.expect("counted"), 3);
}

#[tokio::test]
async fn who_may_not_correct_what_is_told() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let new = inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20");
    let draft = town.change(async |tx| record(tx, &ctx, new).await).await.expect("recorded").id;
    assert_eq!(refused(corrected(&town, &ctx, draft, Amendment::default(), "错").await), ["NOT_SEALED"]);
    let old = made(&town, &ctx).await;
    assert_eq!(refused(corrected(&town, &ctx, old.id, Amendment::default(), " ").await), ["REASON_MISSING"]);
    for (who, expected) in [(town.plant.staff, "TOOK_NO_PART"), (town.safety_office.officer, "TOOK_NO_PART"), (town.trader.head, "NOT_FOUND")] {
        let other = town.person(who, "2023-06-21").await;
        assert_eq!(refused(corrected(&town, &other, old.id, Amendment::default(), "错").await), [expected]);
    }
    let correction = corrected(&town, &ctx, old.id, Amendment::default(), "错").await.expect("a correction").id;
    town.change(async |tx| void(tx, &ctx, old.id, "重复登记").await).await.expect("voided");
    assert_eq!(refused(sealed(&town, &ctx, correction).await), ["CORRECTED_ONE_VOIDED"]);
    assert_eq!(read(&town, correction).await.state, RecordState::Draft);
}

#[tokio::test]
async fn what_is_cited_must_be_there() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let new = inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20");
    let cites = NewInspection { alert: Some(Uuid::from_u128(1)), contracts: vec![Uuid::from_u128(2)], ..new.clone() };
    assert_eq!(refused(town.change(async |tx| record(tx, &ctx, cites).await).await), ["UNKNOWN_ALERT", "UNKNOWN_CONTRACT"]);
    let cites = NewInspection { contracts: (0..51).map(Uuid::from_u128).collect(), ..new.clone() };
    assert_eq!(refused(town.change(async |tx| record(tx, &ctx, cites).await).await), ["TOO_MANY_CONTRACTS"]);
    let cites = NewInspection { contracts: (0..50).map(Uuid::from_u128).collect(), ..new.clone() };
    assert_eq!(refused(town.change(async |tx| record(tx, &ctx, cites).await).await), ["UNKNOWN_CONTRACT"]);

    let office = town.person(town.safety_office.head, "2023-06-19").await;
    let text = || "某地储罐爆炸。".to_owned();
    let new_alert = NewAlert {
        title: text(),
        happened_on: day("2023-06-18"),
        place: text(),
        summary: text(),
        lessons: text(),
        sectors: vec![Sector::HazardousChemicals],
        number: None,
    };
    let alert = town.change(async |tx| alert::issue(tx, &office, new_alert).await).await.expect("issued").id;
    let cites = NewInspection { alert: Some(alert), ..new };
    let draft = town.change(async |tx| record(tx, &ctx, cites).await).await.expect("recorded").id;
    let signed = sealed(&town, &ctx, draft).await.expect("signed");
    assert_eq!(signed.alert_id, Some(alert));
    assert_eq!(seal::is_intact(&inspection::Model { alert_id: None, ..signed }, &parts(&town, draft).await), Some(false), "the seal covers it");
}

#[tokio::test]
async fn the_photographs_of_a_draft_are_replaced_and_twenty_are_the_most() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.head, "2023-06-20").await;
    let first = photo(&town, &ctx, "1").await;
    let new = NewInspection { photos: vec![first], ..inspected(town.plant.id, town.plant.head, InspectionKind::HeadLed, "2023-06-20") };
    let draft = town.change(async |tx| record(tx, &ctx, new.clone()).await).await.expect("recorded").id;
    assert_eq!(refused(town.change(async |tx| record(tx, &ctx, new).await).await), ["UNKNOWN_ATTACHMENT"], "it belongs to a record already");
    let mut photos = Vec::new();
    for _ in 0..attachment::MOST + 1 {
        photos.push(photo(&town, &ctx, "2").await);
    }
    let amended = async |photos: &[Uuid]| {
        let change = Amendment { photos: Some(photos.to_vec()), ..Amendment::default() };
        town.change(async |tx| amend(tx, &ctx, draft, change).await).await
    };
    assert_eq!(refused(amended(&photos).await), ["TOO_MANY_ATTACHMENTS"]);
    amended(&photos[1..]).await.expect("twenty");
    let had = parts(&town, draft).await.attachments;
    assert_eq!((had.len(), had.iter().all(|row| row.purpose == Some(AttachmentPurpose::Photo))), (attachment::MOST, true));
    amended(&[first]).await.expect("the first one, which was taken off, again");
    assert_eq!(parts(&town, draft).await.attachments.iter().map(|row| row.id).collect::<Vec<_>>(), [first]);
    let other = town.person(town.plant.officer, "2023-06-20").await;
    let change = Amendment { photos: Some(vec![first, photos[0]]), ..Amendment::default() };
    assert_eq!(refused(town.change(async |tx| amend(tx, &other, draft, change).await).await), ["UNKNOWN_ATTACHMENT"], "another's upload");
}
