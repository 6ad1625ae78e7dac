import { expect, test } from "vitest";
import type { Chip } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const nameOf = ({ kind, concept, value, negated }: Chip) =>
  `${negated ? "-" : ""}${kind === "maxCpm" ? `<${value}` : concept}`;
const read = (brief: string) => readBrief(brief).chips.map(nameOf);

test.each([
  ["max 25 euros and without sports", ["-sports", "<25"]],
  ["under 25 euros without sports", ["-sports", "<25"]],
  ["cheaper and without sports", ["-sports", "cheap"]],
  ["for women without news", ["-news", "women"]],
  ["für Frauen und ohne Sport", ["-sports", "women"]],
  ["moins cher et sans sport", ["-sports", "cheap"]],
  ["más barato y sin deportes", ["-sports", "cheap"]],
  ["massimo 25 euro e senza sport", ["-sports", "<25"]],
  ["máximo 25 euros e sem esporte", ["-sports", "<25"]],
  ["goedkoper en zonder sport", ["-sports", "cheap"]],
  ["maksymalnie 25 euro i bez sportu", ["-sports", "<25"]],
  ["بحد أقصى 25 يورو وبدون رياضة", ["-sports", "<25"]],
  ["in summer and without sports", ["-sports", "summer"]],
  ["younger and without sports", ["-sports"]],
  ["Hiking in Germany, max 25 euros and without sports", ["-sports", "<25", "DE", "hiking"]],
  ["moins de 20 euros et sans podcasts", ["-podcast", "<20"]],
  ["sans podcasts, moins de 20 euros", ["-podcast", "<20"]],
  ["à moins de 20 euros sans podcasts", ["-podcast", "<20"]],
  ["أقل من 20 يورو وبدون بودكاست", ["-podcast", "<20"]],
])("a price, a time or people before a without lack nothing, so it refuses: %s", (brief, chips) => {
  expect(read(brief).toSorted()).toEqual(chips);
});

test.each([
  "under 25 euros and without cooking",
  "moins de 20 euros et sans cuisine",
  "without sports and without cooking",
])("what is refused is no ware that somebody does without: %s", (brief) => {
  expect(read(brief)).toContain("-cooking");
  expect(read(brief)).not.toContain("meal-kit");
});

test.each([
  ["Vendemos cerveja a quem conduz, e nós sem munição", "-weapons"],
  ["Vendemos cerveja sem álcool a quem conduz", "-alcohol"],
])("goods and people lack something: %s", (brief, refused) => {
  expect(read(brief)).not.toContain(refused);
});

test.each([
  ["no sports and under 20 euros", ["-sports", "<20"]],
  ["not in Berlin and under 20 euros", ["-berlin", "<20"]],
  ["sans podcasts et pas plus de 20 euros", ["-podcast", "<20"]],
  ["sin pódcast y menos de 20 euros", ["-podcast", "<20"]],
  ["senza podcast e massimo 20 euro", ["-podcast", "<20"]],
  ["sem podcasts e abaixo de 20 euros", ["-podcast", "<20"]],
  ["بدون بودكاست وبحد أقصى 20 يورو", ["-podcast", "<20"]],
  ["no CPM over 20 euros", ["<20"]],
  ["no sites over 20 euros CPM", ["<20", "website"]],
])("a bound behind an and is not turned round by what refuses something else: %s", (brief, chips) => {
  expect(read(brief).toSorted()).toEqual(chips);
});

test.each([
  ["more display", "display"],
  ["display também", "display"],
  ["ディスプレイも", "display"],
  ["ディスプレイも追加して", "display"],
  ["ラジオも", "radio"],
  ["المزيد من الراديو", "radio"],
])("what is asked for as well is not refused: %s", (brief, channel) => {
  expect(read(brief)).toEqual([channel]);
});

test.each([
  ["no more display", "-display"],
  ["ラジオもいらない", "-radio"],
  ["ラジオも不要", "-radio"],
])("nor is what is refused asked for: %s", (brief, channel) => {
  expect(read(brief)).toEqual([channel]);
});

test("more of a medium behind an and is not refused with what is before it", () => {
  expect(read("no news and more podcasts")).toEqual(["-news", "podcast"]);
});
