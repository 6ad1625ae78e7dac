import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const placesIn = (brief: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "country" && isFirm(chip))
    .map(({ value, negated }) => `${negated ? "-" : ""}${value}`);

test.each([
  ["Tents for campers, without anything that runs in Germany.", ["-DE"]],
  ["Zelte für Camper, ohne Titel, die in Polen verbreitet werden.", ["-PL"]],
  ["Zelte für Camper, ohne Zeitschriften, die in Österreich oder in der Schweiz erscheinen.", ["-AT", "-CH"]],
  ["Tentes pour campeurs, mais sans médias qui paraissent en Allemagne.", ["-DE"]],
  ["Tiendas de campaña para campistas, pero sin medios que salgan en Alemania.", ["-DE"]],
  ["Tende per campeggiatori, ma senza media che escono in Germania.", ["-DE"]],
  ["Tendas para campistas, mas sem meios que saiam na Alemanha.", ["-DE"]],
  ["Tenten voor kampeerders, zonder titels die in Duitsland worden verspreid.", ["-DE"]],
  ["Szukamy biwakowiczów, tylko bez mediów, które wychodzą w Niemczech – tam nie wysyłamy.", ["-DE"]],
  ["キャンパー向けテント。ドイツで出ている媒体は除いてください。", ["-DE"]],
  ["خيام لهواة التخييم، من دون صحف تصدر في ألمانيا.", ["-DE"]],
])("media are refused by the place where they appear: %s", (brief, places) => {
  expect(placesIn(brief)).toEqual(places);
});

test.each([
  ["Anglers without a boat who live in Germany.", ["DE"]],
  ["Menschen ohne Auto, die in Österreich leben.", ["AT"]],
  ["Gens sans voiture qui habitent en Suisse.", ["CH"]],
  ["Ludzie bez samochodu, którzy mieszkają w Niemczech.", ["DE"]],
  ["We want newspapers that appear in Germany, without sport.", ["DE"]],
])("what people do without is not refused where they live: %s", (brief, places) => {
  expect(placesIn(brief)).toEqual(places);
});

test.each([
  "Chess books. No American media, please.",
  "Schachbücher. Keine amerikanischen Medien bitte.",
  "Livres d'échecs. Pas de médias américains.",
  "Libros de ajedrez. Sin medios estadounidenses.",
  "Libri di scacchi. Niente media americani.",
  "Livros de xadrez. Sem meios americanos.",
  "Schaakboeken. Geen Amerikaanse media.",
  "Książki szachowe. Bez amerykańskich mediów.",
  "チェスの本。アメリカの媒体は不要です。",
  "كتب شطرنج. بدون وسائل إعلام أمريكية.",
])("media are refused by their nation: %s", (brief) => {
  expect(placesIn(brief)).toEqual(["-US"]);
});

test.each(["Chess books, American media are fine.", "No problem, American media will do."])(
  "media of a nation that is not refused: %s",
  (brief) => {
    expect(placesIn(brief)).toEqual([]);
  },
);
