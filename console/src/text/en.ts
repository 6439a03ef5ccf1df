/** The English text of the console. */
import type { Text } from "./zh";

export const en: Text = {
  brand: "Redline",
  tagline:
    "Redline is the ledger and the clock of a safety campaign: it shows who must do what, by when, and whether it was done; what is overdue goes up the line until somebody acts.",
  switchTo: "中文",
  forDevelopers: "Query workbench (for developers)",
  login: {
    title: "Log in", name: "Login", password: "Password", submit: "Log in", busy: "Logging in…",
    refused: "The login or the password is wrong.", expired: "Your session has ended. Please log in again.",
  },
  logOut: "Log out",
  today: (day) => `Date: ${day}`,
  nav: { label: "Sections", obligations: "My obligations", overdue: "Overdue", compliance: "Compliance", hazards: "Hazards", mail: "Mail", system: "System" },
  trouble: {
    unreachable: "The server cannot be reached at the moment. Please check your connection and try again.",
    "logged-out": "Your session has ended. Please log in again.",
    refused: "You are not allowed to see this.",
    failed: "This did not work. Please try again later; if it keeps failing, contact your administrator.",
    retry: "Try again",
  },
  loading: "Loading…",
  oneObligation: "An obligation",
  notThere: "This is not there any more, or you may not see it.",
  more: "Show more",
  moreBusy: "Loading…",
  all: "All",
  obligations: {
    lead: (name) => `What ${name} must do, the earliest due date first.`,
    todo: "To do", done: "Done", everything: "All", filter: "Show", organization: "Organization",
    due: "Due", quotation: "The clause in the notice’s words", why: "Why", hazard: (description) => `Hazard: ${description}`,
    emptyTodo: "Nothing to do at the moment: everything has been done.", emptyDone: "Nothing has been done yet.", emptyAll: "This organization has no obligations at the moment.",
    noPosition: "You hold no position at the moment, so there are no obligations here.",
  },
  overdue: {
    lead: "Obligations not fulfilled by their due date, and hazards not rectified or accepted by their deadline.",
    hazards: "Overdue hazards", duties: "Overdue obligations", hazard: "Hazard", duty: "Obligation", organization: "Organization", grade: "Grade", state: "State",
    clause: "Clause", due: "Due", late: "Late by", order: "Order", byDue: "Earliest due date first", byOrganization: "By organization",
    noHazards: "No hazard is overdue.", noDuties: "No obligation is overdue: every organization is on time.",
  },
  compliance: {
    lead: "Of the obligations that have come due, how many were fulfilled on time.",
    groupBy: "Group by", asOf: "As of", groups: { VILLAGE: "Village or community", UNIT: "Secondary unit", SECTOR: "Sector", RULE: "Rule" },
    due: "Came due", fulfilled: "On time", late: "Late", overdue: "Overdue", excused: "Excused", rate: "Rate",
    empty: "No obligation had come due by this day.",
  },
  hazards: {
    lead: "Each hazard from its report until it is closed. Only a passed acceptance check closes a hazard.",
    grade: "Grade", state: "State", title: "Hazard", organization: "Organization", found: "Found", deadline: "Deadline", notClosed: "Not closed",
    timeline: "What happened", noTimeline: "Nothing has been recorded yet.",
    empty: "No hazard matches these filters.", ungraded: "Not graded yet",
  },
  mail: {
    lead: "Who was told of what, when, and how the mail reads.",
    show: "Show", everybodys: "Every notice that I may see", mine: "Notices to me",
    when: "Sent", recipient: "To", what: "What", state: "State", answer: "Mail server’s answer", notYet: "Not sent yet",
    as: (audience) => `Told as: ${audience}`, due: (day) => `(due ${day})`,
    read: "Read the mail", to: (address) => `To: ${address}`, gone: "This mail cannot be shown.",
    empty: "There are no notices yet.",
  },
  system: {
    lead: "Whether Redline itself is working.",
    alive: "Working: due dates are being checked and mail is being sent.",
    dead: "Not responding: due dates are not being checked and no mail is being sent. Please contact your administrator.",
    now: "System time", version: "Version", pending: "Notices waiting to be sent", queued: "Mails waiting to be delivered", failed: "Mails that could not be delivered",
    oldest: "Longest wait of anything due", waited: (seconds) => (seconds < 120 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} minutes`),
    workdays: "Working days", noWorkdays: (years) => `Not published for ${years.join(", ")}; Monday to Friday are assumed`,
    workers: "Workers", name: "Name", state: "State", started: "Started", cycle: "Last check", never: "Never yet",
    states: { ALIVE: "Working", STOPPED: "Stopped", SILENT: "Not responding" },
  },
};
