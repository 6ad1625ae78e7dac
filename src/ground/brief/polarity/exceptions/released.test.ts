import { expect, test } from "vitest";
import { readBrief } from "../../read-brief.ts";

function refusedIn(brief: string): string[] {
  return readBrief(brief).chips.flatMap(({ negated, concept }) => (negated ? [concept] : []));
}

test.each([
  "Our new cookbook is out in May.",
  "The film is out in the UK in June.",
  "The new album is out on Friday, for music fans.",
  "Our podcast is out on Monday.",
  "Our gardening magazine is out every Friday.",
  "Our electric car is out of stock.",
  "The kids are out of school.",
  "Our shop is out of town.",
  "The hiking season is out of the way.",
  "Das neue Videospiel ist raus.",
  "Unser Kochbuch ist raus.",
  "O nosso livro de cozinha está fora.",
])("what has come out, or is out of something, is not refused: %s", (brief) => {
  expect(refusedIn(brief)).toEqual([]);
});

test.each([
  ["Radio is out.", "radio"],
  ["Radio is out in June.", "radio"],
  ["The radio is out for us.", "radio"],
  ["Our client says radio is out.", "radio"],
  ["Our agency said gambling is out.", "gambling"],
  ["Radio is out of the question.", "radio"],
  ["Wine is out in Germany.", "wine"],
  ["Radio ist raus.", "radio"],
])("what is out of the plan is: %s", (brief, concept) => {
  expect(refusedIn(brief)).toContain(concept);
});
