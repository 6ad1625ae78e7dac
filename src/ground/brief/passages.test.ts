import { expect, test } from "vitest";
import { readBrief } from "./read-brief.ts";

function soughtIn(brief: string): string[] {
  return readBrief(brief)
    .passages.filter(({ about }) => about === "sought")
    .map(({ start, end }) => brief.slice(start, end).trim());
}

test.each([
  ["We are looking for anglers who have a family and a dog.", ["We are looking for anglers"]],
  ["Wir suchen Angler, die gern kochen und reisen.", ["Wir suchen Angler,"]],
  ["Buscamos pescadores que viajan en familia.", ["Buscamos pescadores"]],
])("whom a passage names first is sought, and not what is told of them: %s", (brief, sought) => {
  expect(soughtIn(brief)).toEqual(sought);
});

test.each([
  ["We sell boots for firefighters.", ["for firefighters"]],
  ["Wir verkaufen Software für Zahnärzte.", ["für Zahnärzte"]],
  ["Nous vendons des bottes pour les pompiers.", ["pour les pompiers"]],
  ["Vendiamo stivali per i vigili del fuoco.", ["per i vigili del fuoco"]],
  ["We sell boots for the winter.", []],
])("whom a ware is for is sought: %s", (brief, sought) => {
  expect(soughtIn(brief)).toEqual(sought);
});

test("where the verb comes last, whom it seeks stands before it", () => {
  expect(soughtIn("Guten Tag. Wir möchten Angler und Jäger ansprechen.")).toEqual([
    "Wir möchten Angler und Jäger ansprechen",
  ]);
});
