//! Money (金额) to the fen, and in 万元 as annexes and bulletins write it.

use std::str::FromStr;

/// An amount of money in fen (分), a hundredth of a yuan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fen(pub i64);

/// What is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an amount in yuan with at most two decimals")]
pub struct BadAmount;

/// The greatest amount: what every program can still read exactly as a number of fen.
const GREATEST: i64 = (1 << 53) - 1;

impl Fen {
    /// In yuan (元) with two decimals.
    pub fn yuan(self) -> String {
        decimal(self.0.into(), 2)
    }

    /// In ten thousands of yuan (万元) with two decimals, rounded half up: away from zero, so that what is paid back mirrors it.
    pub fn wan(self) -> String {
        let fen = i128::from(self.0);
        decimal((fen.abs() + 5_000) / 10_000 * fen.signum(), 2)
    }
}

/// A whole number of hundredths, written with its decimals.
fn decimal(hundredths: i128, places: u32) -> String {
    let unit = 10_i128.pow(places);
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:0width$}", hundredths.abs() / unit, hundredths.abs() % unit, width = places as usize)
}

impl FromStr for Fen {
    type Err = BadAmount;

    /// Reads yuan with at most two decimals: `20000`, `20000.5`, `20000.50`.
    fn from_str(text: &str) -> Result<Self, BadAmount> {
        let text = text.trim();
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let only_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !only_digits(whole) || !only_digits(part) || part.len() > 2 {
            return Err(BadAmount);
        }
        let yuan: i64 = whole.parse().map_err(|_| BadAmount)?;
        let hundredths: i64 = format!("{part:0<2}").parse().map_err(|_| BadAmount)?;
        let fen = yuan.checked_mul(100).and_then(|fen| fen.checked_add(hundredths)).filter(|&fen| fen <= GREATEST).ok_or(BadAmount)?;
        Ok(Self(if negative { -fen } else { fen }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_have_at_most_two_decimals() {
        for (text, fen) in [("20000", 2_000_000), ("20000.5", 2_000_050), (" 20000.05 ", 2_000_005), ("0.01", 1), ("-3.20", -320), ("007", 700)] {
            assert_eq!(text.parse(), Ok(Fen(fen)), "{text}");
        }
        assert_eq!("90071992547409.91".parse(), Ok(Fen(GREATEST)));
        for text in ["", ".", "1.", ".5", "1.234", "1e3", "+1", "1,000", "一万", "90071992547409.92", "99999999999999999999", "--1"] {
            assert_eq!(text.parse::<Fen>(), Err(BadAmount), "{text}");
        }
        assert_eq!((Fen(2_000_005).yuan(), Fen(7).yuan(), Fen(-320).yuan()), ("20000.05".to_owned(), "0.07".to_owned(), "-3.20".to_owned()));
    }

    #[test]
    fn ten_thousands_are_rounded_half_up_to_two_decimals() {
        // 50 yuan are 0.005 万元: the half goes up; one fen less does not reach it.
        assert_eq!((Fen(5_000).wan(), Fen(4_999).wan()), ("0.01".to_owned(), "0.00".to_owned()));
        assert_eq!((Fen(2_000_000).wan(), Fen(2_005_000).wan(), Fen(2_004_999).wan()), ("2.00".to_owned(), "2.01".to_owned(), "2.00".to_owned()));
        assert_eq!((Fen(123_456_789).wan(), Fen(0).wan()), ("123.46".to_owned(), "0.00".to_owned()));
        assert_eq!((Fen(-5_000).wan(), Fen(-4_999).wan()), ("-0.01".to_owned(), "0.00".to_owned()));
        assert_eq!(Fen(i64::MAX).wan(), "9223372036854.78");
    }
}
