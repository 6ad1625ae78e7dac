import { expect, test } from "vitest";
import { conclusionOf } from "./reconciliation.ts";

test("a source has told everything if it lists what it is deciding on, or has always decided at once", () => {
  const conclude = (hasUndecided: boolean, atOnce: boolean) =>
    conclusionOf("Main", { kind: "listed", hasUndecided }, atOnce).state;
  expect([conclude(true, true), conclude(true, false), conclude(false, true)]).toEqual(Array(3).fill("COMPARED"));
  expect(conclude(false, false)).toBe("UNABLE");
});

test("a source that did not answer is asked again, and one that cannot list is left to people", () => {
  const message = "why";
  expect(conclusionOf("Main", { kind: "unanswered", message }, true)).toEqual({ state: "WAITING", message });
  expect(conclusionOf("Main", { kind: "unable", message }, true)).toEqual({ state: "UNABLE", message });
});
