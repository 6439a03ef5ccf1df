//! A year passes, and certificates come to their end.

use crate::common::{Story, Told, day};
use redline_domain::{CertificateKind, NoticeState};
use redline_entity::{certificate as row, membership};
use redline_ledger::{
    Context,
    certificate::{self, NewCertificate, Term},
    person,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

const OFFICER: &str = "赵敏";
const HEAD: &str = "李建国";

async fn officer(story: &Story, on: &str) -> Context {
    story.township.person(story.township.plant.officer, on).await
}

async fn record(story: &Story, on: &str, holder: &str, number: &str, expires: &str) -> Uuid {
    let ctx = officer(story, on).await;
    let new = NewCertificate {
        organization: story.township.plant.id,
        contract: None,
        person: None,
        holder_name: Some(holder.to_owned()),
        kind: CertificateKind::Welding,
        kind_text: None,
        number: number.to_owned(),
        term: Term { issued_on: day("2018-06-01"), expires_on: day(expires), review_due_on: None },
        photos: Vec::new(),
    };
    story.township.change(async |tx| certificate::record(tx, &ctx, new).await).await.expect("recorded").id
}

/// One mail to the officer and one to the head on each day.
fn both(days: &[&str]) -> Vec<Told> {
    let mut told: Vec<Told> = days.iter().flat_map(|on| [OFFICER, HEAD].map(|name| ((*on).to_owned(), name.to_owned()))).collect();
    told.sort();
    told
}

async fn steps(story: &Story, id: Uuid) -> Vec<(String, NoticeState)> {
    story.notices(id).await.into_iter().map(|notice| (notice.step, notice.state)).collect()
}

#[tokio::test]
async fn a_year_passes_and_each_step_is_told_once_on_its_working_day() {
    let story = Story::new().await;
    // T-60 of the first is Saturday 2023-07-22; the second ends in the Spring Festival's shadow: T-30 is 2024-02-13, a holiday.
    let expired = record(&story, "2023-05-22", "孙亮", "T-EXPIRED", "2023-09-20").await;
    let far = record(&story, "2023-05-22", "钱进", "T-FAR", "2024-03-14").await;
    let renewed = record(&story, "2023-05-22", "周全", "T-RENEWED", "2023-09-20").await;
    story.days("2023-05-22", "2023-08-20").await;
    let ctx = officer(&story, "2023-08-20").await;
    let term = Term { issued_on: day("2023-08-18"), expires_on: day("2029-09-20"), review_due_on: None };
    story.township.change(async |tx| certificate::renew(tx, &ctx, renewed, Some("T-NEW"), term, &[]).await).await.expect("renewed");
    story.days("2023-08-21", "2024-05-21").await;

    assert_eq!(story.told("T-EXPIRED").await, both(&["2023-07-21", "2023-08-21", "2023-09-13", "2023-09-21"]));
    assert_eq!(story.told("T-FAR").await, both(&["2024-01-12", "2024-02-09", "2024-03-07", "2024-03-15"]), "exactly three before the end, and that it came");
    assert_eq!(story.told("T-RENEWED").await, both(&["2023-07-21"]), "the renewal took the rest back");
    assert_eq!(story.told("T-NEW").await, both(&[]));
    let events: Vec<String> = story.events(expired).await.into_iter().map(|event| format!("{} {}", event.0, event.1)).collect();
    assert_eq!(events, ["CERTIFICATE_RECORDED 2023-05-22", "CERTIFICATE_EXPIRED 2023-09-21"]);
    let left = row::Entity::find_by_id(far).one(story.township.db.read()).await.expect("asked").expect("a certificate");
    assert_eq!((left.step_taken, left.check_after), (Some(0), None), "nothing is left to be done");
}

#[tokio::test]
async fn a_certificate_entered_with_five_days_left_gets_one_mail_and_a_second_worker_changes_nothing() {
    let story = Story::new().await;
    story.cycle("2023-09-15", 7).await;
    let late = record(&story, "2023-09-15", "孙亮", "T-LATE", "2023-09-20").await;
    story.cycle("2023-09-15", 10).await;
    let rows = story.rows().await;
    story.cycle("2023-09-15", 10).await;
    assert_eq!(story.rows().await, rows);
    // Recorded on a Friday at nine: their next morning is Monday's.
    story.days("2023-09-16", "2023-09-20").await;
    assert_eq!(story.told("T-LATE").await, both(&["2023-09-18"]));
    assert_eq!(steps(&story, late).await.iter().map(|step| step.0.as_str()).collect::<Vec<_>>(), ["EXPIRES-7@2023-09-20"; 2]);
}

#[tokio::test]
async fn a_worker_that_was_down_tells_the_last_step_only_and_no_reminder_after_the_end() {
    let story = Story::new().await;
    record(&story, "2023-05-22", "孙亮", "T-DOWN", "2023-09-20").await;
    record(&story, "2023-05-22", "钱进", "T-GONE", "2023-08-31").await;
    story.cycle("2023-05-23", 8).await;
    story.cycle("2023-09-15", 0).await;
    story.cycle("2023-09-15", 8).await;
    assert_eq!(story.told("T-DOWN").await, both(&["2023-09-15"]));
    assert_eq!(story.told("T-GONE").await, both(&["2023-09-15"]));
    let said: Vec<String> = story.memory.sent().into_iter().map(|mail| mail.text).filter(|text| text.contains("T-DOWN")).collect();
    assert!(said.iter().all(|text| text.contains("截至 2023-09-15 还有 5 天") && !text.contains("60 天")), "{said:#?}");
    assert!(said.iter().all(|text| text.contains("现已失效") && text.contains("谁招请无证人员，谁负责任")), "{said:#?}");
}

#[tokio::test]
async fn a_row_that_cannot_be_dealt_with_stops_nobody() {
    let story = Story::new().await;
    let bad = record(&story, "2023-05-22", "孙亮", "T-BAD", "2023-06-10").await;
    record(&story, "2023-05-22", "钱进", "T-GOOD", "2023-06-10").await;
    let tx = story.township.db.begin().await.expect("a transaction");
    // A state that no program of this version knows.
    tx.execute_unprepared("UPDATE certificate SET state = 'MELTED' WHERE holder_name = '孙亮'").await.expect("spoilt");
    tx.commit().await.expect("committed");
    let report = story.engine.cycle(story.at("2023-05-23", 0)).await.expect("a cycle");
    assert_eq!((report.certificates.done, report.certificates.pushed, report.alarms.len()), (1, 1, 0));
    let tx = story.township.db.begin().await.expect("a transaction");
    tx.execute_unprepared("UPDATE certificate SET state = 'VALID'").await.expect("mended");
    tx.commit().await.expect("committed");
    let pushed = row::Entity::find_by_id(bad).one(story.township.db.read()).await.expect("asked").expect("a certificate");
    assert_eq!(pushed.failures, 1);
    story.cycle("2023-05-23", 8).await;
    assert_eq!(story.told("T-GOOD").await, both(&["2023-05-23"]));
    story.cycle("2023-05-24", 0).await;
    story.cycle("2023-05-24", 8).await;
    assert_eq!(story.told("T-BAD").await.len(), 2);
    let healed = row::Entity::find_by_id(bad).one(story.township.db.read()).await.expect("asked").expect("a certificate");
    assert_eq!(healed.failures, 0);
}

#[tokio::test]
async fn a_row_that_cannot_be_dealt_with_three_times_is_set_aside() {
    let story = Story::new().await;
    let bad = record(&story, "2023-05-22", "孙亮", "T-BAD", "2023-06-10").await;
    let tx = story.township.db.begin().await.expect("a transaction");
    tx.execute_unprepared("UPDATE certificate SET state = 'MELTED'").await.expect("spoilt");
    tx.commit().await.expect("committed");
    let start = story.at("2023-05-23", 0);
    for (hours, expected) in [(0, (1, 0)), (1, (1, 0)), (2, (0, 1)), (3, (0, 0))] {
        let report = story.engine.cycle(start + chrono::Duration::hours(hours)).await.expect("a cycle").certificates;
        assert_eq!((report.pushed, report.set_aside), expected, "after {hours} hours");
    }
    assert_eq!(story.events(bad).await.last(), Some(&("CERTIFICATE_SET_ASIDE".to_owned(), day("2023-05-23"))));
}

#[tokio::test]
async fn where_nobody_of_the_enterprise_can_be_told_the_village_is() {
    let story = Story::new().await;
    let id = record(&story, "2023-05-22", "孙亮", "T-ALONE", "2023-06-10").await;
    let operator = story.township.operator("2023-05-22");
    let seats = membership::Entity::find().filter(membership::Column::OrganizationId.eq(story.township.plant.id));
    let left = story.township.change(async |tx| {
        for seat in seats.all(tx).await? {
            person::dismiss(tx, &operator, seat.id, day("2023-05-22")).await?;
        }
        Ok(())
    });
    left.await.expect("they left");
    story.days("2023-05-23", "2023-05-23").await;
    let events: Vec<String> = story.events(id).await.into_iter().map(|event| event.0).collect();
    assert_eq!(events, ["CERTIFICATE_RECORDED", "CERTIFICATE_AUDIENCE_MISSING"]);
    assert_eq!(story.told("T-ALONE").await, [("2023-05-23".to_owned(), "娜仁".to_owned())]);
}
