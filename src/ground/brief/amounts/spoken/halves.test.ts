import { expect, test } from "vitest";
import { readBrief } from "../../read-brief.ts";

function ceilingOf(brief: string): string {
  return readBrief(brief)
    .chips.filter(({ kind }) => kind === "maxCpm")
    .map(({ value, currency }) => `${value} ${currency ?? "?"}`)
    .join();
}

test.each([
  ["no more than four and a half euros per thousand impressions.", "4.5 EUR"],
  ["nicht mehr als viereinhalb Euro pro tausend Kontakte", "4.5 EUR"],
  ["pas plus de quatre euros et demi les mille impressions.", "4.5 EUR"],
  ["CPM maximum quatre et demi", "4.5 ?"],
  ["no pago más de cuatro euros y medio por mil impresiones.", "4.5 EUR"],
  ["Massimo cinque euro e mezzo di CPM.", "5.5 EUR"],
  ["CPM massimo: cinque e mezzo.", "5.5 ?"],
  ["não pago mais do que quatro euros e meio por mil impressões.", "4.5 EUR"],
  ["niet meer dan vierenhalve euro per duizend vertoningen", "4.5 EUR"],
  ["nie więcej niż cztery i pół euro za tysiąc wyświetleń", "4.5 EUR"],
  ["لن ندفع أكثر من أربعة دولارات ونصف لكل ألف ظهور.", "4.5 USD"],
  ["لن ندفع أكثر من دولارين لكل ألف ظهور.", "2 USD"],
  ["لن ندفع أكثر من دينارين كويتيين لكل ألف ظهور.", "2 KWD"],
])("a half belongs to its number, and a dual is two: %s", (brief, ceiling) => {
  expect(ceilingOf(brief)).toBe(ceiling);
});

test("halves of other things change no price", () => {
  expect(ceilingOf("two and a half weeks of radio at a CPM of 12")).toBe("12 ?");
  expect(ceilingOf("dos meses y medio, CPM máximo 8")).toBe("8 ?");
});

test("the people behind a currency are no market", () => {
  const { chips } = readBrief("الميزانية 200 ألف ريال سعودي، على ألا تتجاوز تكلفة الألف ظهور 30 ريالاً سعودياً.");
  expect(chips.filter(({ kind }) => kind === "country")).toEqual([]);
});
