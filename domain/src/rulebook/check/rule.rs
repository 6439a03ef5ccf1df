//! The rules.

use super::{
    fields::{Fields, all},
    reader::{Node, Read, Reader},
};
use crate::{
    OrganizationKind,
    rulebook::{Applies, Cadence, Evidence, Rule},
};

impl Read for Rule {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let code = f.code("rule");
            let clauses = clauses(f);
            let (title, action, quote) = (f.required("title"), f.required("action"), f.required("quote"));
            let applies = f.required::<Applies>("applies");
            let cadence = f.required::<Cadence>("cadence");
            let evidence = evidence(f, cadence.as_ref());
            let ladder = ladder(f, cadence.as_ref());
            if let (Some(applies), Some(Cadence::Every { high_hazard: Some(_), .. })) = (&applies, &cadence)
                && applies.kind != OrganizationKind::Enterprise
            {
                f.fault("cadence", format!("`high_hazard` is for enterprises only; the rule applies to {}", applies.kind));
            }
            Some(Self {
                code: code?,
                clauses: clauses?,
                title: title?,
                action: action?,
                quote: quote?,
                applies: applies?,
                cadence: cadence?,
                evidence: evidence?,
                ladder: ladder?,
            })
        })
    }
}

impl Read for Applies {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        node.fields(reader, |f| {
            let kind = f.required("kind");
            let any_trait = f.optional_words("any_trait");
            Some(Self { kind: kind?, any_trait: any_trait? })
        })
    }
}

fn clauses(f: &mut Fields<'_, '_, '_>) -> Option<Vec<String>> {
    let clauses = f.elements::<String>("clauses")?;
    for (node, clause) in &clauses {
        if let Some(clause) = clause.as_ref().filter(|clause| !is_clause_path(clause)) {
            f.reader.fault(node, format!("\"{clause}\" is no path of a clause; write digits with dots, e.g. \"2.1.5\" for 二(一)5"));
        }
    }
    all(clauses)
}

fn is_clause_path(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && !part.starts_with('0') && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn evidence(f: &mut Fields<'_, '_, '_>, cadence: Option<&Cadence>) -> Option<Vec<Evidence>> {
    let items = f.items("evidence")?;
    match cadence {
        Some(Cadence::Standing) if !items.is_empty() => f.fault("evidence", "a standing rule has no window that evidence could fulfil; leave `evidence` out"),
        Some(cadence) if items.is_empty() && *cadence != Cadence::Standing => f.missing("evidence", ": name the record that fulfils the rule"),
        _ => {}
    }
    let elements: Vec<_> = items.into_iter().map(|item| (item.clone(), Evidence::read(&item, f.reader))).collect();
    for (node, evidence) in &elements {
        if let (Some(evidence), Some(cadence)) = (evidence, cadence.filter(|cadence| **cadence != Cadence::Standing)) {
            evidence.check_against(cadence, node, f.reader);
        }
    }
    all(elements)
}

fn ladder(f: &mut Fields<'_, '_, '_>, cadence: Option<&Cadence>) -> Option<Option<String>> {
    let ladder = f.optional::<String>("ladder");
    if let Some(Some(ladder)) = &ladder {
        f.known_ladder(ladder);
    }
    match (cadence, f.has("ladder")) {
        (Some(Cadence::Standing), true) => f.fault("ladder", "a standing rule is never overdue; leave `ladder` out"),
        (Some(cadence), false) if *cadence != Cadence::Standing => f.missing("ladder", ": name the ladder that an overdue window climbs"),
        _ => {}
    }
    ladder
}
