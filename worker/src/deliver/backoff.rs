//! How long a mail waits before it is tried again (退避).

use chrono::Duration;
use redline_ledger::Site;

const FIRST_SECONDS: i64 = 30;
/// A mail server that was away has everything within five minutes of its return.
const LONGEST_SECONDS: i64 = 240;

/// The pause after that many attempts: it doubles up to four minutes. A part of it, up to a fifth, is left to chance, so that
/// mails that failed together do not come together again; never is it longer than the cap.
pub fn pause(attempts: i32, site: &Site) -> Duration {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(10);
    let full = (FIRST_SECONDS << doublings).min(LONGEST_SECONDS) * 1000;
    let [high, low] = site.ids.bytes::<2>();
    let chance = i64::from(u16::from_be_bytes([high, low]));
    Duration::milliseconds(full - full / 5 * chance / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use redline_domain::{Rulebook, WorkCalendar, Zone};
    use redline_ledger::ids::Ids;

    use super::*;

    #[test]
    fn the_pause_doubles_up_to_four_minutes_and_never_goes_beyond() {
        let rulebook = Rulebook::parse("it", Rulebook::builtin("wushenzhao-2023").expect("it is shipped")).expect("it is valid");
        let tips = redline_ledger::settings::Settings::defaults().tips;
        let site = Site {
            zone: Zone::default(),
            rulebook,
            workdays: WorkCalendar::builtin(),
            base_url: String::new(),
            tips,
            second_factor: redline_ledger::settings::SecondFactor::Optional,
            ids: Ids::seeded(1),
        };
        for (attempts, full) in [(1, 30), (2, 60), (3, 120), (4, 240), (5, 240), (1000, 240), (i32::MAX, 240)] {
            for _ in 0..50 {
                let pause = pause(attempts, &site);
                assert!(pause <= Duration::seconds(full) && pause >= Duration::seconds(full * 4 / 5), "{attempts}: {pause}");
            }
        }
    }
}
