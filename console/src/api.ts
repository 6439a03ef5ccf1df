/**
 * What the console asks of the API, and the shapes in which the views get it. All knowledge of the schema is in this
 * file and in the queries that it imports, so that a change of the schema is met in one place.
 */
import complianceQuery from "./queries/console/compliance.graphql?raw";
import hazardQuery from "./queries/console/hazard.graphql?raw";
import hazardsQuery from "./queries/console/hazards.graphql?raw";
import mailQuery from "./queries/console/mail.graphql?raw";
import noticesQuery from "./queries/console/notices.graphql?raw";
import overdueWindowsQuery from "./queries/console/overdue-windows.graphql?raw";
import systemStatusQuery from "./queries/console/system-status.graphql?raw";
import timelineQuery from "./queries/console/timeline.graphql?raw";
import viewerQuery from "./queries/console/viewer.graphql?raw";
import windowQuery from "./queries/console/window.graphql?raw";
import windowsQuery from "./queries/console/windows.graphql?raw";
import { codeOf, localeOf, type Language } from "./language";
import { known, request } from "./transport";

interface Connection<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number | null;
}

/** Some rows of a list, and from where it goes on. */
export interface Page<T> {
  rows: T[];
  total: number | null;
  next: string | null;
}

/** An organization in which the reader holds a position. */
export interface Seat {
  id: string;
  name: string;
  kind: string;
}

/** Who is logged in, and what day it is for the server, in which time zone. */
export interface Viewer {
  id: string;
  name: string;
  /** Whether a second factor has to be set up before anything else is shown. */
  owesSecondFactor: boolean;
  organizations: Seat[];
  today: string;
  zone: string;
}

/** What something is owed by. `title` is the rule's code where the rulebook no longer has the rule. */
interface Ruled {
  title: string;
  clauses: string[];
}

/** One period of a duty. */
export interface Window extends Ruled {
  id: string;
  status: string;
  dueOn: string;
  daysLeft: number | null;
  daysLate: number | null;
  ruleCode: string;
  quote: string | null;
  hazard: string | null;
  why: string[];
}

/** A period of a duty that is overdue. */
export interface OverdueWindow extends Ruled {
  id: string;
  organization: string | null;
  hazard: string | null;
  dueOn: string;
  daysLate: number | null;
}

/** In which order overdue duties stand. */
export type OverdueOrder = "DUE_ON_ASC" | "ORGANIZATION";

/** One line of the compliance table. `rate` is none where nothing has come due. */
export interface ComplianceRow {
  key: string;
  label: string;
  sector: string | null;
  due: number;
  fulfilled: number;
  late: number;
  overdue: number;
  excused: number;
  rate: number | null;
}

/** By what compliance can be grouped. */
export const COMPLIANCE_GROUPS = ["VILLAGE", "UNIT", "SECTOR", "RULE"] as const;
export type ComplianceGroup = (typeof COMPLIANCE_GROUPS)[number];

/** A hazard. The grade is none until somebody has graded it, the due date until there is one. */
export interface Hazard {
  id: string;
  description: string;
  location: string | null;
  grade: string | null;
  state: string;
  foundBy: string;
  foundOn: string;
  dueOn: string | null;
  daysLeft: number | null;
  daysLate: number | null;
  organization: string | null;
}

/** Which hazards. What is not given does not restrict. */
export interface HazardFilter {
  grade?: string;
  state?: string[];
  closed?: boolean;
  overdue?: boolean;
}

/** Something that happened to a hazard. */
export interface TimelineEntry {
  id: string;
  label: string;
  text: string | null;
  trueAt: string;
  actor: { name: string } | null;
}

/** A notice, and the mail that carried it, once there is one. */
export interface Notice {
  id: string;
  kind: string;
  state: string;
  audience: string | null;
  proposes: string | null;
  cancelledReason: string | null;
  organization: string | null;
  /** The title of the duty, or the hazard, that it is about. */
  about: string | null;
  dueOn: string | null;
  recipient: { name: string; role: string | null };
  mail: { id: string; sentAt: string | null; serverAnswer: string | null } | null;
}

/** A mail as it was sent. */
export interface Mail {
  address: string;
  subject: string;
  text: string;
}

/** A worker, and whether it lives. */
export interface Worker {
  name: string;
  version: string;
  alive: boolean;
  startedAt: string;
  lastCycleAt: string | null;
  stoppedAt: string | null;
}

/** Something that is wrong with the system. */
export interface Finding {
  code: string;
  level: "WARNING" | "CRITICAL";
  message: string;
  detail: string | null;
}

/** Whether the system works. The details are for the safety office alone. */
export interface SystemStatus {
  now: string;
  version: string;
  timezone: string;
  healthy: boolean;
  details: {
    pendingNotices: number;
    queuedMails: number;
    failedMails: number;
    oldestDueSeconds: number | null;
    unpublishedWorkdayYears: number[];
    findings: Finding[];
    workers: Worker[];
  } | null;
}

type RuleNode = { title: string; clauses: string[]; quote: string };

type WindowNode = Omit<Window, "title" | "clauses" | "quote" | "hazard" | "why"> & {
  rule: RuleNode | null;
  hazard: { description: string } | null;
  explain: { sentences: string[] } | null;
};

type HazardNode = Omit<Hazard, "organization"> & { organization: { name: string } | null };

function pageOf<T, R>({ nodes, totalCount, pageInfo }: Connection<T>, row: (node: T) => R): Page<R> {
  return { rows: nodes.map(row), total: totalCount, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

const nameOf = (organization: { name: string } | null) => organization?.name ?? null;

function windowOf({ rule, hazard, explain, ...window }: WindowNode): Window {
  return {
    ...window,
    title: rule?.title ?? window.ruleCode,
    clauses: rule?.clauses ?? [],
    quote: rule?.quote ?? null,
    hazard: hazard?.description ?? null,
    why: explain?.sentences ?? [],
  };
}

const hazardOf = ({ organization, ...hazard }: HazardNode): Hazard => ({ ...hazard, organization: nameOf(organization) });

/** The API in the reader's language. */
export function apiIn(reader: Language) {
  const language = codeOf(reader);
  const ask = <T>(query: string, variables: object = {}) => request<T>(query, variables, localeOf(reader));

  return {
    async viewer(): Promise<Viewer> {
      type Answer = {
        viewer: { person: { id: string; name: string }; owesSecondFactor: boolean; seats: { organization: Seat }[] } | null;
        systemStatus: { today: string; timezone: string };
      };
      const { viewer, systemStatus } = await known(ask<Answer>(viewerQuery));
      // Somebody may hold two positions in the same organization.
      const organizations = [...new Map(viewer.seats.map(({ organization }) => [organization.id, organization])).values()];
      const { person, owesSecondFactor } = viewer;
      return { ...person, owesSecondFactor, organizations, today: systemStatus.today, zone: systemStatus.timezone };
    },

    async windows(organization: string, status: string[] | null, after: string | null): Promise<Page<Window>> {
      const { windows } = await ask<{ windows: Connection<WindowNode> }>(windowsQuery, { organization, status, language, after });
      return pageOf(windows, windowOf);
    },

    /** One period of a duty, with whose it is; none if it is not there, or not to be seen. */
    async window(id: string): Promise<{ found: (Window & { organization: string | null }) | null }> {
      type Node = WindowNode & { organization: { name: string } | null };
      const { node } = await ask<{ node: Node | null }>(windowQuery, { id, language });
      if (node === null) return { found: null };
      const { organization, ...window } = node;
      return { found: { ...windowOf(window), organization: nameOf(organization) } };
    },

    /** One hazard; none if it is not there, or not to be seen. */
    async hazard(id: string): Promise<{ found: Hazard | null }> {
      const { hazard } = await ask<{ hazard: HazardNode | null }>(hazardQuery, { id });
      return { found: hazard && hazardOf(hazard) };
    },

    async overdueWindows(orderBy: OverdueOrder, after: string | null): Promise<Page<OverdueWindow>> {
      type Node = {
        id: string;
        dueOn: string;
        daysLate: number | null;
        ruleCode: string;
        rule: RuleNode | null;
        organization: { name: string } | null;
        hazard: { description: string } | null;
      };
      const { overdue } = await ask<{ overdue: { windows: Connection<Node> } }>(overdueWindowsQuery, { orderBy, language, after });
      return pageOf(overdue.windows, ({ id, dueOn, daysLate, ruleCode, rule, organization, hazard }) => ({
        id,
        dueOn,
        daysLate,
        title: rule?.title ?? ruleCode,
        clauses: rule?.clauses ?? [],
        organization: nameOf(organization),
        hazard: hazard?.description ?? null,
      }));
    },

    async compliance(groupBy: ComplianceGroup, asOf: string): Promise<ComplianceRow[]> {
      type Node = ComplianceRow & { rule: { code: string; title: string } | null };
      const { compliance } = await ask<{ compliance: Node[] }>(complianceQuery, { groupBy, asOf, language });
      return compliance.map(({ rule, ...row }) => ({ ...row, label: rule ? `${rule.code} ${rule.title}` : row.label }));
    },

    async hazards(filter: HazardFilter, orderBy: "FOUND_ON_DESC" | "DEADLINE_ON", after: string | null): Promise<Page<Hazard>> {
      const { hazards } = await ask<{ hazards: Connection<HazardNode> }>(hazardsQuery, { ...filter, orderBy, after });
      return pageOf(hazards, hazardOf);
    },

    async timeline(hazard: string): Promise<TimelineEntry[]> {
      return (await ask<{ hazard: { timeline: TimelineEntry[] } | null }>(timelineQuery, { hazard })).hazard?.timeline ?? [];
    },

    async notices(mine: boolean, after: string | null): Promise<Page<Notice>> {
      type Node = Omit<Notice, "organization" | "about" | "dueOn"> & {
        organization: { name: string } | null;
        window: { dueOn: string; ruleCode: string; rule: { title: string } | null } | null;
        hazard: { description: string } | null;
        about: string;
      };
      const { notices } = await ask<{ notices: Connection<Node> }>(noticesQuery, { mine: mine || null, language, after });
      return pageOf(notices, ({ organization, window, hazard, about, ...notice }) => ({
        ...notice,
        organization: nameOf(organization),
        // What is told in its own words names the organization itself.
        about: window ? window.rule?.title ?? window.ruleCode : hazard?.description ?? about.replace(`${nameOf(organization)}：`, "").replace(`${nameOf(organization)}: `, ""),
        dueOn: window?.dueOn ?? null,
      }));
    },

    async mail(id: string): Promise<Mail | null> {
      return (await ask<{ node: Mail | null }>(mailQuery, { id })).node;
    },

    async systemStatus(): Promise<SystemStatus> {
      return (await ask<{ systemStatus: SystemStatus }>(systemStatusQuery)).systemStatus;
    },
  };
}

export type Api = ReturnType<typeof apiIn>;
