//! The walk: a value with its place, the mistakes so far, and how each plain type is read.

use std::{collections::BTreeMap, ops::Range, str::FromStr};

use chrono::NaiveDate;
use toml::de::DeValue;

use crate::{UnknownWord, Word, rulebook::Mistake};

/// A value of the file, and where it stands.
#[derive(Clone)]
pub(super) struct Node<'t> {
    pub value: &'t DeValue<'t>,
    pub span: Range<usize>,
    pub path: String,
}

impl Node<'_> {
    /// Its last name in the path, e.g. `period`.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }
}

/// A type that can be read from a value. `None`: a mistake has been told.
pub(super) trait Read: Sized {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;
}

/// What goes along with the walk: the mistakes, and what has been learnt that later parts are checked against.
pub(super) struct Reader<'s> {
    file: &'s str,
    source: &'s str,
    mistakes: Vec<Mistake>,
    /// The first and the last day of the action, once both are known and in order.
    pub action: Option<(NaiveDate, NaiveDate)>,
    /// The codes claimed so far, by what they name, with their line.
    claimed: BTreeMap<(&'static str, String), usize>,
}

impl<'s> Reader<'s> {
    pub fn new(file: &'s str, source: &'s str) -> Self {
        Self { file, source, mistakes: Vec::new(), action: None, claimed: BTreeMap::new() }
    }

    /// Tells a mistake at a value.
    pub fn fault(&mut self, node: &Node<'_>, message: impl Into<String>) {
        self.mistakes.push(Mistake::at(self.file, self.source, &node.span, &node.path, message.into()));
    }

    /// Tells that a value has the wrong type.
    fn wrong_type(&mut self, node: &Node<'_>, wanted: &str) {
        self.fault(node, format!("`{}` is of type {}; {wanted} is needed", node.name(), node.value.type_str()));
    }

    /// Takes a code for a thing of a kind, or tells that it is taken.
    pub fn claim(&mut self, kind: &'static str, code: &str, node: &Node<'_>) {
        let line = Mistake::at(self.file, self.source, &node.span, "", String::new()).line;
        match self.claimed.get(&(kind, code.to_owned())) {
            Some(first) => self.fault(node, format!("duplicate {kind} \"{code}\"; the first is on line {first}")),
            None => {
                self.claimed.insert((kind, code.to_owned()), line);
            }
        }
    }

    /// The codes claimed for a kind, in order.
    pub fn known(&self, kind: &str) -> Vec<&str> {
        self.claimed.keys().filter(|(of, _)| *of == kind).map(|(_, code)| code.as_str()).collect()
    }

    /// The mistakes, in the order of the lines.
    pub fn into_mistakes(mut self) -> Vec<Mistake> {
        self.mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
        self.mistakes
    }
}

impl Read for String {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            DeValue::String(text) if text.trim().is_empty() => reader.fault(node, format!("`{}` is empty; it must have a text", node.name())),
            DeValue::String(text) => return Some(text.to_string()),
            _ => reader.wrong_type(node, "a string"),
        }
        None
    }
}

impl Read for bool {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let flag = node.value.as_bool();
        if flag.is_none() {
            reader.wrong_type(node, "true or false");
        }
        flag
    }
}

impl Read for i64 {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Some(number) = node.value.as_integer() else {
            reader.wrong_type(node, "a whole number");
            return None;
        };
        let value = Self::from_str_radix(number.as_str(), number.radix()).ok();
        if value.is_none() {
            reader.fault(node, format!("`{}` is too large a number", node.name()));
        }
        value
    }
}

impl Read for NaiveDate {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let date = match node.value {
            DeValue::Datetime(given) => match (given.date, given.time) {
                (Some(_), Some(_)) => {
                    reader.fault(node, format!("`{}` has a time of day; give the date only", node.name()));
                    return None;
                }
                (Some(day), None) => Self::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()),
                (None, _) => None,
            },
            DeValue::String(text) => text.parse().ok(),
            _ => {
                reader.wrong_type(node, "a date such as 2023-05-22");
                return None;
            }
        };
        if date.is_none() {
            let given = reader.source.get(node.span.clone()).unwrap_or_default();
            reader.fault(node, format!("`{}` is {given}, which is not a date of the calendar; give one such as 2023-05-22", node.name()));
        }
        date
    }
}

impl<W: Word + FromStr<Err = UnknownWord>> Read for W {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match String::read(node, reader)?.parse() {
            Ok(word) => Some(word),
            Err(unknown) => {
                reader.fault(node, format!("`{}`: {unknown}", node.name()));
                None
            }
        }
    }
}
