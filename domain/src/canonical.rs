//! The canonical form (规范形式, RFC 8785) of what is signed or chained, and its hash: the same facts always give the same bytes,
//! on whichever database they were kept.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// Facts as canonical JSON by RFC 8785: keys sorted, no blanks, one way to write each number.
pub fn canonical(value: &Value) -> String {
    // A JSON value can always be written; only maps whose keys are no texts cannot, and it has none.
    serde_json_canonicalizer::to_string(value).unwrap_or_default()
}

/// The SHA-256 of the canonical form, in hexadecimal digits.
pub fn hash(value: &Value) -> String {
    hex::encode(Sha256::digest(canonical(value)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_published_example_of_the_standard_is_written_so() {
        let value: Value = serde_json::from_str(
            r#"{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#,
        )
        .expect("JSON");
        assert_eq!(
            canonical(&value),
            r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        );
    }

    #[test]
    fn the_order_in_which_facts_are_given_does_not_matter() {
        assert_eq!(hash(&json!({ "a": 1, "b": { "c": 2, "d": [] } })), hash(&json!({ "b": { "d": [], "c": 2 }, "a": 1 })));
        assert_ne!(hash(&json!({ "a": 1 })), hash(&json!({ "a": 2 })));
    }
}
