//! The letter of listed supervision (挂牌督办通知书), from what is known of the hazard.

use chrono::{Datelike, NaiveDate};

use super::measures::SupervisionLevel;
use crate::{Language, Tale, Word, rulebook::Text};

/// What the letter speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupervisionFacts<'a> {
    /// The body that supervises (督办单位), which signs the letter.
    pub body: &'a str,
    /// The number of the letter (文号).
    pub number: &'a str,
    /// At which level.
    pub level: SupervisionLevel,
    /// The enterprise, to which it is addressed.
    pub organization: &'a str,
    /// What is wrong.
    pub hazard: &'a str,
    /// Where.
    pub location: Option<&'a str>,
    /// When it was found.
    pub found_on: NaiveDate,
    /// Why it is major: the criterion, or the reason of the supervisor who graded it.
    pub basis: Option<&'a str>,
    /// The campaign, by its title in both languages.
    pub campaign: &'a Text,
    /// What is asked for (督办要求).
    pub requirements: &'a str,
    /// By when (督办期限).
    pub deadline: NaiveDate,
    /// The day of the letter.
    pub listed_on: NaiveDate,
}

/// A letter: its head, its paragraphs and its foot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The title (标题).
    pub title: Text,
    /// The number (文号), and to whom it is addressed (主送).
    pub head: Vec<Text>,
    /// The body (正文), one paragraph each.
    pub paragraphs: Vec<Text>,
    /// Who signs it, and the day (落款).
    pub foot: Vec<Text>,
}

/// The letter by which a hazard is listed for supervision.
pub fn supervision_letter(facts: &SupervisionFacts<'_>) -> Letter {
    let same = |text: &str| Text::new(text, text);
    let hazard = facts.hazard.trim_end_matches(['。', '.', '；', ';']);
    let (level_zh, level_en) = (facts.level.zh(), facts.level.en().to_lowercase());
    let mut known = (vec![format!("发现日期：{}", day_zh(facts.found_on))], vec![format!("found on {}", facts.found_on)]);
    if let Some(location) = facts.location {
        known.0.insert(0, format!("位置：{location}"));
        known.1.insert(0, format!("at {location}"));
    }
    if let Some(basis) = facts.basis {
        known.0.push(format!("判定依据：{basis}"));
        known.1.push(format!("graded major by: {basis}"));
    }
    let (known_zh, known_en) = (known.0.join("；"), known.1.join("; "));
    let paragraphs = vec![
        Text::new(
            format!(
                "经查，你单位存在以下重大事故隐患：{hazard}（{known_zh}）。依据《中华人民共和国安全生产法》第四十一条和《{}》关于督查督办的要求，决定对该重大事故隐患实行{level_zh}挂牌督办。现将有关事项通知如下：",
                facts.campaign.zh
            ),
            format!(
                "The following major accident hazard exists at your enterprise: {hazard} ({known_en}). Under article 41 of the Work Safety Law and what the \"{}\" asks for supervised rectification, it is listed for supervision at {level_en} level. This is asked of you:",
                facts.campaign.en
            ),
        ),
        Text::new(format!("一、督办要求：{}", sentence(facts.requirements, '。')), format!("1. Requirements: {}", sentence(facts.requirements, '.'))),
        Text::new(
            format!("二、督办期限：应于{}前（含当日）完成整改并申请验收。", day_zh(facts.deadline)),
            format!("2. Deadline: complete the rectification and apply for acceptance by {} (that day included).", facts.deadline),
        ),
        Text::new(
            "三、整改期间，应落实治理方案确定的责任人、措施、资金、期限和应急预案；无法保证安全的，应停产停业或停止使用相关设施、设备。",
            "3. Until then, carry out the plan with its person responsible, measures, funds, deadline and emergency plan; where safety cannot be ensured, suspend production or stop using the facilities concerned.",
        ),
        Text::new(
            "四、整改完成后，由行业监管单位或安委办组织验收；验收通过并销号后，解除挂牌督办。逾期未完成整改的，依法依规处理。",
            "4. After the rectification, the regulator or the safety office checks it for acceptance; once it is accepted and closed, the supervision ends. What is not rectified in time is dealt with under the law.",
        ),
    ];
    Letter {
        title: Text::new("重大事故隐患挂牌督办通知书", "Notice of listed supervision of a major accident hazard"),
        head: vec![same(facts.number), Text::new(format!("{}：", facts.organization), format!("To: {}", facts.organization))],
        paragraphs,
        foot: vec![same(facts.body), Text::new(day_zh(facts.listed_on), facts.listed_on.to_string())],
    }
}

impl Letter {
    /// The whole letter, one line each.
    pub fn text(&self, language: Language) -> String {
        let lines = std::iter::once(&self.title).chain(&self.head).chain(&self.paragraphs).chain(&self.foot);
        lines.map(|line| line.in_language(language)).collect::<Vec<_>>().join("\n")
    }

    /// What a notice tells of it: the whole letter.
    pub fn tale(&self) -> Tale {
        let lines = self.head.iter().chain(&self.paragraphs).chain(&self.foot).cloned().collect();
        Tale { title: self.title.clone(), paragraphs: lines, ..Tale::default() }
    }
}

/// A day as Chinese letters write it.
fn day_zh(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A text that ends like a sentence.
fn sentence(text: &str, stop: char) -> String {
    let text = text.trim();
    if text.ends_with(['。', '.', '！', '!', '；', ';']) { text.to_owned() } else { format!("{text}{stop}") }
}

#[cfg(test)]
mod tests;
