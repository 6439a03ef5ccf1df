use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::json;

use super::*;

const CHAIN: Uuid = Uuid::from_u128(7);

fn fact(number: i64) -> Fact {
    let at = DateTime::from_timestamp_micros(1_684_684_800_000_000 + number).expect("a moment");
    Fact {
        id: Uuid::from_u128(number as u128),
        organization: Some(CHAIN),
        subject_kind: "WINDOW".to_owned(),
        subject: Uuid::from_u128(1),
        action: "WINDOW_OPENED".to_owned(),
        actor: (number % 2 == 0).then_some(Uuid::from_u128(2)),
        data: json!({ "n": number, "说明": "开启" }),
        true_at: at,
        recorded_at: at,
    }
}

fn chain(length: i64) -> Vec<Link> {
    let mut head = Head::default();
    (1..=length)
        .map(|number| {
            let link = Link::after(&head, fact(number));
            head = link.head();
            link
        })
        .collect()
}

fn walk(links: &[Link], marks: BTreeMap<i64, Mark>, noted: Option<&Head>) -> Result<Head, Break> {
    let mut walk = Walk::new(CHAIN, marks);
    links.iter().for_each(|link| walk.step(link));
    walk.end(noted)
}

/// Where the first break is and what it is, against the head that the whole chain had.
fn found(links: &[Link], head: &Head) -> Option<(i64, Flaw)> {
    walk(links, BTreeMap::new(), Some(head)).err().map(|broken| (broken.sequence, broken.flaw))
}

fn chain_anew(links: &mut [Link], from: usize) {
    for at in from..links.len() {
        let head = if at == 0 { Head::default() } else { links[at - 1].head() };
        links[at] = Link::after(&head, links[at].fact.clone());
    }
}

#[test]
fn a_chain_that_nobody_touched_ends_in_its_head() {
    let links = chain(5);
    let head = links[4].head();
    assert_eq!(walk(&links, BTreeMap::new(), Some(&head)), Ok(head));
    assert_eq!(walk(&[], BTreeMap::new(), None), Ok(Head::default()));
    assert_eq!(links[0].previous_hash, GENESIS);
}

#[test]
fn the_hash_is_that_of_the_documented_form() {
    let link = &chain(1)[0];
    let text = format!(
        r#"{{"action":"WINDOW_OPENED","actor":null,"chain":"{CHAIN}","data":{{"n":1,"说明":"开启"}},"id":"{}","organization":"{CHAIN}","previousHash":"{GENESIS}","recordedAt":1684684800000001,"sequence":1,"subject":"{}","subjectKind":"WINDOW","trueAt":1684684800000001}}"#,
        Uuid::from_u128(1),
        Uuid::from_u128(1),
    );
    assert_eq!(link.hash, canonical::hash(&serde_json::from_str(&text).expect("JSON")));
    assert_eq!(canonical::canonical(&serde_json::from_str(&text).expect("JSON")), text);
}

#[test]
fn each_kind_of_break_is_named_at_its_place() {
    let whole = chain(6);
    let head = whole[5].head();
    let after = |edit: &dyn Fn(&mut Vec<Link>)| {
        let mut links = whole.clone();
        edit(&mut links);
        found(&links, &head)
    };
    assert_eq!(after(&|links| links[2].fact.action = "WINDOW_ENDED".to_owned()), Some((3, Flaw::Changed)));
    assert_eq!(after(&|links| links[2].sequence = 9), Some((3, Flaw::Changed)));
    assert_eq!(after(&|links| links[2].chain = Uuid::nil()), Some((3, Flaw::Changed)));
    assert_eq!(after(&|links| drop(links.remove(2))), Some((3, Flaw::Gap)));
    assert_eq!(after(&|links| drop(links.remove(0))), Some((1, Flaw::Gap)));
    assert_eq!(after(&|links| links.swap(2, 4)), Some((3, Flaw::Reordered)), "their places");
    let numbers = |links: &mut Vec<Link>| {
        (links[2].sequence, links[4].sequence) = (5, 3);
        links.swap(2, 4);
    };
    assert_eq!(after(&numbers), Some((3, Flaw::Reordered)), "their numbers");
    assert_eq!(after(&|links| links.insert(3, links[2].clone())), Some((3, Flaw::Fork)));
    let forged = |links: &mut Vec<Link>| {
        let mut other = links[2].clone();
        other.fact.data = json!({});
        links.insert(2, other);
    };
    assert_eq!(after(&forged), Some((3, Flaw::Fork)), "and the first of them is false");
    assert_eq!(after(&|links| links.truncate(4)), Some((5, Flaw::Truncated)));
    assert_eq!(after(&|links| links.clear()), Some((1, Flaw::Truncated)));
    let one = |links: &mut Vec<Link>| {
        links[2].fact.data = json!({});
        links[2] = Link::after(&links[1].head(), links[2].fact.clone());
    };
    assert_eq!(after(&one), Some((4, Flaw::Rewritten)), "its hash was reckoned anew, and the next one's was not");
    let rest = |links: &mut Vec<Link>| {
        links[2].fact.data = json!({});
        chain_anew(links, 2);
    };
    assert_eq!(after(&rest), Some((6, Flaw::Rewritten)), "all hashes were reckoned anew: the head tells");
    let longer = |links: &mut Vec<Link>| links.push(Link::after(&links[5].head(), fact(7)));
    assert_eq!(after(&longer), Some((7, Flaw::UnknownHead)));
    assert_eq!(walk(&whole, BTreeMap::new(), None).expect_err("no head").flaw, Flaw::UnknownHead);
}

#[test]
fn where_head_and_hashes_were_forged_together_a_checkpoint_tells() {
    let whole = chain(9);
    let day = |number| chrono::NaiveDate::from_ymd_opt(2023, 6, number).expect("a day");
    let marks: BTreeMap<i64, Mark> = [(3, 1), (6, 2)].map(|(at, on)| (at, Mark { hash: whole[at as usize - 1].hash.clone(), day: day(on) })).into();
    let forged = |from: usize| {
        let mut links = whole.clone();
        links[from].fact.data = json!({});
        chain_anew(&mut links, from);
        let head = links[8].head();
        walk(&links, marks.clone(), Some(&head))
    };
    let broken = forged(4).expect_err("found");
    assert_eq!((broken.sequence, broken.flaw), (6, Flaw::Rewritten));
    assert!(broken.sentence.contains("events 4 to 6") && broken.sentence.contains("2023-06-02"), "{}", broken.sentence);
    assert_eq!(forged(0).expect_err("found").sequence, 3);
    assert!(forged(6).is_ok(), "what no checkpoint sealed yet can be forged with its head: the next day's cannot");
    let short = walk(&whole[..5], marks, Some(&whole[4].head())).expect_err("found");
    assert_eq!((short.sequence, short.flaw), (6, Flaw::Truncated));
}

#[test]
fn an_event_that_cannot_be_read_is_changed_at_its_place() {
    let whole = chain(6);
    let head = whole[5].head();
    // The events of which nothing can be read but their number, and how many have lost that too.
    let found = |unreadable: &[i64], unplaced: &[i64]| {
        let mut walk = Walk::new(CHAIN, BTreeMap::new());
        for link in whole.iter().filter(|link| !unplaced.contains(&link.sequence)) {
            if unreadable.contains(&link.sequence) {
                walk.step_unreadable(link.sequence);
            } else {
                walk.step(link);
            }
        }
        unplaced.iter().for_each(|_| walk.unplaced());
        walk.end(Some(&head)).err().map(|broken| (broken.sequence, broken.flaw))
    };
    for at in 1..=6 {
        assert_eq!(found(&[at], &[]), Some((at, Flaw::Changed)));
        assert_eq!(found(&[], &[at]), Some((at, Flaw::Changed)));
    }
    assert_eq!(found(&[2, 5], &[]), Some((2, Flaw::Changed)), "the first of them");
    assert_eq!(found(&[2], &[5]), Some((2, Flaw::Changed)));
    let mut walk = Walk::new(CHAIN, BTreeMap::new());
    whole[..3].iter().for_each(|link| walk.step(link));
    walk.step_unreadable(3);
    assert_eq!(walk.end(Some(&head)).expect_err("found").flaw, Flaw::Fork);
    let mut walk = Walk::new(CHAIN, BTreeMap::new());
    whole[..3].iter().for_each(|link| walk.step(link));
    walk.step_unreadable(5);
    let broken = walk.end(Some(&head)).expect_err("found");
    assert_eq!((broken.sequence, broken.flaw), (4, Flaw::Gap));
}

#[test]
fn the_digest_is_that_of_all_heads() {
    let heads = |last: i64| Heads::from([(CHAIN, chain(last).pop().map(|link| link.head()).unwrap_or_default()), (Uuid::nil(), Head::default())]);
    assert_eq!(digest(&heads(3)), digest(&heads(3)));
    assert_ne!(digest(&heads(3)), digest(&heads(4)));
    assert_eq!(count(&heads(3)), 3);
}

/// One change of one field of an event.
fn alter(link: &mut Link, field: usize) {
    let fact = &mut link.fact;
    match field {
        0 => fact.id = Uuid::from_u128(fact.id.as_u128() + 1_000),
        1 => fact.organization = None,
        2 => fact.subject_kind.push('X'),
        3 => fact.subject = Uuid::from_u128(99),
        4 => fact.action = "WINDOW_ENDED".to_owned(),
        5 => fact.actor = Some(Uuid::from_u128(3)),
        6 => fact.data["n"] = json!(-1),
        7 => fact.true_at += chrono::Duration::microseconds(1),
        8 => fact.recorded_at -= chrono::Duration::days(1),
        9 => link.previous_hash = link.previous_hash.replace(['0', '1', '2'], "f"),
        10 => link.hash = link.hash.chars().rev().collect(),
        _ => link.sequence += 1,
    }
}

proptest! {
    #[test]
    fn any_change_of_any_field_is_found_at_its_event(length in 1_i64..40, at in 0_usize..40, field in 0_usize..12) {
        let mut links = chain(length);
        let head = links.last().expect("one").head();
        let at = at % links.len();
        let before = links[at].clone();
        alter(&mut links[at], field);
        prop_assume!(links[at] != before);
        let (sequence, _) = found(&links, &head).expect("found");
        prop_assert_eq!(sequence, before.sequence);
    }

    #[test]
    fn any_event_that_is_taken_out_is_found(length in 1_i64..40, at in 0_usize..40) {
        let mut links = chain(length);
        let head = links.last().expect("one").head();
        let at = at % links.len();
        links.remove(at);
        let expected = if at == links.len() { Flaw::Truncated } else { Flaw::Gap };
        prop_assert_eq!(found(&links, &head), Some((at as i64 + 1, expected)));
    }

    #[test]
    fn any_two_events_that_change_places_are_found(length in 2_i64..40, one in 0_usize..40, other in 0_usize..40) {
        let mut links = chain(length);
        let head = links.last().expect("one").head();
        let (one, other) = (one % links.len(), other % links.len());
        prop_assume!(one != other);
        links.swap(one, other);
        prop_assert_eq!(found(&links, &head), Some((one.min(other) as i64 + 1, Flaw::Reordered)));
    }

    #[test]
    fn a_chain_that_was_reckoned_anew_from_anywhere_on_is_found_by_its_head(length in 1_i64..40, at in 0_usize..40) {
        let mut links = chain(length);
        let head = links.last().expect("one").head();
        let at = at % links.len();
        links[at].fact.action.push('X');
        chain_anew(&mut links, at);
        prop_assert_eq!(found(&links, &head), Some((length, Flaw::Rewritten)));
    }
}
