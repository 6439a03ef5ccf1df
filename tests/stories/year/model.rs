//! The model township: every window of the year fulfilled in time.

use serde_json::json;

use super::{Year, overdue};

#[tokio::test(flavor = "multi_thread")]
async fn a_model_township_fulfils_every_window_of_the_year_by_the_api_alone() {
    let mut year = Year::lived(&[]).await;
    let query = "{ compliance(groupBy: RULE) { key due fulfilled late overdue excused rate } rules { code cadence { kind } } }";
    let data = year.town.data("office.head", query, json!({})).await;
    let rows = data["compliance"].as_array().expect("rows");
    for row in rows {
        let all = (&row["fulfilled"], &row["late"], &row["overdue"], &row["excused"], &row["rate"]);
        assert_eq!(all, (&row["due"], &json!(0), &json!(0), &json!(0), &json!(1.0)), "{row}");
        assert_ne!(row["due"], 0, "{row}");
    }
    // Every rule of the rulebook that has windows was owed by somebody, and done.
    let mut owed: Vec<&str> = rows.iter().filter_map(|row| row["key"].as_str()).collect();
    let mut asked: Vec<&str> =
        data["rules"].as_array().expect("rules").iter().filter(|rule| rule["cadence"]["kind"] != "STANDING").filter_map(|rule| rule["code"].as_str()).collect();
    owed.sort_unstable();
    asked.sort_unstable();
    assert_eq!(owed, asked);
    assert_eq!(overdue(&mut year.town).await, Vec::<String>::new());
    year.town.end().await;
}
