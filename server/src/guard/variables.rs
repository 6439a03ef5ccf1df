//! How much variables come to (变量). Validation copies the value of a variable at each of its uses, so that a long list in a hundred
//! places is a hundred lists.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned,
    parser::types::{Directive, ExecutableDocument, OperationDefinition, Selection, SelectionSet},
};
use async_graphql_value::{ConstValue, Value};
use serde_json::{Map, Value as Json};

/// How many values the uses may come to.
pub const MOST_VALUES: u64 = 200_000;
/// So many bytes of a text count as a value.
const TEXT: usize = 64;

/// Whether the variables of some operation come to more than they may. Fragments are followed; that none spreads itself was seen before.
pub fn come_to_too_much(document: &ExecutableDocument, given: Option<&Map<String, Json>>) -> bool {
    document.operations.iter().any(|(_, operation)| {
        let operation = &operation.node;
        let uses = Uses { document, sizes: sizes(operation, given) };
        uses.directives(&operation.directives).saturating_add(uses.set(&operation.selection_set.node)) > MOST_VALUES
    })
}

/// How many values each variable has, as given or else by its default.
fn sizes<'a>(operation: &'a OperationDefinition, given: Option<&Map<String, Json>>) -> HashMap<&'a Name, u64> {
    let size = |name: &Name, default: Option<&ConstValue>| match (given.and_then(|given| given.get(name.as_str())), default) {
        (Some(value), _) => values(value),
        (None, Some(default)) => default.clone().into_json().as_ref().map_or(1, values),
        (None, None) => 1,
    };
    let definitions = operation.variable_definitions.iter().map(|definition| &definition.node);
    definitions.map(|definition| (&definition.name.node, size(&definition.name.node, definition.default_value()))).collect()
}

fn values(value: &Json) -> u64 {
    match value {
        Json::Array(list) => list.iter().map(values).fold(1, u64::saturating_add),
        Json::Object(map) => map.iter().map(|(name, value)| text(name).saturating_add(values(value))).fold(1, u64::saturating_add),
        Json::String(value) => text(value),
        Json::Null | Json::Bool(_) | Json::Number(_) => 1,
    }
}

fn text(text: &str) -> u64 {
    u64::try_from(1 + text.len() / TEXT).unwrap_or(u64::MAX)
}

struct Uses<'a> {
    document: &'a ExecutableDocument,
    sizes: HashMap<&'a Name, u64>,
}

impl Uses<'_> {
    fn set(&self, set: &SelectionSet) -> u64 {
        set.items.iter().map(|selection| self.selection(&selection.node)).fold(0, u64::saturating_add)
    }

    fn selection(&self, selection: &Selection) -> u64 {
        match selection {
            Selection::Field(field) => {
                let arguments = field.node.arguments.iter().map(|(_, value)| self.value(&value.node)).fold(0, u64::saturating_add);
                arguments.saturating_add(self.directives(&field.node.directives)).saturating_add(self.set(&field.node.selection_set.node))
            }
            Selection::InlineFragment(fragment) => self.directives(&fragment.node.directives).saturating_add(self.set(&fragment.node.selection_set.node)),
            Selection::FragmentSpread(spread) => {
                let fragment = self.document.fragments.get(&spread.node.fragment_name.node);
                self.directives(&spread.node.directives).saturating_add(fragment.map_or(0, |fragment| self.set(&fragment.node.selection_set.node)))
            }
        }
    }

    fn directives(&self, directives: &[Positioned<Directive>]) -> u64 {
        let arguments = directives.iter().flat_map(|directive| &directive.node.arguments);
        arguments.map(|(_, value)| self.value(&value.node)).fold(0, u64::saturating_add)
    }

    fn value(&self, value: &Value) -> u64 {
        match value {
            Value::Variable(name) => self.sizes.get(name).copied().unwrap_or(1),
            Value::List(list) => list.iter().map(|value| self.value(value)).fold(0, u64::saturating_add),
            Value::Object(map) => map.values().map(|value| self.value(value)).fold(0, u64::saturating_add),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn too_much(document: &str, given: &Json) -> bool {
        come_to_too_much(&parse_query(document).expect("a document"), given.as_object())
    }

    #[test]
    fn a_variable_counts_at_each_of_its_uses_whatever_way_leads_there() {
        let list = |length: usize| json!({ "v": vec![1; length], "other": vec![1; 10] });
        let half = 99_999;
        assert!(!too_much("query($v: [Int]) { a(x: $v) b(y: { z: [$v] }) }", &list(half)), "twice 100,000");
        assert!(too_much("query($v: [Int]) { a(x: $v) b(y: { z: [$v] }) }", &list(half + 1)));
        assert!(too_much("query($v: [Int]) { a { ...F } ... { b { ...F } } } fragment F on T { c(x: $v) }", &list(half + 1)));
        assert!(too_much("query($v: [Int]) @d(x: $v) { a @include(if: $v) }", &list(half + 1)));
        assert!(!too_much("query($v: [Int]) { a(x: $v) b }", &list(half + 1)), "one use of the same");
        assert!(!too_much("query($v: [Int]) { a(x: $v) b(y: $unknown) }", &list(half)), "what is not declared is refused by others");
    }

    #[test]
    fn long_texts_and_defaults_count_too() {
        let used = |times: usize| (0..times).map(|at| format!("a{at}(x: $v) ")).collect::<String>();
        let given = json!({ "v": "字".repeat(21_000) });
        assert!(!too_much(&format!("query($v: String) {{ {} }}", used(203)), &given));
        assert!(too_much(&format!("query($v: String) {{ {} }}", used(204)), &given));
        let default = format!("[{}]", "1 ".repeat(1_999));
        assert!(!too_much(&format!("query($v: [Int] = {default}) {{ {} }}", used(100)), &json!({})));
        assert!(too_much(&format!("query($v: [Int] = {default}) {{ {} }}", used(101)), &json!({})));
        assert!(too_much(&format!("query($v: [Int] = {default}) {{ {} }}", used(101)), &json!(null)), "where none are given");
    }
}
