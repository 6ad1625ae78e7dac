import { expect, test } from "vitest";
import {
  afterSync,
  blankSync,
  type CreativeSync,
  isToBeSent,
  outcomeOf,
  type RequestedCreatives,
  withAsked,
} from "./creative-sync.ts";

const NOW = new Date("2026-05-04T12:00:00Z");
const NOTHING: RequestedCreatives = {
  mediaBuyId: "s1",
  creatives: [],
  packages: [{ packageId: "p", creativeIds: [] }],
};
const asked = (name: string): RequestedCreatives => ({
  mediaBuyId: "s1",
  creatives: [{ creativeId: "c", name, manifest: {} }],
  packages: [{ packageId: "p", creativeIds: ["c"] }],
});
const blank = blankSync("mb", "cmp");
const done = (sync: CreativeSync) =>
  afterSync(sync, { kind: "answered", answer: { kind: "answered", answer: [] } }, NOW);
const silent = (sync: CreativeSync) => afterSync(sync, { kind: "again", message: "no answer", at: NOW }, NOW);

test("the same creatives keep their key until the seller has decided, and any others have a new one", () => {
  const first = { ...withAsked(blank, asked("a"), "key-1"), attempts: 1 };
  const again = withAsked(silent(first), asked("a"), "key-2");
  expect(again).toMatchObject({ executionKey: "key-1", attempts: 1 });
  const other = withAsked(silent(again), asked("b"), "key-3");
  expect(other).toMatchObject({ executionKey: "key-3", attempts: 0 });
  // Back to its earlier content: a seller that remembers the first key would do nothing if it were used again.
  expect(withAsked(done(other), asked("a"), "key-4")).toMatchObject({ executionKey: "key-4" });
});

test("a seller is sent an empty list only if it had something before, and the same content only while it has not decided", () => {
  expect(isToBeSent(blank, NOTHING)).toBe(false);
  expect(isToBeSent(blank, asked("a"))).toBe(true);
  const sent = withAsked(blank, asked("a"), "key-1");
  expect(isToBeSent(silent(sent), asked("a"))).toBe(true);
  expect(isToBeSent(done(sent), asked("a"))).toBe(false);
  expect(isToBeSent(done(sent), NOTHING)).toBe(true);
});

test("creatives that were sent in vain too often are not sent again until they change", () => {
  const sync = withAsked(blank, asked("a"), "key");
  const given = afterSync(sync, { kind: "given_up", message: "no answer" }, NOW);
  expect(given).toMatchObject({ state: "failed", error: "no answer" });
  expect(isToBeSent(given, asked("a"))).toBe(false);
  expect(isToBeSent(given, asked("b"))).toBe(true);
});

test("a refusal ends it unless it is temporary", () => {
  const sent = withAsked(blank, asked("a"), "key-1");
  const no = (recovery: "terminal" | "transient") =>
    outcomeOf({ kind: "refused", errors: [{ code: "NO", message: "not now", field: null, recovery }] });
  const refused = no("terminal");
  expect(refused.kind === "answered" && afterSync(sent, refused, NOW)).toMatchObject({
    state: "failed",
    error: "not now",
  });
  expect(no("transient")).toEqual({ kind: "unknown", message: "not now" });
});
