//! What an accident alert and a key period set off climbs its ladder like all that is owed.

use crate::common::{Story, day};
use redline_domain::Sector;
use redline_ledger::{
    alert::{self, NewAlert},
    key_period::{self, NewKeyPeriod},
};
use uuid::Uuid;

async fn issued(story: &Story) -> Uuid {
    let office = story.township.person(story.township.safety_office.officer, "2023-06-12").await;
    let new = NewAlert {
        title: "某地储罐爆炸事故".to_owned(),
        happened_on: day("2023-06-09"),
        place: "邻近旗县".to_owned(),
        summary: "检维修中违规动火引发爆炸。".to_owned(),
        lessons: "动火前吹扫置换并检测。".to_owned(),
        sectors: vec![Sector::HazardousChemicals],
        number: None,
    };
    story.township.change(async |tx| alert::issue(tx, &office, new).await).await.expect("issued").id
}

fn told(days: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut told: Vec<_> = days.iter().map(|(date, name)| (format!("2023-{date}"), (*name).to_owned())).collect();
    told.sort();
    told
}

#[tokio::test]
async fn an_alert_is_told_and_who_does_not_answer_it_is_urged_until_the_discipline_office_hears_of_it() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-11").await;
    issued(&story).await;
    story.days("2023-06-13", "2023-07-20").await;
    assert_eq!(story.told("动火前吹扫置换并检测").await, told(&[("06-13", "李建国"), ("06-13", "赵敏")]));
    let window = story.township.windows(story.township.plant.id, "E06").await.remove(0);
    let about = redline_domain::ids::encode(redline_domain::ids::Noun::Window, window.id);
    // Due on 06-22, the first day of a holiday: the working days after it are 06-25, a 调休 workday, 06-26 and so on.
    let told = story.told(&about).await;
    let whom: Vec<&str> = told.iter().map(|(_, name)| name.as_str()).collect();
    for name in ["赵敏", "李建国", "娜仁", "周敏", "罗洋", "谢明"] {
        assert!(whom.contains(&name), "{name}: {told:?}");
    }
    let events: Vec<String> = story.events(window.id).await.into_iter().map(|(action, _)| action).collect();
    assert_eq!(events, ["WINDOW_SET_OFF", "WINDOW_OPENED", "WINDOW_OVERDUE"]);
}

#[tokio::test]
async fn a_key_period_without_records_is_overdue_the_day_after_and_climbs() {
    let story = Story::new().await;
    story.days("2023-05-22", "2023-06-15").await;
    let office = story.township.person(story.township.safety_office.officer, "2023-06-16").await;
    let new = NewKeyPeriod { name: "端午节假期".to_owned(), from: day("2023-06-22"), until: day("2023-06-24"), reason: "节假日值守".to_owned() };
    story.township.change(async |tx| key_period::declare(tx, &office, new).await).await.expect("declared");
    story.days("2023-06-17", "2023-06-30").await;
    let window = story.township.windows(story.township.plant.id, "E07").await.remove(0);
    let about = redline_domain::ids::encode(redline_domain::ids::Noun::Window, window.id);
    let told = story.told(&about).await;
    assert!(told.iter().any(|(_, name)| name == "周敏"), "the regulator: {told:?}");
    assert!(window.overdue_noted && window.opened_noted);
    let events = story.events(window.id).await;
    assert!(events.contains(&("WINDOW_OVERDUE".to_owned(), day("2023-06-25"))), "{events:?}");
}
