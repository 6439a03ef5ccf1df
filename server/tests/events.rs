//! Accident alerts, key periods, who was on duty, drills with tasks and activities with attendance, by the API alone.

use crate::support::{Server, Town, type_id};
use redline_domain::ids::Noun;
use serde_json::{Value, json};

struct Story {
    server: Server,
    town: Town,
}

impl Story {
    async fn begin() -> Self {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        Self { server, town }
    }

    fn enterprise(&self, at: usize) -> String {
        type_id(Noun::Organization, self.town.enterprises[at])
    }

    fn person(&self, login: &str) -> String {
        type_id(Noun::Person, self.town.person(login))
    }

    async fn change(&self, who: &str, name: &str, fields: &str, input: Value) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field clause }} }} }}");
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
    }

    async fn done(&self, who: &str, name: &str, fields: &str, input: Value) -> Value {
        let answer = self.change(who, name, fields, input).await;
        assert_eq!(answer["userErrors"], json!([]), "{answer:#}");
        answer
    }

    async fn ask(&self, who: &str, query: &str, variables: Value) -> Value {
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), query, variables).await.data()
    }

    async fn alert(&self) -> Value {
        let input = json!({
            "title": "某地储罐爆炸", "happenedOn": "2023-07-03", "place": "邻旗", "summary": "违规动火。", "lessons": "先检测。",
            "sectors": ["HAZARDOUS_CHEMICALS"], "number": "警示1号", "requestId": "alert",
        });
        let fields = "alert { id dueOn sectors number issuedBy { name } issuedByOrganization { name } coverage { reached all } }";
        self.done("office", "issueAlert", fields, input).await["alert"].clone()
    }

    async fn period(&self) -> Value {
        let input = json!({ "name": "夏季高温", "from": "2023-07-05", "until": "2023-07-06", "reason": "高温时段" });
        self.done("office", "declareKeyPeriod", "keyPeriod { id days from until coverage { all } }", input).await["keyPeriod"].clone()
    }

    async fn on_duty(&self, period: &Value) -> Value {
        let input = json!({
            "organizationId": self.enterprise(0), "keyPeriodId": period["id"], "day": "2023-07-05", "personId": self.person("head0"), "note": "全天在岗",
        });
        let fields = "onDuty { id day state planned note person { name position } keyPeriod { name } countsFor { ruleCode status } photos { id } }";
        self.done("head0", "recordOnDuty", fields, input).await["onDuty"].clone()
    }
}

const WINDOWS: &str = "query($f: WindowFilter!) { windows(filter: $f) { nodes { ruleCode dueOn required alert { title } keyPeriod { name } status } } }";

#[tokio::test]
async fn an_alert_is_issued_seen_by_everybody_and_answered_by_an_inspection_that_cites_it() {
    let story = Story::begin().await;
    let alert = story.alert().await;
    assert_eq!((&alert["dueOn"], &alert["coverage"]), (&json!("2023-07-15"), &json!({ "reached": 0, "all": 1 })));
    assert_eq!((&alert["issuedBy"]["name"], &alert["issuedByOrganization"]["name"]), (&json!("office"), &json!("安委办")));
    let owed = story.ask("head0", WINDOWS, json!({ "f": { "alert": alert["id"] } })).await;
    let expected =
        json!([{ "ruleCode": "E06", "dueOn": "2023-07-15", "required": 1, "alert": { "title": "某地储罐爆炸" }, "keyPeriod": null, "status": "OPEN" }]);
    assert_eq!(owed["windows"]["nodes"], expected);
    let list = "{ alerts(filter: { withdrawn: false, text: \"储罐\" }) { totalCount nodes { id title coverage { all } } } }";
    let seen = story.ask("head1", list, json!({})).await["alerts"].clone();
    assert_eq!((&seen["totalCount"], &seen["nodes"][0]["coverage"]["all"]), (&json!(1), &json!(0)), "of another sector: sees the alert, and not who owes it");
    let node = "query($id: ID!) { node(id: $id) { __typename id } }";
    assert_eq!(story.ask("staff0", node, json!({ "id": alert["id"] })).await["node"]["__typename"], "Alert");

    let forbidden = story.change("head0", "withdrawAlert", "alert { id }", json!({ "alertId": alert["id"], "reason": "x" })).await;
    assert_eq!(forbidden["userErrors"][0]["code"], "FORBIDDEN");
    let withdrawn = story.done("office", "withdrawAlert", "alert { withdrawnOn withdrawnReason }", json!({ "alertId": alert["id"], "reason": "有误" })).await;
    assert_eq!(withdrawn["alert"], json!({ "withdrawnOn": "2023-07-05", "withdrawnReason": "有误" }));
    assert_eq!(story.ask("head0", WINDOWS, json!({ "f": { "alert": alert["id"] } })).await["windows"]["nodes"][0]["status"], "SUPERSEDED");
}

#[tokio::test]
async fn a_key_period_is_planned_recorded_and_voided() {
    let story = Story::begin().await;
    let period = story.period().await;
    assert_eq!((&period["days"], &period["coverage"]["all"]), (&json!(2), &json!(2)));
    let roster = json!({
        "organizationId": story.enterprise(0), "keyPeriodId": period["id"],
        "entries": [{ "day": "2023-07-05", "personId": story.person("head0") }, { "day": "2023-07-06", "personId": story.person("head0") }],
    });
    story.done("head0", "planOnDuty", "keyPeriod { id }", roster).await;
    let record = story.on_duty(&period).await;
    assert_eq!((&record["state"], &record["planned"], &record["person"]), (&json!("RECORDED"), &json!(true), &json!({ "name": "head0", "position": "HEAD" })));
    let list = "query($f: OnDutyFilter!) { onDuty(filter: $f, orderBy: EARLIEST_FIRST) { nodes { day state } } }";
    let filter = json!({ "f": { "organization": story.enterprise(0), "keyPeriod": period["id"], "day": { "from": "2023-07-05", "until": "2023-07-06" } } });
    let rows = story.ask("unit", list, filter.clone()).await;
    assert_eq!(rows["onDuty"]["nodes"], json!([{ "day": "2023-07-05", "state": "RECORDED" }, { "day": "2023-07-06", "state": "PLANNED" }]));
    assert_eq!(story.ask("head1", list, filter).await["onDuty"]["nodes"], json!([]), "another enterprise's");

    let input = json!({ "onDutyId": record["id"], "reason": "有误" });
    for (who, code) in [("head1", "NOT_FOUND"), ("unit", "FORBIDDEN")] {
        assert_eq!(story.change(who, "voidOnDuty", "onDuty { id }", input.clone()).await["userErrors"][0]["code"], code);
    }
    let voided = story.done("head0", "voidOnDuty", "onDuty { state voidedReason }", input).await;
    assert_eq!(voided["onDuty"], json!({ "state": "VOIDED", "voidedReason": "有误" }));
    let withdrawn = story.done("office", "withdrawKeyPeriod", "keyPeriod { withdrawnReason }", json!({ "keyPeriodId": period["id"], "reason": "降温" })).await;
    assert_eq!(withdrawn["keyPeriod"]["withdrawnReason"], "降温");
    let periods = "{ keyPeriods(filter: { on: { from: \"2023-07-06\", until: \"2023-07-31\" } }) { nodes { name withdrawnOn } } }";
    assert_eq!(story.ask("village0", periods, json!({})).await["keyPeriods"]["nodes"], json!([{ "name": "夏季高温", "withdrawnOn": "2023-07-05" }]));
}

#[tokio::test]
async fn a_drill_leaves_tasks_that_are_listed_and_completed() {
    let story = Story::begin().await;
    let input = json!({
        "organizationId": story.enterprise(0), "title": "泄漏演练", "scenario": "阀门泄漏", "participants": 5, "review": "疏散及时",
        "occurredOn": "2023-07-01", "plan": "泄漏专项预案", "scope": "SPECIAL", "form": "TABLETOP",
        "attendees": [{ "personId": story.person("staff0"), "role": "疏散组" }, { "name": "张某" }],
        "improvements": [
            { "description": "补充堵漏器材", "responsibleId": story.person("staff0"), "dueOn": "2023-07-20" },
            { "description": "增设标识", "responsibleName": "李某", "dueOn": "2023-07-04" },
        ],
    });
    let fields = "drill { id plan scope form attendees { name role person { position } } improvements { id state dueOn responsible { name } } photos { id } }";
    let drill = story.done("head0", "recordDrill", fields, input).await["drill"].clone();
    assert_eq!((&drill["plan"], &drill["scope"], &drill["form"]), (&json!("泄漏专项预案"), &json!("SPECIAL"), &json!("TABLETOP")));
    let people = json!([{ "name": "staff0", "role": "疏散组", "person": { "position": "STAFF" } }, { "name": "张某", "role": null, "person": null }]);
    assert_eq!(drill["attendees"], people);
    let list = "query($s: [TaskState!]) { tasks(filter: { state: $s }) { totalCount nodes { id description state responsible { name } responsibleName drill { title } } } }";
    let overdue = story.ask("unit", list, json!({ "s": ["OVERDUE"] })).await["tasks"].clone();
    assert_eq!((&overdue["totalCount"], &overdue["nodes"][0]["responsibleName"]), (&json!(1), &json!("李某")));
    assert_eq!(story.ask("head1", list, json!({ "s": null })).await["tasks"]["totalCount"], 0);
    let open = story.ask("head0", list, json!({ "s": ["OPEN"] })).await["tasks"]["nodes"][0].clone();
    let input = json!({ "taskId": open["id"], "note": "已补充" });
    assert_eq!(story.change("head1", "completeTask", "task { id }", input.clone()).await["userErrors"][0]["code"], "NOT_FOUND");
    let done = story.done("staff0", "completeTask", "task { state doneOn doneNote doneBy { name } }", input).await;
    assert_eq!(done["task"], json!({ "state": "DONE", "doneOn": "2023-07-05", "doneNote": "已补充", "doneBy": { "name": "staff0" } }));
}

#[tokio::test]
async fn an_appointment_names_who_is_appointed() {
    let story = Story::begin().await;
    let mut input =
        json!({ "organizationId": story.enterprise(0), "kind": "APPOINTMENT", "title": "任命", "participants": 1, "summary": "任命安全员", "expected": 1 });
    let fields = "activity { expected attendees { name role } photos { id } countsFor { ruleCode } }";
    let refused = story.change("head0", "recordActivity", fields, input.clone()).await;
    assert_eq!(refused["userErrors"], json!([{ "code": "APPOINTEE_MISSING", "field": "attendees", "clause": "2.1.2" }]));
    input["attendees"] = json!([{ "personId": story.person("staff0"), "role": "专职安全员" }]);
    let activity = story.done("head0", "recordActivity", fields, input).await["activity"].clone();
    assert_eq!((&activity["expected"], &activity["countsFor"]), (&json!(1), &json!([{ "ruleCode": "E11" }])));
    assert_eq!(activity["attendees"], json!([{ "name": "staff0", "role": "专职安全员" }]));
}

/// Nobody's question costs more the more there is to answer.
#[tokio::test]
async fn ten_rows_and_a_hundred_take_as_many_statements() {
    let story = Story::begin().await;
    let period = story.period().await;
    story.alert().await;
    let token = story.server.login("office").await;
    let questions = [
        "query($n: Int!) { onDuty(first: $n) { nodes { day organization { name } keyPeriod { name coverage { all } } person { name } recordedBy { name } countsFor { id } photos { id } } } }",
        "query($n: Int!) { tasks(first: $n) { nodes { state organization { name } drill { title attendees { name } improvements { id } } responsible { name } photos { id } } } }",
        "query($n: Int!) { drills(first: $n) { nodes { attendees { name } improvements { state } photos { id } } } }",
        "query($n: Int!) { windows(first: $n, filter: { rule: [\"E06\", \"E07\"] }) { nodes { alert { title } keyPeriod { name } } } }",
    ];
    fill(&story, &period, 0..10).await;
    let mut few = Vec::new();
    for question in questions {
        few.push(story.server.statements(&token, question, json!({ "n": 10 })).await);
    }
    fill(&story, &period, 10..60).await;
    for (question, few) in questions.into_iter().zip(few) {
        assert_eq!(story.server.statements(&token, question, json!({ "n": 100 })).await, few, "{question}");
    }
}

async fn fill(story: &Story, period: &Value, numbers: std::ops::Range<u32>) {
    use redline_domain::ids::decode_as;
    use redline_ledger::{
        attendance::Attendee,
        drill::{self, NewDrill},
        on_duty::{self, NewOnDuty},
        task::NewTask,
    };
    let ctx = redline_ledger::Context::operator(story.server.app.site.clone(), crate::support::moment("2023-07-06T04:00:00Z"));
    let key_period = decode_as(Noun::KeyPeriod, period["id"].as_str().expect("an id")).expect("a key period");
    let (organization, head) = (story.town.enterprises[0], story.town.person("head0"));
    let db = story.server.app.db.begin().await.expect("a transaction");
    for number in numbers {
        let day = crate::support::day("2023-07-05");
        let new = NewDrill {
            organization,
            title: format!("演练 {number}"),
            scenario: "火情".to_owned(),
            occurred_on: day,
            participants: 3,
            led_by: Some(head),
            review: Some("及时".to_owned()),
            plan: None,
            scope: None,
            form: None,
            attendees: vec![Attendee { person: Some(head), ..Attendee::default() }],
            improvements: vec![NewTask { description: "改进".to_owned(), responsible: Some(head), responsible_name: None, due_on: day }],
            photos: Vec::new(),
            documents: Vec::new(),
        };
        drill::record(&db, &ctx, new).await.expect("recorded");
        // Each is voided, so that the next can be recorded.
        let row =
            on_duty::record(&db, &ctx, NewOnDuty { organization, key_period, day, person: head, note: None, photos: Vec::new() }).await.expect("recorded");
        on_duty::void(&db, &ctx, row.id, "有误").await.expect("voided");
    }
    db.commit().await.expect("committed");
}
