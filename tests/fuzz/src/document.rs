//! What must hold of any document: the guard judges it at once, and what it lets through harms nobody behind it.

use std::{
    collections::HashMap,
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use async_graphql::{
    Name, Request, Response,
    parser::{
        parse_query,
        types::{ExecutableDocument, Selection, SelectionSet},
    },
};
use redline_server::{
    graphql::{Api, api},
    guard,
    http::order::Order,
};

/// How long the guard may take. It takes well under a millisecond for the largest document; the rest is for a machine that is busy.
const GUARD: Duration = Duration::from_millis(200);
/// How long all that comes before a document is carried out may take, likewise.
const REST: Duration = Duration::from_secs(1);
/// The stack of the threads that serve requests.
const STACK: usize = 2 << 20;

/// Production keeps its schema to itself, so nothing is carried out there but the looking up of fields.
static APIS: LazyLock<[Api; 2]> = LazyLock::new(|| [api(true), api(false)]);

/// Panics, or brings the program down, if one of these does not hold.
pub fn holds(bytes: &[u8]) {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(guard::LARGEST_BODY)]);
    let passed = within(GUARD, || guard::check(&text).is_ok());
    // As long as may be: what is short may only just not show that it takes more than its share.
    let long = text.repeat(guard::LARGEST_BODY / text.len().max(1));
    within(GUARD, || guard::check(&long).is_ok());
    if passed {
        thread::scope(|scope| {
            let on_its_stack = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || within(REST, || understand(&text)));
            on_its_stack.expect("a thread").join().expect("no panic");
        });
    }
}

/// All that the server does with a document before it asks the database.
fn understand(text: &str) {
    let Ok(document) = parse_query(text) else { return };
    // The guard reads tokens and the parser its own grammar; here is told where they mean something else.
    let mut known = HashMap::new();
    let operations = document.operations.iter().map(|(_, operation)| &operation.node.selection_set.node);
    let sets = operations.chain(document.fragments.values().map(|fragment| &fragment.node.selection_set.node));
    let grown = sets.map(|set| size(&document, set, &mut known)).fold(0, u64::saturating_add);
    assert!(grown <= guard::MOST_EXPANDED, "it grows to {grown}");
    let _ = Order::of(&document, None).asks();
    let [closed, open] = &*APIS;
    validate(closed, text);
    validate(open, text);
}

/// How many fields and spreads there are with all fragments put in.
fn size<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, known: &mut HashMap<&'a Name, Option<u64>>) -> u64 {
    let one = |selection: &'a Selection, known: &mut HashMap<&'a Name, Option<u64>>| match selection {
        Selection::Field(field) => size(document, &field.node.selection_set.node, known),
        Selection::InlineFragment(fragment) => size(document, &fragment.node.selection_set.node, known),
        Selection::FragmentSpread(spread) => {
            let name = &spread.node.fragment_name.node;
            match (known.get(name), document.fragments.get(name)) {
                (Some(size), _) => size.expect("no fragment spreads itself"),
                (None, None) => 0,
                (None, Some(fragment)) => {
                    known.insert(name, None);
                    let size = size(document, &fragment.node.selection_set.node, known);
                    known.insert(name, Some(size));
                    size
                }
            }
        }
    };
    set.items.iter().fold(0, |sum: u64, selection| sum.saturating_add(1).saturating_add(one(&selection.node, known)))
}

fn validate(api: &Api, text: &str) -> Response {
    futures::executor::block_on(api.execute(Request::new(text).only_introspection()))
}

/// Does it, again if it took too long: once may have been the machine.
fn within<T>(longest: Duration, work: impl Fn() -> T) -> T {
    let mut took = Duration::ZERO;
    for _ in 0..3 {
        let begun = Instant::now();
        let done = work();
        took = begun.elapsed();
        if took <= longest {
            return done;
        }
    }
    panic!("took {took:?} where {longest:?} would be right");
}
