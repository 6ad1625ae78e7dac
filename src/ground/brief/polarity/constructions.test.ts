import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const demands = (brief: string) => demandsOf(readBrief(brief));
const channels = (brief: string) => demands(brief).channels;

test.each([
  "Please swap the radio for podcasts.",
  "Das Radio ersetzen wir durch Podcasts.",
  "On remplace la radio par des podcasts.",
  "Cambiamos la radio por pódcast.",
  "Via la radio, dentro i podcast.",
  "Trocamos a rádio por podcasts.",
  "We vervangen radio door podcasts.",
  "Zamieniamy radio na podcasty.",
  "ラジオをポッドキャストに切り替えます。",
])("of two that are exchanged the first is refused and the second demanded: %s", (brief) => {
  expect(channels(brief)).toEqual({ any: ["podcast"], none: ["radio"] });
});

test.each([
  ["In place of posters we'd like digital screens.", "dooh"],
  ["En lugar de carteles preferimos pantallas digitales.", "dooh"],
  ["Invece dei manifesti vorremmo schermi digitali.", "dooh"],
  ["Plutôt que la radio, privilégions les podcasts.", "podcast"],
])("what is wanted instead is not refused with what it replaces: %s", (brief, channel) => {
  expect(channels(brief).none).not.toContain(channel);
});

test.each([
  "It is forbidden to appear anywhere near war, betting or alcohol.",
  "Interdiction de figurer près de la guerre, des paris ou de l'alcool.",
  "Non vogliamo comparire accanto a guerra, scommesse o alcol.",
  "Nie możemy sąsiadować z wojną, zakładami ani alkoholem.",
])("where a clause forbids, all neighbours of a list are refused: %s", (brief) => {
  expect([...demands(brief).refused.keys()]).toEqual(expect.arrayContaining(["topic:war", "topic:alcohol"]));
});

test.each([
  "Our novel is called “No radio in Palermo”. Who might read it?",
  "My brother-in-law works in television. We sell shelves to tenants.",
  "If the grant comes, we may add cinema. We teach beekeeping.",
  "We have nothing against television or radio. We make pillows.",
])("titles, families, conditions and indifference demand no channel and refuse none: %s", (brief) => {
  expect(channels(brief)).toEqual({ any: [], none: [] });
});

test.each([
  ["The cocoa comes from Ghana and is roasted in Belgium. The ads have to run in Switzerland.", ["CH"]],
  ["Our ads went up in Paris and Rome last spring. Now it is the turn of Malta.", ["MT"]],
  ["Alugamos veleiros na Grécia e casas na Toscana a grupos de amigos.", []],
])("where something grows, ran or can be rented is no market: %s", (brief, countries) => {
  expect(demands(brief).countries.any).toEqual(countries);
});

test.each([
  ["Native advertising for opticians in Norway", ["native"], []],
  ["Cooks in Norway, only on websites", [], ["website"]],
  ["Köche in Norwegen, nur auf Websites", [], ["website"]],
])("a brief without a medium has chosen by its format, or by where its ads run: %s", (brief, formats, properties) => {
  const { formats: form, properties: where } = demands(brief);
  expect([form.any, where.any]).toEqual([formats, properties]);
});

test.each([
  ["CPM cap: 90 ZAR", { amount: "90", currency: "ZAR" }],
  ["Een pot kost minder dan 15 euro.", null],
  ["Meer dan 14 euro per duizend vertoningen betalen we hoe dan ook niet.", { amount: "14", currency: "EUR" }],
])("a price is a ceiling if it is one of advertising: %s", (brief, ceiling) => {
  expect(demands(brief).maxCpm).toEqual(ceiling);
});

test("Dutch has an exception on both sides of its object, and German ordinals end no sentence", () => {
  expect(demands("Heel Europa, op Duitsland na").countries.none).toEqual(["DE"]);
  expect(channels("Ab dem 31. Oktober kein Radio")).toEqual({ any: [], none: ["radio"] });
});
