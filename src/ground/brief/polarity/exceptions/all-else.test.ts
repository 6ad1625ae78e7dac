import { expect, test } from "vitest";
import { firmDemandsOf } from "../../firm-demands.fixture.ts";

test.each([
  "Radio for a cleaner; anything else is out.",
  "Was kostet uns Radio? Etwas anderes kommt nicht infrage.",
  "Radio, mehr brauchen wir nicht.",
  "Radio bis 60, drüber ist Schluss.",
  "La radio, autre chose ne nous intéresse pas.",
  "Queremos radio; otra cosa no nos interesa.",
  "Solo radio: altro non ci serve.",
  "Queremos rádio, outra coisa não nos interessa.",
  "Wat is er aan radio? Iets anders hoeft niet.",
  "Radio in de ochtend, meer hoeft niet.",
  "Reklama w radiu, inne formy odpadają.",
  "لا نريد إلا الراديو.",
  "لا نقبل إلا الراديو.",
  "فلا يناسبنا سوى الراديو.",
])("what is refused is all else: %s", (brief) => {
  const demands = firmDemandsOf(brief);
  expect(demands).toContain("radio");
  expect(demands).not.toContain("-radio");
});

test.each([
  "Meer radio hoeft niet.",
  "Mehr Radio brauchen wir nicht.",
  "Podcasts ja, Radio brauchen wir nicht.",
  "لا نريد الراديو.",
  "كل شيء إلا الراديو.",
])("what a clause names itself is refused: %s", (brief) => {
  expect(firmDemandsOf(brief)).toContain("-radio");
});

test("a list that is closed keeps all of its items", () => {
  expect(firmDemandsOf("We need search and retail media for a denture cleaner, nothing else this quarter.")).toEqual([
    "retail_media",
    "search",
  ]);
});

test("what others leave alone is told of them", () => {
  expect(firmDemandsOf("هاتوا أفكارا لجمعيتنا. بعضهم لا يشاهد إلا التلفزيون.")).toEqual([]);
});
