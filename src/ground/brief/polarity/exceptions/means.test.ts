import { expect, test } from "vitest";
import { isFirm } from "../../chip.ts";
import { readBrief } from "../../read-brief.ts";

const saidIn = (brief: string, kind: string) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === kind && isFirm(chip))
    .map(({ value, negated }) => `${negated ? "-" : ""}${value}`)
    .sort();

test.each([
  ["補聴器です。ラジオだけで、配信はなしでお願いします。", "radio"],
  ["プロテイン。街のポスターで、ネットは不要。", "ooh"],
])("what is refused behind the means is something else: %s", (brief, channel) => {
  expect(saidIn(brief, "channel")).toContain(channel);
});

test.each([
  ["ポスターでの広告は不要です。", ["-ooh"]],
  ["ラジオはなしで。テレビも不要です。", ["-ctv", "-linear_tv", "-radio"]],
])("a refused medium stays refused: %s", (brief, channels) => {
  expect(saidIn(brief, "channel")).toEqual(channels);
});

test.each([
  ["Orologi da scacchi, sulla stampa o via newsletter.", ["email", "print"]],
  ["Proteïneshakes. Posters of schermen buiten, niets gedrukts.", ["-print", "dooh", "ooh"]],
  ["Canne da mosca, niente di stampato.", ["-print"]],
  ["Stoffe da cucire: nelle app dei supermercati.", ["retail_media"]],
  ["Tissus à coudre : dans les applis des supermarchés.", ["retail_media"]],
])("of two of which either will do none is refused, and media are what they are called: %s", (brief, channels) => {
  expect(saidIn(brief, "channel")).toEqual(channels);
});

test.each([
  ["Camper van rental in Iceland, for people from the Netherlands.", ["NL"]],
  ["Wohnmobilverleih auf Island, für Leute aus den Niederlanden.", ["NL"]],
  ["Location de vans en Islande, pour des gens des Pays-Bas.", ["NL"]],
  ["Alquiler de furgonetas en Islandia, para gente de los Países Bajos.", ["NL"]],
  ["Noleggio camper in Islanda, per gente dai Paesi Bassi.", ["NL"]],
  ["Aluguer de autocaravanas na Islândia, para pessoas dos Países Baixos.", ["NL"]],
  ["Camperverhuur op IJsland, voor mensen uit Nederland.", ["NL"]],
  ["Wynajem kamperów na Islandii, dla ludzi z Holandii.", ["NL"]],
  ["Campers in Iceland, for people who cook.", ["IS"]],
  ["Radio in Iceland, for people from the Netherlands.", ["IS", "NL"]],
])("where a ware is says nothing of those who are sought elsewhere: %s", (brief, countries) => {
  expect(saidIn(brief, "country")).toEqual(countries);
});

test.each([
  ["Language of the surroundings: Polish, otherwise our copy looks odd.", ["pl"]],
  ["Sprache des Umfelds: Polnisch, sonst wirkt unser Text komisch.", ["pl"]],
  ["Taal van het medium: Pools, anders valt onze tekst uit de toon.", ["pl"]],
  ["Languages: de, fr", ["de", "fr"]],
])("a label may say what the language is of, and a short word is no code: %s", (brief, languages) => {
  expect(saidIn(brief, "language")).toEqual(languages);
});
