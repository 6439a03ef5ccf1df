/** What people type into the large fields, one thing a line. */
import { describe, expect, it } from "vitest";
import { attendeesIn, dayIn, improvementsIn, linesOf } from "../src/lines";

it("skips blank lines and the blanks around the others", () => {
  expect(linesOf("  一号罐锈蚀 \r\n\n\t\n二号罐渗漏")).toEqual(["一号罐锈蚀", "二号罐渗漏"]);
  expect(linesOf("")).toEqual([]);
});

describe("who attended", () => {
  const one = (line: string) => attendeesIn(line).map(({ name, role }) => [name, role]);
  it("is a name and, if given, a role, after a blank or a comma", () => {
    expect(one("李强 操作工")).toEqual([["李强", "操作工"]]);
    expect(one("李强，操作工")).toEqual([["李强", "操作工"]]);
    expect(one("阿拉坦·其其格　班长")).toEqual([["阿拉坦·其其格", "班长"]]);
    expect(one("李强\t操作工")).toEqual([["李强", "操作工"]]);
    expect(one("李强")).toEqual([["李强", null]]);
  });
  it("has a Latin name whole, blanks and all", () => {
    expect(one("John Smith")).toEqual([["John Smith", null]]);
    expect(one("John Smith, shift leader")).toEqual([["John Smith", "shift leader"]]);
  });
  it("may be several names in a line, but a list of roles is one role", () => {
    expect(one("李强、王芳、赵六")).toEqual([["李强", null], ["王芳", null], ["赵六", null]]);
    expect(one("李强，班长、安全员")).toEqual([["李强", "班长、安全员"]]);
  });
  it("stands one a line", () => expect(one("李强 组长\n\n王芳 成员\n")).toEqual([["李强", "组长"], ["王芳", "成员"]]));
});

describe("what is to be improved", () => {
  const people = [{ id: "person_1", name: "李强" }, { id: "person_2", name: "王芳" }, { id: "person_3", name: "王芳" }];
  const one = (line: string) => improvementsIn(line, people);
  it("is what, who, by when", () => {
    const told = { description: "更换警铃电池", responsibleId: null, responsibleName: "赵六", dueOn: "2023-07-31" };
    expect(one("更换警铃电池，赵六，2023-07-31")).toEqual({ improvements: [told] });
    expect(one("更换警铃电池, 赵六, 2023年7月31日")).toEqual({ improvements: [told] });
    expect(one("更换警铃电池；赵六；2023/7/31")).toEqual({ improvements: [told] });
  });
  it("may have commas in what is to be done", () => {
    expect(one("补充沙袋、铁锹，放在门口，李强，2023-07-31")).toEqual({
      improvements: [{ description: "补充沙袋、铁锹，放在门口", responsibleId: "person_1", responsibleName: null, dueOn: "2023-07-31" }],
    });
  });
  it("names a person of the organization by the ledger, unless two have that name", () => {
    expect(one("通知李强，李强，2023-07-31")).toMatchObject({ improvements: [{ description: "通知李强", responsibleId: "person_1" }] });
    expect(one("清理通道，王芳，2023-07-31")).toMatchObject({ improvements: [{ responsibleId: null, responsibleName: "王芳" }] });
  });
  it("says which line does not say all three", () => {
    for (const line of ["清理通道", "清理通道，李强", "李强，2023-07-31", "清理通道，李强，月底前", "清理通道，李强，2023-02-30"]) {
      expect(one(`更换警铃，李强，2023-07-31\n${line}`)).toEqual({ unclear: line });
    }
  });
  it("may be nothing", () => expect(one(" \n")).toEqual({ improvements: [] }));
});

it("reads a day as people write it, and no day that there is not", () => {
  for (const day of ["2023-07-05", "2023-7-5", "2023/7/5", "2023.7.5", "2023年7月5日", " 2023年7月5日。"]) expect(dayIn(day)).toBe("2023-07-05");
  for (const day of ["2023-02-29", "2023-13-01", "7月5日", "20230705", "", "tomorrow"]) expect(dayIn(day)).toBeNull();
  expect(dayIn("2024-02-29")).toBe("2024-02-29");
});
