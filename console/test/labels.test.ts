import { describe, expect, it } from "vitest";
import { clauseLabel, countLabel, daysLabel, rateLabel } from "../src/labels";
import { WINDOW_STATUS, wordFor } from "../src/words";

describe("the days until a due date", () => {
  const left = (daysLeft: number) => ({ daysLeft, daysLate: null });
  const late = (daysLate: number) => ({ daysLeft: null, daysLate });
  it("count down to the day itself, which is still in time, and then up", () => {
    const days = [left(2), left(1), left(0), late(1), late(3)];
    expect(days.map((day) => daysLabel(day, "zh"))).toEqual(["还剩 2 天", "还剩 1 天", "今天到期", "逾期 1 天", "逾期 3 天"]);
    expect(days.map((day) => daysLabel(day, "en"))).toEqual(["2 days left", "1 day left", "Due today", "1 day late", "3 days late"]);
  });
  it("are not told of what is done", () => expect(daysLabel({ daysLeft: null, daysLate: null }, "en")).toBeNull());
});

describe("a clause", () => {
  it("is numbered as in the notice", () => {
    expect(clauseLabel(["2.1.5"], "zh")).toBe("方案二（一）5");
    expect(clauseLabel(["3.2"], "zh")).toBe("方案三（二）");
    expect(clauseLabel(["3"], "zh")).toBe("方案三");
    expect(clauseLabel(["2.3.2", "3.1"], "zh")).toBe("方案二（三）2、三（一）");
    expect(clauseLabel(["2.1.5"], "en")).toBe("Clause 2.1.5");
    expect(clauseLabel(["2.3.2", "3.1"], "en")).toBe("Clauses 2.3.2, 3.1");
  });
  it("is a dash where there is none", () => expect(clauseLabel([], "zh")).toBe("—"));
});

describe("a rate", () => {
  it("is never rounded up to a whole that it is not", () => {
    expect(rateLabel(1)).toBe("100%");
    expect(rateLabel(0.999)).toBe("99%");
    expect(rateLabel(0.29)).toBe("29%");
    expect(rateLabel(0)).toBe("0%");
  });
  it("is absent where nothing has come due", () => expect(rateLabel(null)).toBe("—"));
});

describe("a count", () => {
  const item = { zh: "项", one: "item", many: "items" };
  it("inflects its noun in English", () => {
    expect([0, 1, 2].map((count) => countLabel(count, item, "en"))).toEqual(["0 items", "1 item", "2 items"]);
    expect(countLabel(1, item, "zh")).toBe("1 项");
  });
});

describe("a code", () => {
  it("has its word in both languages, and shows itself if it is unknown", () => {
    expect(wordFor(WINDOW_STATUS, "OVERDUE", "zh")).toBe("已逾期");
    expect(wordFor(WINDOW_STATUS, "OVERDUE", "en")).toBe("Overdue");
    expect(wordFor(WINDOW_STATUS, "NEW_ONE", "en")).toBe("NEW_ONE");
  });
});
