//! Cursors (游标): where in a list one is, as the sort key and the identifier of the last row seen.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value;
use uuid::Uuid;

/// A sort key (排序值).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A day.
    Day(NaiveDate),
    /// A moment.
    Time(DateTime<Utc>),
    /// A text.
    Text(String),
    /// An identifier, for which the order is that in which things came to be.
    Id(Uuid),
    /// A number.
    Number(i64),
}

impl Key {
    /// The key in a column's value; none where the column is empty or of a type that nothing is sorted by.
    pub fn of(value: Value) -> Option<Self> {
        match value {
            Value::ChronoDate(day) => day.map(Self::Day),
            Value::ChronoDateTimeUtc(at) => at.map(Self::Time),
            Value::String(text) => text.map(Self::Text),
            Value::Uuid(id) => id.map(Self::Id),
            Value::Int(number) => number.map(|number| Self::Number(number.into())),
            Value::BigInt(number) => number.map(Self::Number),
            _ => None,
        }
    }

    fn write(&self) -> String {
        match self {
            Self::Day(day) => format!("d{day}"),
            Self::Time(at) => format!("t{}", at.timestamp_micros()),
            Self::Text(text) => format!("x{text}"),
            Self::Id(id) => format!("i{}", id.simple()),
            Self::Number(number) => format!("n{number}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let rest = text.get(1..)?;
        match text.as_bytes().first()? {
            b'd' => rest.parse().ok().map(Self::Day),
            b't' => rest.parse().ok().and_then(DateTime::from_timestamp_micros).map(Self::Time),
            b'x' => Some(Self::Text(rest.to_owned())),
            b'i' => rest.parse().ok().map(Self::Id),
            b'n' => rest.parse().ok().map(Self::Number),
            _ => None,
        }
    }
}

impl From<Key> for Value {
    fn from(key: Key) -> Self {
        match key {
            Key::Day(day) => day.into(),
            Key::Time(at) => at.into(),
            Key::Text(text) => text.into(),
            Key::Id(id) => id.into(),
            Key::Number(number) => number.into(),
        }
    }
}

/// A place in a list of a certain order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The sort key there.
    pub key: Key,
    /// Which row, of those with the same key.
    pub id: Uuid,
}

impl Cursor {
    /// Writes it. A cursor of one order is not taken for another.
    pub fn write(&self, order: &str) -> String {
        URL_SAFE_NO_PAD.encode(format!("{order}|{}|{}", self.id.simple(), self.key.write()))
    }

    /// Reads one that was written for this order.
    pub fn read(order: &str, text: &str) -> Option<Self> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let mut parts = text.splitn(3, '|');
        if parts.next()? != order {
            return None;
        }
        Some(Self { id: parts.next()?.parse().ok()?, key: Key::read(parts.next()?)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_was_written_and_only_in_its_order() {
        let keys = [
            Key::Day(NaiveDate::from_ymd_opt(2023, 6, 30).unwrap()),
            Key::Time(DateTime::from_timestamp_millis(1_684_720_000_123).unwrap()),
            Key::Text("a|b 化工".to_owned()),
            Key::Id(Uuid::from_u128(7)),
            Key::Number(-3),
        ];
        for key in keys {
            let cursor = Cursor { key, id: Uuid::from_u128(42) };
            let text = cursor.write("DUE_ON");
            assert_eq!(Cursor::read("DUE_ON", &text), Some(cursor));
            assert_eq!(Cursor::read("OPENS_ON", &text), None);
        }
        for text in ["", "x", "!!!", "RFVFX09O", "化工"] {
            assert_eq!(Cursor::read("DUE_ON", text), None, "{text}");
        }
    }
}
