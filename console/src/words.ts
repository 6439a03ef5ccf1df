/** The codes of the API in both languages, in the words that the mails and the API's own descriptions use. */
import type { Language } from "./language";

type Words = Record<string, readonly [zh: string, en: string]>;

export const WINDOW_STATUS: Words = {
  UPCOMING: ["未开始", "Upcoming"],
  OPEN: ["进行中", "Open"],
  DUE_SOON: ["即将到期", "Due soon"],
  OVERDUE: ["已逾期", "Overdue"],
  FULFILLED: ["已完成", "Fulfilled"],
  FULFILLED_LATE: ["逾期完成", "Fulfilled late"],
  EXCUSED: ["免除", "Excused"],
  SUPERSEDED: ["取代", "Superseded"],
};

export const HAZARD_GRADE: Words = {
  GENERAL: ["一般隐患", "General"],
  MAJOR: ["重大隐患", "Major"],
};

export const HAZARD_STATE: Words = {
  REPORTED: ["已上报", "Reported"],
  GRADED: ["已判定", "Graded"],
  FIXED_ON_SPOT: ["当场整改", "Fixed on the spot"],
  PLANNED: ["已制定方案", "Planned"],
  RECTIFYING: ["整改中", "Being rectified"],
  AWAITING_ACCEPTANCE: ["待验收", "Awaiting acceptance"],
  CLOSED: ["已销号", "Closed"],
};

export const FOUND_BY: Words = {
  SELF_CHECK: ["企业自查", "Self-check"],
  INSPECTION: ["检查发现", "Inspection"],
  PUBLIC_REPORT: ["群众举报", "Report by the public or an employee"],
  ACCIDENT_REVIEW: ["事故调查", "Accident review"],
};

export const NOTICE_KIND: Words = {
  DUE_SOON: ["到期提醒", "Due soon"],
  OVERDUE: ["逾期通知", "Overdue"],
  ESCALATED_SUPERVISORS: ["上报属地和行业监管", "Escalated to village and regulator"],
  ESCALATED_OFFICE: ["上报镇安委办", "Escalated to the safety office"],
  ESCALATED_DISCIPLINE: ["上报纪委监察办", "Escalated to the discipline office"],
  HAZARD_REPORTED: ["隐患上报", "Hazard reported"],
  HAZARD_GRADED: ["隐患判定", "Hazard graded"],
  HAZARD_PLAN_MISSING: ["治理方案缺失", "Plan missing"],
  HAZARD_DEADLINE_NEAR: ["整改期限临近", "Deadline near"],
  HAZARD_OVERDUE: ["整改逾期", "Rectification overdue"],
  HAZARD_APPLIED: ["申请验收", "Acceptance applied for"],
  HAZARD_ACCEPTED: ["验收销号", "Accepted and closed"],
  HAZARD_REJECTED: ["验收不通过", "Acceptance refused"],
  AUDIENCE_MISSING: ["无人可通知", "Nobody to tell"],
  WELCOME: ["开通账号", "Welcome"],
  INVITATION: ["账号邀请", "Invitation"],
  PASSWORD_RESET: ["重设密码", "Password reset"],
  ACCOUNT_CHANGED: ["账号安全变更", "Account changed"],
  PLAN_CONSENT_ASKED: ["治理方案期限待同意", "A plan's long deadline needs consent"],
  PLAN_CONSENT_DECIDED: ["治理方案期限已答复", "A plan's long deadline was decided on"],
  EXTENSION_REQUESTED: ["延期申请", "Extension requested"],
  EXTENSION_DECIDED: ["延期申请已答复", "Extension decided on"],
  PRODUCTION_SUSPENDED: ["责令停产停业", "Production suspended"],
  PRODUCTION_RESUMED: ["恢复生产", "Production resumed"],
  SUPERVISION_LISTED: ["挂牌督办", "Listed for supervision"],
  ENFORCEMENT_TAKEN: ["执法措施", "Enforcement action taken"],
  TIP_RECEIVED: ["收到举报", "Report by the public received"],
  CERTIFICATE_EXPIRING: ["特种作业证到期提醒", "Certificate expires soon"],
  ALERT_ISSUED: ["事故警示", "Accident alert issued"],
  KEY_PERIOD_DECLARED: ["关键时间节点值守", "Key period declared"],
  CHECKPOINT_SEALED: ["留痕每日封存", "Daily checkpoint of the ledger"],
};

export const ORGANIZATION_KIND: Words = {
  ENTERPRISE: ["企业", "Enterprises"],
  VILLAGE: ["嘎查村社区", "Villages and communities"],
  UNIT: ["二级单位", "Secondary units"],
};

export const INSPECTION_KIND: Words = {
  SELF_CHECK: ["企业自查", "Self-check"],
  HEAD_LED: ["主要负责人带队检查", "Head-led inspection"],
  SPOT_CHECK: ["抽查检查", "Spot check"],
  ENFORCEMENT: ["执法检查", "Enforcement inspection"],
  ASSISTANCE: ["帮扶指导", "Assistance visit"],
  SUPERVISION: ["督导检查", "Supervision"],
};

/** Which kinds of inspection each kind of organization makes. */
export const INSPECTION_KINDS_OF: Record<string, string[]> = {
  ENTERPRISE: ["SELF_CHECK", "HEAD_LED"],
  VILLAGE: ["SPOT_CHECK", "ASSISTANCE"],
  UNIT: ["SPOT_CHECK", "ENFORCEMENT", "ASSISTANCE"],
  SAFETY_OFFICE: ["SPOT_CHECK", "ASSISTANCE", "SUPERVISION"],
  DISCIPLINE_OFFICE: ["SUPERVISION"],
};

export const INSPECTION_MODE: Words = {
  OPEN: ["通知检查", "Announced"],
  FOUR_NO_TWO_DIRECT: ["四不两直", "Unannounced, straight to the site"],
  UNDERCOVER: ["暗查暗访", "Undercover"],
  CROSS: ["交叉互检", "Cross-inspection"],
  JOINT: ["联合执法", "Joint enforcement"],
};

export const INSPECTION_SCOPE: Words = {
  GENERAL: ["综合", "General"],
  WELDING_EQUIPMENT: ["电气焊设备", "Welding equipment"],
  KEY_POST_STAFF: ["动火等危险作业和关键岗位人员", "Hot-work and key-post staff"],
  CONTRACTORS: ["外包外租", "Contractors and tenants"],
};

export const DRILL_SCOPE: Words = {
  COMPREHENSIVE: ["综合应急预案演练", "Comprehensive plan"],
  SPECIAL: ["专项应急预案演练", "Plan for a special kind of accident"],
  ON_SITE: ["现场处置方案演练", "On-site handling"],
};

export const DRILL_FORM: Words = {
  TABLETOP: ["桌面演练", "At the table"],
  FIELD: ["实战演练", "In the field"],
};

export const ACTIVITY_KIND: Words = {
  STUDY: ["学习研究判定标准并部署自查", "Study of the criteria and deployment of the self-check"],
  MOBILISATION_MEETING: ["动员部署会", "Mobilisation meeting"],
  DIVISION_OF_LABOUR: ["重点事项及人员分工", "Key items and division of labour"],
  LEADERSHIP_GROUP: ["成立领导机构、建立工作机制", "Leadership group and mechanism"],
  WARNING_EDUCATION: ["全员安全警示教育", "All-staff warning education"],
  TRAINING: ["执法人员专题培训", "Training of enforcement staff"],
  PUBLICITY: ["标准宣传解读", "Publicity of the criteria"],
  SAFETY_MONTH: ["安全生产月活动", "Safety-month activity"],
  TOPICAL_STUDY: ["专题学习", "Topical study"],
  APPOINTMENT: ["设置安全机构或配备人员", "Appointment of a safety body or staff"],
  ASSESSMENT: ["纳入年度考核", "Counted in the yearly assessment"],
};

/** The kinds of activity that a campaign asks of a kind of organization; the server has the last word. */
export const ACTIVITY_KINDS_OF: Record<string, string[]> = {
  ENTERPRISE: ["STUDY", "WARNING_EDUCATION", "APPOINTMENT"],
  VILLAGE: ["MOBILISATION_MEETING", "LEADERSHIP_GROUP", "SAFETY_MONTH", "TOPICAL_STUDY"],
  UNIT: ["MOBILISATION_MEETING", "DIVISION_OF_LABOUR", "PUBLICITY", "TRAINING"],
  PARTY_OFFICE: ["ASSESSMENT"],
};

export const NOTICE_STATE: Words = {
  PENDING: ["待发送", "Pending"],
  GATHERED: ["已编入邮件", "In a mail being prepared"],
  SENT: ["已发送", "Sent"],
  FAILED: ["发送失败", "Not delivered"],
  CANCELLED: ["已取消", "Cancelled"],
};

export const AUDIENCE: Words = {
  RESPONSIBLE: ["责任人", "Responsible person"],
  HEAD: ["主要负责人", "Head"],
  VILLAGE: ["属地嘎查村社区", "Village of the enterprise"],
  REGULATOR: ["行业监管单位", "Regulator of the sector"],
  SAFETY_OFFICE: ["镇安委办", "Safety office"],
  DISCIPLINE_OFFICE: ["镇纪委监察办", "Discipline office"],
};

export const PROPOSAL: Words = {
  SUPERVISION: ["建议挂牌督办", "Supervised rectification proposed"],
  INTERVIEW: ["建议约谈", "Interview proposed"],
};

export const SECTOR: Words = {
  NON_COAL_MINING: ["非煤矿山", "Non-coal mining"],
  HAZARDOUS_CHEMICALS: ["危险化学品", "Hazardous chemicals"],
  FIREWORKS: ["烟花爆竹", "Fireworks"],
  SELF_BUILT_HOUSING: ["自建房", "Self-built housing"],
  TRANSPORT: ["交通运输", "Transport (road and rail)"],
  CONSTRUCTION: ["建筑施工", "Construction"],
  FIRE_SAFETY: ["消防", "Fire safety"],
  AGRICULTURAL_MACHINERY: ["农机", "Agricultural machinery"],
  GAS: ["燃气", "Gas"],
  INDUSTRY_AND_TRADE: ["工贸", "Industry and trade (scrap recycling included)"],
  NEW_BUSINESS_FORMS: ["新业态", "New business forms"],
};

/** The words for a code. A code that this page does not know yet is shown as it is, not hidden. */
export function wordFor(words: Words, code: string, language: Language): string {
  return words[code]?.[language === "zh" ? 0 : 1] ?? code;
}

/** The words of a list to choose from. */
export function optionsOf(words: Words, language: Language): { id: string; name: string }[] {
  return Object.keys(words).map((id) => ({ id, name: wordFor(words, id, language) }));
}
