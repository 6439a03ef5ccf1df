//! A seal (封印): what a checkpoint signs, with its signature, in one line that survives a mail and proves the ledger's state later.

use chrono::NaiveDate;
use redline_domain::canonical;
use redline_entity::checkpoint;
use serde_json::json;

use super::key::{self, Key};

/// With this a seal begins, wherever it stands.
const BEGINS: &str = "redline-seal:1:";

/// A seal (封印).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The address of the site.
    pub site: String,
    /// The last whole day that it seals.
    pub day: NaiveDate,
    /// How many events there were.
    pub events: i64,
    /// The hash over the heads of all chains.
    pub digest: String,
    /// The public key of who signed.
    pub public_key: String,
    /// The signature.
    pub signature: String,
}

impl Seal {
    /// Signs the state of a site on a day.
    pub fn sign(key: &Key, site: &str, day: NaiveDate, events: i64, digest: String) -> Self {
        let mut seal = Self { site: site.to_owned(), day, events, digest, public_key: key.public_key(), signature: String::new() };
        seal.signature = key.sign(&seal.text());
        seal
    }

    /// The text that is signed: canonical JSON.
    pub fn text(&self) -> String {
        canonical::canonical(&json!({ "day": self.day, "digest": self.digest, "events": self.events, "site": self.site }))
    }

    /// Whether the signature is that of its text, by its own public key. Whose key that is, is another question.
    pub fn is_genuine(&self) -> bool {
        key::is_signed(&self.text(), &self.public_key, &self.signature)
    }

    /// The line in which it is mailed.
    pub fn line(&self) -> String {
        format!("{BEGINS}{}:{}:{}:{}:{}:{}", self.site, self.day, self.events, self.digest, self.public_key, self.signature)
    }

    /// The seals in a text, such as that of a mail, however its lines were broken.
    pub fn find_all(text: &str) -> Vec<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        text.match_indices(BEGINS).filter_map(|(at, _)| Self::read(&text[at + BEGINS.len()..])).collect()
    }

    /// Reads what follows the beginning. The address of the site has colons of its own.
    fn read(rest: &str) -> Option<Self> {
        rest.match_indices(':').find_map(|(colon, _)| {
            let mut parts = rest[colon + 1..].splitn(5, ':');
            let day = parts.next().filter(|day| day.len() == 10)?.parse().ok()?;
            let events = parts.next()?.parse().ok()?;
            let digest = digits(parts.next()?, 64)?;
            let public_key = digits(parts.next()?, 64)?;
            let signature = digits(parts.next()?.get(..128)?, 128)?;
            Some(Self { site: rest[..colon].to_owned(), day, events, digest, public_key, signature })
        })
    }
}

impl From<&checkpoint::Model> for Seal {
    fn from(row: &checkpoint::Model) -> Self {
        let checkpoint::Model { day, events, .. } = *row;
        let (site, digest) = (row.site.clone(), row.digest.clone());
        Self { site, day, events, digest, public_key: row.public_key.clone(), signature: row.signature.clone() }
    }
}

fn digits(text: &str, length: usize) -> Option<String> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Signer;

    fn seal(day: u32) -> Seal {
        let key = Signer::Simulated(1).key().expect("a key");
        Seal::sign(&key, "http://127.0.0.1:8080", NaiveDate::from_ymd_opt(2023, 6, day).expect("a day"), 12, "ab".repeat(32))
    }

    #[test]
    fn a_seal_is_found_in_a_mail_whose_lines_were_broken() {
        let mail = format!("您好：\n  封印：{}\n== 其他 ==\n  封印：{}abc\n", seal(1).line(), seal(2).line());
        let broken: String = mail.chars().enumerate().flat_map(|(at, c)| [Some(c), (at % 60 == 59).then_some('\n')]).flatten().collect();
        for text in [mail, broken] {
            assert_eq!(Seal::find_all(&text), [seal(1), seal(2)]);
        }
        assert!(Seal::find_all("redline-seal:1:http://x:2023-06-01:12:ab:cd:ef").is_empty());
        assert!(Seal::find_all("").is_empty());
    }

    #[test]
    fn any_change_of_what_it_says_makes_it_false() {
        assert!(seal(1).is_genuine());
        let edits: [fn(&mut Seal); 5] = [
            |seal| seal.site.push('x'),
            |seal| seal.day = seal.day.succ_opt().expect("a day"),
            |seal| seal.events += 1,
            |seal| seal.digest = "cd".repeat(32),
            |seal| seal.public_key = Signer::Simulated(2).key().expect("a key").public_key(),
        ];
        for edit in edits {
            let mut seal = seal(1);
            edit(&mut seal);
            assert!(!seal.is_genuine());
        }
    }
}
