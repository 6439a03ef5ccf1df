/**
 * Filing records from the page, above all from a phone: what the forms offer to choose from, photographs made small before
 * they are sent, and the sending itself. A record carries a name of its own, so that sending it again after a lost
 * connection never makes two of it.
 */
import groundQuery from "./queries/console/file-ground.graphql?raw";
import contractsQuery from "./queries/console/contracts-in-force.graphql?raw";
import drillsQuery from "./queries/console/drills-without-review.graphql?raw";
import organizationsQuery from "./queries/console/organizations.graphql?raw";
import { localeOf, type Language } from "./language";
import { everyPage, type PageOf } from "./pages";
import { request, RequestError } from "./transport";

/** Something to choose. */
export interface Option {
  id: string;
  name: string;
  /** Under which heading it stands, where there are several. */
  group?: string;
}

/** An organization to choose. */
export interface Organization extends Option {
  kind: string;
}

/** What the forms of one organization offer. */
export interface Ground {
  kind: string;
  people: Option[];
  /** Who holds the position of head today; the forms begin with that person. */
  head: string | null;
  /** The organizations that it watches over. */
  organizations: Organization[];
  alerts: Option[];
  keyPeriods: (Option & { from: string; until: string })[];
}

/** Why a record was not taken: the field at fault, if it is one, and the server's sentence. */
export interface Refusal {
  field: string | null;
  message: string;
}

/** What came of sending something: the identifier of the record, or why it was refused. */
export type Outcome = { id: string } | { refusals: Refusal[] };

interface GroundAnswer {
  organization: { kind: string; memberships: { position: string; until: string | null; person: Option | null }[] } | null;
  alerts: { nodes: { id: string; title: string }[] };
  keyPeriods: { nodes: (Option & { from: string; until: string })[] };
}

/** Which kinds of organizations an organization of a kind watches over. */
const WATCHED: Record<string, string[]> = {
  VILLAGE: ["ENTERPRISE"],
  UNIT: ["ENTERPRISE"],
  SAFETY_OFFICE: ["ENTERPRISE", "VILLAGE", "UNIT"],
  DISCIPLINE_OFFICE: ["ENTERPRISE", "VILLAGE", "UNIT"],
};

/** What the forms of an organization offer to choose from, on a day. */
export async function ground(organization: string, today: string, language: Language): Promise<Ground> {
  const answer = await request<GroundAnswer>(groundQuery, { organization }, localeOf(language));
  const kind = answer.organization?.kind ?? "";
  const seated = (answer.organization?.memberships ?? []).filter(({ until }) => until === null || until > today);
  const people = [...new Map(seated.flatMap(({ person }) => (person === null ? [] : [[person.id, person]]))).values()];
  return {
    kind,
    people,
    head: seated.find(({ position }) => position === "HEAD")?.person?.id ?? null,
    organizations: await organizations(WATCHED[kind] ?? [], language),
    alerts: answer.alerts.nodes.map(({ id, title }) => ({ id, name: title })),
    keyPeriods: answer.keyPeriods.nodes,
  };
}

/** The organizations of some kinds that one may see and that are not closed, kind after kind. */
async function organizations(kinds: string[], language: Language): Promise<Organization[]> {
  type Answer = { organizations: PageOf<Organization> };
  const load = (kind: string) => everyPage(async (after) => (await request<Answer>(organizationsQuery, { kind, after }, localeOf(language))).organizations);
  return (await Promise.all(kinds.map(load))).flat();
}

/** The contracts of an organization that were in force on a day. */
export async function contractsInForce(organization: string, day: string, language: Language): Promise<Option[]> {
  type Answer = { contracts: PageOf<{ id: string; partyName: string; work: string }> };
  const load = async (after: string | null) => (await request<Answer>(contractsQuery, { organization, day, after }, localeOf(language))).contracts;
  return (await everyPage(load)).map(({ id, partyName, work }) => ({ id, name: `${partyName} · ${work}` }));
}

/** The drills of an organization that have no review yet. */
export async function drillsWithoutReview(organization: string, language: Language): Promise<(Option & { occurredOn: string })[]> {
  type Answer = { drills: PageOf<{ id: string; title: string; occurredOn: string }> };
  const load = async (after: string | null) => (await request<Answer>(drillsQuery, { organization, after }, localeOf(language))).drills;
  return (await everyPage(load)).map(({ id, title, occurredOn }) => ({ id, name: title, occurredOn }));
}

/** Sends one change. */
export async function send(mutation: string, input: object, language: Language): Promise<Outcome> {
  type Answer = { outcome: { record: { id: string } | null; userErrors: Refusal[] } };
  const { outcome } = await request<Answer>(mutation, { input }, localeOf(language));
  return outcome.record === null || outcome.userErrors.length > 0 ? { refusals: outcome.userErrors } : { id: outcome.record.id };
}

/** A name for one record, by which the server knows it again. */
export function newRequestId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The longer edge of a photograph as it is sent, in pixels: enough to see a gauge, small enough for a weak network. */
const LONGEST_EDGE = 1600;

/** Makes a photograph small. What the browser cannot draw is sent as it is, and the server says what it thinks of it. */
async function small(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), "image/jpeg", 0.8));
  } catch {
    return file;
  }
}

/** Uploads a photograph for an organization. Answers its identifier, or why it was refused. */
export async function upload(file: File, organization: string, language: Language): Promise<Outcome> {
  const name = encodeURIComponent(file.name || "photo.jpg");
  let response: Response;
  try {
    response = await fetch(`/attachments?organization=${organization}&name=${name}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/octet-stream", "accept-language": localeOf(language) },
      body: await small(file),
    });
  } catch {
    throw new RequestError("unreachable");
  }
  const answer = (await response.json().catch(() => ({}))) as { id?: string; errors?: { message: string }[] };
  if (answer.id !== undefined) return { id: answer.id };
  return { refusals: (answer.errors ?? [{ message: file.name }]).map(({ message }) => ({ field: "photoIds", message })) };
}
