import { afterEach, describe, expect, it, vi } from "vitest";
import { openPageOf, placeOf, takeOpenPage } from "../src/parts/section";

describe("the place in the address", () => {
  it("is a section by its name, and the obligations otherwise", () => {
    expect(placeOf("#overdue")).toEqual({ section: "overdue", only: null });
    expect(placeOf("")).toEqual({ section: "obligations", only: null });
    expect(placeOf("#/account")).toEqual({ section: "account", only: null });
    expect(placeOf("#/nothing/x_1")).toEqual({ section: "obligations", only: null });
  });
  it("is the one thing that a mail's link leads to", () => {
    expect(placeOf("#/windows/window_01h10")).toEqual({ section: "obligations", only: "window_01h10" });
    expect(placeOf("#/hazards/hazard_01h10")).toEqual({ section: "hazards", only: "hazard_01h10" });
  });
});

describe("a page that needs no login", () => {
  afterEach(() => vi.unstubAllGlobals());
  const code = "018f2c1e-0000-7000-8000-000000000001.9a_B-c";
  it("is known by its address", () => {
    expect(openPageOf("#tip")).toEqual({ page: "tip" });
    expect(openPageOf("#/password")).toEqual({ page: "forgotten" });
    expect(openPageOf(`#/password/${code}`)).toEqual({ page: "password", code });
    for (const hash of ["", "#obligations", "#/passwords/x", "#/account", "#/windows/window_1"]) expect(openPageOf(hash)).toBeNull();
  });
  it("takes the code of a link out of the address, and leaves other addresses alone", () => {
    const replaced: string[] = [];
    vi.stubGlobal("history", { state: null, replaceState: (_: unknown, __: string, to: string) => replaced.push(to) });
    vi.stubGlobal("location", { hash: `#/password/${code}` });
    expect(takeOpenPage()).toEqual({ page: "password", code });
    vi.stubGlobal("location", { hash: "#/password" });
    takeOpenPage();
    expect(replaced).toEqual(["#/password"]);
  });
});
