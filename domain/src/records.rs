//! The kinds of record (履职记录) that the notice asks for.

use crate::words;

words! {
    /// The kind of an inspection (检查).
    InspectionKind {
        SelfCheck = "SELF_CHECK", "企业自查", "Self-check";
        HeadLed = "HEAD_LED", "主要负责人带队检查", "Head-led inspection";
        SpotCheck = "SPOT_CHECK", "抽查检查", "Spot check";
        Enforcement = "ENFORCEMENT", "执法检查", "Enforcement inspection";
        Assistance = "ASSISTANCE", "帮扶指导", "Assistance visit";
        Supervision = "SUPERVISION", "督导检查", "Supervision";
    }
}

words! {
    /// How an inspection was carried out (检查方式), clause 2.2.4.
    InspectionMode {
        Open = "OPEN", "通知检查", "Announced";
        FourNoTwoDirect = "FOUR_NO_TWO_DIRECT", "四不两直", "Unannounced, straight to the site";
        Undercover = "UNDERCOVER", "暗查暗访", "Undercover";
        Cross = "CROSS", "交叉互检", "Cross-inspection";
        Joint = "JOINT", "联合执法", "Joint enforcement";
    }
}

words! {
    /// What an inspection looked at in particular (检查范围).
    InspectionScope {
        General = "GENERAL", "综合", "General";
        WeldingEquipment = "WELDING_EQUIPMENT", "电气焊设备", "Welding equipment";
        KeyPostStaff = "KEY_POST_STAFF", "动火等危险作业和关键岗位人员", "Hot-work and key-post staff";
        Contractors = "CONTRACTORS", "外包外租", "Contractors and tenants";
    }
}

words! {
    /// The kind of an activity (活动).
    ActivityKind {
        Study = "STUDY", "学习研究判定标准并部署自查", "Study of the criteria and deployment of the self-check";
        MobilisationMeeting = "MOBILISATION_MEETING", "动员部署会", "Mobilisation meeting";
        DivisionOfLabour = "DIVISION_OF_LABOUR", "重点事项及人员分工", "Key items and division of labour";
        LeadershipGroup = "LEADERSHIP_GROUP", "成立领导机构、建立工作机制", "Leadership group and mechanism";
        WarningEducation = "WARNING_EDUCATION", "全员安全警示教育", "All-staff warning education";
        Training = "TRAINING", "执法人员专题培训", "Training of enforcement staff";
        Publicity = "PUBLICITY", "标准宣传解读", "Publicity of the criteria";
        SafetyMonth = "SAFETY_MONTH", "安全生产月活动", "Safety-month activity";
        TopicalStudy = "TOPICAL_STUDY", "专题学习", "Topical study";
        Appointment = "APPOINTMENT", "设置安全机构或配备人员", "Appointment of a safety body or staff";
        Assessment = "ASSESSMENT", "纳入年度考核", "Counted in the yearly assessment";
    }
}

words! {
    /// The kind of a report (报告).
    ReportKind {
        HazardLedger = "HAZARD_LEDGER", "重大隐患台账申报", "Declaration of the hazard ledger";
        ActionReport = "ACTION_REPORT", "专项行动开展情况报告", "Report on the action";
        Contacts = "CONTACTS", "动员部署情况和联系人", "Mobilisation report and contact person";
        ProgressTable = "PROGRESS_TABLE", "进展情况调度表", "Progress table";
        Implementation = "IMPLEMENTATION", "贯彻落实情况报告", "Implementation report";
        Summary = "SUMMARY", "总结", "Summary";
        Statistics = "STATISTICS", "周统计", "Weekly statistics";
        Bulletin = "BULLETIN", "月通报", "Monthly bulletin";
    }
}

words! {
    /// The kind of a responsibility list (责任清单).
    ResponsibilityListKind {
        AllStaff = "ALL_STAFF", "全员安全生产岗位责任制", "All-staff responsibility system";
        Guarantors = "GUARANTORS", "重大危险源安全包保责任", "Guarantors of a major hazard installation";
        Deputy = "DEPUTY", "分管负责人职责和工作清单", "Duty list and worklist of a deputy head";
    }
}

words! {
    /// Who fills a post of a responsibility list (岗位类别), from the head to the front line.
    PostKind {
        Head = "HEAD", "主要负责人", "Head";
        Deputy = "DEPUTY", "分管负责人", "Deputy head";
        Manager = "MANAGER", "管理人员", "Manager";
        SafetyOfficer = "SAFETY_OFFICER", "安全管理人员", "Safety officer";
        FrontLine = "FRONT_LINE", "一线从业人员", "Front-line worker";
        Dispatched = "DISPATCHED", "劳务派遣人员", "Dispatched worker";
        Intern = "INTERN", "实习生", "Intern";
        Guarantor = "GUARANTOR", "包保责任人", "Guarantor";
    }
}

words! {
    /// The life of a record that is signed (签署状态).
    RecordState {
        Draft = "DRAFT", "草稿", "Draft";
        Signed = "SIGNED", "已签名封存", "Signed and sealed";
        Voided = "VOIDED", "已作废", "Voided";
    }
}

words! {
    /// What kind of record a piece of evidence is (记录类别).
    RecordKind {
        Inspection = "INSPECTION", "检查", "Inspection";
        Drill = "DRILL", "演练", "Drill";
        Activity = "ACTIVITY", "活动", "Activity";
        Report = "REPORT", "报告", "Report";
        ResponsibilityList = "RESPONSIBILITY_LIST", "责任清单", "Responsibility list";
        Hazard = "HAZARD", "隐患", "Hazard";
        OnDuty = "ON_DUTY", "在岗值守", "On-duty record";
    }
}

words! {
    /// What plan a drill tries out (演练内容).
    DrillScope {
        Comprehensive = "COMPREHENSIVE", "综合应急预案演练", "Comprehensive plan";
        Special = "SPECIAL", "专项应急预案演练", "Plan for a special kind of accident";
        OnSite = "ON_SITE", "现场处置方案演练", "On-site handling";
    }
}

words! {
    /// How a drill is held (演练形式).
    DrillForm {
        Tabletop = "TABLETOP", "桌面演练", "At the table";
        Field = "FIELD", "实战演练", "In the field";
    }
}

words! {
    /// The life of an entry of the on-duty roster (值守状态).
    OnDutyState {
        Planned = "PLANNED", "已排班", "Planned";
        Recorded = "RECORDED", "已登记在岗", "Recorded";
        Voided = "VOIDED", "已作废", "Voided";
    }
}

words! {
    /// How a signer proved who he is (签名方式).
    SigningMethod {
        Password = "PASSWORD", "输入密码签名", "By giving the password again";
        Program = "PROGRAM", "由程序代签", "By the program itself, which has no password";
    }
}

words! {
    /// What an attachment shows of its record (附件用途).
    AttachmentPurpose {
        Before = "BEFORE", "整改前照片", "Photograph before the rectification";
        After = "AFTER", "整改后照片", "Photograph after the rectification";
        Photo = "PHOTO", "现场照片", "Photograph of the site";
        Document = "DOCUMENT", "文件", "Document";
    }
}
