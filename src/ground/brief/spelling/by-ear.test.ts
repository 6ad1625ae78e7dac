import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const conceptsOf = (brief: string) =>
  readBrief(brief).chips.map(({ negated, concept }) => (negated ? `-${concept}` : concept));

test.each([
  ["Prestamo ipotecario", "Préstamo hipotecario"],
  ["Hotel en suisa", "Hotel en suiza"],
])("what is written by ear is read as what is meant: %s", (heard, meant) => {
  expect(conceptsOf(heard)).toEqual(conceptsOf(meant));
});

test("months have other names in some countries of a language", () => {
  const dates = (brief: string) => readBrief(brief).chips.filter(({ kind }) => kind === "date").length;
  expect([dates("Werbung im Jänner"), dates("Publicidad en setiembre")]).toEqual([1, 1]);
});

test("what something is compared with is not what is sought", () => {
  const seeksChildren = (brief: string) =>
    readBrief(brief).chips.some((chip) => chip.concept === "kids" && isFirm(chip));
  expect(["They seek a child", "They treat a dog like a child"].map(seeksChildren)).toEqual([true, false]);
});

test("what has been since then is not refused", () => {
  expect(conceptsOf("Have not slept since the birth, prams please").filter((one) => one.startsWith("-"))).toEqual([]);
});
