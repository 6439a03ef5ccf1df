import { describe, expect, it } from "vitest";
import { apartOf, placeOf } from "../src/parts/section";

describe("the place in the address", () => {
  it("is a section by its name, and the obligations otherwise", () => {
    expect(placeOf("#overdue")).toEqual({ section: "overdue", only: null });
    expect(placeOf("")).toEqual({ section: "obligations", only: null });
    expect(placeOf("#/nothing/x_1")).toEqual({ section: "obligations", only: null });
  });
  it("is the one thing that a mail's link leads to", () => {
    expect(placeOf("#/windows/window_01h10")).toEqual({ section: "obligations", only: "window_01h10" });
    expect(placeOf("#/hazards/hazard_01h10")).toEqual({ section: "hazards", only: "hazard_01h10" });
  });
  it("may be a page that needs no login, to which a mailed link leads with its code", () => {
    const code = `${"0a".repeat(16)}.${"1b".repeat(32)}`;
    expect(apartOf(`#/password/${code}`)).toEqual({ page: "password", code });
    expect([apartOf("#tip"), apartOf("#forgotten")]).toEqual([{ page: "tip" }, { page: "forgotten" }]);
    for (const hash of ["", "#overdue", "#account", "#/password", "#/password/"]) expect(apartOf(hash)).toBeNull();
  });
});
