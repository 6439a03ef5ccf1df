//! Notices (通知) and mails (邮件): their words.

use serde::{Deserialize, Serialize};

use crate::{rulebook::Text, words};

/// What a notice tells in its own words (通知内容), where no rule and no hazard says it: put into both languages when it is
/// planned, since what it speaks of may be another by the time it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tale {
    /// What it is about, in a few words, for subject and heading.
    pub title: Text,
    /// What happened and what is to be done: one paragraph each.
    pub paragraphs: Vec<Text>,
    /// The facts: label and value.
    pub facts: Vec<(Text, Text)>,
    /// The path of the notice's clause on which it rests, e.g. `2.2.3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

impl Tale {
    /// A tale with its title in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { title: Text::new(zh, en), ..Self::default() }
    }

    /// One more paragraph.
    #[must_use]
    pub fn says(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.paragraphs.push(Text::new(zh, en));
        self
    }

    /// One more fact, which reads the same in both languages: a name, a date, a number.
    #[must_use]
    pub fn fact(self, label_zh: &str, label_en: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.fact_in_words(label_zh, label_en, value.clone(), value)
    }

    /// One more fact, in words.
    #[must_use]
    pub fn fact_in_words(mut self, label_zh: &str, label_en: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.facts.push((Text::new(label_zh, label_en), Text::new(zh, en)));
        self
    }

    /// Names the clause on which it rests.
    #[must_use]
    pub fn clause(mut self, clause: &str) -> Self {
        self.clause = Some(clause.to_owned());
        self
    }
}

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
        Invitation = "INVITATION", "账号邀请", "Invitation";
        PasswordReset = "PASSWORD_RESET", "重设密码", "Password reset";
        AccountChanged = "ACCOUNT_CHANGED", "账号安全变更", "Account changed";
        PlanConsentAsked = "PLAN_CONSENT_ASKED", "治理方案期限待同意", "A plan's long deadline needs consent";
        PlanConsentDecided = "PLAN_CONSENT_DECIDED", "治理方案期限已答复", "A plan's long deadline was decided on";
        ExtensionRequested = "EXTENSION_REQUESTED", "延期申请", "Extension requested";
        ExtensionDecided = "EXTENSION_DECIDED", "延期申请已答复", "Extension decided on";
        ProductionSuspended = "PRODUCTION_SUSPENDED", "责令停产停业", "Production suspended";
        ProductionResumed = "PRODUCTION_RESUMED", "恢复生产", "Production resumed";
        SupervisionListed = "SUPERVISION_LISTED", "挂牌督办", "Listed for supervision";
        EnforcementTaken = "ENFORCEMENT_TAKEN", "执法措施", "Enforcement action taken";
        TipReceived = "TIP_RECEIVED", "收到举报", "Report by the public received";
        CertificateExpiring = "CERTIFICATE_EXPIRING", "特种作业证到期提醒", "Certificate expires soon";
        AlertIssued = "ALERT_ISSUED", "事故警示", "Accident alert issued";
        KeyPeriodDeclared = "KEY_PERIOD_DECLARED", "关键时间节点值守", "Key period declared";
        CheckpointSealed = "CHECKPOINT_SEALED", "留痕每日封存", "Daily checkpoint of the ledger";
    }
}

impl NoticeKind {
    /// Whether it is about the reader's own account: such mails wait for nothing and stand by themselves.
    pub fn is_of_account(self) -> bool {
        matches!(self, Self::Welcome | Self::Invitation | Self::PasswordReset | Self::AccountChanged)
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
