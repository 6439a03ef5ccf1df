//! The order of an answer (应答顺序). The specification wants fields in the order in which they were asked for; the library gives
//! them in the order in which they were done.

use async_graphql::{
    Name, Value,
    indexmap::IndexMap,
    parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet},
};

use super::meant;

/// What an operation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asks {
    /// What kind of operation it is.
    pub kind: OperationType,
    /// How many fields the operation itself has.
    pub fields: usize,
}

/// The fields of an object in the order in which they were asked for, each with those of its own.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Order {
    fields: IndexMap<Name, Order>,
    kind: Option<OperationType>,
}

impl Order {
    /// The order that an operation of a document asks for.
    pub fn of(document: &ExecutableDocument, operation: Option<&str>) -> Self {
        let mut order = Self::default();
        if let Some(operation) = meant::operation(document, operation) {
            order.kind = Some(operation.node.ty);
            order.add(document, &operation.node.selection_set.node);
        }
        order
    }

    /// What the operation asks for. A document that does not have it counts as a question, of no field.
    pub fn asks(&self) -> Asks {
        Asks { kind: self.kind.unwrap_or(OperationType::Query), fields: self.fields.len() }
    }

    // The guard before the parser has refused cyclic fragments, and documents that are large once expanded.
    fn add(&mut self, document: &ExecutableDocument, set: &SelectionSet) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    self.fields.entry(field.node.response_key().node.clone()).or_default().add(document, &field.node.selection_set.node);
                }
                Selection::InlineFragment(fragment) => self.add(document, &fragment.node.selection_set.node),
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                        self.add(document, &fragment.node.selection_set.node);
                    }
                }
            }
        }
    }

    /// Puts an answer into this order.
    pub fn arrange(&self, value: &mut Value) {
        match value {
            Value::Object(fields) if !self.fields.is_empty() => {
                // By place in the order; what is not in it, which cannot be, would stay behind.
                fields.sort_by_cached_key(|name, _| self.fields.get_index_of(name).unwrap_or(usize::MAX));
                for (name, value) in fields {
                    if let Some(order) = self.fields.get(name) {
                        order.arrange(value);
                    }
                }
            }
            Value::List(items) => items.iter_mut().for_each(|item| self.arrange(item)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn arranged(query: &str, answer: &str) -> String {
        let document = parse_query(query).expect("a document");
        let mut value: Value = serde_json::from_str(answer).expect("an answer");
        Order::of(&document, None).arrange(&mut value);
        value.to_string()
    }

    #[test]
    fn the_only_operation_is_meant_whether_it_has_a_name_or_not_and_of_several_the_one_that_is_named() {
        let asks = |query: &str, operation: Option<&str>| Order::of(&parse_query(query).expect("a document"), operation).asks();
        let change = Asks { kind: OperationType::Mutation, fields: 2 };
        assert_eq!(asks("mutation { a b }", None), change);
        assert_eq!(asks("mutation X { a b }", None), change);
        assert_eq!(asks("mutation X { a b }", Some("X")), change);
        assert_eq!(asks("mutation X { a b } query Y { c }", Some("X")), change);
        // The library refuses these.
        let nothing = Asks { kind: OperationType::Query, fields: 0 };
        assert_eq!(asks("mutation X { a b } query Y { c }", None), nothing);
        assert_eq!(asks("mutation X { a b }", Some("Y")), nothing);
    }

    #[test]
    fn fields_stand_as_they_were_asked_for_at_every_depth() {
        assert_eq!(arranged("{ b { y x } a }", r#"{"a":1,"b":[{"x":2,"y":3},null]}"#), "{b: [{y: 3, x: 2}, null], a: 1}");
    }

    #[test]
    fn aliases_fragments_and_fields_asked_for_twice_stand_where_they_came_first() {
        let query = "{ one: a { ...f } z ... { one: a { q } } } fragment f on T { n m }";
        assert_eq!(arranged(query, r#"{"z":0,"one":{"q":1,"m":2,"n":3}}"#), "{one: {n: 3, m: 2, q: 1}, z: 0}");
    }
}
