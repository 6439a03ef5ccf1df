//! The demonstration plays all that the API can do, so that it does not fall behind when something is added.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use redline_domain::{EnforcementKind, FoundBy, Word as _};
use redline_entity::ledger_event;
use redline_ledger::Db;
use sea_orm::EntityTrait as _;
use serde_json::Value;

use super::{redline, text};

/// What a mutation leaves in the ledger: its name, the event's action, and what the event says if others leave the same action.
type Left = (&'static str, &'static str, fn(&Value) -> bool);

const ANY: fn(&Value) -> bool = |_| true;

/// Every mutation that is played, in the order of the schema.
const PLAYED: &[Left] = &[
    ("registerEnterprise", "ORGANIZATION_REGISTERED", |data| data["kind"] == "ENTERPRISE"),
    ("registerOrganization", "ORGANIZATION_REGISTERED", |data| data["kind"] == "UNIT"),
    ("classifyOrganization", "ORGANIZATION_CLASSIFIED", ANY),
    ("suspendOrganization", "ORGANIZATION_LEFT", |data| data["state"] == "SUSPENDED"),
    ("resumeOrganization", "ORGANIZATION_RESUMED", ANY),
    ("closeOrganization", "ORGANIZATION_LEFT", |data| data["state"] == "CLOSED"),
    ("createJurisdiction", "JURISDICTION_CREATED", ANY),
    ("createPerson", "PERSON_RECORDED", ANY),
    ("appoint", "APPOINTED", ANY),
    ("dismiss", "DISMISSED", ANY),
    ("updateMyPreferences", "PREFERENCES_CHANGED", ANY),
    ("recordInspection", "INSPECTION_RECORDED", ANY),
    ("amendInspection", "INSPECTION_AMENDED", ANY),
    ("correctInspection", "INSPECTION_CORRECTED", ANY),
    ("signInspection", "INSPECTION_SIGNED", ANY),
    ("voidInspection", "INSPECTION_VOIDED", ANY),
    ("recordDrill", "DRILL_RECORDED", ANY),
    ("reviewDrill", "DRILL_REVIEWED", ANY),
    ("voidDrill", "DRILL_VOIDED", ANY),
    ("recordActivity", "ACTIVITY_RECORDED", ANY),
    ("voidActivity", "ACTIVITY_VOIDED", ANY),
    ("submitReport", "REPORT_SUBMITTED", ANY),
    ("correctReport", "REPORT_CORRECTED", ANY),
    ("reviewReport", "REPORT_REVIEWED", ANY),
    ("voidReport", "REPORT_VOIDED", |data| data["correctedBy"].is_null()),
    ("issueAlert", "ALERT_ISSUED", ANY),
    ("withdrawAlert", "ALERT_WITHDRAWN", ANY),
    ("declareKeyPeriod", "KEY_PERIOD_DECLARED", ANY),
    ("withdrawKeyPeriod", "KEY_PERIOD_WITHDRAWN", ANY),
    ("planOnDuty", "ON_DUTY_PLANNED", ANY),
    ("recordOnDuty", "ON_DUTY_RECORDED", ANY),
    ("voidOnDuty", "ON_DUTY_VOIDED", ANY),
    ("completeTask", "TASK_COMPLETED", ANY),
    ("drawUpResponsibilityList", "LIST_DRAWN_UP", ANY),
    ("addPost", "POST_ADDED", ANY),
    ("assignPost", "POST_ASSIGNED", ANY),
    ("acknowledgePost", "POST_ACKNOWLEDGED", ANY),
    ("voidResponsibilityList", "LIST_VOIDED", ANY),
    ("reportHazard", "HAZARD_REPORTED", |data| data["finding"].is_null()),
    ("gradeHazard", "HAZARD_GRADED", ANY),
    ("fixHazardOnSpot", "HAZARD_FIXED_ON_SPOT", ANY),
    ("submitPlan", "HAZARD_PLANNED", ANY),
    ("setHazardDeadline", "HAZARD_DEADLINE_SET", ANY),
    ("tellRegulator", "HAZARD_TOLD_REGULATOR", ANY),
    ("recordProgress", "HAZARD_PROGRESS", ANY),
    ("applyForAcceptance", "HAZARD_APPLIED", ANY),
    ("acceptHazard", "HAZARD_ACCEPTED", ANY),
    ("rejectHazard", "HAZARD_REJECTED", ANY),
    // What is granted on a request names the request.
    ("grantExtension", "HAZARD_EXTENDED", |data| data["extension"].is_null()),
    ("recordEnforcement", "ENFORCEMENT_TAKEN", ANY),
    ("withdrawEnforcement", "ENFORCEMENT_WITHDRAWN", ANY),
    ("decidePlan", "HAZARD_PLAN_CONSENTED", ANY),
    ("requestExtension", "HAZARD_EXTENSION_REQUESTED", ANY),
    ("decideExtension", "HAZARD_EXTENDED", |data| data["extension"].is_string()),
    ("suspendProduction", "PRODUCTION_SUSPENDED", ANY),
    ("resumeProduction", "PRODUCTION_RESUMED", ANY),
    ("listForSupervision", "SUPERVISION_LISTED", ANY),
    // The acceptance of its hazard lifts a supervision as well; so does the end of an enterprise excuse its windows.
    ("liftSupervision", "SUPERVISION_LIFTED", |data| says(data, "提级挂牌督办")),
    ("excuseWindow", "WINDOW_ENDED", |data| data["as"] == "EXCUSED" && says(data, "全园放假")),
    ("assignDutyOwner", "DUTY_ASSIGNED", ANY),
    ("submitTip", "TIP_RECEIVED", ANY),
    ("addToTip", "TIP_ADDED", ANY),
    ("acceptTip", "TIP_ACCEPTED", ANY),
    ("dismissTip", "TIP_DISMISSED", ANY),
    ("answerTip", "TIP_ANSWERED", ANY),
    ("rewardTip", "TIP_REWARDED", ANY),
    ("payTipReward", "TIP_REWARD_PAID", ANY),
    ("recordContract", "CONTRACT_RECORDED", ANY),
    ("amendContract", "CONTRACT_AMENDED", ANY),
    ("endContract", "CONTRACT_ENDED", ANY),
    ("recordCertificate", "CERTIFICATE_RECORDED", ANY),
    ("renewCertificate", "CERTIFICATE_RENEWED", ANY),
    ("revokeCertificate", "CERTIFICATE_REVOKED", ANY),
    ("applyForPermit", "PERMIT_APPLIED", ANY),
    ("checkPermitEquipment", "PERMIT_EQUIPMENT_CHECKED", ANY),
    ("approvePermit", "PERMIT_APPROVED", ANY),
    ("refusePermit", "PERMIT_REFUSED", ANY),
    ("closePermit", "PERMIT_CLOSED", ANY),
    ("cancelPermit", "PERMIT_CANCELLED", ANY),
];

/// Mutations that are not played, and why.
const NOT_PLAYED: &[(&str, &str)] = &[
    ("login", "who logs in has changed nothing of the township"),
    ("logout", "who logs out has changed nothing of the township"),
    ("logoutEverywhere", "who logs out has changed nothing of the township"),
    ("invitePerson", OPENED),
    ("closeAccount", OPENED),
    ("requestPasswordReset", OPENED),
    ("setPassword", OPENED),
    ("changePassword", OPENED),
    ("beginSecondFactor", OPENED),
    ("confirmSecondFactor", OPENED),
    ("removeSecondFactor", OPENED),
    ("relieveSecondFactor", OPENED),
    ("createApiKey", OPENED),
    ("revokeApiKey", OPENED),
];

/// Why nobody of the demonstration changes how one signs in.
const OPENED: &str = "the accounts of the demonstration are the ones that the README names, with the password that it names";

/// The morning on which the demonstration begins.
const MORNING: &str = "2023-07-12T00:00:00Z";

fn says(data: &Value, words: &str) -> bool {
    data["reason"].as_str().is_some_and(|reason| reason.contains(words))
}

/// The names of the mutations in the schema.
fn mutations() -> BTreeSet<String> {
    let schema = fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema.graphql")).expect("the schema");
    let fields = schema.split("\ntype Mutation {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("mutations");
    let named = |line: &str| {
        let (name, _) = line.strip_prefix('\t')?.split_once(['(', ':'])?;
        (name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| name.to_owned())
    };
    fields.lines().filter_map(named).collect()
}

/// Everything that stands in the ledger of a database.
fn events(database: &Path) -> Vec<ledger_event::Model> {
    let url = format!("sqlite://{}", database.display());
    tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let db = Db::connect(&url).await.expect("it opens");
        let events = ledger_event::Entity::find().all(db.read()).await.expect("they are read");
        db.close().await.expect("it closes");
        events
    })
}

#[test]
fn every_mutation_is_played_by_the_demonstration_or_it_is_said_why_not() {
    let known: Vec<&str> = PLAYED.iter().map(|(name, ..)| *name).chain(NOT_PLAYED.iter().map(|(name, _)| *name)).collect();
    let listed: BTreeSet<String> = known.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(listed.len(), known.len(), "a mutation is listed once");
    assert_eq!(listed, mutations());
}

#[test]
fn the_township_lives_through_the_whole_year_and_all_that_can_be_done_is_done_before_the_demonstration_begins() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = redline(folder.path(), &["replay", "--out", "out"], "");
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
    let events = events(&folder.path().join("out/redline.db"));
    let morning: DateTime<Utc> = MORNING.parse().expect("a moment");

    let there = |(_, action, told): &&Left| events.iter().any(|event| event.recorded_at < morning && event.action == *action && told(&event.data));
    let missing: Vec<&str> = PLAYED.iter().filter(|left| !there(left)).map(|(name, ..)| *name).collect();
    assert!(missing.is_empty(), "nobody has done this by the morning of the demonstration: {missing:?}");

    // Some measures come later in the year than the demonstration begins.
    let of = |action: &str, field: &str, word: &str| events.iter().any(|event| event.action == action && event.data[field] == word);
    for kind in EnforcementKind::ALL {
        assert!(of("ENFORCEMENT_TAKEN", "kind", kind.code()), "nobody takes the measure {}", kind.code());
    }
    for found_by in FoundBy::ALL {
        assert!(of("HAZARD_REPORTED", "foundBy", found_by.code()), "no hazard is found by {}", found_by.code());
    }
}
