//! Reports by the public and by employees (举报): their words, the receipt by which who reported follows them, and the proof of
//! work that costs bots.

use sha2::{Digest, Sha256};

use crate::words;

words! {
    /// The state (状态) of a report by the public.
    TipState {
        Received = "RECEIVED", "已收到", "Received";
        Accepted = "ACCEPTED", "已受理", "Accepted";
        Dismissed = "DISMISSED", "不予受理", "Dismissed";
        Done = "DONE", "已办结", "Done";
    }
}

/// Crockford's digits: none of them is taken for another when it is read aloud or written by hand.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many digits a receipt code has: 60 bits.
const LENGTH: usize = 12;

/// A receipt code (查询码), e.g. `RL-7K2M-9QXA-B3TD`: 60 random bits, by which who reported follows the report without a name.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode(String);

impl ReceiptCode {
    /// The code of 60 random bits; the upper four bits of the eight bytes are left out.
    pub fn from_random(random: [u8; 8]) -> Self {
        let value = u64::from_be_bytes(random);
        Self((0..LENGTH).rev().map(|at| char::from(DIGITS[(value >> (5 * at)) as usize & 31])).collect())
    }

    /// Reads a code as people write it: in any case, with or without its beginning and hyphens, O for 0, I and L for 1.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '－' | '–')).map(|c| c.to_ascii_uppercase()).collect();
        let digits = digits.strip_prefix("RL").filter(|rest| rest.chars().count() == LENGTH).unwrap_or(&digits);
        let read = |c: char| match c {
            'O' => Some('0'),
            'I' | 'L' => Some('1'),
            c => u8::try_from(c).ok().filter(|byte| DIGITS.contains(byte)).map(char::from),
        };
        let code: String = digits.chars().map(read).collect::<Option<_>>()?;
        (code.len() == LENGTH).then_some(Self(code))
    }

    /// What the database keeps of it: the SHA-256, in hexadecimal digits.
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Display for ReceiptCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RL-{}-{}-{}", &self.0[..4], &self.0[4..8], &self.0[8..])
    }
}

impl std::fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RL-****")
    }
}

/// Whether a nonce proves the work (工作量证明) that a challenge asks for: the SHA-256 of both, one after the other, begins with
/// that many zero bits. On average that takes 2 to the power of `difficulty` attempts.
pub fn proves(challenge: &str, nonce: &str, difficulty: u32) -> bool {
    let mut zeros = 0;
    for byte in Sha256::new().chain_update(challenge).chain_update(nonce).finalize() {
        zeros += byte.leading_zeros();
        if byte != 0 {
            break;
        }
    }
    zeros >= difficulty
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_code_is_written_in_groups_and_read_as_people_write_it() {
        let code = ReceiptCode::from_random([0xf0, 1, 2, 3, 4, 5, 6, 7]);
        let text = code.to_string();
        assert_eq!(text.len(), 17);
        for written in
            [text.clone(), text.to_lowercase(), text.replace('-', ""), text[3..].to_owned(), format!(" {} ", text.replace('0', "o").replace('1', "l"))]
        {
            assert_eq!(ReceiptCode::parse(&written), Some(code.clone()), "{written}");
        }
        for no_code in ["", "RL", "RL-0000-0000-000", "RL-0000-0000-00000", "RL-UUUU-0000-0000", "RL-0000-0000-000个"] {
            assert_eq!(ReceiptCode::parse(no_code), None, "{no_code}");
        }
    }

    #[test]
    fn a_code_that_begins_with_the_letters_of_its_beginning_is_read_too() {
        // R and 1 (also written L) are digits themselves.
        let code = ReceiptCode::parse("RL-RLRL-RLRL-RLRL").expect("a code");
        assert_eq!(code.to_string(), "RL-R1R1-R1R1-R1R1");
        assert_eq!(ReceiptCode::parse("RLRLRLRLRLRL"), Some(code));
    }

    #[test]
    fn a_code_says_nothing_of_itself_in_a_log() {
        let code = ReceiptCode::from_random([9; 8]);
        assert_eq!(format!("{code:?}"), "RL-****");
        assert_eq!(code.hash().len(), 64);
        assert_ne!(code.hash(), ReceiptCode::from_random([8; 8]).hash());
    }

    #[test]
    fn the_work_is_proved_by_as_many_zero_bits_and_not_by_one_less() {
        let nonce = (0..).map(|nonce: u32| nonce.to_string()).find(|nonce| proves("challenge", nonce, 12)).expect("there is one");
        let digest = Sha256::digest(format!("challenge{nonce}"));
        let zeros = u128::from_be_bytes(digest[..16].try_into().expect("16 bytes")).leading_zeros();
        assert!(proves("challenge", &nonce, zeros));
        assert!(!proves("challenge", &nonce, zeros + 1));
        assert!(proves("challenge", "anything", 0));
        assert!(!proves("another", &nonce, 40));
    }
}
