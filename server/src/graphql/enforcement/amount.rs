//! Money to the fen (金额) in the API.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use redline_domain::enforcement::Fen;

/// An amount of money in yuan (元) with two decimals, as a string, e.g. `"20000.00"`. Given, it may also be a number or have fewer
/// decimals; more than two are refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YuanAmount(pub Fen);

/// An amount of money in yuan (元) with two decimals, as a string, e.g. `"20000.00"`. Given, it may also be a number or have fewer
/// decimals; more than two are refused.
#[Scalar(name = "YuanAmount")]
impl ScalarType for YuanAmount {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = match &value {
            Value::String(text) => text.clone(),
            // The shortest decimal that is this number: what was written.
            Value::Number(number) => number.to_string(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        text.parse().map(Self).map_err(|_| InputValueError::custom(format!("{text} is not an amount in yuan; right would be e.g. \"20000.00\"")))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.yuan())
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::Number;

    use super::*;

    #[test]
    fn amounts_are_read_from_strings_and_numbers_and_written_with_two_decimals() {
        let read = |value: Value| YuanAmount::parse(value).ok().map(|amount| amount.0.0);
        assert_eq!(read(Value::String("20000.05".to_owned())), Some(2_000_005));
        assert_eq!(read(Value::Number(Number::from(20_000))), Some(2_000_000));
        assert_eq!(Number::from_f64(20_000.05).and_then(|number| read(Value::Number(number))), Some(2_000_005));
        assert_eq!(Number::from_f64(0.1 + 0.2).and_then(|number| read(Value::Number(number))), None, "more than two decimals");
        assert_eq!(read(Value::String("二万".to_owned())), None);
        assert_eq!(read(Value::Boolean(true)), None);
        assert_eq!(YuanAmount(Fen(2_000_000)).to_value(), Value::String("20000.00".to_owned()));
    }
}
