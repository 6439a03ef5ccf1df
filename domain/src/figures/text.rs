//! The bulletin and the statistics as people read them: the same figures always give the same text.

use std::fmt::Write;

use super::{Bulletin, Counts, Handled, Listed, NamedHazard, Progress, Share, Span, Statistics};
use crate::{Language, Word, enforcement::Fen};

/// Says it in the language that is asked for.
macro_rules! say {
    ($text:expr, $language:expr, $zh:literal, $en:literal) => {{
        // Writing into a text cannot fail.
        let _ = match $language {
            Language::Zh => writeln!($text, $zh),
            Language::En => writeln!($text, $en),
        };
    }};
}

/// The weekly statistics as a text.
pub(super) fn statistics(it: &Statistics, language: Language) -> String {
    let mut text = String::new();
    let Span { from, until } = it.span;
    say!(text, language, "重大事故隐患专项排查整治行动周统计（{from} 至 {until}）", "Weekly statistics of the action, {from} to {until}");
    heading(&mut text, language, "全镇情况", "The township");
    totals(&mut text, &it.period, &it.cumulative, it.since, ("本周", "this week"), language);
    organs(&mut text, (&it.villages, &it.units), ("本周", "this week"), language);
    text
}

/// The monthly bulletin as a text.
pub(super) fn bulletin(it: &Bulletin, language: Language) -> String {
    let mut text = String::new();
    let Span { from, until } = it.span;
    say!(text, language, "重大事故隐患专项排查整治进展情况月通报（{from} 至 {until}）", "Monthly bulletin on rectification, {from} to {until}");
    heading(&mut text, language, "一、全镇情况", "1. The township");
    totals(&mut text, &it.period, &it.cumulative, it.since, ("本月", "this month"), language);
    if let Some(before) = &it.before {
        trend(&mut text, before, &it.period, language);
    }
    heading(&mut text, language, "二、各单位情况", "2. Villages and regulators");
    organs(&mut text, (&it.villages, &it.units), ("本月", "this month"), language);
    heading(&mut text, language, "三、各行业领域情况", "3. Sectors");
    for row in &it.sectors {
        let name = row.sector.label(language);
        let said = line(name, &row.period, &row.cumulative, ("本月", "this month"), language);
        let _ = writeln!(text, "{said}{}", language.choose("。", "."));
    }
    heading(&mut text, language, "四、排名（累计）", "4. Rankings, cumulative");
    for (kind, rows) in [(("嘎查村社区", "villages"), &it.villages), (("二级单位", "regulators"), &it.units)] {
        for (by, ranks) in [(COVERAGE, Bulletin::by_coverage(rows)), (RECTIFICATION, Bulletin::by_rectification(rows))] {
            ranked(&mut text, (kind, by), ranks.iter().map(|rank| (rank.place, rank.name.as_str(), rank.share)), language);
        }
    }
    for (by, ranks) in [(COVERAGE, Bulletin::sectors_by_coverage(&it.sectors)), (RECTIFICATION, Bulletin::sectors_by_rectification(&it.sectors))] {
        ranked(&mut text, (("行业领域", "sectors"), by), ranks.iter().map(|rank| (rank.place, rank.sector.label(language), rank.share)), language);
    }
    heading(&mut text, language, "五、逾期情况", "5. What is overdue");
    listed(&mut text, ("逾期职责", "Duties overdue"), &it.overdue_windows, language, |row| {
        let (name, rule, due) = (&row.name, &row.rule, row.due_on);
        match language {
            Language::Zh => format!("{name}：{}（{rule}，应于 {due} 前完成）", row.title.zh),
            Language::En => format!("{name}: {} ({rule}, due {due})", row.title.en),
        }
    });
    hazards(&mut text, ("逾期隐患", "Hazards overdue"), ("期限", "due"), &it.overdue_hazards, language);
    heading(&mut text, language, "六、重大隐患督办、销号和延期", "6. Supervision, closures and extensions");
    hazards(&mut text, ("新增挂牌督办", "Newly listed for supervision"), ("挂牌", "listed"), &it.listed, language);
    hazards(&mut text, ("本月销号", "Closed this month"), ("销号", "closed"), &it.closed, language);
    hazards(&mut text, ("批准延期", "Extended"), ("批准", "granted"), &it.extended, language);
    heading(&mut text, language, "七、通报", "7. Named in public");
    listed(&mut text, ("通报单位", "Organizations named"), &it.namings, language, |row| match language {
        Language::Zh => format!("{}：{}（{}）", row.name, row.reason, row.on),
        Language::En => format!("{}: {} ({})", row.name, row.reason, row.on),
    });
    text
}

fn heading(text: &mut String, language: Language, zh: &str, en: &str) {
    say!(text, language, "\n{zh}", "\n{en}");
}

fn totals(text: &mut String, period: &Counts, cumulative: &Counts, since: chrono::NaiveDate, label: (&str, &str), language: Language) {
    let enterprises = cumulative.enterprises;
    say!(text, language, "辖区企业 {enterprises} 家。", "Enterprises on the rolls: {enterprises}.");
    for (label, counts) in [((label.0.to_owned(), label.1.to_owned()), period), ((format!("{since} 起累计"), format!("since {since}")), cumulative)] {
        let (zh, en) = (capital(&label.0), capital(&label.1));
        let (should, checked, rate) = (counts.checked.whole(), counts.checked.part(), percent(counts.checked, language));
        let (head_led, hot_work, contractors) = (counts.head_led, counts.hot_work, counts.contractors);
        let (drilled, sessions, plans) = (counts.drilled, counts.warning_sessions, counts.five_elements);
        let tips = counts.tips.map_or_else(String::new, |tips| match language {
            Language::Zh => format!("；举报线索 {tips} 条"),
            Language::En => format!("; reports by the public {tips}"),
        });
        say!(
            text,
            language,
            "{zh}：应排查 {should} 家，已自查 {checked} 家，覆盖率 {rate}；主要负责人带队检查 {head_led} 次，动火排查 {hot_work} 家，外包外租排查 {contractors} 家，应急演练 {drilled} 家，警示教育 {sessions} 场。",
            "{en}: {checked} of {should} enterprises checked themselves ({rate}); head-led inspections {head_led}, hot work checked {hot_work}, contractors checked {contractors}, enterprises that drilled {drilled}, warning education {sessions}."
        );
        let (general, own, inspected) =
            (handled(counts.general.total(), language), handled(counts.major.self_check, language), handled(counts.major.inspection, language));
        let (public, accident) = (handled(counts.major.public_report, language), handled(counts.major.accident_review, language));
        let ungraded = counts.ungraded;
        say!(
            text,
            language,
            "{zh}隐患：一般隐患{general}；重大隐患企业自查{own}，检查{inspected}，群众举报{public}，事故调查{accident}；待判定 {ungraded} 项；达到“五落实” {plans} 项{tips}。",
            "{en}, hazards: general {general}; major, self-found {own}; by inspection {inspected}; by the public {public}; by accident review {accident}; not graded yet {ungraded}; with a complete plan {plans}{tips}."
        );
        if let Some(unit) = &counts.unit {
            let e = &unit.enforcement;
            let (groups, people, inspected, assisted) = (unit.groups, unit.inspectors, unit.inspected, unit.assisted);
            let (warnings, orders, suspensions, licences, closures) = (e.warnings, e.correction_orders, e.suspensions, e.licences, e.closures);
            let (fines, paired, spared, judicial) = (Fen(e.fines_fen).wan(), e.paired_enterprises, e.unpunished, e.judicial);
            say!(
                text,
                language,
                "{zh}执法：检查组 {groups} 个、{people} 人次，检查企业 {inspected} 家次，帮扶企业 {assisted} 家次；警告 {warnings}，责令改正 {orders}，停产停业 {suspensions}，暂扣或吊销许可 {licences}，关闭 {closures}，罚款 {fines} 万元，一案双罚 {paired} 家，自查已报不予处罚 {spared} 项，移送司法 {judicial}。",
                "{en}, enforcement: {groups} groups, {people} inspectors, {inspected} enterprises inspected, {assisted} helped; warnings {warnings}, orders to correct {orders}, suspensions {suspensions}, licences {licences}, closures {closures}, fines {fines} (10,000 yuan), paired penalties {paired}, self-found and not penalised {spared}, judicial referrals {judicial}."
            );
        }
    }
}

fn trend(text: &mut String, before: &Counts, now: &Counts, language: Language) {
    let major = |counts: &Counts| counts.major.total();
    let change = |was: u64, is: u64| match is.cmp(&was) {
        std::cmp::Ordering::Equal => language.choose("持平", "unchanged").to_owned(),
        std::cmp::Ordering::Greater => format!("{} {}", language.choose("增加", "up"), is - was),
        std::cmp::Ordering::Less => format!("{} {}", language.choose("减少", "down"), was - is),
    };
    let checked = change(before.checked.part(), now.checked.part());
    let general = change(before.general.total().found(), now.general.total().found());
    let found = change(major(before).found(), major(now).found());
    let rectified = change(major(before).rectified(), major(now).rectified());
    say!(
        text,
        language,
        "与上月相比：已自查企业数{checked}，发现一般隐患数{general}，发现重大隐患数{found}，整改重大隐患数{rectified}。",
        "Against the month before: enterprises that checked themselves {checked}; general hazards found {general}; major hazards found {found}; major hazards rectified {rectified}."
    );
}

fn organs(text: &mut String, (villages, units): (&[Progress], &[Progress]), label: (&str, &str), language: Language) {
    for row in villages.iter().chain(units) {
        let mut said = line(&row.name, &row.period, &row.cumulative, label, language);
        let (head, deputy) = (row.period.led_by_head, row.period.led_by_deputy);
        said += &match (language, row.mobilised_on) {
            (Language::Zh, Some(on)) => format!("；{on} 已动员部署，主要负责人带队督导 {head} 次，分管负责人 {deputy} 次"),
            (Language::Zh, None) => format!("；未动员部署，主要负责人带队督导 {head} 次，分管负责人 {deputy} 次"),
            (Language::En, Some(on)) => format!("; mobilised on {on}; led by the head {head}, by a deputy {deputy}"),
            (Language::En, None) => format!("; not mobilised; led by the head {head}, by a deputy {deputy}"),
        };
        let _ = writeln!(text, "{said}{}", language.choose("。", "."));
    }
}

fn line(name: &str, period: &Counts, cumulative: &Counts, label: (&str, &str), language: Language) -> String {
    let (checked, should, rate) = (cumulative.checked.part(), cumulative.checked.whole(), percent(cumulative.checked, language));
    let hazards = |counts: &Counts| {
        let columns = [
            ("一般", "general", counts.general.total()),
            ("重大自查", "major self-found", counts.major.self_check),
            ("重大检查", "major by inspection", counts.major.inspection),
            ("重大举报", "major by the public", counts.major.public_report),
            ("重大事故调查", "major by accident review", counts.major.accident_review),
        ];
        let named = columns.into_iter().map(|(zh, en, it)| format!("{} {}/{}", language.choose(zh, en), it.found(), it.rectified()));
        named.collect::<Vec<_>>().join(language.choose("、", ", "))
    };
    let (this, all) = (hazards(period), hazards(cumulative));
    match language {
        Language::Zh => format!("{name}：累计自查 {checked}/{should} 家（{rate}）；隐患发现/整改：{}{this}；累计{all}", label.0),
        Language::En => format!("{name}: {checked} of {should} checked ({rate}); hazards found/rectified {}: {this}; in all: {all}", label.1),
    }
}

/// By what organs and sectors are ranked.
const COVERAGE: (&str, &str) = ("自查覆盖率", "coverage of self-checks");
const RECTIFICATION: (&str, &str) = ("隐患整改率", "rectification rate");

fn ranked<'a>(text: &mut String, (kind, by): ((&str, &str), (&str, &str)), ranks: impl Iterator<Item = (Option<u64>, &'a str, Share)>, language: Language) {
    let rows: Vec<String> = ranks
        .map(|(place, name, share)| {
            let place = place.map_or_else(|| "—".to_owned(), |place| place.to_string());
            format!("{place}. {name} {}", percent(share, language))
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let rows = rows.join(language.choose("；", "; "));
    let ((kind_zh, kind_en), (by_zh, by_en)) = (kind, by);
    say!(text, language, "{kind_zh}{by_zh}：{rows}。", "By {by_en}, {kind_en}: {rows}.");
}

fn hazards(text: &mut String, label: (&str, &str), day: (&str, &str), list: &Listed<NamedHazard>, language: Language) {
    listed(text, label, list, language, |row| {
        let grade = row.grade.map_or(language.choose("待判定", "not graded"), |grade| grade.label(language));
        match language {
            Language::Zh => format!("{}：{}（{grade}，{} {}）", row.name, row.description, day.0, row.on),
            Language::En => format!("{}: {} ({grade}, {} {})", row.name, row.description, day.1, row.on),
        }
    });
}

fn listed<T>(text: &mut String, label: (&str, &str), list: &Listed<T>, language: Language, row: impl Fn(&T) -> String) {
    let (zh, en, total) = (label.0, label.1, list.total);
    if total == 0 {
        say!(text, language, "{zh}：无。", "{en}: none.");
        return;
    }
    say!(text, language, "{zh} {total} 项：", "{en}, {total}:");
    for (at, it) in (1..).zip(&list.rows) {
        let _ = writeln!(text, "{at}. {}", row(it));
    }
    let shown = list.rows.len();
    if total > shown as u64 {
        say!(text, language, "（共 {total} 项，以上列出 {shown} 项，其余见系统。）", "({shown} of {total} are named here; the rest is in the system.)");
    }
}

fn handled(it: Handled, language: Language) -> String {
    let (found, rectified, rate) = (it.found(), it.rectified(), percent(it.rate(), language));
    match language {
        Language::Zh => format!("发现 {found} 项、整改 {rectified} 项（整改率 {rate}）"),
        Language::En => format!("found {found}, rectified {rectified} ({rate})"),
    }
}

fn percent(share: Share, language: Language) -> String {
    share.percent().unwrap_or_else(|| language.choose("—", "n/a").to_owned())
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
