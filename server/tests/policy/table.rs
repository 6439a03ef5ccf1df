//! The table of the policy (权限表), `table.txt`: read, and held against the schema.

use std::collections::{BTreeMap, BTreeSet};

use redline_domain::permission::Action;
use serde_json::{Map, Value};

use super::schema::Schema;

/// By what a field or a type is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// By the table of permissions, for this action.
    By(Action),
    /// Visitors too.
    Public,
    /// Whoever is logged in.
    Member,
    /// Only what is one's own.
    Own,
    /// Whoever has the thing in which it stands.
    WithParent,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The field, or `Type.*`.
    pub path: String,
    /// By what it is decided.
    pub rule: Rule,
    /// Words, and words with what they say: `by=head:HEAD_SIGNS`.
    words: BTreeMap<String, String>,
    /// The argument that names the thing, and which of a tenant's things.
    pub names: Option<(String, String)>,
    /// The rest of the input.
    pub input: Map<String, Value>,
}

impl Row {
    /// The field of the root type.
    pub fn field(&self) -> &str {
        self.path.split_once('.').map_or("", |(_, field)| field)
    }

    /// Whether it has a word.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// What a word says.
    pub fn word(&self, word: &str) -> Option<&str> {
        self.words.get(word).map(String::as_str)
    }
}

/// The table.
pub struct Table(pub Vec<Row>);

/// The words that a row may have; any other with something to say names the thing.
const WORDS: [&str; 11] = ["part", "via", "may-not", "new", "at", "by", "or-self", "or-made", "or-circulated", "all", "none"];

impl Table {
    /// The table as it is written.
    pub fn read() -> Self {
        let lines = include_str!("table.txt").lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(lines.map(row).collect())
    }

    /// The row of a type, which says when a thing of it is seen.
    pub fn of_type(&self, name: &str) -> &Row {
        let path = format!("{name}.*");
        self.0.iter().find(|row| row.path == path).unwrap_or_else(|| panic!("no row {path}"))
    }

    /// The rows of the fields of a type.
    pub fn fields_of(&self, name: &str) -> impl Iterator<Item = &Row> {
        let prefix = format!("{name}.");
        self.0.iter().filter(move |row| row.path.starts_with(&prefix) && !row.path.ends_with(".*"))
    }
}

fn row(line: &str) -> Row {
    let (words, input) = line.find('{').map_or((line, "{}"), |at| line.split_at(at));
    let input = serde_json::from_str(input).unwrap_or_else(|error| panic!("{line}: {error}"));
    let mut words = words.split_whitespace();
    let (path, rule) = (words.next().unwrap_or_default().to_owned(), words.next().unwrap_or_default());
    let rule = match rule {
        "public" => Rule::Public,
        "member" => Rule::Member,
        "self" => Rule::Own,
        "with-parent" => Rule::WithParent,
        code => Rule::By(code.parse().unwrap_or_else(|_| panic!("{line}: no action {code}"))),
    };
    let (mut known, mut names) = (BTreeMap::new(), None);
    for word in words {
        let (word, says) = word.split_once('=').unwrap_or((word, ""));
        if WORDS.contains(&word) {
            known.insert(word.to_owned(), says.to_owned());
        } else {
            assert!(names.is_none() && !says.is_empty(), "{line}: unknown word {word}");
            names = Some((word.to_owned(), says.to_owned()));
        }
    }
    Row { path, rule, words: known, names, input }
}

/// What the table lacks of the schema, and what it has too much: of each root field and each type there must be a row, and a row must be
/// of something.
fn at_odds(table: &Table, schema: &Schema) -> Vec<String> {
    let rows: BTreeSet<&str> = table.0.iter().map(|row| row.path.as_str()).collect();
    let mut odds = Vec::new();
    for (name, kind) in &schema.kinds {
        if ["Query", "Mutation", "Subscription"].contains(&name.as_str()) {
            odds.extend(
                kind.fields.keys().map(|field| format!("{name}.{field}")).filter(|path| !rows.contains(path.as_str())).map(|path| format!("no row {path}")),
            );
        } else if !rows.contains(format!("{name}.*").as_str()) {
            odds.push(format!("no row {name}.*"));
        }
    }
    for row in &table.0 {
        let kind = row.path.strip_suffix(".*");
        if !kind.map_or_else(|| schema.field(&row.path).is_some(), |kind| schema.kinds.contains_key(kind)) {
            odds.push(format!("{} is nothing", row.path));
        }
        // Only of what can be changed there is more than one way to ask.
        if !row.path.starts_with("Mutation.") && table.0.iter().filter(|other| other.path == row.path).count() > 1 {
            odds.push(format!("{} twice", row.path));
        }
        if let (Some((argument, _)), Some(field)) = (&row.names, schema.field(&row.path).filter(|_| row.path.starts_with("Query."))) {
            assert!(field.arguments.contains_key(argument), "{} takes no {argument}", row.path);
        }
    }
    odds
}

#[test]
fn every_field_and_every_type_has_a_row_and_every_row_is_of_something() {
    let odds = at_odds(&Table::read(), &Schema::read());
    assert!(odds.is_empty(), "the table and the schema are at odds; a new field needs a row that says who may have it: {odds:#?}");
}

#[test]
fn a_field_that_has_no_row_is_told() {
    let (mut table, mut schema) = (Table::read(), Schema::read());
    table.0.retain(|row| row.path != "Query.hazards" && row.path != "Hazard.*");
    schema.kinds.get_mut("Mutation").unwrap().fields.remove("login");
    assert_eq!(at_odds(&table, &schema), ["no row Hazard.*", "no row Query.hazards", "Mutation.login is nothing"]);
}

/// What is asked for of a list is what is said of its rows, or the table would say two things of one.
#[test]
fn a_list_and_a_look_up_are_decided_like_the_things_that_they_give() {
    let (table, schema) = (Table::read(), Schema::read());
    for row in table.fields_of("Query") {
        let Some(field) = schema.field(&row.path) else { continue };
        let kind = field.rows().or_else(|| field.arguments.contains_key("id").then(|| field.named()));
        let Some(kind) = kind.filter(|kind| schema.kinds.get(*kind).is_some_and(|kind| kind.is_node)) else { continue };
        assert_eq!(row.rule, table.of_type(kind).rule, "{}", row.path);
    }
}
