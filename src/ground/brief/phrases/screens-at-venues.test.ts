import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const demanded = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && !chip.negated && isFirm(chip))
    .map(({ value }) => value);

test.each([
  "Un museo: schermi in aeroporto e in stazione",
  "Telas em academias para uma marca de água",
  "Des écrans dans les pharmacies",
  "Wartezimmer-Screens und Apotheken-TV für eine Grippeimpfung",
])("screens of which the place is said are out of home, and demanded: %s", (brief) => {
  expect(demanded(brief)).toEqual(["dooh"]);
});

test("screens of which it is not said are not", () => {
  expect(demanded("Schermi protettivi per telefoni, famiglie")).toEqual([]);
});
