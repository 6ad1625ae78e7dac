import { expect, test } from "vitest";
import { type Chip, isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";
import { withAlternatives } from "./alternatives.ts";

test('of media between which nothing stands but an "or", both are demanded', () => {
  const { chips } = readBrief("Private banking, Zürich und Genf, Vermögende ab 45, Display oder Podcast");
  const firm = chips.filter((chip) => chip.kind === "channel" && isFirm(chip));
  expect(firm.map(({ value }) => value).sort()).toEqual(["display", "podcast"]);
});

const TEXT = "radio or podcast and display";
function medium(value: string, certainty: number, more: Partial<Chip> = {}): Chip {
  const start = TEXT.indexOf(value);
  const span = { start, end: start + value.length };
  return { kind: "channel", value, concept: value, negated: false, span, certainty, ...more };
}

test("other words between them, and what is refused, leave them as they are", () => {
  const chips = [medium("podcast", 0.95), medium("display", 0.4)];
  expect(withAlternatives(chips, TEXT)).toEqual(chips);
  const refused = [medium("radio", 0.95, { negated: true }), medium("podcast", 0.4)];
  expect(withAlternatives(refused, TEXT)).toEqual(refused);
  const chance = medium("radio", 0.4, { chance: 0.5 });
  expect(withAlternatives([chance, medium("podcast", 0.95)], TEXT)[0]).toEqual(medium("radio", 0.95));
});
