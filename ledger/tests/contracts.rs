//! Contracts with contractors and tenants: what clause 2.1.4 asks of each, and that the checks cover every one.

use crate::common::{
    Township, day, refused,
    telling::{inspected, said, signed},
};
use redline_domain::{ContractKind, InspectionKind, InspectionScope, Sector, Trait, UnifiedSocialCreditCode, ids::Noun};
use redline_entity::{contract as contract_row, ledger_event};
use redline_ledger::{
    Context, Error, Result,
    contract::{self, Amendment, NewContract, Terms},
    organization,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

fn new(organization: Uuid, party: &str) -> NewContract {
    let terms = Terms {
        party_name: party.to_owned(),
        party_credit_code: None,
        work: "储罐区防腐和管线检修".to_owned(),
        qualification: Some("防水防腐保温工程专业承包二级".to_owned()),
        qualification_until: Some(day("2024-12-31")),
        safety_agreement_on: Some(day("2023-01-05")),
        duties: Some("承包方负责作业人员教育和现场防护，发包方负责交底、监护和检查。".to_owned()),
        since: day("2023-01-06"),
        until: Some(day("2023-12-31")),
    };
    NewContract { organization, kind: ContractKind::Contractor, terms, documents: Vec::new() }
}

async fn recorded(town: &Township, ctx: &Context, new: NewContract) -> Result<contract_row::Model> {
    town.change(async |tx| contract::record(tx, ctx, new).await).await
}

async fn events(town: &Township, subject: Uuid) -> Vec<(String, String, Option<Uuid>)> {
    let rows = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.eq(subject)).order_by_asc(ledger_event::Column::Id);
    rows.all(town.db.read()).await.expect("events").into_iter().map(|row| (row.subject_kind, row.action, row.actor_id)).collect()
}

/// The fields at fault, with what is said to be wrong.
fn wrong<T>(outcome: Result<T>) -> Vec<(String, &'static str, Option<&'static str>)> {
    let Err(Error::Refused(refusals)) = outcome else { panic!("expected a refusal") };
    refusals.into_iter().map(|refusal| (refusal.field.unwrap_or_default(), refusal.code, refusal.clause)).collect()
}

/// The plant, from the first day on with contractors.
async fn with_contractors() -> Township {
    let town = Township::new().await;
    let ctx = town.operator("2023-05-22");
    let traits = [Trait::Deputies, Trait::HotWork, Trait::Contractors];
    town.change(async |tx| organization::classify(tx, &ctx, town.plant.id, day("2023-05-22"), &[Sector::HazardousChemicals], &traits, "有外包检修").await)
        .await
        .expect("classified");
    town
}

/// A signed check of contractors that names some contracts.
async fn checked(town: &Township, ctx: &Context, on: &str, contracts: &[Uuid]) -> Uuid {
    let mut new = inspected(town.plant.id, town.plant.officer, InspectionKind::SelfCheck, on);
    new.scopes = vec![InspectionScope::Contractors];
    new.contracts = contracts.to_vec();
    signed(town, ctx, new).await
}

#[tokio::test]
async fn a_contract_without_qualification_agreement_or_duties_is_refused_by_name() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-05-23").await;
    let mut bare = new(town.plant.id, "宏达防腐工程有限公司");
    (bare.terms.qualification, bare.terms.safety_agreement_on, bare.terms.duties) = (None, None, Some("  ".to_owned()));
    let expected = ["qualification", "safetyAgreementOn", "duties"].map(|field| (field.to_owned(), "CONTRACT_ELEMENT_MISSING", Some("2.1.4")));
    assert_eq!(wrong(recorded(&town, &ctx, bare.clone()).await), expected);
    bare.kind = ContractKind::Tenant;
    assert_eq!(wrong(recorded(&town, &ctx, bare).await), expected[1..], "who rents needs no qualification");

    let lapsed = |until: &str| {
        let mut contract = new(town.plant.id, "宏达防腐工程有限公司");
        contract.terms.qualification_until = Some(day(until));
        contract
    };
    let expected = [("qualificationUntil".to_owned(), "QUALIFICATION_EXPIRED", Some("2.1.4"))];
    assert_eq!(wrong(recorded(&town, &ctx, lapsed("2023-05-22")).await), expected);
    recorded(&town, &ctx, lapsed("2023-05-23")).await.expect("its last day is today");

    let mut strange = new(town.plant.id, "宏达防腐工程有限公司");
    (strange.terms.party_credit_code, strange.terms.safety_agreement_on, strange.terms.until) =
        (Some("123".to_owned()), Some(day("2023-05-24")), Some(day("2023-01-05")));
    let fields: Vec<String> = wrong(recorded(&town, &ctx, strange).await).into_iter().map(|(field, ..)| field).collect();
    assert_eq!(fields, ["partyCreditCode", "safetyAgreementOn", "until"]);
}

#[tokio::test]
async fn a_contract_is_recorded_amended_and_ended_and_the_ledger_says_so() {
    let town = Township::new().await;
    let ctx = town.person(town.plant.officer, "2023-05-23").await;
    let mut first = new(town.plant.id, " 宏达防腐工程有限公司 ");
    first.terms.party_credit_code = Some(UnifiedSocialCreditCode::make("91150626MA0N0009").expect("a code").to_string());
    let contract = recorded(&town, &ctx, first).await.expect("recorded");
    assert_eq!(contract.party_name, "宏达防腐工程有限公司");

    let amended = town
        .change(async |tx| {
            let amendment = Amendment { until: Some(None), party_credit_code: Some(None), ..Amendment::default() };
            contract::amend(tx, &ctx, contract.id, amendment).await
        })
        .await
        .expect("amended");
    assert_eq!((amended.until, &amended.party_credit_code, &amended.duties), (None, &None, &contract.duties));
    let gutted = Amendment { duties: Some(String::new()), ..Amendment::default() };
    assert_eq!(refused(town.change(async |tx| contract::amend(tx, &ctx, contract.id, gutted).await).await), ["CONTRACT_ELEMENT_MISSING"]);

    let end = async |on: &str, reason: &str| town.change(async |tx| contract::end(tx, &ctx, contract.id, day(on), reason).await).await;
    assert_eq!(refused(end("2023-01-05", "完工").await), ["BAD_DATE"]);
    assert_eq!(refused(end("2023-05-24", "完工").await), ["BAD_DATE"]);
    assert_eq!(refused(end("2023-05-23", " ").await), ["REASON_MISSING"]);
    assert_eq!(end("2023-05-23", "完工").await.expect("ended").ended_on, Some(day("2023-05-23")));
    assert_eq!(refused(end("2023-05-23", "完工").await), ["CONTRACT_ENDED"]);
    let officer = Some(town.plant.officer);
    let expected = ["CONTRACT_RECORDED", "CONTRACT_AMENDED", "CONTRACT_ENDED"].map(|action| (Noun::Contract.to_string(), action.to_owned(), officer));
    assert_eq!(events(&town, contract.id).await, expected);
}

#[tokio::test]
async fn only_officers_of_the_enterprise_record_contracts_and_strangers_learn_nothing() {
    let town = Township::new().await;
    for (person, expected) in
        [(town.plant.staff, "FORBIDDEN"), (town.village.officer, "FORBIDDEN"), (town.trader.officer, "NOT_FOUND"), (town.safety_office.officer, "FORBIDDEN")]
    {
        let ctx = town.person(person, "2023-05-23").await;
        assert_eq!(refused(recorded(&town, &ctx, new(town.plant.id, "宏达")).await), [expected]);
    }
    let village = town.person(town.village.officer, "2023-05-23").await;
    assert_eq!(refused(recorded(&town, &village, new(town.village.id, "宏达")).await), ["NOT_AN_ENTERPRISE"]);
    let ctx = town.person(town.plant.officer, "2023-05-23").await;
    let contract = recorded(&town, &ctx, new(town.plant.id, "宏达")).await.expect("recorded");
    let stranger = town.person(town.trader.officer, "2023-05-23").await;
    assert_eq!(refused(town.change(async |tx| contract::end(tx, &stranger, contract.id, day("2023-05-23"), "完工").await).await), ["NOT_FOUND"]);
    assert!(contract::exists_of(town.db.read(), town.plant.id, &[contract.id, contract.id]).await.expect("asked"));
    assert!(!contract::exists_of(town.db.read(), town.trader.id, &[contract.id]).await.expect("asked"));
    assert!(contract::exists_of(town.db.read(), town.trader.id, &[]).await.expect("asked"));
}

#[tokio::test]
async fn the_check_that_completes_the_cover_fulfils_the_duty() {
    let town = with_contractors().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let fulfilled = async || town.window(town.plant.id, "E15", "2023-06-20").await.fulfilled_on;

    let empty = checked(&town, &ctx, "2023-06-01", &[]).await;
    assert_eq!(fulfilled().await, None, "nothing is on record that could be checked");
    let (zh, en) = said(&town, &ctx, town.plant.id, "E15", "2023-06-20").await;
    let first = "2023-06-20 没有登记在履行的外包外租合同。请先登记合同，再登记检查并列明所查的每份合同；确无外包外租的，请更正单位特征。";
    assert!(zh.contains(&first.to_owned()), "{zh:#?}");
    assert!(en.iter().any(|sentence| sentence.contains("Record the contracts first")), "{en:#?}");

    let one = recorded(&town, &ctx, new(town.plant.id, "宏达防腐工程有限公司")).await.expect("recorded").id;
    let other = recorded(&town, &ctx, new(town.plant.id, "平安检修队")).await.expect("recorded").id;
    let mut later = new(town.plant.id, "明年的承包方");
    later.terms.since = day("2023-06-19");
    let later = recorded(&town, &ctx, later).await.expect("recorded").id;

    checked(&town, &ctx, "2023-06-05", &[one]).await;
    assert_eq!(fulfilled().await, None);
    let (zh, en) = said(&town, &ctx, town.plant.id, "E15", "2023-06-20").await;
    let sentence = "在履行的外包外租合同 3 份，检查记录已列明 1 份，尚未检查：平安检修队、明年的承包方。";
    assert!(zh.contains(&sentence.to_owned()), "{zh:#?}");
    assert!(en.contains(&"The checks name 1 of 3 contracts in force; not yet checked: 平安检修队, 明年的承包方.".to_owned()), "{en:#?}");

    // The third is in force from 06-19 only: on 06-12 the first two are all there are.
    checked(&town, &ctx, "2023-06-12", &[other]).await;
    assert_eq!(fulfilled().await, Some(day("2023-06-12")));
    let (zh, _) = said(&town, &ctx, town.plant.id, "E15", "2023-06-20").await;
    assert!(zh.contains(&"在履行的外包外租合同 2 份，检查记录已列明全部 2 份。".to_owned()), "{zh:#?}");
    assert_ne!((empty, later), (one, other));
}

#[tokio::test]
async fn a_contract_that_was_concealed_takes_the_fulfilment_back_and_one_that_was_over_does_not() {
    let town = with_contractors().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let fulfilled = async || town.window(town.plant.id, "E15", "2023-06-20").await.fulfilled_on;
    let one = recorded(&town, &ctx, new(town.plant.id, "宏达防腐工程有限公司")).await.expect("recorded").id;
    checked(&town, &ctx, "2023-06-12", &[one]).await;
    assert_eq!(fulfilled().await, Some(day("2023-06-12")));

    let mut over = new(town.plant.id, "去年的承包方");
    (over.terms.since, over.terms.until, over.terms.qualification_until) = (day("2022-01-01"), Some(day("2023-06-11")), None);
    let over = recorded(&town, &ctx, over).await.expect("recorded");
    assert_eq!(fulfilled().await, Some(day("2023-06-12")), "it was over the day before");
    let longer = Amendment { until: Some(Some(day("2023-06-12"))), ..Amendment::default() };
    town.change(async |tx| contract::amend(tx, &ctx, over.id, longer).await).await.expect("amended");
    assert_eq!(fulfilled().await, None, "it was in force on that day and nobody looked");
    town.change(async |tx| contract::end(tx, &ctx, over.id, day("2023-06-12"), "提前完工").await).await.expect("ended");
    assert_eq!(fulfilled().await, Some(day("2023-06-12")), "on the day of its end it bound no longer");
}

#[tokio::test]
async fn a_check_of_another_scope_or_unsigned_covers_nothing() {
    let town = with_contractors().await;
    let ctx = town.person(town.plant.officer, "2023-06-20").await;
    let one = recorded(&town, &ctx, new(town.plant.id, "宏达防腐工程有限公司")).await.expect("recorded").id;
    let mut general = inspected(town.plant.id, town.plant.officer, InspectionKind::SelfCheck, "2023-06-12");
    general.contracts = vec![one];
    let mut draft = general.clone();
    draft.scopes = vec![InspectionScope::Contractors];
    signed(&town, &ctx, general).await;
    crate::common::telling::draft(&town, &ctx, draft).await;
    assert_eq!(town.window(town.plant.id, "E15", "2023-06-20").await.fulfilled_on, None);
    let (zh, _) = said(&town, &ctx, town.plant.id, "E15", "2023-06-20").await;
    assert!(zh.contains(&"在履行的外包外租合同 1 份，检查记录已列明 0 份，尚未检查：宏达防腐工程有限公司。".to_owned()), "{zh:#?}");
}
