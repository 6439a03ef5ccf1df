/** The Chinese text of the console. It is the model: the English text has the same entries. */
export const zh = {
  brand: "红线 Redline",
  tagline: "红线是安全生产专项行动的台账和时钟：谁该做什么、何时到期、做没做到，一目了然；逾期未办的，逐级催办，直到有人处理。",
  switchTo: "English",
  forDevelopers: "接口查询台（开发人员）",
  login: {
    title: "登录", name: "登录名", password: "密码", submit: "登录", busy: "正在登录…",
    refused: "登录名或密码不正确。", expired: "登录已失效，请重新登录。",
  },
  logOut: "退出登录",
  today: (day: string) => `系统日期：${day}`,
  nav: { label: "栏目", obligations: "我的履职", overdue: "逾期", compliance: "履职率", hazards: "隐患", mail: "通知", system: "系统" },
  trouble: {
    unreachable: "暂时连不上服务器，请检查网络后重试。",
    "logged-out": "登录已失效，请重新登录。",
    refused: "您没有查看这项内容的权限。",
    failed: "这次查询没有成功，请稍后重试；如果一直这样，请联系管理员。",
    retry: "重试",
  },
  loading: "正在加载…",
  more: "显示更多",
  moreBusy: "正在加载…",
  all: "全部",
  obligations: {
    lead: (name: string) => `${name}应当履行的职责，按到期先后排列。`,
    todo: "待办", done: "已完成", everything: "全部", filter: "显示", organization: "单位",
    due: "到期日", quotation: "条款原文", why: "为什么", hazard: (description: string) => `隐患：${description}`,
    emptyTodo: "目前没有待办的职责，都做到了。", emptyDone: "还没有已完成的职责。", emptyAll: "这个单位目前没有职责。",
    noPosition: "您目前没有任职，所以这里没有职责。",
  },
  overdue: {
    lead: "已过到期日仍未完成的职责，和已过期限仍未整改或验收的隐患。",
    hazards: "逾期隐患", duties: "逾期职责", hazard: "隐患", duty: "职责", organization: "单位", grade: "级别", state: "状态",
    clause: "依据", due: "到期日", late: "逾期", order: "排序", byDue: "先到期的在前", byOrganization: "按单位",
    noHazards: "没有逾期的隐患。", noDuties: "没有逾期的职责，各单位都按期做到了。",
  },
  compliance: {
    lead: "到期的职责中，按期完成的占多大比例。",
    groupBy: "分组", asOf: "截至日期", groups: { VILLAGE: "嘎查村社区", UNIT: "二级单位", SECTOR: "行业领域", RULE: "条款" },
    due: "应完成", fulfilled: "按期完成", late: "逾期完成", overdue: "逾期未完成", excused: "免除", rate: "履职率",
    empty: "截至这一天，还没有到期的职责。",
  },
  hazards: {
    lead: "隐患从上报到销号的全过程。只有验收通过才能销号。",
    grade: "级别", state: "状态", title: "隐患", organization: "单位", found: "发现", deadline: "期限", notClosed: "未销号",
    timeline: "办理经过", noTimeline: "还没有办理记录。",
    empty: "没有符合条件的隐患。", ungraded: "待判定",
  },
  mail: {
    lead: "什么事、在什么时候、通知了谁，邮件是怎么写的。",
    show: "显示", everybodys: "我能看到的全部通知", mine: "发给我的通知",
    when: "发出时间", recipient: "收件人", what: "内容", state: "状态", answer: "邮件服务器的答复", notYet: "尚未发出",
    as: (audience: string) => `通知对象：${audience}`, due: (day: string) => `（${day}到期）`,
    read: "查看邮件", to: (address: string) => `收件地址：${address}`, gone: "看不到这封邮件。",
    empty: "还没有通知。",
  },
  system: {
    lead: "红线自身是否正常工作。",
    alive: "后台正常：到期检查和邮件投递正在进行。", dead: "后台没有响应：到期检查和邮件投递已停止，请联系管理员。",
    now: "系统时间", version: "版本", pending: "待发送的通知", queued: "待投递的邮件", failed: "投递失败的邮件",
    oldest: "最久的待办事项已等待", waited: (seconds: number) => (seconds < 120 ? `${seconds} 秒` : `${Math.floor(seconds / 60)} 分钟`),
    workdays: "工作日安排", noWorkdays: (years: number[]) => `${years.join("、")}年的安排尚未录入，暂按周一至周五计算`,
    workers: "后台程序", name: "名称", state: "状态", started: "启动时间", cycle: "最近一轮检查", never: "还没有过",
    states: { ALIVE: "正在工作", STOPPED: "已停止", SILENT: "没有响应" },
  },
};

export type Text = typeof zh;
