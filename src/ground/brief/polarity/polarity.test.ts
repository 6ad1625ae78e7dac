import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function demanded(brief: string, kind: "channel" | "country") {
  const chips = readBrief(brief).chips.filter((chip) => chip.kind === kind && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

test.each([
  ["Ski lessons. Podcasts preferred."],
  ["Skikurse. Podcasts bevorzugt."],
  ["Cours de ski. Des podcasts seraient un plus."],
  ["Clases de esquí. Podcasts bienvenidos."],
  ["Corsi di sci. Podcast graditi."],
  ["Aulas de esqui. Podcasts seriam ideais."],
  ["Skilessen. Podcasts hebben de voorkeur."],
  ["Kursy narciarskie. Podcasty mile widziane."],
  ["スキー教室。ポッドキャスト歓迎。"],
  ["دروس تزلج. بودكاست ميزة إضافية."],
])("what a brief prefers, as it says afterwards, is no requirement: %s", (brief) => {
  expect(demanded(brief, "channel")).toEqual([]);
  expect(readBrief(brief).chips.map(({ value }) => value)).toContain("podcast");
});

test("what follows a preference stated after its object is a requirement", () => {
  expect(demanded("Austria preferred, podcasts, no radio", "channel")).toEqual(["-radio", "podcast"]);
  expect(demanded("Austria preferred, podcasts, no radio", "country")).toEqual([]);
});

test("a preferred subject is searched for all the same", () => {
  const [ski] = readBrief("Ideally people who ski").chips;
  expect(ski).toMatchObject({ kind: "topic", negated: false });
  expect(ski && isFirm(ski)).toBe(true);
});

test.each([
  ["No weapons, gambling or politics, sport is fine"],
  ["Keine Waffen, Wetten oder Politik, Sport ist okay"],
  ["Geen wapens, gokken of politiek, sport mag wel"],
  ["武器、賭博、政治はなし。スポーツは可。"],
  ["بدون أسلحة أو مراهنات أو سياسة، الرياضة لا بأس بها"],
])("what is said to be fine is no item of the list of refusals before it: %s", (brief) => {
  const refused = readBrief(brief).chips.filter(({ negated }) => negated);
  expect(refused.map(({ concept }) => concept)).toEqual(expect.arrayContaining(["weapons", "politics"]));
  expect(refused.map(({ concept }) => concept)).not.toContain("sports");
});

test("what is refused behind a preference is refused", () => {
  expect(demanded("Sportumfelder gern, aber bitte kein Radio", "channel")).toEqual(["-radio"]);
  expect(demanded("Ideally no radio", "channel")).toEqual([]);
});

test("two exceptions of place are two, and one before what is wanted is none", () => {
  const at = (brief: string) =>
    readBrief(brief)
      .chips.filter(({ kind }) => kind === "region")
      .map(({ concept, negated }) => [concept, negated]);
  expect(at("France, hors Corse et hors Paris : pneus")).toEqual([
    ["corsica", true],
    ["paris", true],
  ]);
});

test.each([
  ["Mehr als 15 Euro pro tausend Kontakte zahlen wir nicht", "15"],
  ["CPM máx. 8 €, arena para gatos", "8"],
  ["CPM between 5 and 12 EUR, shoes", "12"],
  ["TKP von 5 bis 9 Euro", "9"],
  ["der TKP darf 25 Franken nicht übersteigen", "25"],
  ["poniżej dwunastu euro za tysiąc", "12"],
  ["لا ندفع أكثر من خمسة عشر دولارا لكل ألف ظهور", "15"],
])("a ceiling is read however it is said: %s", (brief, value) => {
  expect(readBrief(brief).chips).toContainEqual(expect.objectContaining({ kind: "maxCpm", value }));
});

test("a list of what is refused goes on behind brackets", () => {
  expect(demanded("Anything but TV (of any sort), cinema or radio. People who cook.", "channel")).toEqual([
    "-cinema",
    "-ctv",
    "-linear_tv",
    "-radio",
  ]);
});

test("an unknown word that is refused is told as refused, and one behind the sentence is not", () => {
  const { terms } = readBrief("Knives for anglers, but no zorbing. Glimber welcome.");
  expect(terms.find(({ word }) => word === "zorbing")).toMatchObject({ isKnown: false, isRefused: true });
  expect(terms.find(({ word }) => word === "glimber")).toMatchObject({ isRefused: false });
});

test("who wants sound or text demands no sound", () => {
  const brief = "Pet insurance: audio or text, no video.";
  expect(readBrief(brief).chips.filter(({ kind, negated }) => kind === "channel" && !negated)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ value: "podcast" }),
      expect.objectContaining({ value: "email" }),
    ]),
  );
});

test("letters that many say alike are one in Arabic", () => {
  expect(demanded("شقق للبيع في الرياظ", "country")).toEqual(["SA"]);
});

test.each([
  "For those who will never buy petrol again",
  "Dla tych, którzy już nigdy nie kupią benzyny",
  "Pour ceux qui ne prendront plus jamais la voiture",
])("what people never do says who they are, and refuses nothing: %s", (brief) => {
  expect(readBrief(brief).chips.filter(({ negated }) => negated)).toEqual([]);
});

test.each([
  ["Kotły. Radia nie bierzemy.", "channel", ["-radio"]],
  ["Alleen België aub, Nederland doen we niet.", "country", ["-NL", "BE"]],
  ["Kasacks für Kliniken. Nichts Gedrucktes.", "channel", ["-print"]],
  ["Nur Schweiz, nichts, was auch in Deutschland läuft.", "country", ["-DE", "CH"]],
  ["Sólo en la República Mexicana, nada que se vea en Estados Unidos.", "country", ["-US"]],
  ["おむつの広告です。インフルエンサーの起用も遠慮します。", "channel", ["-influencer"]],
  ["Outside Spain we do not advertise", "country", ["ES"]],
] as const)("a refusal by a verb refuses what it is said of: %s", (brief, kind, expected) => {
  expect(demanded(brief, kind)).toEqual(expect.arrayContaining([...expected]));
});

test.each([
  ["The sort who can't pass a flea market", "flea-markets"],
  ["Un lavavasos que no falla a las dos, para quien tira cañas", "beer"],
  ["Internet não chega onde o gado está", "agriculture"],
  ["一日中座りっぱなしの人", "joint-health"],
])("a negation of something else refuses no subject: %s", (brief, concept) => {
  const said = readBrief(brief).chips.filter((chip) => chip.concept === concept);
  expect(said.map(({ negated }) => negated)).not.toContain(true);
});

test("who goes without fees is who is sought", () => {
  expect(demanded("transferencias sin comisión para quienes viven en Estados Unidos", "country")).toEqual(["US"]);
});

test.each([
  ["Fazendas no Brasil; aceito rádio, placa, site, o que tiver", []],
  ["Quem remodela a cozinha; se houver vídeo, tanto melhor", []],
  ["Fazendas no Brasil, só rádio", ["radio"]],
])("what is but welcome of channels is no requirement: %s", (brief, channels) => {
  expect(demanded(brief, "channel")).toEqual(channels);
});

test.each([
  ["Less sports, more coffee"],
  ["Less sports and more coffee"],
  ["Weniger Sport, mehr Kaffee"],
  ["Menos deporte, más café"],
  ["Meno sport, più caffè"],
  ["Menos esporte, mais café"],
  ["Minder sport, meer koffie"],
  ["Mniej sportu, więcej kawy"],
])("less of one thing and more of another refuses the first and wants the second: %s", (brief) => {
  const subjects = readBrief(brief).chips.map(({ concept, negated }) => [concept, negated]);
  expect(subjects).toEqual([
    ["sports", true],
    ["coffee", false],
  ]);
});
