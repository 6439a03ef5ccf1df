//! What annex 2 counts besides annex 1 (附件2各栏) in the API.

use async_graphql::Object;
use redline_domain::{enforcement::Fen, figures};

/// What a regulator did itself, the columns of annex 2 (附件2各栏).
pub struct UnitCounts(pub figures::UnitCounts);

/// What a regulator did itself, the columns of annex 2 (附件2各栏).
#[Object]
impl UnitCounts {
    /// Trainings of enforcement staff (执法人员培训场次).
    async fn training_sessions(&self) -> u64 {
        self.0.training_sessions
    }

    /// Who took part in them, counted each time (执法人员培训人次).
    async fn trained(&self) -> u64 {
        self.0.trained
    }

    /// Inspection groups sent out: one leader on one day is one group (检查组数).
    async fn groups(&self) -> u64 {
        self.0.groups
    }

    /// Inspectors, counted in each inspection: who led it, the rest of its team, and who signed it if that is none of them (检查人次).
    async fn inspectors(&self) -> u64 {
        self.0.inspectors
    }

    /// Different enterprises inspected (检查企业数).
    async fn inspected(&self) -> u64 {
        self.0.inspected
    }

    /// Different enterprises helped (帮扶企业数).
    async fn assisted(&self) -> u64 {
        self.0.assisted
    }

    /// Unannounced inspections, straight to the site (四不两直次数).
    async fn unannounced(&self) -> u64 {
        self.0.unannounced
    }

    /// Joint inspections (联合执法次数).
    async fn joint(&self) -> u64 {
        self.0.joint
    }

    /// Enforcement actions decided, those withdrawn left out (执法措施).
    async fn enforcement(&self) -> EnforcementCounts {
        EnforcementCounts(self.0.enforcement.clone())
    }
}

/// Enforcement actions decided in a span, those withdrawn left out (执法措施).
pub struct EnforcementCounts(pub figures::EnforcementCounts);

/// Enforcement actions decided in a span, those withdrawn left out (执法措施).
#[Object]
impl EnforcementCounts {
    /// Warnings (警告).
    async fn warnings(&self) -> u64 {
        self.0.warnings
    }

    /// Orders to correct (责令改正/限期整改).
    async fn correction_orders(&self) -> u64 {
        self.0.correction_orders
    }

    /// Orders to suspend production (责令停产停业).
    async fn suspensions(&self) -> u64 {
        self.0.suspensions
    }

    /// Licences withheld or revoked (暂扣或吊销许可).
    async fn licences(&self) -> u64 {
        self.0.licences
    }

    /// Enterprises closed after a proposal to close them (提请关闭) that stands; other closures are not counted (关闭企业).
    async fn closures(&self) -> u64 {
        self.0.closures
    }

    /// Fines (罚款次数).
    async fn fines(&self) -> u64 {
        self.0.fines
    }

    /// Their amount in units of 10,000 yuan with two decimals, e.g. `12.50` (罚款，万元).
    async fn fines_wan_yuan(&self) -> String {
        Fen(self.0.fines_fen).wan()
    }

    /// Enterprises penalised together with their head (一案双罚企业数).
    async fn paired_enterprises(&self) -> u64 {
        self.0.paired_enterprises
    }

    /// Heads penalised together with their enterprise (一案双罚人数).
    async fn paired_persons(&self) -> u64 {
        self.0.paired_persons
    }

    /// Major hazards that enterprises found themselves, reported, and were not penalised for (自查已报不予处罚数).
    async fn unpunished(&self) -> u64 {
        self.0.unpunished
    }

    /// Cases handed to the judiciary (移送司法).
    async fn judicial(&self) -> u64 {
        self.0.judicial
    }

    /// Closures proposed to the government (提请关闭).
    async fn closure_proposals(&self) -> u64 {
        self.0.closure_proposals
    }

    /// Interviews (约谈).
    async fn interviews(&self) -> u64 {
        self.0.interviews
    }

    /// Namings in a bulletin (通报).
    async fn namings(&self) -> u64 {
        self.0.namings
    }

    /// People held to account, each once however often; an action that names nobody counts as one person (问责人数).
    async fn accountability(&self) -> u64 {
        self.0.accountability
    }
}
