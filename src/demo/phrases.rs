//! What people of the invented township write.

use redline_domain::{ActivityKind, InspectionKind, ReportKind, Sector};

/// Common findings, and what was done about each.
pub const FINDINGS: &[(&str, &str)] = &[
    ("灭火器压力不足，未按月检查", "已更换灭火器，建立月检记录"),
    ("疏散通道堆放杂物", "已清理通道，划定禁堆区域"),
    ("配电箱未上锁，无警示标识", "已加锁并张贴警示标识"),
    ("应急照明灯损坏", "已更换应急照明灯并测试"),
    ("临时用电线路未穿管保护", "已穿管敷设并经电工验收"),
    ("员工安全培训档案不全", "已补充培训并完善档案"),
    ("电气焊作业点未清理可燃物", "已清理可燃物，配备灭火器材"),
    ("安全操作规程未上墙", "已制作并悬挂操作规程"),
    ("特种设备检验标识过期未更换", "已联系检验并更换标识"),
    ("外来施工人员未登记交底", "已补办登记和安全交底"),
    ("消防栓被遮挡", "已移除遮挡物"),
    ("劳动防护用品佩戴不规范", "已现场纠正并开展培训"),
];

/// A finding that a regulator grades major without a criterion, and what was done about it.
pub const MAJOR: (&str, &str) = ("安全出口被锁闭，疏散通道被占用，人员密集时无法疏散", "已打开并保持安全出口畅通，清理疏散通道，安排专人值守");

/// Findings that belong to a sector.
pub fn of_sector(sector: Sector) -> (&'static str, &'static str) {
    match sector {
        Sector::NonCoalMining => ("边坡浮石未及时清理", "已清理浮石并设置警戒"),
        Sector::HazardousChemicals => ("储罐区可燃气体报警器一处失效", "已更换报警器并校验"),
        Sector::Fireworks => ("库房温湿度记录缺失", "已补装温湿度计并逐日记录"),
        Sector::SelfBuiltHousing => ("房屋外墙出现裂缝，未作鉴定", "已委托鉴定并设围挡"),
        Sector::Transport => ("车辆动态监控离线未处置", "已修复终端并处理驾驶人"),
        Sector::Construction => ("脚手架连墙件缺失", "已补设连墙件并验收"),
        Sector::FireSafety => ("消防控制室值班人员不足", "已增配持证值班人员"),
        Sector::AgriculturalMachinery => ("拖拉机传动轴防护罩缺失", "已加装防护罩"),
        Sector::Gas => ("软管超期使用", "已更换为金属波纹管"),
        Sector::IndustryAndTrade => ("除尘系统未及时清灰", "已停机清灰并制定清灰制度"),
        Sector::NewBusinessForms => ("体验区应急开关未测试", "已测试并建立每日检查表"),
    }
}

/// The title of an activity.
pub fn activity(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Study => "学习重大事故隐患判定标准并部署自查自改",
        ActivityKind::MobilisationMeeting => "重大事故隐患专项排查整治动员部署会",
        ActivityKind::DivisionOfLabour => "重点检查事项及人员分工",
        ActivityKind::LeadershipGroup => "成立专项行动领导小组",
        ActivityKind::WarningEducation => "动火作业事故警示教育",
        ActivityKind::Training => "监管执法人员专题培训",
        ActivityKind::Publicity => "判定标准宣传解读",
        ActivityKind::SafetyMonth => "“安全生产月”宣传咨询活动",
        ActivityKind::TopicalStudy => "安全生产措施专题学习",
        ActivityKind::Appointment => "任命安全生产管理人员",
        ActivityKind::Assessment => "专项行动纳入年度考核",
    }
}

/// The text of a report, which the numbers make specific; where the ledger has the figures, a remark.
pub fn report(kind: ReportKind, name: &str, found: usize, closed: usize) -> String {
    match kind {
        ReportKind::HazardLedger if found == 0 => format!("{name}对照判定标准开展排查，未发现重大事故隐患，特此零申报。"),
        ReportKind::HazardLedger => format!("{name}建立重大事故隐患台账，共排查重大事故隐患{found}项，已整改{closed}项，其余按方案整改。"),
        ReportKind::ActionReport => format!("{name}专项行动开展情况：组织学习判定标准，排查隐患{found}项，整改{closed}项。"),
        ReportKind::Contacts => format!("{name}已动员部署专项行动，确定联系人一名，回执见附件4。"),
        ReportKind::ProgressTable => "暂无需上级协调事项。".to_owned(),
        ReportKind::Implementation => format!("{name}贯彻落实情况：累计登记隐患{found}项，销号{closed}项。"),
        ReportKind::Summary => format!("{name}专项行动总结：登记隐患{found}项，销号{closed}项，建立长效机制。"),
        ReportKind::Statistics => "各嘎查村社区和二级单位进展见附表。".to_owned(),
        ReportKind::Bulletin => "请未按期报送的单位抓紧落实。".to_owned(),
    }
}

/// What an inspection saw.
pub fn inspection(kind: InspectionKind, findings: usize) -> String {
    let who = match kind {
        InspectionKind::SelfCheck => "安全管理人员对照判定标准自查",
        InspectionKind::HeadLed => "主要负责人带队检查重大事故隐患排查整治情况",
        InspectionKind::SpotCheck => "对企业自查自改情况抽查",
        InspectionKind::Enforcement => "开展精准执法检查",
        InspectionKind::Assistance => "对企业自查自改开展帮扶指导",
        InspectionKind::Supervision => "会同有关部门督导专项行动开展情况",
    };
    if findings == 0 { format!("{who}，未发现问题。") } else { format!("{who}，发现问题{findings}项，已当面交办。") }
}
