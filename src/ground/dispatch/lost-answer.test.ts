import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS, SECOND_MS } from "../kernel/clock.ts";
import type { Capabilities } from "../seller-agent/port.ts";
import type { Recovery } from "../seller-agent/seller-error.ts";
import { isTransient, meaningOf, outcomeAfter, remembers } from "./lost-answer.ts";

const error = (code: string, recovery: Recovery = "correctable") => [{ code, message: "no", field: null, recovery }];

test("a refusal settles a request only if it concerns the request, or if none can have arrived", () => {
  expect(meaningOf(error("POLICY_VIOLATION"), false)).toBe("refused");
  expect(meaningOf(error("POLICY_VIOLATION"), true)).toBe("refused");
  expect(meaningOf(error("AUTH_REQUIRED"), false)).toBe("refused");
  expect(meaningOf(error("AUTH_REQUIRED"), true)).toBe("unknown");
  expect(meaningOf(error("IDEMPOTENCY_CONFLICT"), false)).toBe("unknown");
  expect(meaningOf([], true)).toBe("refused");
});

test("after a temporary error, the outcome is only certain if it was the first attempt and the seller says that it did nothing", () => {
  expect(meaningOf(error("RATE_LIMITED", "transient"), false)).toBe("not_taken");
  expect(meaningOf(error("RATE_LIMITED", "transient"), true)).toBe("unknown");
  expect(meaningOf(error("TIMEOUT", "transient"), false)).toBe("unknown");
  expect(meaningOf(error("SOMETHING_ELSE", "transient"), false)).toBe("unknown");
  const mixed = [...error("RATE_LIMITED", "transient"), ...error("POLICY_VIOLATION", "terminal")];
  expect([isTransient(mixed), meaningOf(mixed, false)]).toEqual([false, "refused"]);
});

test("a decisive answer is the answer, whatever happened before", () => {
  const answer = { kind: "submitted", taskId: "t", message: null } as const;
  expect(outcomeAfter(answer, true)).toEqual({ kind: "answered", answer });
  const rejected = { kind: "rejected", errors: error("RATE_LIMITED", "transient") } as const;
  expect(outcomeAfter(rejected, false)).toEqual({ kind: "not_taken", message: "no", response: rejected });
});

test("a key counts as remembered until ten minutes before it expires, in real time", () => {
  const seller = { idempotencyTtlSeconds: DAY_MS / SECOND_MS } as Capabilities;
  const sentAt = new Date("2026-05-04T12:00:00Z");
  expect(remembers(seller, sentAt, after(sentAt, DAY_MS - HOUR_MS))).toBe(true);
  expect(remembers(seller, sentAt, after(sentAt, DAY_MS - SECOND_MS))).toBe(false);
  expect(remembers({ ...seller, idempotencyTtlSeconds: null }, sentAt, sentAt)).toBe(false);
});
