//! The figures without how many reports by the public there are (不含举报线索数): who sits in an enterprise must not learn from them
//! that it was reported (2.3.3).

use super::{Bulletin, Counts, Progress, SectorProgress, Snapshot, Statistics};

impl Counts {
    fn forget_tips(&mut self) {
        self.tips = None;
    }
}

impl Progress {
    /// The same without the reports by the public.
    #[must_use]
    pub fn without_tips(mut self) -> Self {
        self.period.forget_tips();
        self.cumulative.forget_tips();
        self
    }
}

impl SectorProgress {
    fn without_tips(mut self) -> Self {
        self.period.forget_tips();
        self.cumulative.forget_tips();
        self
    }
}

fn all(rows: Vec<Progress>) -> Vec<Progress> {
    rows.into_iter().map(Progress::without_tips).collect()
}

impl Statistics {
    /// The same without the reports by the public.
    #[must_use]
    pub fn without_tips(mut self) -> Self {
        self.period.forget_tips();
        self.cumulative.forget_tips();
        Self { villages: all(self.villages), units: all(self.units), ..self }
    }
}

impl Bulletin {
    /// The same without the reports by the public.
    #[must_use]
    pub fn without_tips(mut self) -> Self {
        self.period.forget_tips();
        self.cumulative.forget_tips();
        self.before.iter_mut().for_each(Counts::forget_tips);
        let sectors = self.sectors.into_iter().map(SectorProgress::without_tips).collect();
        Self { villages: all(self.villages), units: all(self.units), sectors, ..self }
    }
}

impl Snapshot {
    /// The same without the reports by the public.
    #[must_use]
    pub fn without_tips(self) -> Self {
        match self {
            Self::Progress(it) => Self::Progress(Box::new(it.without_tips())),
            Self::Statistics(it) => Self::Statistics(Box::new(it.without_tips())),
            Self::Bulletin(it) => Self::Bulletin(Box::new(it.without_tips())),
            Self::Declaration(it) => Self::Declaration(it),
        }
    }
}
