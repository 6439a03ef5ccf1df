import { describe, expect, it } from "vitest";
import { dayInWords, dayOf, daysAfter, lastDayOf, momentInWords } from "../src/dates";

const OFFICE = "Asia/Shanghai";

describe("a calendar day", () => {
  it("reads as people write it", () => {
    expect(dayInWords("2023-07-31", "zh")).toBe("2023年7月31日");
    expect(dayInWords("2023-07-31", "en")).toBe("31 July 2023");
  });
  it("comes so many days after another, over the ends of months and years", () => {
    expect(daysAfter("2023-07-31", 1)).toBe("2023-08-01");
    expect(daysAfter("2023-12-31", 366)).toBe("2024-12-31");
  });
  it("is the last one of what ends at the office's midnight", () => {
    expect(lastDayOf("2023-07-31T16:00:00Z", OFFICE)).toBe("2023-07-31");
    expect(lastDayOf("2023-07-31T15:59:59Z", OFFICE)).toBe("2023-07-31");
  });
});

describe("a moment", () => {
  it("belongs to the office's day, on both sides of its midnight", () => {
    expect(dayOf("2023-07-31T15:59:59Z", OFFICE)).toBe("2023-07-31");
    expect(dayOf("2023-07-31T16:00:00Z", OFFICE)).toBe("2023-08-01");
  });
  it("reads in the office's time", () => {
    expect(momentInWords("2023-07-31T16:05:00Z", "zh", OFFICE)).toBe("2023年8月1日 00:05");
    expect(momentInWords("2023-07-31T01:30:00+00:00", "en", OFFICE)).toBe("31 July 2023 09:30");
  });
});
