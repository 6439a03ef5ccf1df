//! The table itself: which action, in which relation to the thing, is for whom.

use crate::{OrganizationKind, Position, Word, words};

words! {
    /// Something that a person may or may not do (操作).
    Action {
        SeeOrganization = "SEE_ORGANIZATION", "查看单位", "See the organization";
        SeeDuties = "SEE_DUTIES", "查看职责和履职情况", "See duties, windows and compliance";
        SeePeople = "SEE_PEOPLE", "查看人员", "See the people";
        SeeContacts = "SEE_CONTACTS", "查看联系方式", "See telephones and mail addresses in full";
        SeeRecords = "SEE_RECORDS", "查看履职记录", "See the records";
        SeeHazards = "SEE_HAZARDS", "查看隐患", "See the hazards";
        SeeNotices = "SEE_NOTICES", "查看他人的通知和邮件", "See notices and mails to others";
        SeeLedger = "SEE_LEDGER", "查看留痕", "See the ledger";
        Record = "RECORD", "登记本单位履职记录", "Make and sign the organization's own records";
        Inspect = "INSPECT", "检查、帮扶、督导该单位", "Inspect the organization from outside";
        ReportHazard = "REPORT_HAZARD", "上报隐患", "Report a hazard";
        GradeHazard = "GRADE_HAZARD", "判定隐患", "Grade a hazard";
        RectifyHazard = "RECTIFY_HAZARD", "整改隐患", "Plan and rectify a hazard, and apply for acceptance";
        AcceptGeneral = "ACCEPT_GENERAL", "验收一般隐患", "Accept a general hazard";
        AcceptMajor = "ACCEPT_MAJOR", "验收重大隐患", "Accept a major hazard";
        ExcuseWindow = "EXCUSE_WINDOW", "豁免期次", "Excuse a window";
        GrantExtension = "GRANT_EXTENSION", "批准延期", "Grant an extension";
        ManageOrganization = "MANAGE_ORGANIZATION", "管理单位（登记、分类、停产）", "Register, classify and suspend the organization";
        ManagePeople = "MANAGE_PEOPLE", "管理人员", "Manage the people";
        Acknowledge = "ACKNOWLEDGE", "确认本人岗位责任", "Acknowledge one's own post";
        SeeSystem = "SEE_SYSTEM", "查看系统状态", "See the state of the system";
        SeeAllNotices = "SEE_ALL_NOTICES", "查看全部通知", "See all notices of the site";
        SuspendProduction = "SUSPEND_PRODUCTION", "决定停产停业和恢复生产", "Suspend and resume production";
        ConsentToPlan = "CONSENT_TO_PLAN", "同意治理方案的期限", "Consent to a plan's long deadline";
        ListForSupervision = "LIST_FOR_SUPERVISION", "挂牌督办", "List a hazard for supervision";
        Enforce = "ENFORCE", "采取执法措施", "Take enforcement action";
        IssueAlert = "ISSUE_ALERT", "发布事故警示", "Issue an accident alert";
        DeclareKeyPeriod = "DECLARE_KEY_PERIOD", "公布关键时间节点", "Declare a key period";
        SeeTips = "SEE_TIPS", "查看举报", "See the reports by the public";
        HandleTips = "HANDLE_TIPS", "办理举报", "Handle the reports by the public";
        SeeInformants = "SEE_INFORMANTS", "查看举报人身份", "See who reported";
        SeeCheckpoints = "SEE_CHECKPOINTS", "查看留痕封存点", "See the checkpoints of the ledger";
    }
}

impl Action {
    /// Whether it is about the site as a whole, and not about some organization's thing.
    pub fn is_sitewide(self) -> bool {
        matches!(
            self,
            Self::SeeSystem
                | Self::SeeAllNotices
                | Self::IssueAlert
                | Self::DeclareKeyPeriod
                | Self::SeeTips
                | Self::HandleTips
                | Self::SeeInformants
                | Self::SeeCheckpoints
        )
    }

    /// What one must be able to see before it. An action that only sees is its own.
    ///
    /// Who may not see a thing must not learn from a refusal that it exists.
    pub fn presupposes(self) -> Self {
        match self {
            Self::Record | Self::Acknowledge | Self::Enforce => Self::SeeRecords,
            Self::Inspect | Self::ReportHazard | Self::ManageOrganization => Self::SeeOrganization,
            Self::GradeHazard
            | Self::RectifyHazard
            | Self::AcceptGeneral
            | Self::AcceptMajor
            | Self::GrantExtension
            | Self::SuspendProduction
            | Self::ConsentToPlan
            | Self::ListForSupervision => Self::SeeHazards,
            Self::ExcuseWindow => Self::SeeDuties,
            Self::ManagePeople | Self::SeeContacts => Self::SeePeople,
            _ => self,
        }
    }

    /// Whether it only sees, and changes nothing.
    pub fn only_sees(self) -> bool {
        self.presupposes() == self
    }
}

words! {
    /// How a seat stands to whose the thing is (关系).
    Relation {
        Own = "OWN", "本单位", "The organization itself";
        VillageOf = "VILLAGE_OF", "属地嘎查村社区", "The village of the enterprise";
        Regulates = "REGULATES", "行业监管单位", "A regulator of the enterprise's sectors";
        Oversees = "OVERSEES", "镇安委办", "The safety office above it";
        Audits = "AUDITS", "镇纪委监察办", "The discipline office above it";
        Counts = "COUNTS", "镇基层党建办", "The party-building office above it";
        None = "NONE", "无关", "No relation";
    }
}

impl Relation {
    /// The relation in which an organ of this kind stands to the site as a whole.
    pub fn to_site(kind: OrganizationKind) -> Self {
        match kind {
            OrganizationKind::SafetyOffice => Self::Oversees,
            OrganizationKind::DisciplineOffice => Self::Audits,
            OrganizationKind::PartyOffice => Self::Counts,
            OrganizationKind::Enterprise | OrganizationKind::Village | OrganizationKind::Unit => Self::None,
        }
    }
}

/// Which positions of an organization an action is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Nobody.
    Nobody,
    /// The head, the deputies and the safety officers, not the staff.
    Officers,
    /// Everybody who holds a position.
    Anybody,
}

impl Who {
    /// Whether a position is among them.
    pub fn includes(self, position: Position) -> bool {
        match self {
            Self::Nobody => false,
            Self::Officers => position != Position::Staff,
            Self::Anybody => true,
        }
    }
}

/// The columns of the table, in the order of [`Relation`]. [`Relation::None`] has no column: it allows nothing.
const COLUMNS: usize = 6;

const N: Who = Who::Nobody;
const O: Who = Who::Officers;
const A: Who = Who::Anybody;

/// Who may do what. OWN is never more than what the organization is answerable for: nobody excuses, extends, classifies or
/// inspects from outside what is his own, and no enterprise accepts its own major hazard. The discipline office sees
/// everything and changes nothing but its own records; that it inspects means its part in joint supervision (clause 3), and
/// that it enforces, that it interviews, names and holds to account (clauses 2.2.5 and 4.1).
#[rustfmt::skip]
const TABLE: [(Action, [Who; COLUMNS]); 32] = [
    //                           OWN VILLAGE_OF REGULATES OVERSEES AUDITS COUNTS
    (Action::SeeOrganization,    [A,     A,        A,        A,       A,     A]),
    (Action::SeeDuties,          [A,     A,        A,        A,       A,     A]),
    (Action::SeePeople,          [A,     A,        A,        A,       A,     N]),
    (Action::SeeContacts,        [O,     A,        A,        A,       A,     N]),
    (Action::SeeRecords,         [A,     A,        A,        A,       A,     N]),
    (Action::SeeHazards,         [A,     A,        A,        A,       A,     N]),
    (Action::SeeNotices,         [O,     N,        N,        A,       A,     N]),
    (Action::SeeLedger,          [O,     N,        N,        A,       A,     N]),
    (Action::Record,             [O,     N,        N,        N,       N,     N]),
    (Action::Inspect,            [N,     A,        A,        A,       A,     N]),
    (Action::ReportHazard,       [A,     A,        A,        A,       N,     N]),
    (Action::GradeHazard,        [O,     N,        O,        O,       N,     N]),
    (Action::RectifyHazard,      [O,     N,        N,        N,       N,     N]),
    (Action::AcceptGeneral,      [O,     O,        O,        O,       N,     N]),
    (Action::AcceptMajor,        [N,     N,        O,        O,       N,     N]),
    (Action::ExcuseWindow,       [N,     N,        N,        O,       N,     N]),
    (Action::GrantExtension,     [N,     N,        N,        O,       N,     N]),
    (Action::ManageOrganization, [N,     N,        N,        O,       N,     N]),
    (Action::ManagePeople,       [O,     N,        N,        O,       N,     N]),
    (Action::Acknowledge,        [A,     N,        N,        N,       N,     N]),
    (Action::SeeSystem,          [N,     N,        N,        O,       N,     N]),
    (Action::SeeAllNotices,      [N,     N,        N,        O,       O,     N]),
    (Action::SuspendProduction,  [O,     N,        O,        O,       N,     N]),
    (Action::ConsentToPlan,      [N,     N,        O,        O,       N,     N]),
    (Action::ListForSupervision, [N,     N,        N,        O,       N,     N]),
    // Which measures exactly, `decide_enforcement` says.
    (Action::Enforce,            [N,     N,        O,        O,       O,     N]),
    (Action::IssueAlert,         [N,     N,        N,        O,       N,     N]),
    (Action::DeclareKeyPeriod,   [N,     N,        N,        O,       N,     N]),
    (Action::SeeTips,            [N,     N,        N,        O,       O,     N]),
    (Action::HandleTips,         [N,     N,        N,        O,       N,     N]),
    (Action::SeeInformants,      [N,     N,        N,        O,       N,     N]),
    (Action::SeeCheckpoints,     [N,     N,        N,        O,       O,     N]),
];

/// Which positions may do something in a relation.
pub fn who(action: Action, relation: Relation) -> Who {
    let row = TABLE.iter().find(|(known, _)| *known == action);
    let column = Relation::ALL.iter().position(|known| *known == relation);
    row.zip(column).and_then(|((_, row), column)| row.get(column)).copied().unwrap_or(Who::Nobody)
}
