import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function demanded(brief: string): string[] {
  const chips = readBrief(brief).chips.filter((chip) => ["country", "channel"].includes(chip.kind) && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

function refused(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind, negated }) => negated && kind === "topic");
  return chips.map(({ concept }) => concept);
}

test.each([
  ["The firm was founded in Lyon and sews in Portugal. Women who like linen.", []],
  ["Unser Büro ist in Wien, aber die Kampagne ist für die Schweiz.", ["CH"]],
  ["Bürostühle in Österreich", ["AT"]],
  ["Nuestros competidores anuncian en Chile y hacen mucha radio. Nos centramos en Perú.", ["PE"]],
  ["Wij repareren antennes voor radiozenders.", []],
  ["Podcasts würden uns freuen, sind aber keine Bedingung.", []],
  ["本社は大阪にあり、工場はベトナムです。傘を売っています。", []],
])("what is told of a firm and its rivals is not demanded: %s", (brief, read) => {
  expect(demanded(brief)).toEqual(read);
});

test.each([
  ["Auf Radio können wir diesmal sehr gut verzichten.", ["-radio"]],
  ["Please leave radio out of the plan.", ["-radio"]],
  ["Dejad fuera también la radio.", ["-radio"]],
  ["We're done with podcasts. The same goes for radio.", ["-podcast", "-radio"]],
  ["My niece takes care of our podcast.", ["-podcast"]],
  ["Only Austria; elsewhere we do not deliver.", ["AT"]],
])("a channel is refused on either side of the verb: %s", (brief, read) => {
  expect(demanded(brief)).toEqual(read);
});

test.each([
  ["As long as our ads do not appear next to politics", ["politics"]],
  ["Mientras no salgamos junto a la política", ["politics"]],
  ["Queda excluido el contenido político.", ["politics"]],
  ["Politische Umfelder sind ausgeschlossen.", ["politics"]],
])("a subject is refused wherever it stands: %s", (brief, read) => {
  expect(refused(brief)).toEqual(read);
});
