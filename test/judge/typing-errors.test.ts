import { expect, test } from "vitest";
import { figuresOf } from "./judge.ts";
import { judgedWithTypingErrors } from "./typing-errors.ts";

/** Of what briefs find, so much is found if every third word is misspelt. */
const FOUND = 0.93;

test("typing errors hide little of what fits", async () => {
  const judged = await Promise.all([1, 2, 3].map(judgedWithTypingErrors));
  const clean = figuresOf(judged.flatMap((one) => one.clean));
  const misspelt = figuresOf(judged.flatMap((one) => one.misspelt));
  expect(misspelt.ndcg / clean.ndcg).toBeGreaterThan(FOUND);
});
