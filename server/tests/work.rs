//! Contracts, certificates and hot-work permits, by the API alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support::{Server, Town, moment, type_id};
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

    fn enterprise(&self) -> String {
        type_id(Noun::Organization, self.town.enterprises[0])
    }

    fn person(&self, login: &str) -> String {
        type_id(Noun::Person, self.town.person(login))
    }

    async fn ask(&self, who: &str, query: &str, variables: Value) -> Value {
        self.server.ask(Some(&self.server.login(who).await), query, variables).await.data()
    }

    async fn change(&self, who: &str, name: &str, kind: &str, input: Value, fields: &str) -> Value {
        let query = format!("mutation($input: {kind}Input!) {{ {name}(input: $input) {{ {fields} userErrors {{ code field message clause }} }} }}");
        self.ask(who, &query, json!({ "input": input })).await[name].clone()
    }

    async fn contract(&self, who: &str, name: &str, kind: &str, input: Value) -> Value {
        let fields =
            "contract { id kindLabel partyName inForce until endedOn endedReason qualificationLapsed lastCheckedOn recordedBy { name } organization { name } }";
        self.change(who, name, kind, input, fields).await
    }

    async fn certificate(&self, who: &str, name: &str, kind: &str, input: Value) -> Value {
        let fields = "certificate { id holderName holder { name role } kindLabel number lastValidOn expired daysLeft state replaces { id replacedBy { id } } }";
        self.change(who, name, kind, input, fields).await
    }

    async fn permit(&self, who: &str, name: &str, kind: &str, input: Value) -> Value {
        let fields = "permit { id state stateLabel levelLabel guardian { name } operatorCertificate { number } appliedBy { name } equipmentCheckedBy { name } \
             decidedBy { name } refusedReason closedBy { name } closingNote pastEnd traitOnRecord }";
        self.change(who, name, kind, input, fields).await
    }

    fn contract_input(&self) -> Value {
        json!({
            "organizationId": self.enterprise(), "kind": "CONTRACTOR", "partyName": "平安检修队", "work": "管线检修", "qualification": "检修资质",
            "safetyAgreementOn": "2023-01-05", "duties": "各负其责", "since": "2023-01-06", "until": "2023-12-31",
        })
    }

    fn certificate_input(&self) -> Value {
        json!({
            "organizationId": self.enterprise(), "holderName": "钱进", "kind": "WELDING", "number": "T1", "issuedOn": "2020-08-01",
            "expiresOn": "2026-07-31", "reviewDueOn": "2023-07-31",
        })
    }

    async fn welder(&self) -> String {
        let recorded = self.certificate("head0", "recordCertificate", "RecordCertificate", self.certificate_input()).await;
        assert_eq!(recorded["userErrors"], json!([]), "{recorded:#}");
        recorded["certificate"]["id"].as_str().unwrap().to_owned()
    }

    /// A permit for this afternoon, applied for by the staff, who watches over it.
    async fn applied(&self, certificate: &str) -> Value {
        let input = json!({
            "organizationId": self.enterprise(), "level": "FIRST", "place": "二号罐区", "work": "焊接支架", "plannedFrom": "2023-07-05T05:00:00Z",
            "plannedUntil": "2023-07-05T09:00:00Z", "operatorCertificateId": certificate, "guardianId": self.person("staff0"),
        });
        let answer = self.permit("staff0", "applyForPermit", "ApplyForPermit", input).await;
        assert_eq!(answer["userErrors"], json!([]), "{answer:#}");
        answer["permit"].clone()
    }
}

fn codes(answer: &Value) -> Vec<(String, Value, Value)> {
    let errors = answer["userErrors"].as_array().unwrap();
    errors.iter().map(|error| (error["code"].as_str().unwrap().to_owned(), error["field"].clone(), error["clause"].clone())).collect()
}

#[tokio::test]
async fn a_contract_is_recorded_amended_named_by_a_check_and_ended() {
    let story = Story::begin().await;
    let mut bare = story.contract_input();
    for missing in ["qualification", "safetyAgreementOn", "duties"] {
        bare[missing] = Value::Null;
    }
    let refused = story.contract("head0", "recordContract", "RecordContract", bare).await;
    let expected = ["qualification", "safetyAgreementOn", "duties"].map(|field| ("CONTRACT_ELEMENT_MISSING".to_owned(), json!(field), json!("2.1.4")));
    assert_eq!((&refused["contract"], codes(&refused)), (&Value::Null, expected.to_vec()));

    let recorded = story.contract("head0", "recordContract", "RecordContract", story.contract_input()).await;
    assert_eq!(recorded["userErrors"], json!([]), "{recorded:#}");
    let contract = &recorded["contract"];
    assert_eq!((&contract["inForce"], &contract["kindLabel"], &contract["recordedBy"]["name"]), (&json!(true), &json!("Contractor"), &json!("head0")));
    let id = contract["id"].clone();

    let inspection = json!({
        "organizationId": story.enterprise(), "kind": "SELF_CHECK", "leaderId": story.person("head0"), "occurredOn": "2023-07-03",
        "scopes": ["CONTRACTORS"], "summary": "检查外包作业", "contractIds": [id],
    });
    let drafted = story.change("head0", "recordInspection", "RecordInspection", inspection, "inspection { id }").await;
    assert_eq!(drafted["userErrors"], json!([]), "{drafted:#}");
    let sign = json!({ "inspectionId": drafted["inspection"]["id"], "password": crate::support::PASSWORD });
    let signed = story.change("head0", "signInspection", "SignInspection", sign, "inspection { state }").await;
    assert_eq!(signed["inspection"]["state"], "SIGNED", "{signed:#}");

    let amended = story.contract("head0", "amendContract", "AmendContract", json!({ "contractId": id, "until": null, "partyName": "平安检修公司" })).await;
    let contract = &amended["contract"];
    assert_eq!((&contract["until"], &contract["partyName"], &contract["lastCheckedOn"]), (&Value::Null, &json!("平安检修公司"), &json!("2023-07-03")));
    let ended = story.contract("head0", "endContract", "EndContract", json!({ "contractId": id, "endedOn": "2023-07-04", "reason": "完工" })).await;
    assert_eq!((&ended["contract"]["inForce"], &ended["contract"]["endedReason"]), (&json!(false), &json!("完工")));

    let query = "query($f: ContractFilter) { contracts(filter: $f) { totalCount nodes { partyName } } }";
    for (filter, expected) in [
        (json!({}), 1),
        (json!({ "inForceOn": "2023-07-03" }), 1),
        (json!({ "inForceOn": "2023-07-04" }), 0),
        (json!({ "kind": "TENANT" }), 0),
        (json!({ "text": "平安" }), 1),
        (json!({ "organization": story.enterprise() }), 1),
        (json!({ "unit": type_id(Noun::Organization, story.town.unit) }), 1),
        (json!({ "village": type_id(Noun::Organization, story.town.villages[1]) }), 0),
    ] {
        assert_eq!(story.ask("office", query, json!({ "f": filter })).await["contracts"]["totalCount"], expected, "{filter}");
    }
    for who in ["head1", "village1"] {
        assert_eq!(story.ask(who, query, json!({ "f": {} })).await["contracts"]["totalCount"], 0, "{who}");
        assert_eq!(story.ask(who, "query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await["node"], Value::Null, "{who}");
        let outside = story.contract(who, "endContract", "EndContract", json!({ "contractId": id, "reason": "x" })).await;
        assert_eq!(codes(&outside)[0].0, "NOT_FOUND", "{who}");
    }
    let seen = story.ask("staff0", "query($id: ID!) { node(id: $id) { ... on Contract { work } } }", json!({ "id": id })).await;
    assert_eq!(seen["node"]["work"], "管线检修");
}

#[tokio::test]
async fn a_certificate_is_recorded_renewed_and_revoked() {
    let story = Story::begin().await;
    let first = story.welder().await;
    let taken = story.certificate("head0", "recordCertificate", "RecordCertificate", story.certificate_input()).await;
    assert_eq!(codes(&taken), [("NUMBER_TAKEN".to_owned(), json!("number"), Value::Null)]);
    let term = json!({ "certificateId": first, "issuedOn": "2023-07-01", "expiresOn": "2026-07-31" });
    let renewed = story.certificate("head0", "renewCertificate", "RenewCertificate", term).await["certificate"].clone();
    assert_eq!((&renewed["number"], &renewed["lastValidOn"], &renewed["expired"]), (&json!("T1"), &json!("2026-07-31"), &json!(false)));
    assert_eq!(renewed["replaces"], json!({ "id": first, "replacedBy": { "id": renewed["id"] } }));
    let mut electrician = story.certificate_input();
    (electrician["kind"], electrician["personId"], electrician["number"]) = (json!("OTHER_SPECIAL"), json!(story.person("staff0")), json!("T2"));
    (electrician["kindText"], electrician["expiresOn"], electrician["reviewDueOn"]) = (json!("炉前作业"), json!("2023-07-04"), Value::Null);
    let other = story.certificate("head0", "recordCertificate", "RecordCertificate", electrician).await["certificate"].clone();
    assert_eq!((&other["kindLabel"], &other["expired"], &other["daysLeft"]), (&json!("炉前作业"), &json!(true), &json!(-1)));
    assert_eq!(other["holder"], json!({ "name": "staff0", "role": "企业0 · Staff" }));

    let query = "query($f: CertificateFilter) { certificates(filter: $f) { totalCount nodes { number } } }";
    for (filter, expected) in [
        (json!({}), 3),
        (json!({ "current": true }), 2),
        (json!({ "current": false }), 1),
        (json!({ "expired": true }), 1),
        (json!({ "expiringWithin": 26 }), 0),
        (json!({ "current": true, "expired": false }), 1),
        (json!({ "expiringWithin": 2000 }), 1),
        (json!({ "holder": "钱" }), 2),
        (json!({ "kind": ["WELDING"] }), 2),
        (json!({ "number": "T2" }), 1),
    ] {
        assert_eq!(story.ask("unit", query, json!({ "f": filter })).await["certificates"]["totalCount"], expected, "{filter}");
    }
    let bad = story.server.ask(Some(&story.server.login("unit").await), query, json!({ "f": { "expiringWithin": -1 } })).await;
    assert_eq!(bad.code(), "BAD_USER_INPUT");

    let revoke = json!({ "certificateId": renewed["id"], "reason": "离职" });
    let outside = story.certificate("head1", "revokeCertificate", "RevokeCertificate", revoke.clone()).await;
    assert_eq!(codes(&outside)[0].0, "NOT_FOUND");
    let revoked = story.certificate("head0", "revokeCertificate", "RevokeCertificate", revoke).await;
    assert_eq!(revoked["certificate"]["state"], "REVOKED");
    assert_eq!(story.ask("head1", query, json!({ "f": {} })).await["certificates"]["totalCount"], 0);
    assert_eq!(story.ask("head1", "query($id: ID!) { node(id: $id) { id } }", json!({ "id": first })).await["node"], Value::Null);
}

#[tokio::test]
async fn a_permit_goes_from_its_application_to_its_closing() {
    let story = Story::begin().await;
    let certificate = story.welder().await;
    let permit = story.applied(&certificate).await;
    assert_eq!((&permit["state"], &permit["traitOnRecord"], &permit["guardian"]["name"]), (&json!("APPLIED"), &json!(false), &json!("staff0")));
    let id = permit["id"].clone();
    let early = story.permit("head0", "approvePermit", "ApprovePermit", json!({ "permitId": id })).await;
    assert_eq!(codes(&early), [("EQUIPMENT_UNCHECKED".to_owned(), Value::Null, json!("2.1.3"))]);
    let note = |note: &str| json!({ "permitId": id, "note": note });
    let checked = story.permit("staff0", "checkPermitEquipment", "PermitNote", note("灭火器到位")).await;
    assert_eq!(checked["permit"]["equipmentCheckedBy"]["name"], "staff0", "{checked:#}");
    let outside = story.permit("head1", "approvePermit", "ApprovePermit", json!({ "permitId": id })).await;
    assert_eq!(codes(&outside)[0].0, "NOT_FOUND");
    let approved = story.permit("head0", "approvePermit", "ApprovePermit", json!({ "permitId": id })).await;
    assert_eq!((&approved["permit"]["stateLabel"], &approved["permit"]["decidedBy"]["name"]), (&json!("Approved"), &json!("head0")), "{approved:#}");
    story.server.clock.set(moment("2023-07-05T09:30:00Z"));
    let query = "query($f: PermitFilter) { permits(filter: $f) { totalCount nodes { pastEnd operatorCertificate { holderName } } } }";
    let seen = story.ask("village0", query, json!({ "f": {} })).await;
    assert_eq!(seen["permits"]["nodes"], json!([{ "pastEnd": true, "operatorCertificate": { "holderName": "钱进" } }]));
    let closed = story.permit("staff0", "closePermit", "PermitNote", note("现场无余火")).await;
    assert_eq!(
        (&closed["permit"]["state"], &closed["permit"]["pastEnd"], &closed["permit"]["closingNote"]),
        (&json!("CLOSED"), &json!(false), &json!("现场无余火"))
    );

    story.server.clock.set(moment("2023-07-05T04:00:00Z"));
    let refused = story.applied(&certificate).await["id"].clone();
    let refused = story.permit("head0", "refusePermit", "PermitReason", json!({ "permitId": refused, "reason": "风大" })).await;
    assert_eq!(refused["permit"]["refusedReason"], "风大");
    let cancelled = story.applied(&certificate).await["id"].clone();
    let cancelled = story.permit("staff0", "cancelPermit", "PermitReason", json!({ "permitId": cancelled, "reason": "不做了" })).await;
    assert_eq!(cancelled["permit"]["state"], "CANCELLED");

    for (filter, expected) in [
        (json!({ "state": ["REFUSED", "CANCELLED"] }), 2),
        (json!({ "level": ["SECOND"] }), 0),
        (json!({ "begins": { "from": "2023-07-05", "until": "2023-07-05" } }), 3),
        (json!({ "begins": { "until": "2023-07-04" } }), 0),
        (json!({ "certificate": certificate }), 3),
        (json!({ "text": "罐区" }), 3),
    ] {
        assert_eq!(story.ask("office", query, json!({ "f": filter })).await["permits"]["totalCount"], expected, "{filter}");
    }
    assert_eq!(story.ask("head1", query, json!({ "f": {} })).await["permits"]["totalCount"], 0);
}

#[tokio::test]
async fn without_a_guardian_or_a_valid_certificate_no_permit_is_applied_for() {
    let story = Story::begin().await;
    let certificate = story.welder().await;
    let input = json!({
        "organizationId": story.enterprise(), "level": "SECOND", "place": "二号罐区", "work": "焊接支架", "plannedFrom": "2023-07-31T01:00:00Z",
        "plannedUntil": "2023-08-01T01:00:00Z", "operatorCertificateId": certificate,
    });
    let refused = story.permit("staff0", "applyForPermit", "ApplyForPermit", input).await;
    let expected = [("GUARDIAN_MISSING", "guardianName"), ("CERTIFICATE_NOT_VALID", "operatorCertificateId")];
    assert_eq!(codes(&refused), expected.map(|(code, field)| (code.to_owned(), json!(field), json!("2.1.3"))));
    assert!(refused["userErrors"][1]["message"].as_str().unwrap().contains("2023-08-01"), "the day is named");
}
