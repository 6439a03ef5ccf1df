//! A province of enterprises with millions of windows (期次), laid out by few statements. Most windows are over or far ahead; five
//! sets are newly due, each on a day of its own.

use redline_domain::Rulebook;
use redline_ledger::{ids::Ids, rulebook};

use crate::database::Measured;

/// How many enterprises there are at most.
const ENTERPRISES: u64 = 20_000;
/// How many of them share a village.
const VILLAGE: u64 = 200;
/// How many rules each owes.
const RULES: u64 = 10;

/// The windows that fall overdue on one day (一批到期).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueSet {
    /// Their due date; the day after it is a working day.
    pub due_on: &'static str,
    /// The moment at which they are to be looked at, in UTC: the start of the next day in Shanghai.
    pub check_after: &'static str,
    /// Which windows of an enterprise they are.
    places: (u64, u64),
    /// Of every so many enterprises one has them.
    every: u64,
}

impl DueSet {
    /// How many they are.
    pub fn count(&self) -> u64 {
        (self.places.1 - self.places.0) * ENTERPRISES / self.every
    }
}

/// For the floor: what the bare statements cost.
pub const FLOOR: DueSet = DueSet { due_on: "2023-07-28", check_after: "2023-07-28T16:00:00+00:00", places: (12, 17), every: 1 };
/// A thousand.
pub const THOUSAND: DueSet = DueSet { due_on: "2023-07-31", check_after: "2023-07-31T16:00:00+00:00", places: (0, 1), every: 20 };
/// Ten thousand.
pub const TEN_THOUSAND: DueSet = DueSet { due_on: "2023-08-01", check_after: "2023-08-01T16:00:00+00:00", places: (1, 2), every: 2 };
/// A hundred thousand, for one worker.
pub const ONE_WORKER: DueSet = DueSet { due_on: "2023-08-02", check_after: "2023-08-02T16:00:00+00:00", places: (2, 7), every: 1 };
/// A hundred thousand, for two workers of which one is killed.
pub const TWO_WORKERS: DueSet = DueSet { due_on: "2023-08-03", check_after: "2023-08-03T16:00:00+00:00", places: (7, 12), every: 1 };

/// All of them, in a province that has windows enough.
const ALL: &[DueSet] = &[FLOOR, THOUSAND, TEN_THOUSAND, ONE_WORKER, TWO_WORKERS];
/// In a smaller one, the small sets are laid out apart from a large one.
const SMALL: &[DueSet] = &[THOUSAND, TEN_THOUSAND];
const LARGE: &[DueSet] = &[DueSet { places: (0, 5), ..ONE_WORKER }];

/// Mornings on which each enterprise is told of so many matters.
pub const MORNINGS: [(u64, &[DueSet]); 2] = [(1, &[DueSet { places: (0, 1), ..ONE_WORKER }]), (5, LARGE)];

/// Which sets go together into one province of that many windows.
pub fn plans(windows: u64) -> &'static [&'static [DueSet]] {
    if windows / ENTERPRISES >= 17 { &[ALL] } else { &[SMALL, LARGE] }
}

/// How many windows there are, which of them are due, and who is told.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many windows in all.
    pub windows: u64,
    /// Those that are newly due.
    pub sets: &'static [DueSet],
    /// How many people each enterprise has: a head, who answers for safety too, or a head and a safety officer.
    pub people: u64,
}

impl Size {
    /// How many windows each enterprise has.
    fn each(self) -> u64 {
        (self.windows / ENTERPRISES).max(5)
    }
}

/// Lays it all out, and answers how many windows there are.
pub async fn lay_out(at: &Measured, size: Size) -> anyhow::Result<u64> {
    let now: chrono::DateTime<chrono::Utc> = "2018-01-01T00:00:00Z".parse()?;
    let txn = at.db.begin().await?;
    let rulebook = rulebook::activate(&txn, &Ids::seeded(1), now, Rulebook::builtin("wushenzhao-2023").unwrap_or_default()).await?;
    txn.commit().await?;
    let rules: Vec<&str> =
        rulebook.rules.iter().filter(|rule| rule.ladder.as_deref() == Some("enterprise")).take(RULES as usize).map(|rule| rule.code.as_str()).collect();
    anyhow::ensure!(rules.len() as u64 == RULES, "the rulebook has too few rules for enterprises");
    let sql = Sql { postgres: at.is_postgres() };
    bodies(at, sql, size).await?;
    let rule = sql.one_of("n % 10", &rules);
    at.run(&format!(
        "INSERT INTO duty (id, organization_id, rule_code, cadence, begins_on, created_at) {} SELECT {}, {}, {rule}, 'MONTH', '2018-01-01', '2018-01-01T00:00:00+00:00' FROM s",
        sql.series(ENTERPRISES * RULES),
        sql.id("d", "n"),
        sql.id("e", "n / 10"),
    ))
    .await?;
    let indexes = at.take_indexes("window").await?;
    if sql.postgres {
        at.run("SET session_replication_role = replica").await?;
    }
    windows(at, sql, size, &rules).await?;
    for index in indexes {
        at.run(&index).await?;
    }
    at.run(if sql.postgres { "VACUUM ANALYZE" } else { "ANALYZE" }).await?;
    if sql.postgres {
        at.run("CHECKPOINT").await?;
    } else {
        at.run("PRAGMA wal_checkpoint(TRUNCATE)").await?;
    }
    at.number("SELECT count(*) FROM \"window\"").await.map(|count| count as u64)
}

/// A village for every 200 enterprises, the safety office, and their people.
async fn bodies(at: &Measured, sql: Sql, size: Size) -> anyhow::Result<()> {
    let villages = ENTERPRISES / VILLAGE;
    let organization = "INSERT INTO organization (id, kind, name, jurisdiction_path, village_id, sectors, traits, state, joined_on, created_at)";
    let since = "'2018-01-01', '2018-01-01T00:00:00+00:00'";
    let empty = if sql.postgres { "'[]'::jsonb, '[]'::jsonb" } else { "'[]', '[]'" };
    let one = sql.series(1);
    at.run(&format!(
        "{organization} {one} SELECT {}, 'SAFETY_OFFICE', '镇安委办', '/150626/wushenzhao/', NULL, {empty}, 'ACTIVE', {since} FROM s",
        sql.id("a", "0")
    ))
    .await?;
    at.run(&format!(
        "{organization} {} SELECT {}, 'VILLAGE', '嘎查' || n, '/150626/wushenzhao/v' || n || '/', NULL, {empty}, 'ACTIVE', {since} FROM s",
        sql.series(villages),
        sql.id("b", "n")
    ))
    .await?;
    let sector = if sql.postgres { "'[\"HAZARDOUS_CHEMICALS\"]'::jsonb, '[]'::jsonb" } else { "'[\"HAZARDOUS_CHEMICALS\"]', '[]'" };
    at.run(&format!(
        "{organization} {} SELECT {}, 'ENTERPRISE', '第' || n || '号化工有限公司', '/150626/wushenzhao/v' || (n / {VILLAGE}) || '/', {}, {sector}, 'ACTIVE', {since} FROM s",
        sql.series(ENTERPRISES),
        sql.id("e", "n"),
        sql.id("b", &format!("n / {VILLAGE}"))
    ))
    .await?;
    at.run(&format!("INSERT INTO chain_head (chain_id, sequence, hash) SELECT id, 0, '{}' FROM organization", redline_domain::chain::GENESIS)).await?;
    let (people, language) = (size.people, "'GOOD', 'ZH', '2018-01-01T00:00:00+00:00'");
    for (letter, organization, count, each) in [("a", "a", 1, 1), ("b", "b", villages, 1), ("e", "e", ENTERPRISES, people)] {
        let series = sql.series(count * each);
        let person = sql.id(&format!("1{letter}"), "n");
        at.run(&format!(
            "INSERT INTO person (id, name, email, email_state, language, created_at) {series} SELECT {person}, '王' || n, '{letter}' || n || '@example.test', {language} FROM s"
        ))
        .await?;
        let position = format!("CASE WHEN n % {each} = 0 THEN 'HEAD' ELSE 'SAFETY_OFFICER' END");
        at.run(&format!(
            "INSERT INTO membership (id, person_id, organization_id, position, since, created_at) {series} SELECT {}, {person}, {}, {position}, {since} FROM s",
            sql.id(&format!("2{letter}"), "n"),
            sql.id(organization, &format!("n / {each}")),
        ))
        .await?;
    }
    Ok(())
}

/// The windows: those of the sets, four fifths of the rest fulfilled long ago, and one fifth far ahead.
async fn windows(at: &Measured, sql: Sql, size: Size, rules: &[&str]) -> anyhow::Result<()> {
    let each = size.each();
    let of_set = |set: &DueSet| format!("(k >= {} AND k < {} AND e % {} = 0)", set.places.0, set.places.1, set.every);
    let by_set = |value: &dyn Fn(&DueSet) -> String, rest: &str| {
        let cases: String = size.sets.iter().map(|set| format!(" WHEN {} THEN {}", of_set(set), value(set))).collect();
        format!("CASE{cases} ELSE {rest} END")
    };
    let any = size.sets.iter().map(of_set).collect::<Vec<_>>().join(" OR ");
    let over = format!("(NOT ({any}) AND k % 5 < 4)");
    let first = |days: &str| sql.plus_days("2018-01-01", days);
    let due = by_set(&|set| sql.plus_days(set.due_on, "0"), &format!("CASE WHEN k % 5 < 4 THEN {} ELSE {} END", first("k"), sql.plus_days("2030-01-01", "k")));
    let check = by_set(&|set| sql.moment(set.check_after), &format!("CASE WHEN k % 5 < 4 THEN NULL ELSE {} END", sql.moment("2029-12-01T00:00:00+00:00")));
    at.run(&format!(
        "INSERT INTO \"window\" (id, duty_id, organization_id, rule_code, starts_on, opens_on, closes_on, due_on, required, fulfilled_on, fulfilled_recorded_at, \
         opened_noted, overdue_noted, step_taken, check_after, failures, created_at) {} \
         SELECT {}, {}, {}, {}, {opens}, {opens}, {due}, {due}, 1, CASE WHEN {over} THEN {} END, CASE WHEN {over} THEN {} END, \
         ({over} OR {any}), (1 = 0), CASE WHEN {any} THEN 2 END, {check}, 0, {} FROM (SELECT n, n / {each} AS e, n % {each} AS k FROM s) w",
        sql.series(ENTERPRISES * each),
        sql.id("f", "n"),
        sql.id("d", "e * 10 + k % 10"),
        sql.id("e", "e"),
        sql.one_of("k % 10", rules),
        first("k"),
        sql.moment("2018-01-01T00:00:00+00:00"),
        sql.moment("2018-01-01T00:00:00+00:00"),
        opens = first("k - 20"),
    ))
    .await?;
    Ok(())
}

/// What the two databases say differently.
#[derive(Clone, Copy)]
struct Sql {
    postgres: bool,
}

impl Sql {
    /// Rows `n` from 0 on, as `s`.
    fn series(self, count: u64) -> String {
        if self.postgres {
            format!("WITH s AS (SELECT n FROM generate_series(0::bigint, {count} - 1) AS s(n))")
        } else {
            format!("WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < {count} - 1)")
        }
    }

    /// The key of the n-th thing of a kind, which one or two hexadecimal digits name.
    fn id(self, kind: &str, n: &str) -> String {
        if self.postgres {
            format!("('{kind:0>8}000070008000' || lpad(to_hex(({n})::bigint), 12, '0'))::uuid")
        } else {
            format!("unhex('{kind:0>8}000070008000' || printf('%012x', {n}))")
        }
    }

    fn plus_days(self, day: &str, days: &str) -> String {
        if self.postgres { format!("(date '{day}' + ({days})::int)") } else { format!("date('{day}', ({days}) || ' days')") }
    }

    fn moment(self, moment: &str) -> String {
        if self.postgres { format!("'{moment}'::timestamptz") } else { format!("'{moment}'") }
    }

    fn one_of(self, index: &str, words: &[&str]) -> String {
        let cases: String = words.iter().enumerate().map(|(at, word)| format!(" WHEN {at} THEN '{word}'")).collect();
        format!("CASE {index}{cases} END")
    }
}
