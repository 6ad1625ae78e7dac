import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const topicsIn = (text: string) => readBrief(text).chips.map(({ concept }) => concept);

test.each([
  ["Ma collègue vous remercie.", "secondary-schools"],
  ["Nous cherchons des utilitaires électriques.", "utilities"],
  ["O Brasil não conta.", "fiction"],
  ["Il costo non deve salire.", "beach"],
  ["Les soins minéraux.", "geology"],
])("a common word is no form or misspelling of another: %s", (text, wrong) => {
  expect(topicsIn(text)).not.toContain(wrong);
});

test("a common word of the text's language hides no misspelt one", () => {
  expect(topicsIn("Bannières pour les amateurs de cuisne")).toContain("cooking");
});

test("a product's invented name is no subject, the word is one elsewhere", () => {
  expect(topicsIn("Lançamento do fone Zumbido")).not.toContain("hearing-aids");
  expect(topicsIn("Para quem sofre de zumbido no ouvido")).toContain("hearing-aids");
});

test("what writers say of their colleagues and of themselves is no firm subject", () => {
  const { chips } = readBrief("My colleague is on maternity leave and pregnancy suits her. We sell tents.");
  const certaintyOf = (concept: string) => chips.find((chip) => chip.concept === concept)?.certainty ?? 0;
  expect(certaintyOf("pregnancy")).toBeLessThan(0.4);
  expect(certaintyOf("camping")).toBeGreaterThan(0.9);
});
