//! How far a question about the schema itself goes (内省). Its cost is counted by no limit of the library, and lists of types within
//! lists of types grow without end.

use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};

/// How many lists may stand within one another. Those who draw the schema need two.
const LISTS: usize = 3;

/// Whether some question about the schema goes too far. Fragments are followed; that none spreads itself was seen before.
pub fn goes_too_far(document: &ExecutableDocument) -> bool {
    document.operations.iter().any(|(_, operation)| walk(document, &operation.node.selection_set.node, None))
}

/// `lists`: in how many one is already; none: not within a question about the schema.
fn walk(document: &ExecutableDocument, set: &SelectionSet, lists: Option<usize>) -> bool {
    set.items.iter().any(|selection| match &selection.node {
        Selection::Field(field) => {
            let lists = match (lists, field.node.name.node.as_str()) {
                (None, "__schema" | "__type") => Some(0),
                (Some(lists), "fields" | "inputFields" | "interfaces" | "possibleTypes") => Some(lists + 1),
                (lists, _) => lists,
            };
            lists.is_some_and(|lists| lists > LISTS) || walk(document, &field.node.selection_set.node, lists)
        }
        Selection::InlineFragment(fragment) => walk(document, &fragment.node.selection_set.node, lists),
        Selection::FragmentSpread(spread) => {
            document.fragments.get(&spread.node.fragment_name.node).is_some_and(|fragment| walk(document, &fragment.node.selection_set.node, lists))
        }
    })
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn far(document: &str) -> bool {
        goes_too_far(&parse_query(document).expect("a document"))
    }

    #[test]
    fn three_lists_within_one_another_are_enough() {
        let nested = |times: usize| format!("{{ __schema {{ types {{ {}name{} }} }} }}", "fields { type { ".repeat(times), " } }".repeat(times));
        assert!(!far(&nested(3)));
        assert!(far(&nested(4)));
        assert!(far("{ __type(name: \"Node\") { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } }"));
        assert!(far(
            "{ a: __schema { types { ...F } } } fragment F on __Type { fields { type { fields { type { ...G } } } } } fragment G on __Type { interfaces { inputFields { name } } }"
        ));
        assert!(!far("{ __schema { types { fields { name } inputFields { name } interfaces { name } possibleTypes { name } } } }"));
        assert!(!far("{ organization { fields { fields { fields { fields { name } } } } } }"), "fields of the data may be called so");
    }
}
