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

test.each([
  "Influencers are out, print too. Pens for lawyers.",
  "Influencer scheiden aus, Print auch. Füller für Anwälte.",
  "Influencers vallen af en print ook. Vulpennen voor advocaten.",
  "Influencerzy odpadają, druk też. Pióra dla prawników.",
])("what is so as well shares the refusal behind another thing: %s", (brief) => {
  expect(channels(brief)).toEqual({ any: [], none: ["influencer", "print"] });
});

test.each([
  "We want our lamps seen on digital screens and heard on streaming audio.",
  "Unsere Lampen sollen auf digitalen Bildschirmen zu sehen und im Webradio zu hören sein.",
  "Nasze lampy mają być widoczne na ekranach cyfrowych i słyszalne w radiu internetowym.",
])("where something is to be seen or heard is demanded, and is not where it is known from: %s", (brief) => {
  expect(channels(brief).any).toEqual(expect.arrayContaining(["dooh", "streaming_audio"]));
});

test.each([
  ["Proszę wykluczyć wszystko, co dotyczy broni.", "topic:weapons"],
  ["Bitte alles ausschließen, was mit Waffen zu tun hat.", "topic:weapons"],
])("all that a relative clause tells of is refused: %s", (brief, refused) => {
  expect([...demands(brief).refused.keys()]).toContain(refused);
});

test("a nation that lives elsewhere is no market, whatever its country is called", () => {
  expect(demands("Polen in Großbritannien. Geldtransfer.").countries.any).toEqual(["GB"]);
  expect(demands("Anzeigen in Polen. Geldtransfer.").countries.any).toEqual(["PL"]);
});
