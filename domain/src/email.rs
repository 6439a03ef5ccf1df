//! Mail addresses (邮箱地址).

use serde::{Deserialize, Serialize};

use crate::Refusal;

const MAX_LENGTH: usize = 254;
const MAX_LOCAL: usize = 64;
const MAX_LABEL: usize = 63;

/// A mail address (邮箱地址) that is safe to hand to a mail server. It is narrower than the standards: ASCII, no quotes, no
/// comments, no bare host names, since what a person types in otherwise is nearly always a mistake. The domain is lower case.
///
/// Its `Debug` is masked, so that no log line shows it by accident; `Display` and [`as_str`](Self::as_str) show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address. Spaces around it are dropped; line breaks and other control characters are refused wherever they stand,
    /// as they would let a writer add headers to a mail.
    ///
    /// # Errors
    /// `BAD_EMAIL`, saying what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.chars().any(char::is_control) {
            return Err(refuse("含有换行或控制字符，应删去", "it has a line break or another control character; take it out"));
        }
        let text = text.trim();
        if text.len() > MAX_LENGTH {
            return Err(refuse("过长，最多254个字符", "it is too long; right would be at most 254 characters"));
        }
        let Some((local, domain)) = text.split_once('@').filter(|(_, domain)| !domain.contains('@')) else {
            return Err(refuse("应有且只有一个@，如 name@example.cn", "right would be exactly one @, as in name@example.cn"));
        };
        check_local(local)?;
        let domain = domain.to_ascii_lowercase();
        check_domain(&domain)?;
        Ok(Self(format!("{local}@{domain}")))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands after the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address for logs: enough to find the mail server at fault, too little to know the person.
    pub fn masked(&self) -> String {
        format!("{}***@{}", self.0.chars().next().unwrap_or('*'), self.domain())
    }
}

fn check_local(local: &str) -> Result<(), Refusal> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    if local.is_empty() || local.len() > MAX_LOCAL {
        return Err(refuse("@前应有1至64个字符", "right would be 1 to 64 characters before the @"));
    }
    if let Some(c) = local.chars().find(|&c| !allowed(c)) {
        return Err(refuse(&format!("@前不能有“{c}”"), &format!("\"{c}\" cannot stand before the @")));
    }
    if local.split('.').any(str::is_empty) {
        return Err(refuse("@前的点不能在首尾，也不能相连", "before the @, a dot cannot stand first, last or beside another"));
    }
    Ok(())
}

fn check_domain(domain: &str) -> Result<(), Refusal> {
    let labels: Vec<&str> = domain.split('.').collect();
    if labels.len() < 2 {
        return Err(refuse("@后应为完整域名，如 example.cn", "right would be a full domain after the @, such as example.cn"));
    }
    let good = |label: &&str| {
        let ends = label.starts_with('-') || label.ends_with('-');
        (1..=MAX_LABEL).contains(&label.len()) && !ends && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    if let Some(label) = labels.iter().find(|label| !good(label)) {
        return Err(refuse(
            &format!("域名中的“{label}”有误，应为1至63个字母、数字或连字符，连字符不在首尾"),
            &format!("\"{label}\" in the domain; right would be 1 to 63 letters, digits or hyphens, no hyphen first or last"),
        ));
    }
    // An address literal like 10.0.0.1 would lead past the domain's own mail servers.
    if labels.last().is_some_and(|label| label.chars().all(|c| c.is_ascii_digit())) {
        return Err(refuse("@后应为域名，不能是IP地址", "right would be a domain after the @, not an IP address"));
    }
    Ok(())
}

fn refuse(zh: &str, en: &str) -> Refusal {
    Refusal::new("BAD_EMAIL", format!("邮箱地址有误：{zh}。"), format!("Not a mail address: {en}."))
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EmailAddress({})", self.masked())
    }
}

impl std::str::FromStr for EmailAddress {
    type Err = Refusal;
    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = Refusal;
    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_addresses_are_read_and_their_domain_is_lower_case() {
        let longest_local = format!("{}@example.cn", "a".repeat(64));
        for (text, read) in [
            ("bao@example.cn", "bao@example.cn"),
            (" Bao.Er+plan@Mail.Example.CN ", "Bao.Er+plan@mail.example.cn"),
            ("12345678@qq.com", "12345678@qq.com"),
            ("a@xn--fiqs8s.xn--fiqz9s", "a@xn--fiqs8s.xn--fiqz9s"),
            ("a@163.com", "a@163.com"),
            (&longest_local, &longest_local),
        ] {
            assert_eq!(EmailAddress::parse(text).expect(text).as_str(), read);
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let long_local = format!("{}@example.cn", "a".repeat(65));
        let long_label = format!("a@{}.cn", "b".repeat(64));
        for text in [
            "",
            "@",
            "bao",
            "bao@",
            "@example.cn",
            "a@b@example.cn",
            "bao@example",
            "bao@.cn",
            "bao@example.",
            "bao@exa..mple.cn",
            "bao@-a.cn",
            "bao@a-.cn",
            "bao@a_b.cn",
            ".bao@example.cn",
            "bao.@example.cn",
            "b..o@example.cn",
            "b o@example.cn",
            "包@example.cn",
            "bao@例子.cn",
            "bao＠example.cn",
            "\"bao\"@example.cn",
            "bao@10.0.0.1",
            "Bao <bao@example.cn>",
            "a@example.cn,b@example.cn",
            &long_local,
            &long_label,
        ] {
            assert_eq!(EmailAddress::parse(text).expect_err(text).code, "BAD_EMAIL");
        }
    }

    #[test]
    fn line_breaks_are_refused_even_at_the_ends() {
        for text in ["bao@example.cn\r\nBcc: x@example.cn", "bao@example.cn\n", "\rbao@example.cn", "bao\0@example.cn", "bao@example.cn\t"] {
            assert!(EmailAddress::parse(text).expect_err(text).to_string().contains("line break"));
        }
    }

    #[test]
    fn an_address_of_254_characters_is_read_and_one_of_255_is_refused() {
        let wide = format!("{0}.{0}.{0}", "b".repeat(62));
        assert_eq!(EmailAddress::parse(&format!("{}@{wide}.cn", "a".repeat(62))).expect("254").as_str().len(), 254);
        assert!(EmailAddress::parse(&format!("{}@{wide}.cn", "a".repeat(63))).is_err());
    }

    #[test]
    fn logs_show_neither_the_person_nor_the_whole_address() {
        let address = EmailAddress::parse("baoer@example.cn").expect("an address");
        assert_eq!(address.masked(), "b***@example.cn");
        assert_eq!(format!("{address:?}"), "EmailAddress(b***@example.cn)");
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again_as_itself_and_never_holds_a_line_break(text in "[ a-z@.\\r\\n-]{0,40}") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert!(!address.as_str().contains(['\r', '\n', ' ']));
                prop_assert_eq!(EmailAddress::parse(address.as_str()).expect("the same"), address);
            }
        }
    }
}
