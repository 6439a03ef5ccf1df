/**
 * What people type into the large fields of the forms, one thing a line: who attended, what is to be improved, what is wrong.
 * Blank lines are skipped; Chinese and Latin commas count alike.
 */
import type { Option } from "./filing";

/** Somebody who attended. */
export interface Attendee {
  name: string;
  role: string | null;
}

/** Something that is to be improved, by whom and by when. */
export interface Improvement {
  description: string;
  responsibleId: string | null;
  responsibleName: string | null;
  dueOn: string;
}

/** The lines that say something. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
}

/**
 * Who attended: `姓名 身份` or `name, role`. A name in Latin letters has blanks in it, so its role stands after a comma. Names
 * alone may stand in one line, with 、 between them.
 */
export function attendeesIn(text: string): Attendee[] {
  return linesOf(text).flatMap((line) => {
    if (/^[^\s,，]+、[^\s,，]+$/.test(line)) return line.split("、").filter(Boolean).map((name) => ({ name, role: null }));
    const [, name = line, role = ""] = /^(.*?)\s*[,，\t]\s*(.*)$/.exec(line) ?? /^(\p{Script=Han}[\p{Script=Han}·]*)\s+(.*)$/u.exec(line) ?? [];
    return [{ name, role: role || null }];
  });
}

/**
 * What is to be improved: `what, who, by when`. Whoever alone is known by that name is meant. Where a line does not say all
 * three, the answer is that line.
 */
export function improvementsIn(text: string, people: Option[]): { improvements: Improvement[] } | { unclear: string } {
  const improvements: Improvement[] = [];
  for (const line of linesOf(text)) {
    const parts = line.split(/\s*[,，;；\t]\s*/).filter(Boolean);
    const dueOn = dayIn(parts.pop() ?? "");
    const responsible = parts.pop() ?? "";
    // What is to be done may have commas in it itself, so it is taken from the line as it stands.
    const description = line.slice(0, line.lastIndexOf(responsible)).replace(/[\s,，;；]+$/, "");
    if (dueOn === null || responsible === "" || description === "") return { unclear: line };
    const known = people.filter(({ name }) => name === responsible);
    const responsibleId = known.length === 1 ? known[0]!.id : null;
    improvements.push({ description, responsibleId, responsibleName: responsibleId === null ? responsible : null, dueOn });
  }
  return { improvements };
}

/** A calendar day as people write it: 2023-07-31, 2023/7/31, 2023.7.31, 2023年7月31日. */
export function dayIn(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?[。.]?$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(iso) ? iso : null;
}
