//! The schema (接口模式) as the server runs it, as far as the table of the policy speaks of it: types, their fields, the arguments. That the committed `schema.graphql` is the same, `schema.rs` of the tests says.

use std::collections::{BTreeMap, BTreeSet};

/// A field of an object type.
#[derive(Debug, Default)]
pub struct Field {
    /// Its arguments, each with its type.
    pub arguments: BTreeMap<String, String>,
    /// Its type: `[Hazard!]!`.
    pub of: String,
}

impl Field {
    /// Its type without brackets and exclamation marks: `Hazard`.
    pub fn named(&self) -> &str {
        self.of.trim_matches(['[', ']', '!'])
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.of.starts_with('[')
    }

    /// Of a field that is a page of a list: the type of the rows.
    pub fn rows(&self) -> Option<&str> {
        self.named().strip_suffix("Connection")
    }
}

/// An object type.
#[derive(Debug, Default)]
pub struct Kind {
    /// Whether it is a Node: whether its things have identifiers that can be looked up.
    pub is_node: bool,
    /// Its fields.
    pub fields: BTreeMap<String, Field>,
}

/// The types by their names.
pub struct Schema {
    /// The object types.
    pub kinds: BTreeMap<String, Kind>,
    /// The input types, each with the types of its fields.
    pub inputs: BTreeMap<String, BTreeMap<String, String>>,
    /// The interfaces and unions.
    pub abstracts: BTreeSet<String>,
}

impl Schema {
    /// The schema that the server runs.
    pub fn read() -> Self {
        let mut schema = Self { kinds: BTreeMap::new(), inputs: BTreeMap::new(), abstracts: BTreeSet::new() };
        let sdl = redline_server::graphql::sdl();
        let bare = without_descriptions(&sdl);
        let mut lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
        while let Some(line) = lines.next() {
            let mut words = line.split_whitespace();
            let (what, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().to_owned());
            match what {
                "type" => {
                    let kind = Kind { is_node: line.contains("implements Node"), fields: fields(&mut lines) };
                    schema.kinds.insert(name, kind);
                }
                "input" => {
                    let fields = fields(&mut lines).into_iter().map(|(name, field)| (name, field.of)).collect();
                    schema.inputs.insert(name, fields);
                }
                "interface" | "union" => {
                    schema.abstracts.insert(name);
                }
                _ => {}
            }
        }
        schema
    }

    /// A field by its path: `Query.hazards`.
    pub fn field(&self, path: &str) -> Option<&Field> {
        let (kind, field) = path.split_once('.')?;
        self.kinds.get(kind)?.fields.get(field)
    }

    /// All that can be asked of a type without arguments, so many types deep, field by field; of what lies deeper, the identifier. What is
    /// published is left out.
    pub fn selections(&self, kind: &str, deep: usize) -> Vec<String> {
        const PUBLISHED: [&str; 2] = ["Rule", "Criterion"];
        let Some(Kind { fields, .. }) = self.kinds.get(kind) else { return vec!["__typename".to_owned()] };
        let mut selected = Vec::new();
        for (name, field) in fields.iter().filter(|(_, field)| field.arguments.values().all(|of| !of.ends_with('!')) && !PUBLISHED.contains(&field.named())) {
            match (self.kinds.get(field.named()), deep) {
                (None, _) if field.named() == "Node" => selected.push(format!("{name} {{ id }}")),
                (None, _) if self.abstracts.contains(field.named()) => selected.push(format!("{name} {{ __typename }}")),
                (None, _) => selected.push(name.clone()),
                (Some(of), 0) if of.is_node => selected.push(format!("{name} {{ id }}")),
                (Some(_), 0) => {}
                (Some(_), deep) => selected.push(format!("{name} {{ __typename {} }}", self.selections(field.named(), deep - 1).join(" "))),
            }
        }
        selected
    }
}

/// The fields of a type, up to its brace.
fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> BTreeMap<String, Field> {
    let mut fields = BTreeMap::new();
    while let Some(line) = lines.next().filter(|line| *line != "}") {
        if let Some((name, of)) = line.split_once(": ") {
            fields.insert(name.to_owned(), Field { arguments: BTreeMap::new(), of: needed(of) });
        } else if let Some(name) = line.strip_suffix('(') {
            let mut field = Field::default();
            for line in lines.by_ref() {
                if let Some(of) = line.strip_prefix("): ") {
                    field.of = of.to_owned();
                    break;
                }
                if let Some((name, of)) = line.split_once(": ") {
                    field.arguments.insert(name.to_owned(), needed(of));
                }
            }
            fields.insert(name.to_owned(), field);
        }
    }
    fields
}

/// A type; what has a default need not be given.
fn needed(of: &str) -> String {
    match of.split_once(" = ") {
        Some((of, _)) => of.trim_end_matches('!').to_owned(),
        None => of.to_owned(),
    }
}

/// The text between every second pair of three quotation marks.
fn without_descriptions(sdl: &str) -> String {
    sdl.split("\"\"\"").step_by(2).collect()
}
