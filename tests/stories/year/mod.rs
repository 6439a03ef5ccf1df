//! A whole year of the campaign by API calls alone: one township that does all that is owed, and one that breaks each rule once.

mod deeds;
mod events;
mod model;
mod negligent;

use chrono::{Days, NaiveDate};
use redline_tests::{Town, day};
use serde_json::{Value, json};

use events::Events;

/// A window that nobody is going to fulfil: the rule, whose, and the day on which it is due.
pub type Broken = (&'static str, &'static str, &'static str);

/// The township and what it leaves undone.
pub struct Year {
    /// The township.
    pub town: Town,
    /// What it leaves undone.
    broken: &'static [Broken],
    events: Events,
}

impl Year {
    /// Lives through the year, from the first day of the action until the day after everything is due.
    pub async fn lived(broken: &'static [Broken]) -> Self {
        let mut year = Self { town: Town::on("2023-05-22").await, broken, events: Events::default() };
        events::begin(&mut year).await;
        let (mut today, last) = (day("2023-05-22"), day("2024-01-05"));
        loop {
            events::of_day(&mut year, today).await;
            for owed in due_on(&mut year.town, today).await {
                if !year.leaves_undone(&owed, today) {
                    deeds::fulfil(&mut year, &owed, today).await;
                }
            }
            if today == last {
                break;
            }
            today = today + Days::new(1);
            year.town.pass_to(&today.to_string()).await;
        }
        year.town.pass_to("2024-01-06").await;
        year
    }

    /// Whether something is among what is left undone.
    pub fn breaks(&self, rule: &str, organization: &str, due_on: &str) -> bool {
        self.broken.contains(&(rule, organization, due_on))
    }

    fn leaves_undone(&self, owed: &Owed, due_on: NaiveDate) -> bool {
        self.breaks(&owed.rule, &owed.organization, &due_on.to_string())
    }

    /// Sends a mutation as somebody, expects that it is carried out, and answers what `select` asks of its payload.
    pub async fn act(&mut self, who: &str, mutation: &str, select: &str, input: Value) -> Value {
        act(&mut self.town, who, mutation, select, input).await
    }
}

/// A window that is due: by its identifier, rule, the short name of whose it is, its period, and the hazard that it is about.
#[derive(Clone, Debug)]
pub struct Owed {
    /// The code of its rule.
    pub rule: String,
    /// The short name of whose it is.
    pub organization: String,
    /// The last day of its period.
    pub closes_on: String,
    /// The hazard, if it is about one.
    pub hazard: Option<String>,
}

/// What is due on a day and not done, of everybody.
async fn due_on(town: &mut Town, on: NaiveDate) -> Vec<Owed> {
    let query = "query($filter: WindowFilter!) { windows(filter: $filter, first: 100) { pageInfo { hasNextPage } nodes {
        ruleCode closesOn status organization { id } hazard { id } } } }";
    let data = town.data("office.head", query, json!({ "filter": { "dueFrom": on, "dueUntil": on } })).await;
    assert_eq!(data["windows"]["pageInfo"]["hasNextPage"], false, "more than a page is due on {on}");
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let nodes = data["windows"]["nodes"].as_array().expect("a list");
    let open = nodes.iter().filter(|window| !matches!(window["status"].as_str(), Some("FULFILLED" | "FULFILLED_LATE" | "EXCUSED" | "SUPERSEDED")));
    open.map(|window| Owed {
        rule: text(&window["ruleCode"]).expect("a code"),
        organization: town.bodies.short_name(window["organization"]["id"].as_str().expect("an id")).to_owned(),
        closes_on: text(&window["closesOn"]).expect("a day"),
        hazard: text(&window["hazard"]["id"]),
    })
    .collect()
}

/// Sends a mutation as somebody, expects that it is carried out, and answers its payload.
pub async fn act(town: &mut Town, who: &str, mutation: &str, select: &str, input: Value) -> Value {
    let mut kind = mutation.to_owned();
    kind[..1].make_ascii_uppercase();
    let query = format!("mutation($input: {kind}Input!) {{ {mutation}(input: $input) {{ {select} userErrors {{ code field message clause }} }} }}");
    town.change(who, &query, json!({ "input": input })).await[mutation].clone()
}

/// All that is overdue now, as `rule organization due`, as the safety office sees it.
pub async fn overdue(town: &mut Town) -> Vec<String> {
    let query = "{ overdue { windowCount windows(first: 100) { nodes { ruleCode dueOn organization { name } } } hazardCount } }";
    let data = town.data("office.head", query, json!({})).await["overdue"].clone();
    let nodes = data["windows"]["nodes"].as_array().expect("a list");
    assert_eq!(data["windowCount"], nodes.len(), "one page holds them all");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut list: Vec<String> =
        nodes.iter().map(|node| format!("{} {} {}", text(&node["ruleCode"]), text(&node["organization"]["name"]), text(&node["dueOn"]))).collect();
    list.sort();
    list
}
