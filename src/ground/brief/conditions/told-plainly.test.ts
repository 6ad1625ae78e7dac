import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

/** The subjects that a brief refuses. */
function refusedIn(brief: string) {
  return readBrief(brief).chips.flatMap(({ kind, negated, concept }) => (kind === "topic" && negated ? [concept] : []));
}

test.each([
  ["Unless it's a newsletter, don't bother. Legal software.", ["email"]],
  ["Wenn es kein Newsletter ist, lasst es. Kanzleisoftware.", ["email"]],
  ["Si no es un boletín, no nos interesa. Software jurídico.", ["email"]],
  ["TV only if it's connected TV. Streaming subscription.", ["ctv"]],
  ["Telewizja tylko jeśli to connected TV. Abonament.", ["ctv"]],
])("a condition that refuses all but one thing demands it: %s", (brief, demanded) => {
  expect(firmDemandsOf(brief)).toEqual(demanded);
});

test("a condition on something else demands nothing", () => {
  expect(
    firmDemandsOf("If there is no radio, call me and we talk about it over a coffee. Garden tools."),
  ).not.toContain("radio");
});

test.each([
  ["Besides radio, which we always do, we'd like magazines printed on paper, so print. Seeds.", "radio"],
  ["Neben Radio, das ohnehin läuft, wollen wir Anzeigen in Fachzeitschriften.", "radio"],
  ["Oprócz radia, które robimy zawsze, chcemy prasy branżowej.", "radio"],
])("what is done anyway gives way to what is new: %s", (brief, medium) => {
  expect(firmDemandsOf(brief)).not.toContain(medium);
  expect(firmDemandsOf(brief)).not.toContain(`-${medium}`);
});

test("what alone is done anyway stays demanded", () => {
  expect(firmDemandsOf("Radio, as we always do. Seeds.")).toEqual(["radio"]);
});

test.each([
  ["Switzerland next year, for now Austria. Saunas.", ["AT"]],
  ["スイスは来年、今はオーストリアだけ。サウナです。", ["AT"]],
  ["Sales are down in France, so this is about Belgium. Waffle irons.", ["BE"]],
  ["Umsatz in Frankreich stagniert, darum dreht sich alles um Belgien. Waffeleisen.", ["BE"]],
  ["I mattoni sono cotti in Polonia, ma vogliamo incontrare i costruttori in Svezia.", ["SE"]],
  ["Advertising for the tourist board of Tyrol, target markets Netherlands and Belgium.", ["BE", "NL"]],
  ["Turkish families settled in Germany.", ["DE"]],
])("of several places that are told of, the market is demanded: %s", (brief, countries) => {
  expect(firmDemandsOf(brief)).toEqual(countries);
});

test("what follows from something else about the same place leaves it demanded", () => {
  expect(firmDemandsOf("Insurance that is sold in Spain. So media in Spain, for cyclists.")).toEqual(["ES"]);
});

test.each([
  ["My nephew says TikTok, my wife says podcasts. We do loft conversions.", []],
  ["We're a podcast network and want to reach advertisers.", []],
  ["People who follow fashion on Instagram. Handbags.", []],
  ["We're a radio station; our hosts are loved. Billboards, please.", ["dooh", "ooh"]],
])("media of which somebody tells are not demanded: %s", (brief, demanded) => {
  expect(firmDemandsOf(brief)).toEqual(demanded);
});

test.each([
  [
    '{"media":["podcast","newsletter"],"not":["tv"],"countries":["DE","AT"]}',
    ["-ctv", "-linear_tv", "AT", "DE", "email", "podcast"],
  ],
  ["channels: podcast; channels excluded: radio, cinema", ["-cinema", "-radio", "podcast"]],
  ["excluded countries: BE, LU; countries: NL", ["-BE", "-LU", "NL"]],
])("the lists of programs are read by their headings: %s", (brief, demanded) => {
  expect(firmDemandsOf(brief)).toEqual(demanded);
});

test.each([
  "We make snacks that contain no nuts. Looking for parents.",
  "Unsere Bäckerei verwendet weder Weizen noch Gerste. Wir suchen Eltern.",
  "Temos uma padaria onde não entra trigo, nem cevada, nem centeio. Procuramos pais.",
  "Un ristorante dove non si serve carne. Cerchiamo famiglie.",
])("what goods are made without is refused nowhere: %s", (brief) => {
  expect(refusedIn(brief)).toEqual([]);
});

test.each([
  ["CPM target 6, hard cap 9 euros. Office plants.", "9"],
  ["Ceiling 12 EUR, ideally a CPM of 9. Office plants.", "12"],
  ["Obergrenze 12 Euro, ideal wären 9 Euro TKP. Büropflanzen.", "12"],
])("of a target and a ceiling, the ceiling is the price: %s", (brief, price) => {
  const prices = readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm");
  expect(prices.map(({ value }) => value)).toEqual([price]);
});

test.each([
  ["Tour operator specializzato in Islanda e Norvegia: vorremmo più prenotazioni.", []],
  ["Vendemos pacotes de viagem para o Chile e a Argentina.", []],
  ["Holidays in Denmark for cyclists in Germany.", ["DE"]],
])("where a writer takes people is no market: %s", (brief, countries) => {
  expect(firmDemandsOf(brief)).toEqual(countries);
});

test("what the last agency charged is no ceiling", () => {
  const { chips } = readBrief("La otra agencia nos cobraba un CPM de 9 € y no nos convenció.");
  expect(chips.filter(({ kind }) => kind === "maxCpm")).toEqual([]);
});

test.each([
  ["Temas bloqueados: armas, tabaco.", ["tobacco", "weapons"]],
  ["Ambienti vietati: politica, religione.", ["politics", "religion"]],
  ["Sperrthemen: Politik, Religion.", ["politics", "religion"]],
])("a heading that forbids refuses what stands behind it: %s", (brief, subjects) => {
  for (const subject of subjects) expect(refusedIn(brief)).toContain(subject);
});

test("where either medium will do and others will not, both are demanded", () => {
  expect(firmDemandsOf("Radio oder Kino ist uns gleich, andere Kanäle nicht. Thema Kochen.")).toEqual([
    "cinema",
    "radio",
  ]);
});

test('Arabic joins "and" to the first word of a name', () => {
  expect(firmDemandsOf("نبحث عن بودكاست ونشرات بريدية فقط.")).toEqual(["email", "podcast"]);
});

test("of the prices of two media neither is dropped", () => {
  const { chips } = readBrief("Radio at a CPM of 5 euros, cinema at a CPM of 9 euros. Office plants.");
  expect(chips.flatMap(({ kind, value }) => (kind === "maxCpm" ? [value] : []))).toEqual(["5", "9"]);
});

test("what only looks like it leaves what is demanded", () => {
  expect(firmDemandsOf("Germany is our home, and we are so glad to sell in Austria.")).toEqual(["AT", "DE"]);
  expect(firmDemandsOf("We have a small radio budget for gardeners.")).toEqual(["radio"]);
  expect(readBrief("Cerco scarpe nere, scarpa nera.").chips.map(({ concept }) => concept)).not.toContain("crime");
});

test.each([
  ["Tenemos un podcast propio con cinco mil oyentes y una newsletter semanal. Vendemos cursos.", []],
  ["We have a newsletter of our own and want podcasts.", ["podcast"]],
  ["Wir haben einen eigenen Podcast. Gesucht werden Newsletter.", ["email"]],
])("a medium of the writer's own is not demanded: %s", (brief, demanded) => {
  expect(firmDemandsOf(brief)).toEqual(demanded);
});

test("the last of a long list of places is where the first one is", () => {
  const countries = firmDemandsOf("Expands to Poland, Brazil, Mexico, Chile and England. Podcasts for parents.");
  expect(countries).toEqual(["podcast"]);
});
