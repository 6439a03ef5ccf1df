//! People are erased and the ledger stays whole: who it was is gone, what was done is there.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use redline_domain::{InspectionKind, Language, MailState, NoticeState, ids::Noun};
use redline_entity::{
    account, account_link, api_key, attendance, ledger_event, mail, mail_body, membership, notice as notice_row, person as row, session, signature,
};
use redline_ledger::{
    Context, account as accounts,
    account::session as sessions,
    audit,
    audit::Trust,
    backup,
    person::{self, NOBODY, NewPerson},
    signature as signatures,
};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, Set, Statement};
use uuid::Uuid;

use crate::common::{
    Township, day, refused,
    telling::{inspected, signed},
};

const NAME: &str = "李建国";

/// Who leads the plant, has signed an inspection, has an account, and left on 10 July.
async fn left() -> (Township, Context, Uuid) {
    let town = Township::new().await;
    let operator = town.operator("2023-07-10");
    let head = town.plant.head;
    let own = town.person(head, "2023-06-05").await;
    let new = inspected(town.plant.id, head, InspectionKind::HeadLed, "2023-06-05");
    signed(&town, &own, new).await;
    let at = town.operator("2023-06-05");
    let account = town.change(async |tx| accounts::open(tx, &at, head, "lijianguo", "hash".to_owned()).await).await.unwrap();
    let account = account::Entity::find_by_id(account).one(town.db.read()).await.unwrap().unwrap();
    town.change(async |tx| sessions::begin(tx, &own, &account).await.map(|_| ())).await.unwrap();
    for seat in membership::Entity::find().filter(membership::Column::PersonId.eq(head)).all(town.db.read()).await.unwrap() {
        town.change(async |tx| person::dismiss(tx, &operator, seat.id, day("2023-07-10")).await).await.unwrap();
    }
    (town, operator, head)
}

/// The tables that have a text somewhere.
async fn holds(town: &Township, text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for table in backup::TABLES {
        let has = if town.db.backend() == DbBackend::Postgres {
            format!("position('{text}' IN row::text) > 0")
        } else {
            let columns = Statement::from_string(DbBackend::Sqlite, format!("SELECT name FROM pragma_table_info('{table}')"));
            let columns: Vec<String> = town.db.read().query_all_raw(columns).await.unwrap().iter().map(|row| row.try_get("", "name").unwrap()).collect();
            columns.iter().map(|column| format!("instr(CAST(\"{column}\" AS TEXT), '{text}') > 0")).collect::<Vec<_>>().join(" OR ")
        };
        let question = Statement::from_string(town.db.backend(), format!("SELECT 1 AS one FROM \"{table}\" AS row WHERE {has} LIMIT 1"));
        if town.db.read().query_one_raw(question).await.unwrap().is_some() {
            found.push(*table);
        }
    }
    found
}

#[tokio::test]
async fn who_has_left_is_erased_and_the_ledger_is_whole_as_before() {
    let (town, operator, head) = left().await;
    assert_eq!(holds(&town, NAME).await, ["person"], "nor does it stand anywhere else before");
    assert_eq!(holds(&town, "lijianguo").await, ["account"]);
    let before = signature::Entity::find().filter(signature::Column::SignerId.eq(head)).one(town.db.read()).await.unwrap().unwrap();
    town.change(async |tx| person::erase(tx, &operator, head).await).await.unwrap();

    let erased = row::Entity::find_by_id(head).one(town.db.read()).await.unwrap().unwrap();
    assert_eq!((erased.name.as_str(), erased.phone, erased.email, erased.name_salt), (NOBODY, None, None, None));
    assert_eq!(erased.erased_at, Some(operator.now));
    assert_eq!(holds(&town, NAME).await, [""; 0]);
    assert_eq!(holds(&town, "lijianguo").await, [""; 0]);
    let after = signature::Entity::find_by_id(before.id).one(town.db.read()).await.unwrap().unwrap();
    assert_eq!(after, before, "what was signed stays");
    assert!(signatures::is_intact(&after));
    let snapshot = town.db.snapshot().await.unwrap();
    assert!(audit::verify(&snapshot, Trust::default()).await.unwrap().is_intact());
    assert_eq!(person::at_odds(&snapshot).await.unwrap(), Vec::<Uuid>::new());
    snapshot.rollback().await.unwrap();
    for (table, left) in [
        ("session", session::Entity::find().count(town.db.read()).await),
        ("api_key", api_key::Entity::find().count(town.db.read()).await),
        ("account_link", account_link::Entity::find().count(town.db.read()).await),
    ] {
        assert_eq!(left.unwrap(), 0, "{table}");
    }
    let last = ledger_event::Entity::find().filter(ledger_event::Column::Action.eq("PERSON_ERASED")).one(town.db.read()).await.unwrap().unwrap();
    assert_eq!((last.subject_kind, last.subject_id, last.data), (Noun::Person.to_string(), head, serde_json::json!({})));
    let again = town.change(async |tx| person::erase(tx, &operator, head).await).await;
    assert_eq!(refused(again), ["ERASED_ALREADY"]);
}

#[tokio::test]
async fn only_the_operator_erases_and_only_who_holds_no_position() {
    let (town, operator, head) = left().await;
    let office = town.person(town.safety_office.head, "2023-07-10").await;
    assert_eq!(refused(town.change(async |tx| person::erase(tx, &office, head).await).await), ["NOT_FOUND"]);
    let early = town.operator("2023-07-09");
    assert_eq!(refused(town.change(async |tx| person::erase(tx, &early, head).await).await), ["HOLDS_POSITION"], "the day before he leaves");
    assert_eq!(refused(town.change(async |tx| person::erase(tx, &operator, town.plant.deputy).await).await), ["HOLDS_POSITION"]);
    assert!(town.change(async |tx| person::erase(tx, &operator, head).await).await.is_ok());
}

#[tokio::test]
async fn another_name_shows_and_so_does_one_that_is_gone_without_a_word() {
    let town = Township::new().await;
    assert_eq!(person::at_odds(town.db.read()).await.unwrap(), Vec::<Uuid>::new());
    let named = async |id: Uuid, name: &str, salt: Option<String>| {
        let mut other = row::Entity::find_by_id(id).one(town.db.read()).await.unwrap().unwrap().into_active_model();
        other.name = Set(name.to_owned());
        if salt.is_none() {
            other.name_salt = Set(salt);
        }
        let tx = town.db.begin().await.unwrap();
        other.update(&tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    named(town.plant.head, "他人", Some(String::new())).await;
    assert_eq!(person::at_odds(town.db.read()).await.unwrap(), [town.plant.head]);
    named(town.plant.head, NAME, Some(String::new())).await;
    assert_eq!(person::at_odds(town.db.read()).await.unwrap(), Vec::<Uuid>::new());
    named(town.plant.head, NOBODY, None).await;
    assert_eq!(person::at_odds(town.db.read()).await.unwrap(), [town.plant.head]);
}

#[tokio::test]
async fn nobody_finds_a_name_out_from_its_seal_and_two_of_one_name_have_different_seals() {
    let town = Township::new().await;
    let ctx = town.operator("2023-06-10");
    let new = || NewPerson { name: NAME.to_owned(), phone: None, email: None, language: Language::Zh, morning_hour: None };
    let one = town.change(async |tx| person::create(tx, &ctx, new()).await).await.unwrap().id;
    let two = town.change(async |tx| person::create(tx, &ctx, new()).await).await.unwrap().id;
    let told = ledger_event::Entity::find().filter(ledger_event::Column::SubjectId.is_in([one, two])).all(town.db.read()).await.unwrap();
    let seals: Vec<&str> = told.iter().map(|event| event.data["nameSeal"].as_str().unwrap()).collect();
    assert_ne!(seals[0], seals[1]);
    assert!(seals.iter().all(|seal| seal.len() == 64 && seal.bytes().all(|digit| digit.is_ascii_hexdigit())));
}

#[tokio::test]
async fn mails_and_lists_of_those_present_lose_the_name_too() {
    let (town, operator, head) = left().await;
    let tx = town.db.begin().await.unwrap();
    let sent = mail::ActiveModel {
        id: Set(operator.id()),
        person_id: Set(head),
        address: Set("li@example.test".to_owned()),
        template: Set("DIGEST".to_owned()),
        language: Set(Language::Zh),
        subject: Set(format!("{NAME}：提醒")),
        message_id: Set("1@redline.test".to_owned()),
        created_at: Set(operator.now),
        state: Set(MailState::Sent),
        ..mail::new(operator.now)
    };
    let sent = sent.insert(&tx).await.unwrap();
    mail_body::ActiveModel { mail_id: Set(sent.id), text: Set(format!("{NAME}，您好")), html: Set(NAME.to_owned()) }.insert(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let state = async |state: MailState| {
        let tx = town.db.begin().await.unwrap();
        mail::ActiveModel { id: Set(sent.id), state: Set(state), ..Default::default() }.update(&tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    state(MailState::Sending).await;
    assert_eq!(refused(town.change(async |tx| person::erase(tx, &operator, head).await).await), ["MAIL_UNDER_WAY"]);
    state(MailState::Sent).await;
    town.change(async |tx| person::erase(tx, &operator, head).await).await.unwrap();
    let mails = mail::Entity::find().filter(mail::Column::PersonId.eq(head)).all(town.db.read()).await.unwrap();
    assert!(!mails.is_empty() && mails.iter().all(|mail| mail.address.is_empty() && mail.subject == NOBODY));
    assert_eq!(mail_body::Entity::find_by_id(sent.id).one(town.db.read()).await.unwrap(), None);
    let waiting = notice_row::Entity::find().filter(notice_row::Column::PersonId.eq(head)).filter(notice_row::Column::State.eq(NoticeState::Pending));
    assert_eq!(waiting.count(town.db.read()).await.unwrap(), 0);
    assert_eq!(attendance::Entity::find().filter(attendance::Column::Name.eq(NAME)).count(town.db.read()).await.unwrap(), 0);
}

#[tokio::test]
async fn a_copy_has_all_of_a_person_and_no_secret() {
    let (town, _, head) = left().await;
    let copy = person::copy(town.db.read(), head).await.unwrap();
    assert_eq!((&copy["person"]["name"], &copy["account"]["login"]), (&NAME.into(), &"lijianguo".into()));
    assert_eq!((copy["positions"][0]["position"].as_str(), copy["positions"][0]["until"].as_str()), (Some("HEAD"), Some("2023-07-10")));
    assert_eq!(copy["signatures"].as_array().unwrap().len(), 1);
    assert_eq!(copy["account"]["sessions"].as_array().unwrap().len(), 1);
    let actions: Vec<&str> = copy["ledger"].as_array().unwrap().iter().filter_map(|event| event["action"].as_str()).collect();
    assert!(actions.contains(&"PERSON_RECORDED") && actions.contains(&"INSPECTION_SIGNED"), "{actions:?}");
    let session = session::Entity::find().one(town.db.read()).await.unwrap().unwrap();
    let account = account::Entity::find().one(town.db.read()).await.unwrap().unwrap();
    let salt = row::Entity::find_by_id(head).one(town.db.read()).await.unwrap().unwrap().name_salt.unwrap();
    let text = copy.to_string();
    for secret in [session.token_hash, account.password_hash, salt] {
        assert!(!text.contains(&secret), "{secret}");
    }
    let nobody = person::copy(town.db.read(), Uuid::nil()).await;
    assert_eq!(refused(nobody), ["NOT_FOUND"]);
}
