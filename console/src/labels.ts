/** Small phrases made from numbers and codes, where the two languages differ in more than words. */
import type { Language } from "./language";

/** The noun of a count of days. */
export const DAYS = { zh: "天", one: "day", many: "days" };

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** How long is left until a due date, or how long ago it passed. The due date itself is still in time. */
export function daysLabel({ daysLeft, daysLate }: { daysLeft: number | null; daysLate: number | null }, language: Language): string | null {
  if (daysLate !== null) return language === "zh" ? `逾期 ${daysLate} 天` : `${countLabel(daysLate, DAYS, language)} late`;
  if (daysLeft === null) return null;
  if (daysLeft === 0) return language === "zh" ? "今天到期" : "Due today";
  return language === "zh" ? `还剩 ${daysLeft} 天` : `${countLabel(daysLeft, DAYS, language)} left`;
}

/** Clauses as the notice itself numbers them: `2.1.5` is 二（一）5. */
export function clauseLabel(clauses: string[], language: Language): string {
  if (clauses.length === 0) return "—";
  if (language === "en") return `${clauses.length > 1 ? "Clauses" : "Clause"} ${clauses.join(", ")}`;
  const one = (path: string) => {
    const [section, subsection, item] = path.split(".");
    const chinese = (number: string) => NUMERALS[Number(number)] ?? number;
    return `${chinese(section ?? "")}${subsection ? `（${chinese(subsection)}）` : ""}${item ?? ""}`;
  };
  return `方案${clauses.map(one).join("、")}`;
}

/** A rate between 0 and 1 as a whole percentage. Nothing due has no rate. Only a full rate reads 100 %. */
export function rateLabel(rate: number | null): string {
  return rate === null ? "—" : `${Math.floor(rate * 100 + 1e-9)}%`;
}

/** A count with its noun, which English inflects. */
export function countLabel(count: number, noun: { zh: string; one: string; many: string }, language: Language): string {
  return language === "zh" ? `${count} ${noun.zh}` : `${count} ${count === 1 ? noun.one : noun.many}`;
}
