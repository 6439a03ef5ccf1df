//! Certificates for special operations (特种作业证): who may do what kind of work until when, and when its near end is told of.

use chrono::{Days, NaiveDate};

use crate::{words, workdays::Workdays};

words! {
    /// What a special-operation certificate (特种作业操作证) is for: the categories of the national catalogue (特种作业目录).
    CertificateKind {
        Welding = "WELDING", "焊接与热切割作业", "Welding and thermal cutting";
        Electrician = "ELECTRICIAN", "电工作业", "Electrical work";
        Height = "HEIGHT", "高处作业", "Work at height";
        Refrigeration = "REFRIGERATION", "制冷与空调作业", "Refrigeration and air conditioning";
        CoalMining = "COAL_MINING", "煤矿安全作业", "Coal mine safety";
        NonCoalMining = "NON_COAL_MINING", "金属非金属矿山安全作业", "Metal and non-metal mine safety";
        OilAndGas = "OIL_AND_GAS", "石油天然气安全作业", "Oil and gas safety";
        Metallurgy = "METALLURGY", "冶金（有色）生产安全作业", "Metallurgical safety";
        HazardousChemicals = "HAZARDOUS_CHEMICALS", "危险化学品安全作业", "Hazardous chemicals safety";
        Fireworks = "FIREWORKS", "烟花爆竹安全作业", "Fireworks safety";
        /// Named in words.
        OtherSpecial = "OTHER_SPECIAL", "其他特种作业", "Other special operation";
    }
}

words! {
    /// Whether a certificate stands (证书状态). Whether it has expired, its dates say.
    CertificateState {
        Valid = "VALID", "有效", "Valid";
        Revoked = "REVOKED", "已注销", "Revoked";
    }
}

/// The last day on which a certificate lets its holder work: the day on which it expires, or that by which its review (复审) is
/// due, if that comes first: a certificate that was not reviewed in time is void.
pub fn last_valid_day(expires_on: NaiveDate, review_due_on: Option<NaiveDate>) -> NaiveDate {
    review_due_on.map_or(expires_on, |review| review.min(expires_on))
}

/// The first day of a span, both ends included, on which a certificate is not valid; none: it is valid on each of them.
pub fn first_invalid_day(issued_on: NaiveDate, last_valid_day: NaiveDate, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
    if first < issued_on {
        return Some(first);
    }
    (last > last_valid_day).then(|| last_valid_day.succ_opt().map_or(first, |expired| expired.max(first)))
}

/// A step before the end of a certificate (到期提醒步骤).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days before the last valid day, one at least.
    Before(u32),
    /// It has expired.
    Expired,
}

impl Step {
    /// The number by which a step is remembered: the days that it leaves. Later steps have smaller numbers, whatever the rulebook says.
    pub fn number(self) -> u32 {
        match self {
            Self::Before(days) => days,
            Self::Expired => 0,
        }
    }
}

/// What is to be done about the end of a certificate now, and when to look again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The step to be taken today.
    pub take: Option<Step>,
    /// The day on which the next one comes, once this one is taken; none: it was the last.
    pub next: Option<NaiveDate>,
}

/// What is to be done about the end of a certificate today. `ladder` has the days before the last valid day, falling; `taken` is
/// the number of the step that was taken last.
///
/// A step on a holiday is taken on the working day before it; that the certificate has expired is told on the first working
/// day afterwards. Steps that were missed collapse to the last one reached, and once it has expired nobody is reminded.
pub fn agenda(ladder: &[u32], last_valid_day: NaiveDate, taken: Option<u32>, today: NaiveDate, days: &dyn Workdays) -> Agenda {
    let reminders = ladder.iter().filter_map(|&before| {
        let nominal = last_valid_day.checked_sub_days(Days::new(before.into()))?;
        Some((Step::Before(before), days.on_or_before(nominal)))
    });
    let expired = last_valid_day.succ_opt().map(|day| (Step::Expired, days.on_or_after(day)));
    let is_stale = |step: Step| step != Step::Expired && today > last_valid_day;
    let left: Vec<(Step, NaiveDate)> =
        reminders.chain(expired).filter(|&(step, _)| taken.is_none_or(|taken| step.number() < taken) && !is_stale(step)).collect();
    let take = left.iter().filter(|(_, on)| *on <= today).map(|&(step, _)| step).min_by_key(|step| step.number());
    let next = left.iter().filter(|&&(step, on)| on > today && take.is_none_or(|take| step.number() < take.number())).map(|&(_, on)| on).min();
    Agenda { take, next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WorkCalendar;

    const LADDER: [u32; 3] = [60, 30, 7];

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn on(last: &str, taken: Option<u32>, today: &str) -> (Option<Step>, Option<NaiveDate>) {
        let Agenda { take, next } = agenda(&LADDER, day(last), taken, day(today), &WorkCalendar::builtin());
        (take, next)
    }

    #[test]
    fn each_step_is_taken_on_its_day_and_not_a_day_earlier() {
        // 2023-09-20 is a Wednesday; 60 days before it is Saturday 07-22, 30 days before Monday 08-21, 7 days before Wednesday 09-13.
        let last = "2023-09-20";
        assert_eq!(on(last, None, "2023-07-20"), (None, Some(day("2023-07-21"))), "the Friday before a Saturday");
        assert_eq!(on(last, None, "2023-07-21"), (Some(Step::Before(60)), Some(day("2023-08-21"))));
        assert_eq!(on(last, Some(60), "2023-07-22"), (None, Some(day("2023-08-21"))));
        assert_eq!(on(last, Some(60), "2023-08-21"), (Some(Step::Before(30)), Some(day("2023-09-13"))));
        assert_eq!(on(last, Some(30), "2023-09-12"), (None, Some(day("2023-09-13"))));
        assert_eq!(on(last, Some(30), "2023-09-13"), (Some(Step::Before(7)), Some(day("2023-09-21"))));
        assert_eq!(on(last, Some(7), "2023-09-20"), (None, Some(day("2023-09-21"))), "the last day is a valid one");
        assert_eq!(on(last, Some(7), "2023-09-21"), (Some(Step::Expired), None));
        assert_eq!(on(last, Some(0), "2023-09-22"), (None, None), "told once");
    }

    #[test]
    fn missed_steps_collapse_to_the_last_one_reached() {
        let last = "2023-09-20";
        assert_eq!(on(last, None, "2023-08-25"), (Some(Step::Before(30)), Some(day("2023-09-13"))), "no stale sixty days");
        assert_eq!(on(last, None, "2023-09-15"), (Some(Step::Before(7)), Some(day("2023-09-21"))), "entered with five days left: one");
        assert_eq!(on(last, Some(60), "2023-10-30"), (Some(Step::Expired), None), "no reminder after it has expired");
        assert_eq!(on(last, None, "2023-09-21"), (Some(Step::Expired), None));
    }

    #[test]
    fn what_expires_before_a_holiday_is_told_on_the_first_working_day_after_it() {
        // 2023-09-29 to 10-06 are holidays; 10-07 and 10-08, a weekend, are worked.
        let last = "2023-09-28";
        assert_eq!(on(last, Some(7), "2023-09-29"), (None, Some(day("2023-10-07"))));
        assert_eq!(on(last, Some(30), "2023-10-03"), (None, Some(day("2023-10-07"))), "the missed reminder is past its time");
        assert_eq!(on(last, Some(7), "2023-10-07"), (Some(Step::Expired), None));
    }

    #[test]
    fn two_steps_that_fall_on_one_working_day_are_one() {
        // 5 and 3 days before 2023-10-07 lie in the same holiday: both move to Thursday 09-28.
        let Agenda { take, next } = agenda(&[5, 3], day("2023-10-07"), None, day("2023-09-28"), &WorkCalendar::builtin());
        assert_eq!((take, next), (Some(Step::Before(3)), Some(day("2023-10-08"))));
    }

    #[test]
    fn the_review_ends_a_certificate_that_expires_later() {
        assert_eq!(last_valid_day(day("2026-05-31"), None), day("2026-05-31"));
        assert_eq!(last_valid_day(day("2026-05-31"), Some(day("2023-05-31"))), day("2023-05-31"));
        assert_eq!(last_valid_day(day("2023-05-31"), Some(day("2026-05-31"))), day("2023-05-31"));
    }

    #[test]
    fn the_first_day_without_a_valid_certificate_is_named() {
        let (issued, last) = (day("2020-06-01"), day("2023-05-31"));
        let invalid = |first: &str, until: &str| first_invalid_day(issued, last, day(first), day(until));
        assert_eq!(invalid("2020-06-01", "2023-05-31"), None, "the first and the last day are valid");
        assert_eq!(invalid("2023-05-31", "2023-06-02"), Some(day("2023-06-01")));
        assert_eq!(invalid("2023-06-05", "2023-06-06"), Some(day("2023-06-05")));
        assert_eq!(invalid("2020-05-31", "2020-06-02"), Some(day("2020-05-31")));
    }
}
