//! Enforcement actions and closure candidates, by the API alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, Town, day, moment, type_id};
use redline_domain::{EnforcementBasis, EnforcementKind, EnforcementState, FoundBy, HazardGrade, ids::Noun};
use redline_entity::{enforcement, organization};
use redline_ledger::{
    Context, actor,
    hazard::{self, GradeInput, NewHazard},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};
use uuid::Uuid;

struct Story {
    server: Server,
    town: Town,
}

const FIELDS: &str = "enforcement { id kind kindLabel isPenalty ofHead amountYuan amountWan number basis decidedOn state withdrawnReason organization { id name } authority { name }
    person { name position } personName hazard { id } inspection { id } recordedBy { name }
    pair { id kind ofHead amountYuan person { name position } personName pair { id } } }";

impl Story {
    /// The unit has enforcement power.
    async fn begin() -> Self {
        let server = Server::start().await;
        let town = Town::found(&server).await;
        town.empower(&server).await;
        Self { server, town }
    }

    fn enterprise(&self) -> String {
        type_id(Noun::Organization, self.town.enterprises[0])
    }

    async fn change(&self, who: &str, name: &str, input: Value) -> Value {
        let kind = format!("{}{}Input", name[..1].to_ascii_uppercase(), &name[1..]);
        let query = format!("mutation($input: {kind}!) {{ {name}(input: $input) {{ {FIELDS} userErrors {{ code field message clause }} }} }}");
        let token = self.server.login(who).await;
        self.server.ask(Some(&token), &query, json!({ "input": input })).await.data()[name].clone()
    }

    async fn ask(&self, who: &str, query: &str, variables: Value) -> Value {
        self.server.ask(Some(&self.server.login(who).await), query, variables).await.data()
    }

    /// A major hazard of the first enterprise: found by itself and reported, or found by its regulator.
    async fn hazard(&self, found_by: FoundBy) -> String {
        let who = self.town.person(if found_by == FoundBy::SelfCheck { "head0" } else { "unit" });
        let actor = actor::load(self.server.app.db.read(), who, day("2023-06-20")).await.unwrap();
        let ctx = Context::new(self.server.app.site.clone(), actor.into(), moment("2023-06-20T01:00:00Z"));
        let db = self.server.app.db.begin().await.unwrap();
        let new = NewHazard {
            organization: self.town.enterprises[0],
            description: "储罐未设气体检测报警装置".to_owned(),
            location: None,
            sector: None,
            found_by,
            found_on: day("2023-06-20"),
            finding: None,
        };
        let id = hazard::report(&db, &ctx, new).await.unwrap().id;
        let major = GradeInput { grade: HazardGrade::Major, criterion: Some("HAZCHEM-2017/2".to_owned()), reason: String::new(), no_criterion_found: false };
        hazard::grade(&db, &ctx, id, major).await.unwrap();
        if found_by == FoundBy::SelfCheck {
            hazard::tell_regulator(&db, &ctx, id, None).await.unwrap();
            let plan = hazard::PlanElements {
                responsible: "head0".to_owned(),
                measures: "补装".to_owned(),
                funding_yuan: Some(1),
                deadline: Some(day("2023-07-15")),
                emergency_plan: "停用".to_owned(),
            };
            hazard::submit_plan(&db, &ctx, id, plan).await.unwrap();
        }
        db.commit().await.unwrap();
        type_id(Noun::Hazard, id)
    }

    fn fine(&self, on: &str) -> Value {
        json!({
            "organizationId": self.enterprise(), "kind": "FINE", "basis": "VIOLATION", "legalBasis": "《安全生产法》第九十九条", "reason": "报警装置缺失",
            "number": format!("罚〔{on}〕"), "amountYuan": "20000.5", "decidedOn": on, "apartFromHazards": true,
        })
    }
}

fn with(mut input: Value, more: Value) -> Value {
    input.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    input
}

#[tokio::test]
async fn a_paired_penalty_is_recorded_once_seen_from_everywhere_and_withdrawn() {
    let story = Story::begin().await;
    let hazard = story.hazard(FoundBy::Inspection).await;
    let failed = json!({ "basis": "RECTIFICATION_FAILED", "hazardId": hazard, "apartFromHazards": false });
    let alone = story.change("unit", "recordEnforcement", with(story.fine("2023-07-03"), failed.clone())).await;
    assert_eq!((&alone["userErrors"][0]["code"], &alone["userErrors"][0]["clause"]), (&json!("PAIRED_PENALTY_MISSING"), &json!("2.2.3")));
    assert_eq!(alone["enforcement"], Value::Null);

    let head = type_id(Noun::Person, story.town.person("head0"));
    let input = with(with(story.fine("2023-07-03"), failed), json!({ "headPenalty": { "personId": head, "amountYuan": 5000 }, "requestId": "pair" }));
    let taken = story.change("unit", "recordEnforcement", input.clone()).await;
    assert_eq!(taken["userErrors"], json!([]), "{taken:#}");
    assert_eq!(story.change("unit", "recordEnforcement", input).await, taken, "carried out once");
    let taken = &taken["enforcement"];
    assert_eq!(
        (&taken["kindLabel"], &taken["isPenalty"], &taken["amountYuan"], &taken["amountWan"]),
        (&json!("Fine"), &json!(true), &json!("20000.50"), &json!("2.00"))
    );
    assert_eq!(taken["authority"], json!({ "name": "应急管理办" }));
    assert_eq!((&taken["ofHead"], &taken["person"], &taken["hazard"]["id"]), (&json!(false), &Value::Null, &json!(hazard)));
    let pair = &taken["pair"];
    assert_eq!((&pair["kind"], &pair["ofHead"], &pair["amountYuan"], &pair["personName"]), (&json!("FINE"), &json!(true), &json!("5000.00"), &json!("head0")));
    assert_eq!((&pair["person"], &pair["pair"]["id"]), (&json!({ "name": "head0", "position": "HEAD" }), &taken["id"]));

    let query = "query($h: ID!, $o: ID!, $e: ID!) { hazard(id: $h) { state enforcements { id } } organization(id: $o) { enforcements(kind: [FINE]) { id } } \
        node(id: $e) { ... on Enforcement { number } } enforcement(id: $e) { reason } enforcements { totalCount } }";
    let seen = story.ask("head0", query, json!({ "h": hazard, "o": story.enterprise(), "e": taken["id"] })).await;
    assert_eq!((&seen["hazard"]["state"], seen["hazard"]["enforcements"].as_array().unwrap().len()), (&json!("GRADED"), 2));
    assert_eq!(seen["organization"]["enforcements"], json!([{ "id": taken["id"] }]), "the enterprise's half leads to the head's");
    assert_eq!((&seen["node"]["number"], &seen["enforcement"]["reason"]), (&json!("罚〔2023-07-03〕"), &json!("报警装置缺失")));
    assert_eq!(seen["enforcements"]["totalCount"], 2);

    let withdrawal = json!({ "enforcementId": taken["id"], "reason": "事实不清" });
    assert_eq!(story.change("office", "withdrawEnforcement", withdrawal.clone()).await["userErrors"][0]["code"], "NOT_THE_AUTHORITY");
    let withdrawn = story.change("unit", "withdrawEnforcement", withdrawal).await["enforcement"].clone();
    assert_eq!((&withdrawn["state"], &withdrawn["withdrawnReason"]), (&json!("WITHDRAWN"), &json!("事实不清")));
    let left = story.ask("unit", "{ enforcements(filter: {state: [IN_FORCE]}) { totalCount } }", json!({})).await;
    assert_eq!(left["enforcements"]["totalCount"], 0);
}

#[tokio::test]
async fn an_inspector_sees_the_clause_before_he_tries() {
    let story = Story::begin().await;
    let exempt = story.hazard(FoundBy::SelfCheck).await;
    let query = "query($h: ID!) { penaltyCheck(hazardId: $h) { allowed gaps explanation refusal { code clause message } } }";
    let check = story.ask("unit", query, json!({ "h": exempt })).await["penaltyCheck"].clone();
    assert_eq!((&check["allowed"], &check["gaps"], &check["refusal"]["code"]), (&json!(false), &json!([]), &json!("NO_PENALTY_FOR_SELF_FOUND")));
    assert_eq!((&check["refusal"]["clause"], &check["explanation"]), (&json!("2.2.3"), &check["refusal"]["message"]));
    let tried = story.change("unit", "recordEnforcement", with(story.fine("2023-07-03"), json!({ "hazardId": exempt, "apartFromHazards": false }))).await;
    assert_eq!((&tried["enforcement"], &tried["userErrors"][0]["message"]), (&Value::Null, &check["explanation"]));

    let found = story.hazard(FoundBy::Inspection).await;
    let check = story.ask("unit", query, json!({ "h": found })).await["penaltyCheck"].clone();
    assert_eq!((&check["allowed"], &check["gaps"]), (&json!(true), &json!(["NOT_SELF_FOUND", "NOT_REPORTED", "NO_MEASURES"])));
    let outsider = story.server.ask(Some(&story.server.login("head1").await), query, json!({ "h": found })).await;
    assert_eq!(outsider.code(), "NOT_FOUND");
}

#[tokio::test]
async fn others_neither_act_nor_know_and_who_may_not_see_the_people_learns_no_name() {
    let story = Story::begin().await;
    for (who, code, clause) in
        [("office", "NO_ENFORCEMENT_POWER", json!("3.3")), ("village0", "NO_ENFORCEMENT_POWER", json!("3.3")), ("head1", "NOT_FOUND", Value::Null)]
    {
        let refused = story.change(who, "recordEnforcement", story.fine("2023-07-03")).await;
        assert_eq!((&refused["userErrors"][0]["code"], &refused["userErrors"][0]["clause"]), (&json!(code), &clause), "{who}");
    }
    let input = with(story.fine("2023-07-03"), json!({ "headPenalty": { "name": "head0", "kind": "WARNING" } }));
    let taken = story.change("unit", "recordEnforcement", input).await["enforcement"].clone();
    let (id, half) = (taken["id"].clone(), taken["pair"]["id"].clone());
    let doors = "query($e: ID!, $o: ID!) { node(id: $e) { id } enforcement(id: $e) { id } enforcements { totalCount nodes { id } } closureCandidates { totalCount } \
        filtered: enforcements(filter: {organization: $o}) { totalCount } }";
    for who in ["head1", "village1"] {
        let seen = story.ask(who, doors, json!({ "e": id, "o": story.enterprise() })).await;
        assert_eq!((&seen["node"], &seen["enforcement"], &seen["enforcements"]["totalCount"]), (&Value::Null, &Value::Null, &json!(0)), "{who}");
        assert_eq!((&seen["closureCandidates"]["totalCount"], &seen["filtered"]["totalCount"]), (&json!(0), &json!(0)), "{who}");
        assert_eq!(story.change(who, "withdrawEnforcement", json!({ "enforcementId": id, "reason": "x" })).await["userErrors"][0]["code"], "NOT_FOUND");
    }
    for who in ["staff0", "village0", "unit", "office"] {
        let seen = story.ask(who, "query($e: ID!) { enforcement(id: $e) { personName } }", json!({ "e": half })).await;
        assert_eq!(seen["enforcement"]["personName"], "head0", "{who}");
    }
    // A unit that no longer regulates the enterprise keeps sight of what it took, but not of the enterprise's people.
    let db = story.server.app.db.begin().await.unwrap();
    let mut unit = organization::Entity::find_by_id(story.town.unit).one(&db).await.unwrap().unwrap().into_active_model();
    unit.sectors = Set(vec![redline_domain::Sector::Fireworks].into());
    unit.update(&db).await.unwrap();
    db.commit().await.unwrap();
    let query = "query($e: ID!) { enforcement(id: $e) { kind ofHead person { name } personName organization { name } } }";
    let seen = story.ask("unit", query, json!({ "e": half })).await;
    assert_eq!(seen["enforcement"], json!({ "kind": "WARNING", "ofHead": true, "person": null, "personName": null, "organization": null }));
}

#[tokio::test]
async fn enforcement_actions_are_filtered_and_closure_candidates_explained() {
    let story = Story::begin().await;
    let hazard = story.hazard(FoundBy::Inspection).await;
    for on in ["2023-06-21", "2023-06-28", "2023-07-03"] {
        let taken = story.change("unit", "recordEnforcement", with(story.fine(on), json!({ "hazardId": hazard, "apartFromHazards": false }))).await;
        assert_eq!(taken["userErrors"], json!([]));
    }
    let interview =
        json!({ "organizationId": story.enterprise(), "kind": "INTERVIEW", "basis": "OTHER", "legalBasis": "实施方案二（二）5", "reason": "多次受到处罚" });
    assert_eq!(story.change("office", "recordEnforcement", interview).await["userErrors"], json!([]));
    let unit = type_id(Noun::Organization, story.town.unit);
    let query = "query($f: EnforcementFilter) { enforcements(filter: $f) { totalCount } }";
    for (filter, expected) in [
        (json!({}), 4),
        (json!({ "kind": ["INTERVIEW"] }), 1),
        (json!({ "penalty": true }), 3),
        (json!({ "penalty": false }), 1),
        (json!({ "basis": ["OTHER", "ACCIDENT"] }), 1),
        (json!({ "authority": unit }), 3),
        (json!({ "organization": story.enterprise() }), 4),
        (json!({ "hazard": hazard }), 3),
        (json!({ "from": "2023-06-28" }), 3),
        (json!({ "from": "2023-06-22", "until": "2023-06-28" }), 1),
        (json!({ "paired": true }), 0),
        (json!({ "ofHead": false }), 4),
        (json!({ "text": "多次" }), 1),
        (json!({ "village": type_id(Noun::Organization, story.town.villages[1]) }), 0),
        (json!({ "unit": unit, "sector": ["HAZARDOUS_CHEMICALS"] }), 4),
    ] {
        assert_eq!(story.ask("office", query, json!({ "f": filter })).await["enforcements"]["totalCount"], expected, "{filter}");
    }
    let query = "{ closureCandidates { totalCount nodes { ground from until explanation organization { name } penalties { amountWan decidedOn } openHazards { id state } } } }";
    let found = story.ask("office", query, json!({})).await["closureCandidates"].clone();
    assert_eq!(found["totalCount"], 1);
    let candidate = &found["nodes"][0];
    assert_eq!((&candidate["ground"], &candidate["from"], &candidate["until"]), (&json!("THREE_WITHIN_180_DAYS"), &json!("2023-06-21"), &json!("2023-07-03")));
    assert_eq!((&candidate["organization"]["name"], &candidate["openHazards"][0]["id"]), (&json!("企业0"), &json!(hazard)));
    assert_eq!(candidate["penalties"].as_array().unwrap().len(), 3);
    assert!(candidate["explanation"].as_str().unwrap().starts_with("3 penalties within 180 days: penalised 3 times, on 2023-06-21, 2023-06-28, 2023-07-03"));
}

/// A server on which so many paired penalties were taken for a hazard, half of them against the head.
async fn with_rows(pairs: usize) -> Story {
    let story = Story::begin().await;
    let hazard = story.hazard(FoundBy::Inspection).await;
    let hazard = redline_domain::ids::decode_as(Noun::Hazard, &hazard).unwrap();
    let ctx = story.server.operator();
    let mut rows = Vec::new();
    for at in 0..pairs {
        let (one, other): (Uuid, Uuid) = (ctx.id(), ctx.id());
        for (id, pair, person) in [(one, other, None), (other, one, Some(story.town.person("head0")))] {
            rows.push(enforcement::ActiveModel {
                id: Set(id),
                kind: Set(EnforcementKind::Fine),
                organization_id: Set(story.town.enterprises[0]),
                person_id: Set(person),
                person_name: Set(None),
                hazard_id: Set(Some(hazard)),
                inspection_id: Set(None),
                authority_id: Set(story.town.unit),
                basis: Set(EnforcementBasis::Violation),
                legal_basis: Set("law".to_owned()),
                reason: Set("reason".to_owned()),
                number: Set(Some(format!("{at}"))),
                amount_fen: Set(Some(100)),
                decided_on: Set(day("2023-06-21")),
                pair_id: Set(Some(pair)),
                state: Set(EnforcementState::InForce),
                withdrawn_reason: Set(None),
                withdrawn_on: Set(None),
                withdrawn_by: Set(None),
                recorded_at: Set(ctx.now),
                recorded_by: Set(Some(story.town.person("unit"))),
            });
        }
    }
    let db = story.server.app.db.begin().await.unwrap();
    enforcement::Entity::insert_many(rows).exec_without_returning(&db).await.unwrap();
    db.commit().await.unwrap();
    story
}

#[tokio::test]
async fn a_list_of_two_hundred_asks_as_often_as_one_of_ten() {
    let (few, many) = (with_rows(5).await, with_rows(100).await);
    for (name, query) in [
        (
            "enforcements",
            "{ enforcements(first: 100) { totalCount nodes { kindLabel organization { name } authority { name organization { name } } hazard { description } inspection { id } \
               person { name position } personName recordedBy { name } withdrawnBy { name } pair { kind personName } } } }",
        ),
        ("of hazards", "{ hazards(first: 50) { nodes { enforcements { kind authority { name } pair { personName } } } } }"),
        ("of enterprises", "{ enterprises(first: 50) { nodes { enforcements { kind hazard { description } pair { personName } } } } }"),
        (
            "candidates",
            "{ closureCandidates(first: 50) { nodes { organization { name } penalties { authority { name } hazard { id } } openHazards { description organization { name } } } } }",
        ),
    ] {
        for who in ["office", "unit"] {
            let (few_token, many_token) = (few.server.login(who).await, many.server.login(who).await);
            let counts = (few.server.statements(&few_token, query, json!({})).await, many.server.statements(&many_token, query, json!({})).await);
            assert_eq!(counts.0, counts.1, "{name}, as {who}");
            assert!(counts.0 <= 30, "{name}, as {who}: {} statements", counts.0);
        }
    }
}
