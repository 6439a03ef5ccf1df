//! Identifiers: a UUIDv7 in the database, a TypeID (`hazard_01h…`) for people and programs.

use uuid::Uuid;

use crate::words;

words! {
    /// The kind of thing that an identifier names; its prefix is what stands before the underscore.
    Noun {
        Jurisdiction = "JURISDICTION", "辖区", "Jurisdiction";
        Organization = "ORGANIZATION", "单位", "Organization";
        Person = "PERSON", "人员", "Person";
        Membership = "MEMBERSHIP", "任职", "Membership";
        Duty = "DUTY", "职责", "Duty";
        Window = "WINDOW", "期次", "Window";
        Inspection = "INSPECTION", "检查", "Inspection";
        Finding = "FINDING", "检查发现", "Finding";
        Drill = "DRILL", "演练", "Drill";
        Activity = "ACTIVITY", "活动", "Activity";
        Report = "REPORT", "报告", "Report";
        ResponsibilityList = "RESPONSIBILITY_LIST", "责任清单", "Responsibility list";
        Post = "POST", "责任岗位", "Post of a responsibility list";
        Hazard = "HAZARD", "隐患", "Hazard";
        HazardPlan = "HAZARD_PLAN", "治理方案", "Remediation plan";
        Criterion = "CRITERION", "判定标准", "Criterion";
        Evidence = "EVIDENCE", "履职记录", "Evidence";
        Notice = "NOTICE", "通知", "Notice";
        Mail = "MAIL", "邮件", "Mail";
        LedgerEvent = "LEDGER_EVENT", "留痕", "Ledger event";
        Account = "ACCOUNT", "账号", "Account";
        Session = "SESSION", "会话", "Session";
        ApiKey = "API_KEY", "接口密钥", "Key of a program";
        AccountLink = "ACCOUNT_LINK", "一次性链接", "Link that works once";
        Signature = "SIGNATURE", "签名", "Signature";
        Attachment = "ATTACHMENT", "附件", "Attachment";
        Extension = "EXTENSION", "延期申请", "Request for an extension";
        Suspension = "SUSPENSION", "停产停业", "Suspension of production";
        Supervision = "SUPERVISION", "挂牌督办", "Listed supervision";
        Enforcement = "ENFORCEMENT", "执法措施", "Enforcement action";
        Tip = "TIP", "举报", "Report by the public";
        Permit = "PERMIT", "动火作业票", "Hot-work permit";
        Certificate = "CERTIFICATE", "特种作业证", "Special-operation certificate";
        Contract = "CONTRACT", "外包外租合同", "Contract with a contractor or tenant";
        Task = "TASK", "改进事项", "Task that a drill left";
        Alert = "ALERT", "事故警示", "Accident alert";
        KeyPeriod = "KEY_PERIOD", "关键时间节点", "Key period";
        OnDuty = "ON_DUTY", "在岗值守", "On-duty record";
        Checkpoint = "CHECKPOINT", "留痕封存点", "Checkpoint of the ledger";
    }
}

impl Noun {
    /// What stands before the underscore of its TypeIDs.
    pub fn prefix(self) -> String {
        crate::Word::code(self).to_ascii_lowercase()
    }
}

/// Not an identifier of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier{}: \"{given}\"", expected.map(|noun| format!(" of the form {}_…", noun.prefix())).unwrap_or_default())]
pub struct BadId {
    /// What was given.
    pub given: String,
    /// What was expected, if one kind only.
    pub expected: Option<Noun>,
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Writes an identifier as a TypeID.
pub fn encode(noun: Noun, id: Uuid) -> String {
    let value = id.as_u128();
    let mut text = noun.prefix();
    text.push('_');
    text.extend((0..26).rev().map(|i| char::from(ALPHABET[(value >> (5 * i)) as usize & 31])));
    text
}

/// Reads a TypeID of any kind.
pub fn decode(text: &str) -> Result<(Noun, Uuid), BadId> {
    let bad = || BadId { given: text.chars().take(80).collect(), expected: None };
    let (prefix, suffix) = text.rsplit_once('_').ok_or_else(bad)?;
    let noun = prefix.to_ascii_uppercase().parse::<Noun>().ok().filter(|noun| noun.prefix() == prefix).ok_or_else(bad)?;
    if suffix.len() != 26 || suffix.as_bytes()[0] > b'7' {
        return Err(bad());
    }
    let value = suffix.bytes().try_fold(0u128, |value, byte| {
        let digit = ALPHABET.iter().position(|&known| known == byte).ok_or_else(bad)?;
        Ok(value << 5 | digit as u128)
    })?;
    Ok((noun, Uuid::from_u128(value)))
}

/// Reads a TypeID of one kind.
pub fn decode_as(noun: Noun, text: &str) -> Result<Uuid, BadId> {
    match decode(text) {
        Ok((found, id)) if found == noun => Ok(id),
        _ => Err(BadId { given: text.chars().take(80).collect(), expected: Some(noun) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example_of_the_typeid_specification_is_read_and_written() {
        let id: Uuid = "0188bac7-4afa-78aa-bc3b-bd1eef28d881".parse().expect("a UUID");
        assert_eq!(encode(Noun::Hazard, id), "hazard_01h2xcejqtf2nbrexx3vqjhp41");
        assert_eq!(decode("hazard_01h2xcejqtf2nbrexx3vqjhp41"), Ok((Noun::Hazard, id)));
        assert_eq!(decode("responsibility_list_01h2xcejqtf2nbrexx3vqjhp41").map(|(noun, _)| noun), Ok(Noun::ResponsibilityList));
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        for text in [
            "",
            "hazard",
            "hazard_",
            "hazard_81h2xcejqtf2nbrexx3vqjhp41",
            "hazard_01h2xcejqtf2nbrexx3vqjhp4",
            "Hazard_01h2xcejqtf2nbrexx3vqjhp41",
            "hazard_01h2xcejqtf2nbrexx3vqjhpu1",
            "dragon_01h2xcejqtf2nbrexx3vqjhp41",
        ] {
            assert!(decode(text).is_err(), "{text}");
        }
        assert!(decode_as(Noun::Window, "hazard_01h2xcejqtf2nbrexx3vqjhp41").is_err());
    }
}
