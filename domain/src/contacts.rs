//! The contacts of an organ in the action (专项行动联系人), annex 4 of the notice, clause 4.3.

use serde::{Deserialize, Serialize};

use crate::{EmailAddress, Refusal};

const CLAUSE: &str = "4.3";

/// Contacts as they are handed in; anything may be missing (联系人回执).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GivenContacts {
    /// The deputy head in charge (分管负责人姓名).
    pub deputy_name: String,
    /// The deputy's title (分管负责人职务).
    pub deputy_title: String,
    /// The deputy's telephone (分管负责人电话).
    pub deputy_phone: String,
    /// The contact person (联系人姓名).
    pub contact_name: String,
    /// The contact's title (联系人职务).
    pub contact_title: String,
    /// The contact's mobile telephone (联系人手机).
    pub contact_mobile: String,
    /// The contact's mail address (联系人邮箱).
    pub contact_email: String,
}

/// Contacts that are complete (联系人回执).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contacts {
    /// The deputy head in charge (分管负责人姓名).
    pub deputy_name: String,
    /// The deputy's title (分管负责人职务).
    pub deputy_title: String,
    /// The deputy's telephone (分管负责人电话).
    pub deputy_phone: String,
    /// The contact person (联系人姓名).
    pub contact_name: String,
    /// The contact's title (联系人职务).
    pub contact_title: String,
    /// The contact's mobile telephone (联系人手机).
    pub contact_mobile: String,
    /// The contact's mail address (联系人邮箱).
    pub contact_email: String,
}

/// A telephone for who need not call it: enough to tell two apart.
pub fn masked_phone(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().collect();
    match digits.as_slice() {
        [a, b, c, middle @ .., y, z] if middle.len() > 3 => format!("{a}{b}{c}****{y}{z}"),
        _ => "****".to_owned(),
    }
}

impl GivenContacts {
    /// The contacts, if they are complete.
    ///
    /// # Errors
    /// All that is wrong at once: `CONTACT_MISSING` for each that is missing, `BAD_CONTACT`, `BAD_PHONE`, `BAD_MOBILE`, `BAD_EMAIL`.
    pub fn check(&self) -> Result<Contacts, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let mut written = |text: &str, field: &str, zh: &str, en: &str| -> String {
            let text = text.trim();
            let path = format!("contacts.{field}");
            if text.is_empty() {
                let refusal = Refusal::new("CONTACT_MISSING", format!("联系人回执缺少{zh}。"), format!("The contacts lack {en}."));
                refusals.push(refusal.field(path).clause(CLAUSE));
            } else if text.chars().count() > 100 || text.chars().any(char::is_control) {
                let refusal = Refusal::new(
                    "BAD_CONTACT",
                    format!("{zh}应为 1 至 100 个字符，不含换行。"),
                    format!("Right for {en} would be 1 to 100 characters on one line."),
                );
                refusals.push(refusal.field(path).clause(CLAUSE));
            }
            text.to_owned()
        };
        let mut contacts = Contacts {
            deputy_name: written(&self.deputy_name, "deputyName", "分管负责人姓名", "the name of the deputy in charge"),
            deputy_title: written(&self.deputy_title, "deputyTitle", "分管负责人职务", "the title of the deputy in charge"),
            deputy_phone: written(&self.deputy_phone, "deputyPhone", "分管负责人电话", "the telephone of the deputy in charge"),
            contact_name: written(&self.contact_name, "contactName", "联系人姓名", "the name of the contact"),
            contact_title: written(&self.contact_title, "contactTitle", "联系人职务", "the title of the contact"),
            contact_mobile: written(&self.contact_mobile, "contactMobile", "联系人手机", "the mobile telephone of the contact"),
            contact_email: written(&self.contact_email, "contactEmail", "联系人邮箱", "the mail address of the contact"),
        };
        if !contacts.deputy_phone.is_empty() && !is_mobile(&contacts.deputy_phone) && !is_landline(&contacts.deputy_phone) {
            let zh = "电话号码不正确，应为 11 位手机号，或带区号的固定电话，如 0477-7581234。";
            let en = "This is no telephone number; right would be a mobile number of 11 digits, or a landline with its area code such as 0477-7581234.";
            refusals.push(Refusal::new("BAD_PHONE", zh, en).field("contacts.deputyPhone").clause(CLAUSE));
        }
        if !contacts.contact_mobile.is_empty() && !is_mobile(&contacts.contact_mobile) {
            let zh = "手机号不正确，应为以 1 开头的 11 位数字，如 13900000000。";
            let en = "This is no mobile number; right would be 11 digits beginning with 1, such as 13900000000.";
            refusals.push(Refusal::new("BAD_MOBILE", zh, en).field("contacts.contactMobile").clause(CLAUSE));
        }
        if !contacts.contact_email.is_empty() {
            match EmailAddress::parse(&contacts.contact_email) {
                Ok(address) => contacts.contact_email = address.to_string(),
                Err(refusal) => refusals.push(refusal.field("contacts.contactEmail").clause(CLAUSE)),
            }
        }
        if refusals.is_empty() { Ok(contacts) } else { Err(refusals) }
    }
}

/// A mobile number of the mainland: 11 digits, the first 1 and the second 3 to 9.
fn is_mobile(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit))
}

/// A landline: an area code of three or four digits beginning with 0, perhaps a hyphen, seven or eight digits, of which the
/// first is neither 0 nor 1.
fn is_landline(text: &str) -> bool {
    let number = |text: &str| matches!(text.len(), 7 | 8) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with(['0', '1']);
    let area = |text: &str| matches!(text.len(), 3 | 4) && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('-') {
        Some((before, after)) => area(before) && number(after),
        None => [3, 4].into_iter().any(|at| text.is_char_boundary(at) && text.len() > at && area(&text[..at]) && number(&text[at..])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> GivenContacts {
        GivenContacts {
            deputy_name: "王强".to_owned(),
            deputy_title: "副主任".to_owned(),
            deputy_phone: "0477-7581234".to_owned(),
            contact_name: " 赵敏 ".to_owned(),
            contact_title: "安全员".to_owned(),
            contact_mobile: "13900000002".to_owned(),
            contact_email: "contact@Example.CN".to_owned(),
        }
    }

    fn wrong(given: &GivenContacts) -> Vec<(&'static str, Option<String>)> {
        given.check().expect_err("refused").into_iter().map(|refusal| (refusal.code, refusal.field)).collect()
    }

    #[test]
    fn complete_contacts_are_taken_trimmed() {
        let contacts = given().check().expect("complete");
        assert_eq!((contacts.contact_name.as_str(), contacts.contact_email.as_str()), ("赵敏", "contact@example.cn"));
    }

    #[test]
    fn each_missing_one_is_named() {
        let fields: Vec<_> = wrong(&GivenContacts::default()).into_iter().map(|(code, field)| (code, field.unwrap_or_default())).collect();
        let expected = ["deputyName", "deputyTitle", "deputyPhone", "contactName", "contactTitle", "contactMobile", "contactEmail"];
        assert_eq!(fields, expected.map(|field| ("CONTACT_MISSING", format!("contacts.{field}"))));
        let one = GivenContacts { deputy_title: " ".to_owned(), ..given() };
        assert_eq!(wrong(&one), [("CONTACT_MISSING", Some("contacts.deputyTitle".to_owned()))]);
    }

    #[test]
    fn numbers_and_addresses_are_refused_on_their_boundaries() {
        for (phone, right) in [
            ("13900000002", true),
            ("1390000000", false),
            ("139000000022", false),
            ("12900000002", false),
            ("04777581234", true),
            ("010-88881234", true),
            ("0477-758123", false),
            ("0477-75812345", true),
            ("0477-758123456", false),
            ("7581234", false),
            ("0477-0581234", false),
            ("电话7581234", false),
        ] {
            let it = GivenContacts { deputy_phone: phone.to_owned(), ..given() };
            assert_eq!(it.check().is_ok(), right, "{phone}");
        }
        let phone = GivenContacts { deputy_phone: "7581234".to_owned(), ..given() };
        assert_eq!(wrong(&phone), [("BAD_PHONE", Some("contacts.deputyPhone".to_owned()))]);
        for (name, right) in [("赵".repeat(100), true), ("赵".repeat(101), false), ("赵\n敏".to_owned(), false)] {
            let it = GivenContacts { contact_name: name, ..given() };
            let expected = [("BAD_CONTACT", Some("contacts.contactName".to_owned()))];
            assert_eq!(it.check().err().map(|_| wrong(&it)), (!right).then(|| expected.to_vec()));
        }
        let landline = GivenContacts { contact_mobile: "0477-7581234".to_owned(), ..given() };
        assert_eq!(wrong(&landline), [("BAD_MOBILE", Some("contacts.contactMobile".to_owned()))]);
        let address = GivenContacts { contact_email: "contact".to_owned(), ..given() };
        assert_eq!(wrong(&address), [("BAD_EMAIL", Some("contacts.contactEmail".to_owned()))]);
    }
}
