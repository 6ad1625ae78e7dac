import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const firmIn = (text: string) =>
  readBrief(text)
    .chips.filter((chip) => isFirm(chip) && !chip.negated)
    .map(({ concept }) => concept);

const LETTER =
  "Good morning and thanks for the quick answer. Before this, for thirty years, the firm made furniture. We are looking for people who keep bees. Kind regards from all of us.";

test("of a letter, only the sentence that says who is sought says it", () => {
  expect(firmIn(LETTER)).toContain("beekeeping");
  expect(firmIn(LETTER)).not.toContain("furniture");
});

test("a brief of one sentence has no background, nor a letter that says nowhere whom it seeks", () => {
  expect(firmIn("Furniture for people who keep bees")).toContain("furniture");
  expect(firmIn("Good morning. It is about furniture. The campaign starts soon. Kind regards.")).toContain("furniture");
});

test.each([
  "Tenemos vídeos de clientes, buscamos familias",
  "We have videos; reach families",
  "Die Videos sind fertig, wir suchen Familien",
])("what is at hand to be shown is no medium to book: %s", (text) => {
  expect(firmIn(text)).not.toContain("video-ads");
});
