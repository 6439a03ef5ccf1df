//! Which operation of a document is meant (所指操作), where there are several.

use std::collections::HashSet;

use async_graphql::{
    Name, Positioned,
    parser::types::{DocumentOperations, ExecutableDocument, OperationDefinition, Selection, SelectionSet},
};

/// The operation that a request means.
pub fn operation<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Option<&'a Positioned<OperationDefinition>> {
    match &document.operations {
        DocumentOperations::Single(operation) => Some(operation),
        // One that has a name is among several for the library, though it be the only one; then nobody needs to name it.
        DocumentOperations::Multiple(operations) => match name {
            Some(name) => operations.get(name),
            None => operations.values().next().filter(|_| operations.len() == 1),
        },
    }
}

/// Of a document with several operations the one that is meant, with its fragments: the library reckons what a document costs by all
/// operations in it, and wants the variables of each for that, while a request has those of one. None: it may stay as it is.
pub fn alone(document: &ExecutableDocument, name: Option<&str>) -> Option<ExecutableDocument> {
    let DocumentOperations::Multiple(operations) = &document.operations else { return None };
    let name = name.filter(|_| operations.len() > 1)?;
    let (name, operation) = operations.get_key_value(name)?;
    let mut spread = HashSet::new();
    follow(document, &operation.node.selection_set.node, &mut spread);
    Some(ExecutableDocument {
        operations: DocumentOperations::Multiple([(name.clone(), operation.clone())].into()),
        fragments: document.fragments.iter().filter(|(name, _)| spread.contains(name)).map(|(name, fragment)| (name.clone(), fragment.clone())).collect(),
    })
}

fn follow<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, spread: &mut HashSet<&'a Name>) {
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => follow(document, &field.node.selection_set.node, spread),
            Selection::InlineFragment(fragment) => follow(document, &fragment.node.selection_set.node, spread),
            Selection::FragmentSpread(at) => {
                if let Some((name, fragment)) = document.fragments.get_key_value(&at.node.fragment_name.node)
                    && spread.insert(name)
                {
                    follow(document, &fragment.node.selection_set.node, spread);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    #[test]
    fn of_several_operations_the_one_that_is_named_stays_with_the_fragments_that_lead_on_from_it() {
        let several = "query A { a { ...F } } query B($x: Int!) { ...H } fragment F on T { ... { ...G } } fragment G on T { g } fragment H on Q { h(x: $x) }";
        let document = parse_query(several).expect("a document");
        let left = alone(&document, Some("A")).expect("one of several");
        let mut fragments: Vec<&str> = left.fragments.keys().map(Name::as_str).collect();
        fragments.sort_unstable();
        assert_eq!((left.operations.iter().count(), fragments), (1, vec!["F", "G"]));
        assert!(operation(&left, Some("A")).is_some() && operation(&left, Some("B")).is_none());
        assert!(alone(&document, None).is_none() && alone(&document, Some("C")).is_none(), "the library says what is amiss");
        for single in ["{ a }", "query A { a }"] {
            assert!(alone(&parse_query(single).expect("a document"), Some("A")).is_none());
        }
    }
}
