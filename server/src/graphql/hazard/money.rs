//! Money (金额) in the API.

use async_graphql::{InputValueError, InputValueResult, Number, Scalar, ScalarType, Value};

/// An amount of money in whole yuan (元), as an integer; at most 9007199254740991, so that every program reads it exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yuan(pub i64);

/// The greatest integer that JavaScript knows exactly.
const GREATEST: i64 = (1 << 53) - 1;

/// An amount of money in whole yuan (元), as an integer; at most 9007199254740991, so that every program reads it exactly.
#[Scalar(name = "Yuan")]
impl ScalarType for Yuan {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::Number(number) => number
                .as_i64()
                .filter(|yuan| (-GREATEST..=GREATEST).contains(yuan))
                .map(Self)
                .ok_or_else(|| InputValueError::custom(format!("{number} is not a whole number of yuan; right would be e.g. 20000"))),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::Number(Number::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_whole_and_exact() {
        let read = |number: Number| Yuan::parse(Value::Number(number)).ok().map(|yuan| yuan.0);
        assert_eq!(read(Number::from(3_000_000_000_i64)), Some(3_000_000_000), "more than 32 bits hold");
        assert_eq!(read(Number::from(GREATEST)), Some(GREATEST));
        assert_eq!(read(Number::from(GREATEST + 1)), None);
        assert_eq!(Number::from_f64(2.5).and_then(read), None);
        assert!(Yuan::parse(Value::String("1".to_owned())).is_err());
        assert_eq!(Yuan(5).to_value(), Value::Number(Number::from(5)));
    }
}
