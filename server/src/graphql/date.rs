//! A day (日期) as the API writes it.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::NaiveDate;

/// A calendar day in the zone of the site (日期), as `2023-05-22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

impl From<NaiveDate> for Date {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl From<Date> for NaiveDate {
    fn from(day: Date) -> Self {
        day.0
    }
}

/// A calendar day in the zone of the site (日期), as `2023-05-22`.
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            // Exactly this form: chrono alone would take "+2023-5-2" as well.
            Value::String(text) => text.parse().ok().filter(|day: &NaiveDate| day.to_string() == *text && text.len() == 10).map(Self).ok_or_else(|| {
                InputValueError::custom(format!("\"{}\" is not a date; right would be e.g. 2023-05-22", text.chars().take(40).collect::<String>()))
            }),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}
