import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { unitsOf } from "./units.ts";

const unitsIn = (brief: string) => unitsOf(readBrief(brief), brief);

test.each([
  ["Escola de parapente. Queremos praticantes com licença.", "topic:education", "topic:flying-hobby"],
  ["Manufacturer of kayaks. Where do paddlers read?", "topic:manufacturing", "topic:canoeing"],
])("how a writer deals with a subject counts less than the subject: %s", (brief, trade, subject) => {
  const units = unitsIn(brief);
  const [one, other] = [trade, subject].map((key) => units.find((unit) => unit.key === key));
  expect(one).toMatchObject({ isBesideSought: true });
  expect(other?.weight ?? 0).toBeGreaterThan(one?.weight ?? 1);
});

test("a subject that stands alone is the subject, whatever the firm is", () => {
  expect(
    unitsIn("Manufacturer seeks engineers").some(
      ({ isBesideSought, key }) => isBesideSought && key === "topic:manufacturing",
    ),
  ).toBe(false);
});

test("what a word means more finely does not make it a broader one", () => {
  const units = unitsIn("We sell wallboxes in spring");
  expect(units.filter(({ kind }) => kind === "topic").map(({ isBroader }) => isBroader)).toEqual([false]);
});
