//! Notices (通知) and mails (邮件): their words.

use crate::words;

words! {
    /// Who is told at a step of the ladder (通知对象).
    Audience {
        Responsible = "RESPONSIBLE", "责任人", "The responsible person";
        Head = "HEAD", "主要负责人", "The head";
        Village = "VILLAGE", "属地嘎查村社区", "The village of the enterprise";
        Regulator = "REGULATOR", "行业监管单位", "The regulators of the enterprise's sectors";
        SafetyOffice = "SAFETY_OFFICE", "镇安委办", "The safety office";
        DisciplineOffice = "DISCIPLINE_OFFICE", "镇纪委监察办", "The discipline office";
    }
}

words! {
    /// What a notice (通知) tells.
    NoticeKind {
        DueSoon = "DUE_SOON", "到期提醒", "Due soon";
        Overdue = "OVERDUE", "逾期通知", "Overdue";
        EscalatedSupervisors = "ESCALATED_SUPERVISORS", "上报属地和行业监管", "Escalated to village and regulator";
        EscalatedOffice = "ESCALATED_OFFICE", "上报镇安委办", "Escalated to the safety office";
        EscalatedDiscipline = "ESCALATED_DISCIPLINE", "上报纪委监察办", "Escalated to the discipline office";
        HazardReported = "HAZARD_REPORTED", "隐患上报", "Hazard reported";
        HazardGraded = "HAZARD_GRADED", "隐患判定", "Hazard graded";
        HazardPlanMissing = "HAZARD_PLAN_MISSING", "治理方案缺失", "Plan missing";
        HazardDeadlineNear = "HAZARD_DEADLINE_NEAR", "整改期限临近", "Deadline near";
        HazardOverdue = "HAZARD_OVERDUE", "整改逾期", "Rectification overdue";
        HazardApplied = "HAZARD_APPLIED", "申请验收", "Acceptance applied for";
        HazardAccepted = "HAZARD_ACCEPTED", "验收销号", "Accepted and closed";
        HazardRejected = "HAZARD_REJECTED", "验收不通过", "Acceptance refused";
        AudienceMissing = "AUDIENCE_MISSING", "无人可通知", "Nobody to tell at a step";
        Welcome = "WELCOME", "开通账号", "Welcome";
    }
}

words! {
    /// The state of a notice.
    NoticeState {
        Pending = "PENDING", "待发送", "Pending";
        Gathered = "GATHERED", "已编入邮件", "Gathered into a mail";
        Sent = "SENT", "已发送", "Sent";
        Failed = "FAILED", "发送失败", "Failed";
        Cancelled = "CANCELLED", "已取消", "Cancelled";
    }
}

words! {
    /// The state of a mail in the outbox (发件箱).
    MailState {
        Queued = "QUEUED", "待投递", "Queued";
        Sending = "SENDING", "投递中", "Being sent";
        Sent = "SENT", "已送达服务器", "Accepted by the mail server";
        Failed = "FAILED", "投递失败", "Given up";
        Cancelled = "CANCELLED", "已取消", "Cancelled";
    }
}

words! {
    /// Whether an address takes mail (邮箱状态).
    AddressState {
        Good = "GOOD", "正常", "Good";
        Bouncing = "BOUNCING", "退信", "Bouncing";
    }
}
