import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES } from "./languages.ts";
import { readTexts } from "./lexicon/lexicon-texts.ts";
import { readBrief } from "./read-brief.ts";

/** Kind, value or the lexicon's name of it, and a minus before what is refused. */
function saidIn(brief: string): string[] {
  return readBrief(brief).chips.map(({ kind, value, concept, negated, currency }) => {
    const name = kind === "topic" || kind === "audience" || kind === "season" ? concept : value;
    return `${negated ? "-" : ""}${kind} ${name}${currency ? ` ${currency}` : ""}`;
  });
}

test.each([
  ["en", "Podcasts about cooking in Spain, no politics, CPM under 20 EUR"],
  ["de", "Podcasts übers Kochen in Spanien, keine Politik, TKP unter 20 Euro"],
  ["fr", "Des podcasts de cuisine en Espagne, pas de politique, CPM moins de 20 €"],
  ["es", "Podcasts de cocinar en España, nada de política, CPM máximo 20 euros"],
  ["it", "Podcast di cucina in Spagna, senza politica, CPM sotto i 20 euro"],
  ["pt", "Podcasts de culinária e receitas na Espanha, sem política, CPM até 20 euros"],
  ["nl", "Podcasts over koken in Spanje, geen politiek, CPM maximaal 20 euro"],
  ["pl", "Podcasty o gotowaniu w Hiszpanii, bez polityki, CPM do 20 euro"],
  ["ja", "スペインで料理のポッドキャスト、政治は除外、CPM20ユーロ以下"],
  ["ar", "بودكاست عن الطبخ في إسبانيا بدون سياسة، تكلفة الألف أقل من 20 يورو"],
])("channel, topic, country, refusal and ceiling are read in %s", (language, brief) => {
  expect(readBrief(brief).languages[0]).toBe(language);
  const said = saidIn(brief);
  for (const chip of ["channel podcast", "country ES", "-topic politics", "maxCpm 20 EUR"])
    expect(said).toContain(chip);
  expect(said.some((one) => one === "topic cooking" || one === "topic food-drink")).toBe(true);
});

test.each([
  ["No news about politics", ["-topic politics"], ["-topic news"]],
  [
    "No gambling, alcohol or tobacco; sports only",
    ["-topic gambling", "-topic alcohol", "-topic drugs-tobacco", "topic sports"],
    [],
  ],
  ["Not only podcasts but also CTV", ["channel podcast", "channel ctv"], ["-channel podcast"]],
  ["alcohol-free beer for football fans", ["topic soft-drinks", "topic soccer"], ["-topic beer", "-topic soccer"]],
  ["Everything but not in France", ["-country FR"], ["country FR"]],
  ["kein Fernsehen, sondern Radio", ["-channel linear_tv", "channel radio"], ["-channel radio"]],
  ["政治とギャンブル以外", ["-topic politics", "-topic gambling"], ["topic politics"]],
  ["politics and religion are off limits", ["-topic politics", "-topic religion"], []],
  ["Keep it off TV and away from anything political", ["-channel linear_tv", "-topic politics"], ["channel linear_tv"]],
  ["Print is a no-go; so is cinema", ["-channel print"], ["channel print"]],
  ["Pas de télé ni de radio, en Belgique", ["-channel radio", "country BE"], ["-country BE"]],
  ["Alleen Vlaanderen, geen Wallonië, Nederlandstalig", ["language nl"], ["-language nl"]],
  ["في الخليج باستثناء قطر، بودكاست", ["-country QA", "channel podcast"], ["-channel podcast"]],
  ["La radio y la prensa quedan fuera", ["-channel radio", "-channel print"], ["channel radio"]],
  ["On évite les jeux vidéo et les influenceurs", ["-channel gaming", "-channel influencer"], ["channel influencer"]],
  ["تجنبوا الألعاب والمؤثرين", ["-channel gaming", "-channel influencer"], ["channel influencer"]],
])("what is refused, and how far the refusal reaches: %s", (brief, there, absent) => {
  const said = saidIn(brief);
  for (const chip of there) expect(said).toContain(chip);
  for (const chip of absent) expect(said).not.toContain(chip);
});

test("a ceiling is read where its thousands have a comma and no space stands before it", () => {
  expect(saidIn("日本のみ、CPM2,000円以内")).toContain("maxCpm 2000 JPY");
});

test.each([
  ["Only podcasts, whatever the topic, for a bank", true],
  ["Uniquement des podcasts, peu importe le sujet", true],
  ["テーマ不問、ラジオのみ", true],
  ["Podcasts about banking", false],
])("a brief may say that the subject does not matter: %s", (brief, isOpen) => {
  expect(readBrief(brief).isOpen).toBe(isOpen);
});

test("what is sold and sought counts as sought", () => {
  const brief = "We sell tents; reach people who love tents and camping";
  const camping = readBrief(brief).chips.find(({ concept }) => concept === "camping");
  expect(camping?.span?.start).toBeGreaterThan(brief.indexOf("reach"));
});

test.each([
  ["hikng and campng in germny", ["topic hiking", "topic camping", "country DE"]],
  ["Wanderausrüstung und Fitnessstudiobesucher", ["topic hiking", "topic fitness"]],
  ["معدات للتخيم", ["topic camping"]],
  ["Wij zoeken racefietsliefhebbers met een zonnepaneleninstallatie", ["topic cycling", "topic solar"]],
])("slips and compounds: %s", (brief, there) => {
  for (const chip of there) expect(saidIn(brief)).toContain(chip);
});

test.each([
  ["TKP unter 12,50 €", "maxCpm 12.5 EUR"],
  ["CPM up to $1,250.50 a year", "budget 1250.5 USD"],
  ["Budget: 20.000 Euro", "budget 20000 EUR"],
  ["we have 50k EUR to spend", "budget 50000 EUR"],
  ["予算は20万円", "budget 200000 JPY"],
  ["ميزانية 50 ألف دولار", "budget 50000 USD"],
])("money as people write it: %s", (brief, chip) => {
  expect(saidIn(brief)).toContain(chip);
});

test("a place that people go to is no requirement on where they are, and neither is a preference", () => {
  const certaintyOf = (brief: string, value: string) =>
    readBrief(brief).chips.find((chip) => chip.value === value)?.certainty ?? 0;
  expect(certaintyOf("families in Greece", "GR")).toBeGreaterThan(0.9);
  expect(certaintyOf("families who fly to Greece", "GR")).toBeLessThan(0.5);
  expect(certaintyOf("ideally podcasts", "podcast")).toBeLessThan(0.58);
});

test("a span is where the words stand", () => {
  const brief = "Reach people who hike in Österreich";
  const words = new Map(readBrief(brief).chips.map(({ span, value }) => [value, brief.slice(span?.start, span?.end)]));
  expect(words.get("AT")).toBe("Österreich");
  expect(words.get("542")).toBe("hike");
});

test("whatever is written is read, in time that grows with its length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 500 }), (brief) => {
      for (const { span, certainty } of readBrief(brief).chips) {
        expect(certainty).toBeGreaterThan(0);
        expect((span?.end ?? 0) <= brief.length).toBe(true);
      }
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
  for (const part of ["no politics, ", "1,", "政治", "a", "20 EUR CPM ", "لا "])
    expect(readBrief(part.repeat(5_000))).toBeDefined();
});

test("every line of the lexicon has words, a parent and relatives that there are, and most languages", () => {
  const { lines } = readTexts();
  for (const { kind, id, parent, related, close, wordsIn } of lines.values()) {
    expect(parent === null || lines.has(`${kind}:${parent}`), `${id} < ${parent}`).toBe(true);
    for (const other of [...related, ...close])
      expect(
        ["topic", "audience", "season"].some((kind) => lines.has(`${kind}:${other}`)),
        `${id} ~ ${other}`,
      ).toBe(true);
    if (kind !== "topic" && kind !== "audience") continue;
    const spoken = LANGUAGES.filter((language) => wordsIn(language).length > 0);
    expect(spoken.length, id).toBeGreaterThanOrEqual(9);
  }
});

test.each([
  ["Wine for families, no radio.", "-channel radio"],
  ["Familien; Radio wollen wir nicht.", "-channel radio"],
  ["Familles, surtout pas de presse.", "-channel print"],
  ["Perfumes, radio no.", "-channel radio"],
  ["Cucina, tutto tranne i giornali.", "-channel print"],
  ["Famílias; não queremos outdoors.", "-channel ooh"],
  ["Koken, alles behalve tijdschriften.", "-channel print"],
  ["Wina, unikamy prasy.", "-channel print"],
  ["ワイン、ラジオは避けたい。", "-channel radio"],
  ["عطور باستثناء الراديو", "-channel radio"],
])("a refused medium is read: %s", (brief, chip) => {
  expect(saidIn(brief)).toContain(chip);
});

test.each([
  ["People whose day is not complete without lifting weights", "topic fitness"],
  ["أشخاص لا يكتمل يومهم من دون رفع الأثقال", "topic fitness"],
  ["Travel content, nothing outside Europe", "country PT"],
])("what affirms with a negative word refuses nothing: %s", (brief, chip) => {
  expect(saidIn(brief)).toContain(chip);
  expect(saidIn(brief).filter((one) => one.startsWith("-"))).toEqual([]);
});

test("a price per mille is one in small currencies too", () => {
  expect(saidIn("ワイン、CPM1000円以下")).toContain("maxCpm 1000 JPY");
});

test('"keep us away" does not mean the United States', () => {
  expect(saidIn("Keep us away from gambling")).toEqual(["-topic gambling"]);
  expect(saidIn("Wine in the US")).toContain("country US");
});

test("buyers from a country live there, and wine from it is sold anywhere", () => {
  expect(readBrief("Car buyers from Italy").chips.find(({ kind }) => kind === "country")?.certainty).toBeGreaterThan(
    0.8,
  );
  expect(readBrief("Wine from Italy").chips.find(({ kind }) => kind === "country")?.certainty).toBeLessThan(0.5);
});

test.each([
  ["Hamburg commuters", "dining-out"],
  ["Un voyage dans les Alpes", "theatre"],
  ["Une nuit au théâtre", "hotels"],
])("a word whose stem another word has is not that word: %s", (brief, topic) => {
  expect(saidIn(brief)).not.toContain(`topic ${topic}`);
});

test.each([
  ["Fuera de México no pautamos: queremos familias", "MX"],
  ["Outside Spain we do not advertise", "ES"],
])("who refuses what is outside a country asks for it: %s", (brief, country) => {
  const chips = readBrief(brief).chips.filter(({ kind, value }) => kind === "country" && value === country);
  expect(chips.map(({ negated }) => negated)).toEqual([false]);
});

test("what a sentence dismisses at its end is refused", () => {
  const { chips } = readBrief("El correo electrónico ya lo llevamos en casa: descártenlo.");
  expect(chips).toContainEqual(expect.objectContaining({ kind: "channel", value: "email", negated: true }));
});

test("who refuses a finer meaning does not refuse the broader one that its word brings along", () => {
  const { chips } = readBrief("Sports fans, but no boxing");
  expect(chips.filter(({ kind, negated }) => kind === "topic" && negated).map(({ concept }) => concept)).not.toContain(
    "sports",
  );
});

test.each([
  ["マンハイムのコーヒー好き", "DE"],
  ["حملة في مانهايم", "DE"],
  ["グダンスクではなくグディニャ在住の人", "PL"],
  ["جمهور في تينيريفي", "ES"],
])("cities are found by their Japanese and Arabic names: %s", (brief, country) => {
  expect(saidIn(brief)).toContain(`country ${country}`);
});
