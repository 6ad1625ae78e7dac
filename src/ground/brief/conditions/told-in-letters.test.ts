import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

/** The subjects that a brief refuses. */
function refusedIn(brief: string) {
  const { chips } = readBrief(brief);
  return chips.flatMap(({ kind, negated, concept }) => (kind === "topic" && negated ? [concept] : []));
}

function languagesIn(brief: string) {
  const { chips } = readBrief(brief);
  return chips
    .flatMap(({ kind, negated, value }) => (kind === "language" ? [negated ? `-${value}` : value] : []))
    .sort();
}

test.each([
  ['{"product":"tea","channels_required":["cinema","connected TV"],"channels_blocked":["linear TV"]}', "-linear_tv"],
  ["kanalen=[display, online video]; uitgesloten=[zoekadvertenties]; budget=25.000 euro", "-search"],
  ["produto: app / meio: newsletters / excluir: influenciadores / verba: R$ 40 mil", "-influencer"],
  ["商品:保険/媒体:ディスプレイ/除外:検索連動型/予算:300万円", "-search"],
  ["【除外媒体】アフィリエイト 【実施媒体】ポッドキャスト", "-affiliate"],
  ["Périmètre : Belgique ; hors périmètre : France ; cible : ménages", "-FR"],
  ["Everything is fine for the insurance, with one exception: radio.", "-radio"],
])("a field of a form is refused by its label, and the one before it is not: %s", (form, refused) => {
  const demands = firmDemandsOf(form);
  expect(demands).toContain(refused);
  expect(demands.filter((one) => one.startsWith("-"))).toEqual([refused]);
});

test.each([
  ["Language: French", ["fr"]],
  ["Sprache: nur Englisch; Budget: 10.000 Euro", ["en"]],
  ["媒体言語：日本語", ["ja"]],
  ["Only media in Ukrainian, please. Write your offer in Polish.", ["uk"]],
  ["We talk English in the office, but the sites must be in French.", ["fr"]],
])("behind its label, and beside a word for media, a language is demanded: %s", (brief, languages) => {
  expect(languagesIn(brief)).toEqual(languages);
});

test.each([
  "Nobody under 18 may be reached. Craft gin.",
  "Minderjährige dürfen nicht angesprochen werden. Whisky.",
  "Los anuncios no pueden dirigirse a menores de edad. Cerveza.",
  "18歳未満への配信も禁止です。焼酎の広告です。",
])("minors are refused in whatever order: %s", (brief) => {
  expect(refusedIn(brief)).toContain("kids");
});

test.each([
  ["The debrief slides are attached: cinema did well in Ireland. Nothing to plan yet.", []],
  ["Das Briefing folgt im November. Die Plakate in Zürich sind vielen aufgefallen.", []],
  ["Our boss is fond of the cinema, and our drivers listen to the radio all day. Could you send references?", []],
  ["Sold in half of Europe and sewn in Poland. The campaign runs in Austria and Slovakia.", ["AT", "SK"]],
  ["My neighbour had an ad in the cinema once. We are looking for radio spots for our bakery.", ["radio"]],
  ["We have a hotel in Rimini and want to advertise in Poland.", ["PL"]],
  ["Wir haben eine Skischule in Südtirol und möchten Familien in den Niederlanden ansprechen.", ["NL"]],
])("what is told where nothing is sought is no demand: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Radio in Kent for our garden centre and its café, this spring. What would that cost?", ["GB", "radio"]],
  ["Only podcasts, please. We would also take radio.", ["podcast", "radio"]],
  ["We run eight guest houses and want people who plan a few days off. Portugal or Spain, please.", ["ES", "PT"]],
  ["A café opens in Dubai and Sharjah. The Emirates only.", ["AE"]],
])("what is asked for stays demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Italy is confirmed. As for Croatia, no ads until the court has decided.", ["-HR", "IT"]],
  ["Moçambique é o país da campanha. Com Angola há um litígio, por isso nenhuma campanha lá.", ["-AO", "MZ"]],
  ["Bids that include podcasts will not be considered. We are buying radio spots.", ["-podcast", "radio"]],
  ["Norway, yes. Denmark: please don't.", ["-DK", "NO"]],
  ["Italia, Francia y México ya los lleva otra agencia. Buscamos España.", ["-FR", "-IT", "-MX", "ES"]],
])("what is refused in a clause of its own is refused: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "If our offer stood beside gambling, that would be fatal, so this must be excluded.",
  "Gambling and alcohol nearby would be a nightmare.",
  "We would rather be ignored than appear next to gambling.",
  "Vicino alle scommesse non ci vogliamo stare.",
])("neighbours are refused wherever their clause forbids them: %s", (brief) => {
  expect(refusedIn(brief)).toContain("gambling");
});

test.each([
  ["Spot audio sulle piattaforme di streaming musicale, per cuffie.", ["streaming_audio"]],
  ["音楽ストリーミングの音声広告を出したいです。", ["streaming_audio"]],
])("the broader of two media is the form of the other: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "Is a CPM of 30 euros normal? We make soap.",
  "Our competitor pays a CPM of 18 euros. We make soap.",
  "We aim at a CPM of 11 euros, but it may be more. We make soap.",
])("a price that is only told of is no ceiling: %s", (brief) => {
  expect(readBrief(brief).chips.filter(({ kind }) => kind === "maxCpm")).toEqual([]);
});

test("what a form says aside demands nothing", () => {
  const form = '{"channels":["connected TV"],"notes":"retailers run newspaper ads on their own account"}';
  expect(firmDemandsOf(form)).toEqual(["ctv"]);
});

test.each([
  ["Drive subscribers to our newsletter, podcasts in the UK.", ["GB", "podcast"]],
  ["Drive people to our YouTube channel, display UK.", ["GB", "display"]],
  ["Display UK, retargeting people who saw our TV ads.", ["GB", "display"]],
  ["Follow-up to our TV spot: display, UK.", ["GB", "display"]],
  ["Mehr Abonnenten für unseren Newsletter, Podcasts Deutschland.", ["DE", "podcast"]],
])("a medium of the sender's own is what ads are for, and not where they run: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "Radio no longer works for us, so podcasts.",
  "La radio ne marche plus pour nous. Podcasts en Espagne.",
  "La radio ya no funciona para nosotros, así que podcasts.",
  "La radio non funziona più per noi, quindi podcast.",
  "A rádio já não funciona para nós. Podcasts em Portugal.",
  "Radio już nie działa. Podcasty w Polsce.",
])("a medium that no longer works is not asked for: %s", (brief) => {
  expect(firmDemandsOf(brief)).toContain("podcast");
  expect(firmDemandsOf(brief)).not.toContain("radio");
});
