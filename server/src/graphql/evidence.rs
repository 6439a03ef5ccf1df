//! What counts for a window, and why the window is as it is (履职记录、说明).

use std::sync::Arc;

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use redline_domain::{RecordKind, ids::Noun};
use redline_entity::evidence;
use redline_ledger::explain::{self, Explanation};
use uuid::Uuid;

use crate::graphql::{
    date::Date,
    error::Answer,
    id,
    node::{self, Node},
};

/// A record that counts for a window (履职记录).
pub struct Evidence(pub evidence::Model);

/// A record that counts for a window (履职记录).
#[Object]
impl Evidence {
    /// What kind of record (记录类别).
    async fn record_kind(&self) -> RecordKind {
        self.0.record_kind
    }

    /// The identifier of the record (记录编号).
    async fn record_id(&self) -> ID {
        id::give(noun(self.0.record_kind), self.0.record_id)
    }

    /// The record, if one may see it (记录).
    async fn record(&self, ctx: &Context<'_>) -> Answer<Option<Node>> {
        node::of(ctx, noun(self.0.record_kind), self.0.record_id).await
    }

    /// Which of the rule's requirements it meets, from 0 (所满足的要求).
    async fn requirement(&self) -> i32 {
        self.0.requirement
    }

    /// The day on which it happened (发生日期).
    async fn done_on(&self) -> Date {
        self.0.done_on.into()
    }

    /// Whether that was after the due date (是否逾期).
    async fn late(&self) -> bool {
        self.0.late
    }

    /// When the record was made (登记时间).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }
}

fn noun(kind: RecordKind) -> Noun {
    match kind {
        RecordKind::Inspection => Noun::Inspection,
        RecordKind::Drill => Noun::Drill,
        RecordKind::Activity => Noun::Activity,
        RecordKind::Report => Noun::Report,
        RecordKind::ResponsibilityList => Noun::ResponsibilityList,
        RecordKind::Hazard => Noun::Hazard,
        RecordKind::OnDuty => Noun::OnDuty,
    }
}

/// Why a window is as it is (说明).
pub struct WindowExplanation(pub Arc<Explanation>);

/// Why a window is as it is (说明).
#[Object]
impl WindowExplanation {
    /// Sentences, the most telling first (说明).
    async fn sentences(&self) -> &[String] {
        &self.0.text
    }

    /// The paths of the clauses of the notice (条款).
    async fn clauses(&self) -> &[String] {
        &self.0.clauses
    }

    /// The notice's own words (原文).
    async fn quote(&self) -> &str {
        &self.0.quote
    }

    /// The records that count (认定的记录).
    async fn records(&self) -> Vec<RecordRef> {
        self.0.records.iter().map(RecordRef::from).collect()
    }

    /// The records that were seen and do not count; the sentences say why (不予认定的记录).
    async fn not_counted(&self) -> Vec<RecordRef> {
        self.0.not_counted.iter().map(RecordRef::from).collect()
    }

    /// How many of those concerned were reached, where the rule asks for it (覆盖情况).
    async fn coverage(&self) -> Option<Reach> {
        self.0.coverage.map(|reach| Reach { reached: reach.reached, all: reach.all })
    }
}

/// A record by its identifier (记录).
#[derive(Clone, SimpleObject)]
pub struct RecordRef {
    /// What kind of record (记录类别).
    kind: RecordKind,
    /// Its identifier (记录编号).
    id: ID,
}

impl From<&(RecordKind, Uuid)> for RecordRef {
    fn from(&(kind, record): &(RecordKind, Uuid)) -> Self {
        Self { kind, id: id::give(noun(kind), record) }
    }
}

/// How many of those concerned were reached (覆盖情况).
#[derive(Clone, SimpleObject)]
pub struct Reach {
    /// How many were (已覆盖).
    reached: u32,
    /// Of how many (总数).
    all: u32,
}

impl From<Option<explain::Reach>> for Reach {
    fn from(reach: Option<explain::Reach>) -> Self {
        reach.map_or(Self { reached: 0, all: 0 }, |reach| Self { reached: reach.reached, all: reach.all })
    }
}
