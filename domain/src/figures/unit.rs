//! What annex 2 counts besides annex 1: what a regulator did itself (二级单位).

use serde::{Deserialize, Serialize};

/// What a regulator did in a span (二级单位).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitCounts {
    /// Trainings of enforcement staff (执法人员培训场次).
    pub training_sessions: u64,
    /// Who took part in them, counted each time (执法人员培训人次).
    pub trained: u64,
    /// Inspection groups sent out: one leader on one day is one group (检查组数).
    pub groups: u64,
    /// Inspectors, counted in each inspection: who led it, the rest of its team, and who signed it if that is none of them (检查人次).
    pub inspectors: u64,
    /// Different enterprises inspected (检查企业数).
    pub inspected: u64,
    /// Different enterprises helped (帮扶企业数).
    pub assisted: u64,
    /// Unannounced inspections, straight to the site (四不两直次数).
    pub unannounced: u64,
    /// Joint inspections (联合执法次数).
    pub joint: u64,
    /// What it took against enterprises (执法措施).
    pub enforcement: EnforcementCounts,
}

impl UnitCounts {
    /// Both together, of different regulators. An enterprise that both inspected counts for each.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            training_sessions: self.training_sessions + other.training_sessions,
            trained: self.trained + other.trained,
            groups: self.groups + other.groups,
            inspectors: self.inspectors + other.inspectors,
            inspected: self.inspected + other.inspected,
            assisted: self.assisted + other.assisted,
            unannounced: self.unannounced + other.unannounced,
            joint: self.joint + other.joint,
            enforcement: self.enforcement.plus(&other.enforcement),
        }
    }
}

/// Enforcement actions decided in a span, those withdrawn left out (执法措施).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EnforcementCounts {
    /// Warnings (警告).
    pub warnings: u64,
    /// Orders to correct (责令改正、限期整改).
    pub correction_orders: u64,
    /// Suspensions of production (责令停产停业).
    pub suspensions: u64,
    /// Licences suspended or revoked (暂扣或吊销许可).
    pub licences: u64,
    /// Enterprises closed after a proposal to close them (提请关闭) that stands; other closures are not counted (关闭企业).
    pub closures: u64,
    /// Fines (罚款次数).
    pub fines: u64,
    /// Their amount, in fen (罚款金额).
    pub fines_fen: i64,
    /// Enterprises penalised together with their head (一案双罚企业数).
    pub paired_enterprises: u64,
    /// Heads penalised together with their enterprise (一案双罚人数).
    pub paired_persons: u64,
    /// Major hazards that enterprises found themselves, reported, and are not penalised for (自查已报不予处罚数).
    pub unpunished: u64,
    /// Cases handed to the judiciary (移送司法).
    pub judicial: u64,
    /// Closures proposed to the government (提请关闭).
    pub closure_proposals: u64,
    /// Interviews (约谈).
    pub interviews: u64,
    /// Public namings (通报).
    pub namings: u64,
    /// People held to account, each once however often; an action that names nobody counts as one person (问责人数).
    pub accountability: u64,
}

impl EnforcementCounts {
    /// Both together.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            warnings: self.warnings + other.warnings,
            correction_orders: self.correction_orders + other.correction_orders,
            suspensions: self.suspensions + other.suspensions,
            licences: self.licences + other.licences,
            closures: self.closures + other.closures,
            fines: self.fines + other.fines,
            fines_fen: self.fines_fen.saturating_add(other.fines_fen),
            paired_enterprises: self.paired_enterprises + other.paired_enterprises,
            paired_persons: self.paired_persons + other.paired_persons,
            unpunished: self.unpunished + other.unpunished,
            judicial: self.judicial + other.judicial,
            closure_proposals: self.closure_proposals + other.closure_proposals,
            interviews: self.interviews + other.interviews,
            namings: self.namings + other.namings,
            accountability: self.accountability + other.accountability,
        }
    }
}
