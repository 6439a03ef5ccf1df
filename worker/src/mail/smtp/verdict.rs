//! What the answers of a mail server mean.

use crate::mail::Verdict;

/// What an answer about a recipient or a message means for the mail.
///
/// Only an answer about the address condemns it. One about us (login, sender, relaying, policy; enhanced codes x.5 and x.7)
/// would otherwise mark a whole township as bouncing on the day on which somebody changes a password.
pub(super) fn verdict(code: u16, said: &str) -> Verdict {
    match code {
        500..=504 | 530 | 534 | 535 | 538 => Verdict::Halted,
        505..=599 => match enhanced(said) {
            Some((7, 8 | 9 | 11)) => Verdict::Halted,
            Some((5 | 7 | 3, _)) | Some((1, 7 | 8)) => Verdict::Later,
            _ => Verdict::Refused,
        },
        _ => Verdict::Later,
    }
}

/// Subject and detail of an enhanced status code (RFC 3463) at the head of an answer: `5.1.1 no such user` gives (1, 1).
fn enhanced(said: &str) -> Option<(u16, u16)> {
    let mut numbers = said.split_whitespace().next()?.split('.').map(str::parse::<u16>);
    match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(5)), Some(Ok(subject)), Some(Ok(detail)), None) => Some((subject, detail)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_about_the_address_condemns_it() {
        for (code, said) in [(550, "no such user"), (550, "5.1.1 no such user"), (551, ""), (552, "5.2.2 mailbox full"), (553, "5.1.3 bad address"), (554, "")]
        {
            assert_eq!(verdict(code, said), Verdict::Refused, "{code} {said}");
        }
    }

    #[test]
    fn an_answer_about_us_never_does() {
        for (code, said) in [(554, "5.7.1 relay access denied"), (550, "5.7.26 unauthenticated sender"), (550, "5.1.8 bad sender"), (554, "5.3.4 too big")] {
            assert_eq!(verdict(code, said), Verdict::Later, "{code} {said}");
        }
        for (code, said) in
            [(535, "5.7.8 bad credentials"), (535, ""), (530, "5.7.0 must issue STARTTLS first"), (550, "5.7.8 login first"), (503, "bad sequence")]
        {
            assert_eq!(verdict(code, said), Verdict::Halted, "{code} {said}");
        }
    }

    #[test]
    fn whatever_is_temporary_is_tried_again() {
        for (code, said) in [(421, "closing"), (450, "4.2.1 greylisted"), (451, ""), (452, "4.5.3 too many"), (454, "4.7.0 later"), (499, "")] {
            assert_eq!(verdict(code, said), Verdict::Later, "{code} {said}");
        }
    }
}
