use super::{Refused::*, *};

fn nested(levels: usize) -> String {
    format!("{}a{}", "{a".repeat(levels - 1) + "{", "}".repeat(levels))
}

/// Fragments of which each spreads the next one `times` times.
fn bomb(levels: usize, times: usize) -> String {
    let mut document = "{...f0}".to_owned();
    for level in 0..levels {
        document += &format!("fragment f{level} on T{{{}}}", format!("...f{} ", level + 1).repeat(times));
    }
    document + &format!("fragment f{levels} on T{{a}}")
}

#[test]
fn documents_up_to_the_limits_pass_and_beyond_them_are_refused() {
    let table: &[(&str, String, Result<(), Refused>)] = &[
        ("an empty one is the parser's matter", String::new(), Ok(())),
        ("a plain one", "query Q($a: Int = 1) { a(b: {c: [$a]}) { ...F } } fragment F on T { d }".to_owned(), Ok(())),
        ("as deep as may be", nested(DEEPEST), Ok(())),
        ("one deeper", nested(DEEPEST + 1), Err(TooDeep)),
        ("deep in a literal", format!("{{a(x:{})}}", "{x:".repeat(2_000)), Err(TooDeep)),
        ("deep in a list", format!("{{a(x:{})}}", "[".repeat(40_000)), Err(TooDeep)),
        ("deep in a type", format!("query($a:{}Int){{a}}", "[".repeat(5_000)), Err(TooDeep)),
        ("as long as may be", format!("{{{}}}", "a ".repeat(MOST_TOKENS - 2)), Ok(())),
        ("one longer", format!("{{{}}}", "a ".repeat(MOST_TOKENS - 1)), Err(TooLong)),
        ("characters that belong nowhere", "¿".repeat(2_000), Err(TooLong)),
        ("a name as long as may be", format!("{{{}}}", "a".repeat(LONGEST_NAME)), Ok(())),
        ("a name that is longer", format!("{{{}}}", "a".repeat(LONGEST_NAME + 1)), Err(LongName)),
        ("brackets in a string", format!("{{a(x:\"{}\")}}", "{".repeat(5_000)), Ok(())),
        ("brackets in a block string", format!("{{a(x:\"\"\"{} \\\"\"\" \n\"\"\")}}", "{".repeat(5_000)), Ok(())),
        ("brackets in a comment", format!("#{}\n{{a}}", "{".repeat(5_000)), Ok(())),
        ("a comment ends with its line", format!("#x\r{}", "{".repeat(40)), Err(TooDeep)),
        ("an escaped quote does not end a string", format!("{{a(x:\"\\\"{}\")}}", "{".repeat(100)), Ok(())),
        ("two quotes are an empty string", format!("{{a(x:\"\"){}", "{".repeat(100)), Err(TooDeep)),
        ("a string that does not end", "{a(x:\"b)}".to_owned(), Err(UnterminatedString)),
        ("a string over two lines", "{a(x:\"b\n\")}".to_owned(), Err(UnterminatedString)),
        ("a string that ends in a backslash", "{a(x:\"\\".to_owned(), Err(UnterminatedString)),
        ("a block string that does not end", "{a(x:\"\"\"b\")}".to_owned(), Err(UnterminatedString)),
        ("fragments that grow a little", bomb(3, 3), Ok(())),
        ("fragments that double 30 times", bomb(30, 2), Err(TooLarge)),
        ("fragments that would overflow any number", bomb(80, 3), Err(TooLarge)),
        ("a fragment in itself", "{...a} fragment a on T { ...a }".to_owned(), Err(Cycle)),
        ("fragments in one another", "{...a} fragment a on T { ...b } fragment b on T { c { ...a } }".to_owned(), Err(Cycle)),
        ("a cycle that nothing spreads", "{a} fragment a on T { ...b } fragment b on T { ...a }".to_owned(), Err(Cycle)),
        ("a keyword grown together with the name", "{...a} fragmenta on T { ...a }".to_owned(), Err(Cycle)),
        ("a fragment named on", "{...on} fragment on on T { ...on }".to_owned(), Err(Cycle)),
        ("a byte order mark is a blank", "{...a} fragment\u{feff}a on T { ...\u{feff}a }".to_owned(), Err(Cycle)),
        ("the same fragment twice side by side", "{...a ...a} fragment a on T { b }".to_owned(), Ok(())),
        ("a spread of what is not there is the parser's matter", "{...nowhere}".to_owned(), Ok(())),
    ];
    for (name, document, expected) in table {
        assert_eq!(check(document), *expected, "{name}");
    }
}

#[test]
fn a_long_chain_of_fragments_is_counted_without_recursion() {
    assert_eq!(check(&bomb(40, 1)), Ok(()));
}

#[test]
fn no_prefix_and_no_byte_soup_makes_it_fail() {
    let document = "query Q($a: [T!]! = [{b: \"c\\\"\"}]) { a(x: \"\"\"y\"\"\") @b(c: 1.5e3) { ... on T { d } ...F } } # e\nfragment F on T { 中 }";
    for end in (0..=document.len()).filter(|&end| document.is_char_boundary(end)) {
        let _ = check(&document[..end]);
        let _ = check(&document[end..]);
    }
}
