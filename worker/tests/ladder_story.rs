//! A plant in hazardous chemicals whose head leads no inspection in June, day by day.

use crate::common::{Story, day};
use redline_domain::NoticeState;
use redline_entity::{membership, person};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

fn told(days: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut told: Vec<_> = days.iter().map(|(date, name)| (format!("2023-{date}"), (*name).to_owned())).collect();
    told.sort();
    told
}

/// What only a mail about June's head-led inspection of the plant says.
async fn about_june(story: &Story) -> String {
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    redline_domain::ids::encode(redline_domain::ids::Noun::Window, june.id)
}

#[tokio::test]
async fn who_leads_no_inspection_in_june_is_reminded_and_then_it_climbs() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-07-21").await;
    let expected = told(&[
        ("06-21", "赵敏"),
        ("06-27", "赵敏"),
        ("06-29", "赵敏"),
        ("07-03", "赵敏"),
        ("07-03", "李建国"),
        ("07-05", "娜仁"),
        ("07-05", "周敏"),
        ("07-11", "罗洋"),
        ("07-20", "谢明"),
    ]);
    assert_eq!(story.told(&about_june(&story).await).await, expected);
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    assert_eq!(story.events(june.id).await, [("WINDOW_OPENED".to_owned(), day("2023-06-01")), ("WINDOW_OVERDUE".to_owned(), day("2023-07-01"))]);
    assert!(june.overdue_noted && june.check_after.is_none() && june.step_taken == Some(6), "{june:?}");
}

#[tokio::test]
async fn each_person_gets_one_mail_a_morning_at_eight() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-07-21").await;
    let mut mornings: Vec<_> = story.memory.sent().iter().map(|mail| (mail.at, mail.to.clone())).collect();
    let all = mornings.len();
    assert!(all > 50, "{all}");
    mornings.sort();
    mornings.dedup();
    assert_eq!(mornings.len(), all, "one mail a morning");
    for (at, _) in mornings {
        let date = story.township.site.zone.date(at);
        assert!(redline_domain::Workdays::is_workday(&story.township.site.workdays, date), "{date}");
        assert_eq!(at, story.at(&date.to_string(), 8));
    }
}

#[tokio::test]
async fn an_inspection_made_late_cancels_the_rest() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-07-10").await;
    story.cycle("2023-07-11", 0).await;
    story.head_led(&story.township.plant, "2023-07-11").await;
    story.days("2023-07-12", "2023-07-25").await;
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    assert_eq!((june.fulfilled_on, june.check_after), (Some(day("2023-07-11")), None));
    // Planned at midnight for eight o'clock; the cycle of that morning finds it cancelled.
    let office: Vec<_> = story.notices(june.id).await.into_iter().filter(|notice| notice.step == "ESCALATE_OFFICE+7").map(|notice| notice.state).collect();
    assert_eq!(office, [NoticeState::Cancelled]);
    let told = story.told(&about_june(&story).await).await;
    assert!(told.len() == 7 && told.iter().all(|(date, _)| date.as_str() <= "2023-07-05"), "{told:?}");
}

#[tokio::test]
async fn who_voids_the_inspection_is_urged_again_where_it_stood_and_hears_nothing_twice() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-27").await;
    story.cycle("2023-06-29", 0).await;
    // At midnight of 06-29 the last reminder was planned; the inspection cancels it, and its voiding brings it back.
    let inspection = story.head_led(&story.township.plant, "2023-06-28").await;
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    assert_eq!(story.notices(june.id).await.iter().filter(|notice| notice.state == NoticeState::Cancelled).count(), 1);
    let ctx = story.township.operator("2023-06-28");
    let voided = story.township.change(async |tx| redline_ledger::inspection::void(tx, &ctx, inspection, "未实际开展").await).await;
    voided.expect("voided");
    story.days("2023-06-29", "2023-06-30").await;
    assert_eq!(story.told(&about_june(&story).await).await, told(&[("06-21", "赵敏"), ("06-27", "赵敏"), ("06-29", "赵敏")]));
}

#[tokio::test]
async fn the_same_cycle_a_second_time_changes_nothing() {
    let story = Story::new().await;
    for date in ["2023-05-22", "2023-06-01", "2023-06-21", "2023-07-03", "2023-07-20"] {
        story.cycle(date, 9).await;
        let before = (story.rows().await, story.mails().await);
        let again = story.engine.cycle(story.at(date, 9)).await.expect("a cycle");
        assert!(again.is_quiet(), "{date}: {again:?}");
        assert_eq!((story.rows().await, story.mails().await), before, "{date}");
    }
}

#[tokio::test]
async fn a_worker_that_was_away_for_forty_days_tells_each_person_once() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-12").await;
    story.memory.take();
    story.cycle("2023-07-24", 9).await;
    let mails = story.memory.sent();
    let mut people: Vec<_> = mails.iter().map(|mail| mail.to.clone()).collect();
    people.sort();
    people.dedup();
    assert_eq!(people.len(), mails.len(), "one mail a person");
    // Each body hears of June by its own step, and nobody hears "7 days left".
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    let mut steps: Vec<_> = story.notices(june.id).await.into_iter().map(|notice| notice.step).collect();
    steps.sort();
    assert_eq!(steps, ["ESCALATE_DISCIPLINE+14", "ESCALATE_OFFICE+7", "ESCALATE_SUPERVISORS+3", "ESCALATE_SUPERVISORS+3", "OVERDUE+1", "OVERDUE+1"]);
}

#[tokio::test]
async fn nobody_at_a_step_and_the_next_one_is_taken_at_once() {
    let story = Story::new().await;
    dismiss(&story, story.township.plant.id, "2023-06-25").await;
    story.days("2023-05-22", "2023-07-21").await;
    let expected = told(&[
        ("06-21", "赵敏"),
        // Reminders stay reminders, but the village and the regulator get them, and the safety office hears of the gap.
        ("06-27", "娜仁"),
        ("06-27", "周敏"),
        ("06-27", "罗洋"),
        ("06-29", "娜仁"),
        ("06-29", "周敏"),
        ("06-29", "罗洋"),
        // What was to be told to the enterprise on 07-03 goes to village and regulator at once.
        ("07-03", "娜仁"),
        ("07-03", "周敏"),
        ("07-03", "罗洋"),
        ("07-11", "罗洋"),
        ("07-20", "谢明"),
    ]);
    assert_eq!(story.told(&about_june(&story).await).await, expected);
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    let gaps = story.events(june.id).await.iter().filter(|event| event.0 == "AUDIENCE_MISSING").count();
    assert_eq!(gaps, 3, "REMIND-3, REMIND-1 and OVERDUE+1");
}

/// Everybody of an organization leaves on a day.
async fn dismiss(story: &Story, organization: uuid::Uuid, on: &str) {
    let rows = membership::Entity::find().filter(membership::Column::OrganizationId.eq(organization)).all(story.township.db.read()).await.expect("memberships");
    let left = story
        .township
        .change(async |tx| {
            for row in rows {
                let mut row = row.into_active_model();
                row.until = Set(Some(day(on)));
                row.update(tx).await?;
            }
            Ok(())
        })
        .await;
    left.expect("left");
}

#[tokio::test]
async fn who_has_no_address_any_more_is_passed_over_for_the_next_one() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-20").await;
    // The notice is planned at midnight; in the night the officer's address is taken away.
    story.cycle("2023-06-21", 0).await;
    let officer = person::Entity::find_by_id(story.township.plant.officer).one(story.township.db.read()).await.expect("asked").expect("an officer");
    let without = story
        .township
        .change(async |tx| {
            let mut row = officer.into_active_model();
            row.email = Set(None);
            row.update(tx).await?;
            Ok(())
        })
        .await;
    without.expect("changed");
    story.cycle("2023-06-21", 8).await;
    assert_eq!(story.told(&about_june(&story).await).await, told(&[("06-21", "李建国")]));
    let june = story.township.window(story.township.plant.id, "E05", "2023-06-15").await;
    let states: Vec<_> = story.notices(june.id).await.into_iter().map(|notice| (notice.state, notice.cancelled_reason)).collect();
    assert_eq!(states, [(NoticeState::Failed, Some("NO_ADDRESS".to_owned())), (NoticeState::Sent, None)]);
}

#[tokio::test]
async fn a_whole_mail_is_as_it_should_be() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-21").await;
    let mails = story.memory.sent();
    let mail = mails.iter().find(|mail| mail.text.contains("主要负责人带队检查") && mail.to.contains("8d75")).expect("the officer's mail");
    insta::assert_snapshot!(String::from_utf8_lossy(&mail.raw).replace('\r', ""));
}
