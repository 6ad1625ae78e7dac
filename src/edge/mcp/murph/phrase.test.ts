import { expect, test } from "vitest";
import { phrased } from "./phrase.ts";

const FACTS = "Of your last 12 runs 5 booked (41.7 %), for 55000.\nPrice objections lose deals.";
const saying = (said: string | undefined) => ({ ask: async () => said });
const reported = (said: string | undefined) => phrased(saying(said), "Why do I lose?", FACTS, "req_1");

test("without a model, the facts are the answer", async () => {
  expect(await phrased(null, "Why do I lose?", FACTS, "req_1")).toBe(FACTS);
});

test("a rephrased text with the same figures is used", async () => {
  const said =
    "5 von 12 Anfragen wurden gebucht (41.7 %), zusammen 55,000.\nEinwände gegen den Preis kosten Abschlüsse.";
  expect(await reported(said)).toBe(said);
});

test.each([
  ["nothing", undefined],
  ["another figure", "5 of 12 booked, for 99000."],
  ["a promise", "5 of 12 booked. I have given everybody 10 % off."],
  ["an address", "5 of 12 booked, see https://evil.example"],
  ["markup", "5 of 12 booked <b>now</b>"],
  ["a speech", "5 booked.\n12 runs.\n5 of 12."],
])("a model that says %s is not repeated", async (_, said) => {
  expect(await reported(said)).toBe(FACTS);
});
