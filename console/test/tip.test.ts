/** The proof that a report by the public carries. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { leadingZeros, prove } from "../src/tip";

it("counts the zero bits at the front", () => {
  expect(leadingZeros(new Uint8Array([0x80]))).toBe(0);
  expect(leadingZeros(new Uint8Array([0x01, 0xff]))).toBe(7);
  expect(leadingZeros(new Uint8Array([0, 0x40]))).toBe(9);
  expect(leadingZeros(new Uint8Array([0, 0]))).toBe(16);
});

it("finds a number whose hash with the challenge begins with that many zero bits", async () => {
  const nonce = await prove("challenge", 12);
  expect(leadingZeros(createHash("sha256").update(`challenge${nonce}`).digest())).toBeGreaterThanOrEqual(12);
});
