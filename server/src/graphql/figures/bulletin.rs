//! The monthly bulletin (月通报) in the API.

use async_graphql::{Context, ID, Object, SimpleObject};
use redline_domain::{
    HazardGrade,
    figures::{self, Listed},
    ids::Noun,
};

use super::{
    counts::FiguresCounts,
    progress::{ProgressTable, SectorFigures},
    ranking::{RankingPlace, SectorRankingPlace},
};
use crate::graphql::{ask::Ask, date::Date, id, words::pick};

/// A duty that was overdue at the end of the month (逾期职责).
#[derive(SimpleObject)]
pub struct NamedDuty {
    /// The window (期次编号).
    window_id: ID,
    /// The name of who owed it (单位名称).
    organization: String,
    /// The rule's code (条款代码).
    rule: String,
    /// What was asked (职责).
    title: String,
    /// By when (应完成日期).
    due_on: Date,
}

/// A hazard that is named in the bulletin (点名隐患).
#[derive(SimpleObject)]
pub struct NamedHazard {
    /// The hazard (隐患编号).
    hazard_id: ID,
    /// The name of the organization where it is (单位名称).
    organization: String,
    /// What is wrong (隐患描述).
    description: String,
    /// Its grade (级别).
    grade: Option<HazardGrade>,
    /// The day that matters: when it was due, listed, closed or extended (日期).
    on: Date,
}

/// An organization that was named in public (通报单位).
#[derive(SimpleObject)]
pub struct NamedOrganization {
    /// The organization (单位编号).
    organization_id: ID,
    /// Its name (单位名称).
    organization: String,
    /// For what (事由).
    reason: String,
    /// When (日期).
    on: Date,
}

macro_rules! listed {
    ($(#[$doc:meta])* $name:ident of $row:ident) => {
        $(#[$doc])*
        #[derive(SimpleObject)]
        pub struct $name {
            /// How many there are (总数).
            total: u64,
            /// The first hundred of them (前一百项).
            rows: Vec<$row>,
        }

        impl $name {
            fn of<T>(list: &Listed<T>, row: impl FnMut(&T) -> $row) -> Self {
                Self { total: list.total, rows: list.rows.iter().map(row).collect() }
            }
        }
    };
}

listed! {
    /// Duties named in the bulletin (点名职责).
    NamedDuties of NamedDuty
}
listed! {
    /// Hazards named in the bulletin (点名隐患).
    NamedHazards of NamedHazard
}
listed! {
    /// Organizations named in public (通报单位).
    NamedOrganizations of NamedOrganization
}

fn hazards(list: &Listed<figures::NamedHazard>) -> NamedHazards {
    NamedHazards::of(list, |row| NamedHazard {
        hazard_id: id::give(Noun::Hazard, row.hazard),
        organization: row.name.clone(),
        description: row.description.clone(),
        grade: row.grade,
        on: row.on.into(),
    })
}

fn places(ranks: Vec<figures::Rank>) -> Vec<RankingPlace> {
    ranks.into_iter().map(RankingPlace).collect()
}

/// The monthly bulletin on rectification, clauses 2.3.5 and 4.3 (月通报).
pub struct Bulletin(pub figures::Bulletin);

/// The monthly bulletin on rectification, clauses 2.3.5 and 4.3 (月通报).
#[Object(name = "MonthlyBulletin")]
impl Bulletin {
    /// The first day of the month, not before the action began (统计周期起).
    async fn from(&self) -> Date {
        self.0.span.from.into()
    }

    /// The last day of the month (统计周期止).
    async fn until(&self) -> Date {
        self.0.span.until.into()
    }

    /// The first day of the cumulative figures (累计起始日).
    async fn since(&self) -> Date {
        self.0.since.into()
    }

    /// The month's figures of all that is in view (全镇本月).
    async fn period(&self) -> FiguresCounts {
        FiguresCounts(self.0.period.clone())
    }

    /// The figures since the action began (全镇累计).
    async fn cumulative(&self) -> FiguresCounts {
        FiguresCounts(self.0.cumulative.clone())
    }

    /// The figures of the month before, for the trend; none: the action had not begun (上月).
    async fn before(&self) -> Option<FiguresCounts> {
        self.0.before.clone().map(FiguresCounts)
    }

    /// The villages (嘎查村社区).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn villages(&self) -> Vec<ProgressTable> {
        self.0.villages.iter().cloned().map(ProgressTable).collect()
    }

    /// The regulators (二级单位).
    #[graphql(complexity = "20 * child_complexity + 1")]
    async fn units(&self) -> Vec<ProgressTable> {
        self.0.units.iter().cloned().map(ProgressTable).collect()
    }

    /// The sectors that have an enterprise (行业领域).
    #[graphql(complexity = "11 * child_complexity + 1")]
    async fn sectors(&self) -> Vec<SectorFigures> {
        self.0.sectors.iter().cloned().map(SectorFigures).collect()
    }

    /// The villages by the coverage of self-checks since the action began (嘎查村社区自查覆盖率排名).
    async fn villages_by_coverage(&self) -> Vec<RankingPlace> {
        places(figures::Bulletin::by_coverage(&self.0.villages))
    }

    /// The villages by the share of hazards rectified since the action began (嘎查村社区隐患整改率排名).
    async fn villages_by_rectification(&self) -> Vec<RankingPlace> {
        places(figures::Bulletin::by_rectification(&self.0.villages))
    }

    /// The regulators by the coverage of self-checks since the action began (二级单位自查覆盖率排名).
    async fn units_by_coverage(&self) -> Vec<RankingPlace> {
        places(figures::Bulletin::by_coverage(&self.0.units))
    }

    /// The regulators by the share of hazards rectified since the action began (二级单位隐患整改率排名).
    async fn units_by_rectification(&self) -> Vec<RankingPlace> {
        places(figures::Bulletin::by_rectification(&self.0.units))
    }

    /// The sectors by the coverage of self-checks since the action began (行业领域自查覆盖率排名).
    async fn sectors_by_coverage(&self) -> Vec<SectorRankingPlace> {
        figures::Bulletin::sectors_by_coverage(&self.0.sectors).into_iter().map(SectorRankingPlace).collect()
    }

    /// The sectors by the share of hazards rectified since the action began (行业领域隐患整改率排名).
    async fn sectors_by_rectification(&self) -> Vec<SectorRankingPlace> {
        figures::Bulletin::sectors_by_rectification(&self.0.sectors).into_iter().map(SectorRankingPlace).collect()
    }

    /// Duties overdue at the end of the month, by name (逾期职责).
    async fn overdue_duties(&self, ctx: &Context<'_>) -> NamedDuties {
        NamedDuties::of(&self.0.overdue_windows, |row| NamedDuty {
            window_id: id::give(Noun::Window, row.window),
            organization: row.name.clone(),
            rule: row.rule.clone(),
            title: pick(&row.title, ctx.language()).to_owned(),
            due_on: row.due_on.into(),
        })
    }

    /// Hazards overdue at the end of the month, by name (逾期隐患).
    async fn overdue_hazards(&self) -> NamedHazards {
        hazards(&self.0.overdue_hazards)
    }

    /// Hazards newly listed for supervision (新增挂牌督办).
    async fn newly_supervised(&self) -> NamedHazards {
        hazards(&self.0.listed)
    }

    /// Major hazards closed (销号的重大隐患).
    async fn closed(&self) -> NamedHazards {
        hazards(&self.0.closed)
    }

    /// Hazards whose deadline was extended (延期隐患).
    async fn extended(&self) -> NamedHazards {
        hazards(&self.0.extended)
    }

    /// Organizations named in public (通报单位).
    async fn namings(&self) -> NamedOrganizations {
        NamedOrganizations::of(&self.0.namings, |row| NamedOrganization {
            organization_id: id::give(Noun::Organization, row.organization),
            organization: row.name.clone(),
            reason: row.reason.clone(),
            on: row.on.into(),
        })
    }

    /// The bulletin as a text that can be circulated as it is, in the language of the answer (文字稿).
    async fn text(&self, ctx: &Context<'_>) -> String {
        self.0.text(ctx.language())
    }
}
