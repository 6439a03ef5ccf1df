//! Shares (率): what they are of is kept, so that a rate is always computed and never entered.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// Figures that cannot be: more was done than there was to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{part} of {whole}: a part greater than the whole")]
pub struct Impossible {
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
}

/// A part of a whole (占比): of the enterprises to be checked those checked (应排查、实际排查), of the hazards found those rectified.
/// The part is never greater than the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts")]
pub struct Share {
    part: u64,
    whole: u64,
}

#[derive(Deserialize)]
struct Parts {
    part: u64,
    whole: u64,
}

impl TryFrom<Parts> for Share {
    type Error = Impossible;

    fn try_from(parts: Parts) -> Result<Self, Impossible> {
        Self::new(parts.part, parts.whole)
    }
}

impl Share {
    /// A part of a whole.
    ///
    /// # Errors
    /// [`Impossible`] if the part is greater than the whole.
    pub fn new(part: u64, whole: u64) -> Result<Self, Impossible> {
        if part <= whole { Ok(Self { part, whole }) } else { Err(Impossible { part, whole }) }
    }

    /// How many of these meet a condition.
    pub fn of<T>(all: impl IntoIterator<Item = T>, meets: impl Fn(&T) -> bool) -> Self {
        all.into_iter().fold(Self::default(), |share, it| Self { part: share.part + u64::from(meets(&it)), whole: share.whole + 1 })
    }

    /// The part (实际).
    pub fn part(self) -> u64 {
        self.part
    }

    /// The whole (应有).
    pub fn whole(self) -> u64 {
        self.whole
    }

    /// The rate, 0 to 1; none: there was nothing to do.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn rate(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 / self.whole as f64)
    }

    /// The rate as people write it, rounded to one decimal: `66.7%`; none: there was nothing to do. What is not all is never
    /// rounded up to all, nor what is something down to nothing.
    pub fn percent(self) -> Option<String> {
        let (part, whole) = (u128::from(self.part), u128::from(self.whole));
        (whole > 0).then(|| {
            let rounded = (part * 2000 + whole) / (2 * whole);
            let tenths = if part == 0 || part == whole { rounded } else { rounded.clamp(1, 999) };
            format!("{}.{}%", tenths / 10, tenths % 10)
        })
    }

    /// Which rate is higher, exactly. Where there was nothing to do there is no rate, which comes below every one.
    pub fn compare(self, other: Self) -> Ordering {
        match (self.whole, other.whole) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => (u128::from(self.part) * u128::from(other.whole)).cmp(&(u128::from(other.part) * u128::from(self.whole))),
        }
    }
}

/// Hazards found and rectified in a span (发现、整改). What is rectified in a week may have been found before it, so the rate is of
/// those found in the span: it is never more than all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "HandledParts")]
pub struct Handled {
    found: u64,
    rectified: u64,
    found_and_rectified: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HandledParts {
    found: u64,
    rectified: u64,
    found_and_rectified: u64,
}

impl TryFrom<HandledParts> for Handled {
    type Error = Impossible;

    fn try_from(parts: HandledParts) -> Result<Self, Impossible> {
        Self::new(parts.found, parts.rectified, parts.found_and_rectified)
    }
}

impl Handled {
    /// Hazards found in a span, closed in it, and both.
    ///
    /// # Errors
    /// [`Impossible`] if more were both than were either.
    pub fn new(found: u64, rectified: u64, found_and_rectified: u64) -> Result<Self, Impossible> {
        for whole in [found, rectified] {
            Share::new(found_and_rectified, whole)?;
        }
        Ok(Self { found, rectified, found_and_rectified })
    }

    /// Found in the span (发现).
    pub fn found(self) -> u64 {
        self.found
    }

    /// Accepted and closed in the span, whenever found (整改).
    pub fn rectified(self) -> u64 {
        self.rectified
    }

    /// Of those found in the span, how many were closed by its end (整改率).
    pub fn rate(self) -> Share {
        Share { part: self.found_and_rectified, whole: self.found }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            found: self.found + other.found,
            rectified: self.rectified + other.rectified,
            found_and_rectified: self.found_and_rectified + other.found_and_rectified,
        }
    }
}
