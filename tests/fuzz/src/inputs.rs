//! What must hold of what people fill in: it is read or refused, never a panic; and what was read, written and read again is the same.

use std::fmt::Debug;

use async_graphql::{ID, ScalarType, Value};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use redline_domain::ids::{self, Noun};
use redline_server::graphql::{
    cursor::{Cursor, Key},
    date::Date,
    enforcement::amount::YuanAmount,
    hazard::money::Yuan,
    id,
};
use uuid::Uuid;

/// The order that the cursors are of.
const ORDER: &str = "DUE_ON";

/// Panics if one of these does not hold.
pub fn hold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    identifier(&text);
    cursor(&text);
    // What stands in a cursor is reached by chance only if chance need not write base64.
    cursor(&URL_SAFE_NO_PAD.encode(format!("{ORDER}|{text}")));
    cursor(&Cursor { key: Key::Text(text.clone().into_owned()), id: uuid(bytes) }.write(ORDER));
    for value in serde_json::from_slice(bytes).into_iter().chain([Value::String(text.into_owned())]) {
        scalar::<Date>(&value, |one, other| one == other);
        scalar::<YuanAmount>(&value, |one, other| one == other);
        scalar::<Yuan>(&value, |one, other| one == other);
        scalar::<DateTime<Utc>>(&value, |one, other| one == other);
    }
    let id = uuid(bytes);
    assert_eq!(ids::decode_as(Noun::Hazard, &id::give(Noun::Hazard, id)), Ok(id));
}

fn identifier(text: &str) {
    let read = id::take_any(&ID(text.to_owned()), "id").ok();
    assert_eq!(read, ids::decode(text).ok());
    if let Some((noun, id)) = read {
        assert_eq!(id::give(noun, id).0, text, "one identifier has one form");
        assert_eq!(id::take(noun, &ID(text.to_owned()), "id").ok(), Some(id));
    }
}

fn cursor(text: &str) {
    if let Some(read) = Cursor::read(ORDER, text) {
        assert_eq!(Cursor::read(ORDER, &read.write(ORDER)), Some(read));
    }
}

fn scalar<T: ScalarType + Debug>(value: &Value, same: impl Fn(&T, &T) -> bool) {
    if let Ok(read) = T::parse(value.clone()) {
        let written = read.to_value();
        let again = T::parse(written.clone()).unwrap_or_else(|_| panic!("{written} was written for {value}"));
        assert!(same(&read, &again), "{value} was read as {read:?}, which was written {written} and read as {again:?}");
    }
}

fn uuid(bytes: &[u8]) -> Uuid {
    let mut of = [0; 16];
    for (to, from) in of.iter_mut().zip(bytes) {
        *to = *from;
    }
    Uuid::from_bytes(of)
}
