import { expect, test } from "vitest";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type Asked, afterSync, beginSync, blankSync, type CreativeSync, isToBeSent } from "./creative-sync.ts";

const NOW = new Date("2026-05-04T12:00:00Z");
const LEASE = after(NOW, MINUTE_MS);
const NOTHING: Asked = { mediaBuyId: "s1", creatives: [], packages: [{ packageId: "p", creativeIds: [] }] };
const asked = (name: string): Asked => ({
  mediaBuyId: "s1",
  creatives: [{ creativeId: "c", name, manifest: {} }],
  packages: [{ packageId: "p", creativeIds: ["c"] }],
});
const blank = blankSync("mb", "cmp");
const done = (sync: CreativeSync) => afterSync(sync, sync, { kind: "answered", answer: [] }, NOW);
const silent = (sync: CreativeSync) => afterSync(sync, sync, { kind: "silence", message: "no answer" }, NOW);

test("the same creatives keep their key until the seller has decided, and any others have a new one", () => {
  const first = beginSync(blank, asked("a"), "key-1", LEASE);
  const again = beginSync(silent(first), asked("a"), "key-2", LEASE);
  expect(again).toMatchObject({ executionKey: "key-1", attempts: 2 });
  const other = beginSync(silent(again), asked("b"), "key-3", LEASE);
  expect(other).toMatchObject({ executionKey: "key-3", attempts: 1 });
  // Back to what it showed before: a seller that remembers the first key would do nothing under it.
  expect(beginSync(done(other), asked("a"), "key-4", LEASE)).toMatchObject({ executionKey: "key-4" });
});

test("a seller is told of nothing only after it was given something, and of the same only while it has not decided", () => {
  expect(isToBeSent(blank, NOTHING)).toBe(false);
  expect(isToBeSent(blank, asked("a"))).toBe(true);
  const sent = beginSync(blank, asked("a"), "key-1", LEASE);
  expect(isToBeSent(silent(sent), asked("a"))).toBe(true);
  expect(isToBeSent(done(sent), asked("a"))).toBe(false);
  expect(isToBeSent(done(sent), NOTHING)).toBe(true);
});

test("what was asked in vain too often waits for other creatives", () => {
  let sync = blank;
  for (let attempt = 0; attempt < 8; attempt++) sync = silent(beginSync(sync, asked("a"), "key", LEASE));
  const given = beginSync(sync, asked("a"), "key", LEASE);
  expect(given).toMatchObject({ state: "failed", error: "no answer", leaseUntil: null });
  expect(isToBeSent(given, asked("a"))).toBe(false);
  expect(isToBeSent(given, asked("b"))).toBe(true);
});

test("a refusal ends it unless it passes by itself, and an answer to an older request changes nothing", () => {
  const sent = beginSync(blank, asked("a"), "key-1", LEASE);
  const no = (recovery: "terminal" | "transient") => {
    const errors = [{ code: "NO", message: "not now", field: null, recovery }];
    return afterSync(sent, sent, { kind: "refused", errors }, NOW);
  };
  expect(no("terminal")).toMatchObject({ state: "failed", error: "not now" });
  expect(no("transient")).toMatchObject({ state: "open", error: "not now", leaseUntil: null });
  const newer = beginSync(done(sent), asked("b"), "key-2", LEASE);
  expect(afterSync(newer, sent, { kind: "answered", answer: [] }, NOW)).toBe(newer);
});
