//! What nobody does climbs, step by step, until somebody acts.

use redline_tests::{Received, Town, day};

use crate::deeds::{inspect, window, windows};

/// The mails of a span of days that speak of a rule, as `day to: subject`.
fn about<'a>(mails: &'a [Received], what: &str, from: &str, until: &str) -> Vec<(String, &'a str)> {
    let mut found: Vec<(String, &str)> = mails
        .iter()
        .filter(|received| (day(from)..=day(until)).contains(&received.on))
        .filter(|received| received.mail.text.contains(what) && received.mail.text.contains("蓝湖化工"))
        .map(|received| (received.on.to_string(), received.mail.to.as_str()))
        .collect();
    found.sort();
    found
}

/// Everything that the plant owes in June apart from the head's inspection is done, so that the mails speak of it alone.
async fn plant_without_a_head_led_inspection_in_june() -> Town {
    let mut town = Town::on("2023-05-22").await;
    for rule in ["E01", "E02", "E08", "E10", "E11", "E12", "E13", "E14", "E16", "E17"] {
        for window in windows(&mut town, "plant.head", "plant", rule).await {
            let excuse = "mutation($input: ExcuseWindowInput!) { excuseWindow(input: $input) { window { status } userErrors { code message } } }";
            town.change("office.head", excuse, serde_json::json!({ "input": { "windowId": window["id"], "reason": "本例不涉及" } })).await;
        }
    }
    town
}

#[tokio::test]
async fn a_plant_whose_head_leads_no_inspection_in_june_is_reminded_and_climbs_and_then_is_late_for_good() {
    let mut town = plant_without_a_head_led_inspection_in_june().await;
    town.pass_to("2023-06-30").await;
    // T−7 is 06-23, in the Dragon Boat holiday of 06-22 to 06-24: the last working day before it is 06-21.
    let officer = "plant.officer@example.cn";
    assert_eq!(
        about(&town.mails, "带队检查", "2023-06-01", "2023-06-30"),
        [("2023-06-21".to_owned(), officer), ("2023-06-27".to_owned(), officer), ("2023-06-29".to_owned(), officer)]
    );
    assert_eq!(window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await["status"], "DUE_SOON");

    // Overdue is what it is on 07-01, a Saturday; the mails go on working days.
    town.pass_to("2023-07-01").await;
    assert_eq!(window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await["status"], "OVERDUE");
    town.pass_to("2023-07-20").await;
    let climbed = about(&town.mails, "带队检查", "2023-07-01", "2023-07-20");
    assert_eq!(
        climbed,
        [
            ("2023-07-03".to_owned(), "plant.head@example.cn"),
            ("2023-07-03".to_owned(), officer),
            ("2023-07-05".to_owned(), "regulator.officer@example.cn"),
            ("2023-07-05".to_owned(), "village.officer@example.cn"),
            ("2023-07-11".to_owned(), "office.officer@example.cn"),
            ("2023-07-20".to_owned(), "discipline.officer@example.cn"),
        ]
    );
    let overdue = town.mails.iter().find(|received| received.on == day("2023-07-03") && received.mail.to == "plant.head@example.cn").expect("the mail");
    insta::assert_snapshot!("overdue_mail", format!("To: {}\nSubject: {}\n\n{}", overdue.mail.to, overdue.mail.subject, overdue.mail.text));

    // At last the head inspects: late for June, in time for July, and nobody is told of June again.
    town.pass_to("2023-07-21").await;
    inspect(&mut town, "plant.head", "plant", "HEAD_LED", "plant.head", "2023-07-21").await;
    let june = window(&mut town, "plant.head", "plant", "E05", "2023-06-30").await;
    assert_eq!((june["status"].as_str(), june["fulfilledOn"].as_str()), (Some("FULFILLED_LATE"), Some("2023-07-21")));
    assert_eq!(window(&mut town, "plant.head", "plant", "E05", "2023-07-31").await["status"], "FULFILLED");
    town.pass_to("2023-08-01").await;
    assert_eq!(about(&town.mails, "带队检查", "2023-07-21", "2023-08-01"), []);
    town.end().await;
}

#[tokio::test]
async fn who_inspects_after_the_overdue_mail_is_not_escalated() {
    let mut town = plant_without_a_head_led_inspection_in_june().await;
    town.pass_to("2023-07-04").await;
    inspect(&mut town, "plant.officer", "plant", "HEAD_LED", "plant.head", "2023-07-04").await;
    town.pass_to("2023-07-20").await;
    assert_eq!(about(&town.mails, "带队检查", "2023-07-04", "2023-07-20"), []);
    town.end().await;
}

#[tokio::test]
async fn a_mail_that_waits_for_the_morning_is_taken_back_when_the_duty_is_done_in_the_night() {
    let mut town = plant_without_a_head_led_inspection_in_june().await;
    town.pass_to("2023-06-28").await;
    // After midnight of 06-29 the reminder is planned; before eight o'clock the inspection is signed.
    town.clock.set(town.site.zone.at(day("2023-06-29"), 0) + chrono::Duration::minutes(5));
    town.cycle().await;
    inspect(&mut town, "plant.head", "plant", "HEAD_LED", "plant.head", "2023-06-28").await;
    town.pass_to("2023-07-20").await;
    assert_eq!(about(&town.mails, "带队检查", "2023-06-28", "2023-07-20"), []);
    town.end().await;
}

#[tokio::test]
async fn one_person_gets_one_digest_a_morning() {
    let mut town = Town::on("2023-05-22").await;
    town.pass_to("2023-08-02").await;
    let mut days: Vec<_> = town.mails.iter().filter(|received| received.mail.to == "plant.head@example.cn").map(|received| received.on).collect();
    let mails = days.len();
    days.dedup();
    assert_eq!(mails, days.len(), "two mails on one day");
    // On 08-01 everything of 07-31 is overdue: one mail names it all.
    let digest = town.mails.iter().find(|received| received.on == day("2023-08-01") && received.mail.to == "plant.head@example.cn").expect("a digest");
    for title in ["学习判定标准并部署自查", "全员安全警示教育", "电气焊设备检查", "报告专项行动开展情况"] {
        assert!(digest.mail.text.contains(title), "{title} is missing in\n{}", digest.mail.text);
    }
    town.end().await;
}

#[tokio::test]
async fn mails_go_out_on_working_days_only() {
    let mut town = Town::on("2023-06-15").await;
    town.pass_to("2023-07-10").await;
    let holidays = ["2023-06-17", "2023-06-18", "2023-06-22", "2023-06-23", "2023-06-24", "2023-07-01", "2023-07-02", "2023-07-08", "2023-07-09"].map(day);
    assert!(!town.mails.is_empty());
    assert!(town.mails.iter().all(|received| !holidays.contains(&received.on)), "a mail on a holiday");
    assert!(town.mails.iter().any(|received| received.on == day("2023-06-25")), "none on the Sunday that was worked");
    town.end().await;
}
