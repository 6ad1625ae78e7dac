import { expect, test } from "vitest";
import { operations } from "../../../main/areas.ts";
import { answerQuestion } from "./answer-question.ts";
import { openGuide } from "./guide.ts";
import { QUESTIONS } from "./questions.fixture.ts";

const keyed = operations.filter(({ access }) => access !== "public");
const guides = { buyer: openGuide("buyer", keyed), storefront: openGuide("storefront", keyed) };
const asked = Object.entries(QUESTIONS).flatMap(([language, questions]) =>
  questions.map((question) => [language, ...question] as const),
);

test("there are sixty questions, in five languages", () => {
  expect([asked.length, new Set(asked.map(([language]) => language)).size]).toEqual([60, 5]);
});

test.each(asked)("%s, %s: %s finds %s", (_, side, question, operation) => {
  expect(answerQuestion(guides[side], question).capabilities[0]?.op.id).toBe(operation);
});
