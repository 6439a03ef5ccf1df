//! Hazards (隐患): their words. Their life is in [`life`]; whether two are alike, in [`similar`].

pub mod letter;
pub mod life;
pub mod measures;
pub mod similar;

use crate::words;

words! {
    /// The grade (级别) of a hazard.
    HazardGrade {
        General = "GENERAL", "一般隐患", "General";
        Major = "MAJOR", "重大隐患", "Major";
    }
}

words! {
    /// The state (状态) of a hazard in its closed loop.
    HazardState {
        Reported = "REPORTED", "已上报", "Reported";
        Graded = "GRADED", "已判定", "Graded";
        FixedOnSpot = "FIXED_ON_SPOT", "当场整改", "Fixed on the spot";
        Planned = "PLANNED", "已制定方案", "Planned";
        Rectifying = "RECTIFYING", "整改中", "Being rectified";
        AwaitingAcceptance = "AWAITING_ACCEPTANCE", "待验收", "Awaiting acceptance";
        Closed = "CLOSED", "已销号", "Closed";
    }
}

words! {
    /// How a hazard was found (发现来源). Self-found and inspection-found are counted apart.
    FoundBy {
        SelfCheck = "SELF_CHECK", "企业自查", "Self-check";
        Inspection = "INSPECTION", "检查发现", "Inspection";
        PublicReport = "PUBLIC_REPORT", "群众举报", "Report by the public or an employee";
        AccidentReview = "ACCIDENT_REVIEW", "事故调查", "Accident review";
    }
}

words! {
    /// A thing that happened to a hazard, of which people are told (隐患事件).
    HazardEventKind {
        Reported = "REPORTED", "隐患上报", "Hazard reported";
        Graded = "GRADED", "隐患判定", "Hazard graded";
        PlanMissing = "PLAN_MISSING", "治理方案缺失", "Plan missing";
        DeadlineNear = "DEADLINE_NEAR", "整改期限临近", "Deadline near";
        Overdue = "OVERDUE", "整改逾期", "Rectification overdue";
        Applied = "APPLIED", "申请验收", "Acceptance applied for";
        Accepted = "ACCEPTED", "验收销号", "Accepted and closed";
        Rejected = "REJECTED", "验收不通过", "Acceptance refused";
    }
}
