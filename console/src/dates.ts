/**
 * Dates as people read them. A due date is a calendar day, never a moment, so it is not put through a time zone: a
 * reader abroad must see the same day as the office. Moments are shown in the office's zone for the same reason; the
 * server says which zone that is.
 */
import { localeOf, type Language } from "./language";

/** A calendar day, `2023-07-31`, in words: 2023年7月31日, 31 July 2023. */
export function dayInWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** A moment in words, to the minute, in the office's zone. */
export function momentInWords(moment: string, language: Language, zone: string): string {
  const time = new Intl.DateTimeFormat(localeOf(language), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  return `${dayInWords(dayOf(moment, zone), language)} ${time.format(new Date(moment))}`;
}

/** The calendar day on which a moment falls in the office's zone. */
export function dayOf(moment: string, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(moment));
}

/** The day that comes so many days after another. */
export function daysAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The last day of something that holds until a moment, which may be the very beginning of the day after. */
export function lastDayOf(end: string, zone: string): string {
  return dayOf(new Date(new Date(end).valueOf() - 1).toISOString(), zone);
}
