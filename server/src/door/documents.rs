//! The documents that the pages send (可信文档). Where a site wants it so, people's requests are these and no others.

use std::{collections::HashSet, sync::LazyLock};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "../console/src/queries/console"]
struct Documents;

static KNOWN: LazyLock<HashSet<[u8; 32]>> =
    LazyLock::new(|| Documents::iter().filter_map(|path| Documents::get(&path)).map(|file| Sha256::digest(&file.data).into()).collect());

/// Whether a document is one of the pages', to the letter.
pub fn is_known(document: &str) -> bool {
    KNOWN.contains(&<[u8; 32]>::from(Sha256::digest(document)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_of_the_pages_are_known_and_no_others() {
        let login = include_str!("../../../console/src/queries/console/login.graphql");
        assert!(is_known(login));
        assert!(!is_known(&format!("{login} ")));
        assert!(!is_known("{ systemStatus { healthy } }"));
    }
}
