//! Special-operation certificates: what is refused, and what is told of their end.

use crate::common::{Township, day, refused};
use redline_domain::{CertificateKind, CertificateState, ContractKind, NoticeKind, NoticeState, ids::Noun};
use redline_entity::{certificate as row, ledger_event, notice};
use redline_ledger::{
    Context, Result,
    certificate::{self, NewCertificate, Term},
    contract::{self, NewContract, Terms},
    organization, person,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn term(issued: &str, expires: &str, review: Option<&str>) -> Term {
    Term { issued_on: day(issued), expires_on: day(expires), review_due_on: review.map(day) }
}

fn new(organization: Uuid, holder: &str, number: &str, term: Term) -> NewCertificate {
    NewCertificate {
        organization,
        contract: None,
        person: None,
        holder_name: Some(holder.to_owned()),
        kind: CertificateKind::Welding,
        kind_text: None,
        number: number.to_owned(),
        term,
        photos: Vec::new(),
    }
}

async fn recorded(town: &Township, ctx: &Context, new: NewCertificate) -> Result<row::Model> {
    town.change(async |tx| certificate::record(tx, ctx, new).await).await
}

async fn renewed(town: &Township, ctx: &Context, id: Uuid, term: Term) -> Result<row::Model> {
    town.change(async |tx| certificate::renew(tx, ctx, id, None, term, &[]).await).await
}

/// What the engine does with a certificate at midnight of a day.
async fn advanced(town: &Township, id: Uuid, on: &str) -> row::Model {
    let ctx = Context::operator(town.site.clone(), town.site.zone.start_of(day(on)));
    let find = async || row::Entity::find_by_id(id).one(town.db.read()).await.expect("asked").expect("a certificate");
    let certificate = find().await;
    town.change(async |tx| certificate::advance(tx, &ctx, certificate).await).await.expect("advanced");
    find().await
}

async fn steps(town: &Township, id: Uuid) -> Vec<(String, Uuid, NoticeState)> {
    let rows = notice::Entity::find().filter(notice::Column::SubjectId.eq(id)).order_by_asc(notice::Column::Id).all(town.db.read()).await.expect("notices");
    assert!(rows.iter().all(|row| row.kind == NoticeKind::CertificateExpiring && row.tale.is_some()));
    rows.into_iter().map(|row| (row.step, row.person_id, row.state)).collect()
}

async fn actions(town: &Township, id: Uuid) -> Vec<(String, String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(id)).order_by_asc(ledger_event::Column::Id);
    rows.all(town.db.read()).await.expect("events").into_iter().map(|row| (row.subject_kind, row.action, row.actor_id)).collect()
}

#[tokio::test]
async fn what_is_wrong_with_a_certificate_is_told_at_once() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let check = async |new: NewCertificate| refused(recorded(&town, &ctx, new).await);
    let plant = town.plant.id;
    let mut all = new(plant, "孙亮", " ", term("2023-06-02", "2023-06-02", Some("2023-06-03")));
    (all.kind, all.contract, all.holder_name) = (CertificateKind::OtherSpecial, Some(Uuid::nil()), None);
    assert_eq!(check(all).await, ["TEXT_MISSING", "KIND_TEXT_MISSING", "TEXT_MISSING", "BAD_TERM", "BAD_TERM", "BAD_TERM", "UNKNOWN_CONTRACT"]);
    recorded(&town, &ctx, new(plant, "孙亮", "T1", term("2023-06-01", "2023-06-02", Some("2023-06-02")))).await.expect("the boundaries are good");
    let mut stranger = new(plant, "", "T2", term("2020-06-01", "2026-05-31", None));
    stranger.person = Some(town.trader.staff);
    assert_eq!(check(stranger).await, ["NO_POSITION"]);
    for (person, expected) in [(town.plant.staff, "FORBIDDEN"), (town.village.officer, "FORBIDDEN"), (town.trader.officer, "NOT_FOUND")] {
        let other = town.person(person, "2023-06-01").await;
        assert_eq!(refused(recorded(&town, &other, new(plant, "孙亮", "T3", term("2020-06-01", "2026-05-31", None))).await), [expected]);
    }
}

#[tokio::test]
async fn of_a_number_one_certificate_stands() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let trader = town.person(town.trader.officer, "2023-06-01").await;
    let good = |organization| new(organization, "孙亮", "T152726199001010011", term("2020-06-01", "2026-05-31", Some("2023-06-30")));
    let first = recorded(&town, &ctx, good(town.plant.id)).await.expect("recorded");
    assert_eq!(first.last_valid_on, day("2023-06-30"), "the review comes first");
    assert_eq!(refused(recorded(&town, &ctx, good(town.plant.id)).await), ["NUMBER_TAKEN"]);
    recorded(&town, &trader, good(town.trader.id)).await.expect("another enterprise");
    let mut electrician = good(town.plant.id);
    electrician.kind = CertificateKind::Electrician;
    recorded(&town, &ctx, electrician).await.expect("another kind");

    assert_eq!(refused(renewed(&town, &ctx, first.id, term("2023-05-30", "2026-05-31", Some("2023-06-30"))).await), ["NOT_LATER"]);
    let second = renewed(&town, &ctx, first.id, term("2023-05-30", "2026-05-31", None)).await.expect("renewed");
    assert_eq!((&second.number, &second.holder_name, second.replaced_by), (&first.number, &first.holder_name, None));
    let first = row::Entity::find_by_id(first.id).one(town.db.read()).await.expect("asked").expect("the old one");
    assert_eq!((first.replaced_by, first.check_after), (Some(second.id), None));
    assert_eq!(refused(renewed(&town, &ctx, first.id, term("2023-05-30", "2029-05-31", None)).await), ["ALREADY_REPLACED"]);

    let revoke = async |reason: &str| town.change(async |tx| certificate::revoke(tx, &ctx, second.id, reason).await).await;
    assert_eq!(refused(revoke("").await), ["REASON_MISSING"]);
    assert_eq!(revoke("离职").await.expect("revoked").state, CertificateState::Revoked);
    assert_eq!(refused(revoke("离职").await), ["ALREADY_REVOKED"]);
    recorded(&town, &ctx, good(town.plant.id)).await.expect("the number is free again");

    let by = |action: &str| (Noun::Certificate.to_string(), action.to_owned(), Some(town.plant.officer));
    assert_eq!(actions(&town, first.id).await, [by("CERTIFICATE_RECORDED")]);
    assert_eq!(actions(&town, second.id).await, [by("CERTIFICATE_RENEWED"), by("CERTIFICATE_REVOKED")]);
}

#[tokio::test]
async fn a_renewal_takes_back_what_was_not_yet_sent() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let id = recorded(&town, &ctx, new(town.plant.id, "孙亮", "T1", term("2020-06-01", "2023-06-20", None))).await.expect("recorded").id;
    let after = advanced(&town, id, "2023-06-02").await;
    assert_eq!((after.step_taken, after.check_after), (Some(30), Some(town.site.zone.start_of(day("2023-06-13")))));
    let pending = |person| ("EXPIRES-30@2023-06-20".to_owned(), person, NoticeState::Pending);
    assert_eq!(steps(&town, id).await, [pending(town.plant.officer), pending(town.plant.head)]);
    assert_eq!(advanced(&town, id, "2023-06-02").await, after, "twice changes nothing");
    assert_eq!(steps(&town, id).await.len(), 2);
    renewed(&town, &ctx, id, term("2023-06-01", "2029-06-20", None)).await.expect("renewed");
    assert!(steps(&town, id).await.iter().all(|(.., state)| *state == NoticeState::Cancelled));
}

#[tokio::test]
async fn an_expired_certificate_is_told_once_and_stands_in_the_ledger() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-19").await;
    let id = recorded(&town, &ctx, new(town.plant.id, "孙亮", "T1", term("2020-06-01", "2023-06-19", None))).await.expect("recorded").id;
    let last = advanced(&town, id, "2023-06-20").await;
    assert_eq!((last.step_taken, last.check_after), (Some(0), None));
    assert_eq!(steps(&town, id).await.iter().map(|step| step.0.as_str()).collect::<Vec<_>>(), ["EXPIRED@2023-06-19"; 2]);
    assert_eq!(actions(&town, id).await[1], (Noun::Certificate.to_string(), "CERTIFICATE_EXPIRED".to_owned(), None));
}

#[tokio::test]
async fn a_suspended_enterprise_is_left_in_peace_and_told_when_it_goes_on() {
    let town = Township::new().await;
    let (ctx, office) = (town.person(town.plant.officer, "2023-06-01").await, town.operator("2023-06-02"));
    let id = recorded(&town, &ctx, new(town.plant.id, "孙亮", "T1", term("2020-06-01", "2023-06-20", None))).await.expect("recorded").id;
    advanced(&town, id, "2023-06-02").await;
    town.change(async |tx| organization::suspend(tx, &office, town.plant.id, day("2023-06-02"), "停产整顿").await).await.expect("suspended");
    assert!(steps(&town, id).await.iter().all(|(.., state)| *state == NoticeState::Cancelled));
    let quiet = advanced(&town, id, "2023-06-13").await;
    assert_eq!((quiet.step_taken, quiet.check_after), (Some(30), None));
    let office = town.operator("2023-06-14");
    town.change(async |tx| organization::resume(tx, &office, town.plant.id, day("2023-06-14")).await).await.expect("resumed");
    let woken = advanced(&town, id, "2023-06-15").await;
    assert_eq!(woken.step_taken, Some(7));
    assert_eq!(steps(&town, id).await.iter().filter(|(.., state)| *state == NoticeState::Pending).count(), 2);
}

#[tokio::test]
async fn who_has_left_and_whose_contract_is_over_is_no_longer_spoken_of() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-06-01").await;
    let mut own = new(town.plant.id, "", "T1", term("2020-06-01", "2023-06-20", None));
    own.person = Some(town.plant.staff);
    let own = recorded(&town, &ctx, own).await.expect("recorded");
    assert_eq!(own.holder_name, "孙亮");
    let terms = Terms {
        party_name: "平安检修队".to_owned(),
        party_credit_code: None,
        work: "管线检修".to_owned(),
        qualification: Some("检修资质".to_owned()),
        qualification_until: None,
        safety_agreement_on: Some(day("2023-01-05")),
        duties: Some("各负其责".to_owned()),
        since: day("2023-01-06"),
        until: None,
    };
    let contract = NewContract { organization: town.plant.id, kind: ContractKind::Contractor, terms, documents: Vec::new() };
    let contract = town.change(async |tx| contract::record(tx, &ctx, contract).await).await.expect("recorded").id;
    let mut theirs = new(town.plant.id, "钱进", "T2", term("2020-06-01", "2023-06-20", None));
    theirs.contract = Some(contract);
    let theirs = recorded(&town, &ctx, theirs).await.expect("recorded").id;
    advanced(&town, theirs, "2023-06-02").await;
    assert_eq!(steps(&town, theirs).await.len(), 2, "as long as the contract is in force");

    let seat = redline_entity::membership::Entity::find().filter(redline_entity::membership::Column::PersonId.eq(town.plant.staff));
    let seat = seat.one(town.db.read()).await.expect("asked").expect("a seat").id;
    let operator = town.operator("2023-06-02");
    town.change(async |tx| person::dismiss(tx, &operator, seat, day("2023-06-02")).await).await.expect("dismissed");
    town.change(async |tx| contract::end(tx, &town.operator("2023-06-02"), contract, day("2023-06-02"), "完工").await).await.expect("ended");
    assert_eq!(advanced(&town, own.id, "2023-06-02").await.step_taken, Some(30));
    assert_eq!(steps(&town, own.id).await.len(), 0);
    assert!(steps(&town, theirs).await.iter().all(|(.., state)| *state == NoticeState::Cancelled));
    advanced(&town, theirs, "2023-06-13").await;
    assert_eq!(steps(&town, theirs).await.len(), 2, "nothing new");
}
