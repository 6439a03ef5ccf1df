/** A status as a small coloured word. The colour repeats what the word says; it is never the only sign. */
const TONES: Record<string, "good" | "warn" | "bad" | "calm"> = {
  FULFILLED: "good", CLOSED: "good", FIXED_ON_SPOT: "good", SENT: "good", ALIVE: "good",
  DUE_SOON: "warn", FULFILLED_LATE: "warn", AWAITING_ACCEPTANCE: "warn", PENDING: "warn", GATHERED: "warn", WARNING: "warn",
  OVERDUE: "bad", MAJOR: "bad", FAILED: "bad", SILENT: "bad", CRITICAL: "bad",
};

export function Chip({ code, word }: { code: string; word: string }) {
  return <span class={`chip ${TONES[code] ?? "calm"}`}>{word}</span>;
}
