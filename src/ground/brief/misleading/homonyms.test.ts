import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function placesIn(brief: string): string[] {
  return readBrief(brief)
    .chips.filter(({ kind }) => kind === "country")
    .map(({ value }) => value);
}

test.each([
  ["Nous vendons de l'eau gazeuse", []],
  ["Campagne aux EAU, radio", ["AE"]],
  ["Comida sana para personas cuyo perro come bien", []],
  ["Il servizio di mezzogiorno, con lillà", []],
  ["Un seul annonceur par envoi", []],
  ["Boletim das sete da manhã", []],
  ["nowy port i stara łódź", []],
  ["Kampania w Łodzi", ["PL"]],
  ["anuncios en granada", ["ES"]],
  ["zumo de granada", []],
  ["Wir reparieren das Dach für Hausbesitzer", []],
  ["Radio in DACH", ["DE", "AT", "CH"]],
  ["Für alle, die unter Rückenschmerzen leiden", []],
  ["Eine Liege für den Garten", []],
  ["Oma und Opa sollen unser Tablet kennenlernen", []],
  ["Fine china for wedding lists", []],
  ["radio in turkey and china", ["TR", "CN"]],
  ["Un libro de brujas para niños", []],
  ["Panelas com tampa para quem cozinha", []],
  ["Właściciele łodzi i jachtów", []],
])(
  "a word of daily life that is also a place's name is the place where it is written as one: %s",
  (brief, countries) => {
    const firm = placesIn(brief).filter((_, index) => {
      const chips = readBrief(brief).chips.filter(({ kind }) => kind === "country");
      return (chips[index]?.certainty ?? 0) > 0.58;
    });
    expect(firm).toEqual(countries);
  },
);

test.each([
  ["Des parties de pêche entre amis", "nightlife"],
  ["Das Gift im Garten", "gifts"],
])("what a text's own language knows as a word without a subject is no English word: %s", (brief, topic) => {
  expect(readBrief(brief).chips.map(({ concept }) => concept)).not.toContain(topic);
});

test("French bets are no city, and the city is none where it is one", () => {
  const concepts = (brief: string) => readBrief(brief).chips.map(({ concept }) => concept);
  expect(concepts("Amateurs de paris hippiques et de paris en ligne")).not.toContain("paris");
  expect(concepts("Hôtels à Paris")).toContain("paris");
});

test.each([
  ["medieval fairs"],
  ["Mittelaltermarkt"],
  ["fêtes médiévales"],
  ["mercado medieval"],
  ["rievocatori storici"],
  ["feiras medievais"],
  ["ridderspelen"],
  ["turniej rycerski"],
  ["騎士トーナメント"],
  ["مبارزة بالسيوف"],
])("who plays history does more than read of it: %s", (brief) => {
  expect(readBrief(brief).chips.map(({ concept }) => concept)).toContain("reenactment");
});
