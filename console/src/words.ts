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
