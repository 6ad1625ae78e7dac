import { expect, test } from "vitest";
import { type Chip, isFirm, readBrief } from "../brief/index.ts";
import { inShort, newBriefIn, type ReadAsk, readAsk, sessionAskOf, withAsk } from "./index.ts";

const SELLERS = ["Le Quai Média", "Fernwood Audio", "Alpenkanal", "Ledger & Line"].map((name) => ({ id: name, name }));
const PRODUCTS = [
  "Long Hikes, Pre-roll (Podcast)",
  "Cooking Hour, Run of Section",
  "Gear Room, Mid-roll (Podcast)",
].map((name, index) => ({
  salesAgentId: "seller",
  productId: `${index + 1}`,
  name,
  likeness: () => readBrief(name).chips.filter(({ kind }) => kind === "topic"),
}));

interface Talk {
  readonly known: readonly Chip[];
  readonly last: ReadAsk | undefined;
}

/** A brief, and what is then said of the answer. */
function talk(brief: string, ...asks: readonly string[]): Talk {
  return asks.reduce<Talk>(
    ({ known }, ask) => {
      const last = readAsk(ask, { known, products: PRODUCTS, sellers: SELLERS });
      return { known: withAsk(known, last.ask), last };
    },
    { known: readBrief(brief).chips, last: undefined },
  );
}

/** What is in force; what only ranks has a question mark. */
const inForce = (...turns: readonly [string, ...string[]]) =>
  talk(...turns)
    .known.map((chip) => inShort(chip) + (isFirm(chip) ? "" : "?"))
    .toSorted();

test.each([
  ["Podcasts in Germany", "display too", ["Germany", "display", "podcast"]],
  ["Podcasts in Germany", "and CTV", ["Germany", "connected TV", "podcast"]],
  ["Podcasty w Niemczech", "display też", ["Germany", "display", "podcast"]],
  ["Wandern in Deutschland", "Österreich auch", ["Austria", "Germany", "hiking"]],
  ["ドイツ ハイキング", "オーストリアも", ["Austria", "Germany", "hiking"]],
  ["تنزه، ألمانيا", "وفرنسا أيضا", ["France", "Germany", "hiking"]],
  ["Hiking in Germany", "only display, also Austria", ["Austria", "Germany", "display", "hiking"]],
])("%s, then %s: what is added stands beside what was asked", (brief, ask, expected) => {
  expect(inForce(brief, ask)).toEqual(expected);
});

test.each([
  ["Germany", "podcasts too", ["Germany", "podcast?"]],
  ["Germany", "aussi des podcasts", ["Germany", "podcast?"]],
  ["ドイツ", "ポッドキャストも", ["Germany", "podcast?"]],
  ["Germany, no podcasts", "podcasts are fine after all", ["Germany"]],
  ["Germany, no podcasts", "i podcast vanno bene", ["Germany"]],
  ["Sports, not in Germany", "Germany is ok after all", ["sport"]],
])("%s, then %s: where nothing was limited, nothing is", (brief, ask, expected) => {
  expect(inForce(brief, ask)).toEqual(expected);
});

test.each([
  ["Display in the United Kingdom", "make it Germany instead", ["Germany", "display"]],
  ["Display in the United Kingdom", "no, I meant Germany", ["Germany", "display"]],
  ["Display en France", "plutôt en Allemagne", ["Germany", "display"]],
  ["Display na França", "prefiro a Alemanha", ["Germany", "display"]],
  ["Display we Francji", "raczej Niemcy", ["Germany", "display"]],
  ["フランスのディスプレイ", "やっぱりドイツで", ["Germany", "display"]],
  ["Podcasts in Germany", "CTV instead", ["Germany", "connected TV"]],
  ["Podcasts and cinema in Germany", "change podcasts to display", ["Germany", "cinema", "display"]],
  ["Sports, US", "make it cooking instead", ["United States", "cooking"]],
  ["Wandern in Deutschland, für Frauen", "doch für Männer", ["Germany", "hiking", "men"]],
  ["Hamburg, Germany", "Munich instead", ["Germany", "munich"]],
  ["Hiking podcasts US", "more like the first, but in Germany", ["Germany", "hiking", "podcast"]],
])("%s, then %s: what is meant instead replaces its kind", (brief, ask, expected) => {
  expect(inForce(brief, ask)).toEqual(expected);
});

test.each([
  ["up to 25 euros is ok", ["Germany", "at most 25 EUR per mille"]],
  ["make that 25", ["Germany", "at most 25 EUR per mille"]],
  ["bis 25 Euro ist auch ok", ["Germany", "at most 25 EUR per mille"]],
  ["25ユーロまで", ["Germany", "at most 25 EUR per mille"]],
  ["remove the price limit", ["Germany"]],
  ["Preis egal", ["Germany"]],
  ["peu importe le prix", ["Germany"]],
  ["価格は問わない", ["Germany"]],
])("a price ceiling can be raised and lifted: %s", (ask, expected) => {
  expect(inForce("Germany, under 10 euros", ask)).toEqual(expected);
});

test.each([
  ["max 15", ["at most 15 per mille", "hiking"]],
  ["we can't pay more than 15", ["at most 15 per mille", "hiking"]],
  ["max 15 seconds", ["hiking"]],
  ["up to 15%", ["hiking"]],
  ["more like number 15", ["hiking"]],
])("a limit without a unit is one of the price: %s", (ask, expected) => {
  expect(inForce("Hiking", ask)).toEqual(expected);
});

test.each([
  ["any country", ["podcast"]],
  ["weltweit", ["podcast"]],
  ["any country but France", ["no France", "podcast"]],
  ["all channels again", ["Germany"]],
  ["tous les canaux", ["Germany"]],
  ["媒体は問わない", ["Germany"]],
])("limits are lifted: %s", (ask, expected) => {
  expect(inForce("Podcasts in Germany", ask)).toEqual(expected);
});

test.each([
  ["drop the third", ["3"]],
  ["ohne das erste", ["1"]],
  ["quita el primero", ["1"]],
  ["lass das zweite weg", ["2"]],
  ["nothing like the second", ["2"]],
  ["remove the last one", ["3"]],
  ["no Gear Room, Mid-roll (Podcast)", ["3"]],
])("a product is left out by its place or its name: %s", (ask, omits) => {
  const { last } = talk("Hiking", ask);
  expect(last?.ask.omits?.map(({ productId }) => productId)).toEqual(omits);
  expect(last?.ask.chips).toEqual([]);
});

test.each([
  "more like the first",
  "more like number 1",
  "more like #1",
  "mehr wie die Nummer 1",
  "1番目のようなものをもっと",
  "plus comme le premier",
])("a likeness is what a product is about: %s", (ask) => {
  expect(talk("Cooking", ask).last?.outcome?.notes).toContain('like "Long Hikes, Pre-roll (Podcast)"');
});

test("a likeness brings back nothing that was refused, and goes with what else is said", () => {
  expect(inForce("US, no cooking", "more like the second")).toContain("no cooking");
  expect(inForce("US, no cooking", "more like the second")).not.toContain("cooking");
  expect(inForce("Podcasts, US", "more like the second but cheaper and under 20 dollars")).toEqual(
    expect.arrayContaining(["cheaper", "cooking", "at most 20 USD per mille"]),
  );
  expect(talk("Hiking", "more like the fifth").last?.outcome).toEqual({
    status: "unable",
    notes: "3 products were shown, and no number 5",
  });
});

test.each([
  ["without Le Quai Média", { only: [], also: [], without: ["Le Quai Média"] }],
  ["uniquement le quai media", { only: ["Le Quai Média"], also: [], without: [] }],
  ["ohne Alpenkanal", { only: [], also: [], without: ["Alpenkanal"] }],
  ["Ledger & Line only", { only: ["Ledger & Line"], also: [], without: [] }],
  ["all publishers again", { only: [], also: [], without: [] }],
  ["only Fernwood Audio but without Alpenkanal", { only: ["Fernwood Audio"], also: [], without: ["Alpenkanal"] }],
])("a seller's name is no medium and no subject: %s", (ask, sellers) => {
  const { last } = talk("France", ask);
  expect(last).toMatchObject({ ask: { sellers, chips: [] }, isOwn: true, outcome: { status: "applied" } });
});

test.each([
  ["only strong matches", { least: "strong" }],
  ["nur die besten Treffer", { least: "strong" }],
  ["just the top 3", { most: 3 }],
  ["les 3 premiers", { most: 3 }],
  ["上位3件", { most: 3 }],
  ["only 3 please", { most: 3 }],
  ["keep only the first two", { most: 2 }],
  ["sort by price", { order: "price" }],
  ["sort by relevance", { order: "relevance" }],
  ["show all matches", { isUncut: true }],
  ["montre tout", { isUncut: true }],
])("the list is cut or ordered: %s", (ask, expected) => {
  expect(talk("Hiking", ask).last).toMatchObject({ ask: { chips: [], ...expected }, outcome: { status: "applied" } });
});

test.each(["top 40% of earners", "top 10 euro", "the best sports podcasts"])("the list is not cut: %s", (ask) => {
  expect(talk("Hiking", ask).last?.ask.most).toBeUndefined();
});

test.each([
  ["Display in Germany", "keep display, add CTV", ["Germany", "connected TV", "display"]],
  ["Podcasts in Germany", "no quites los podcasts", ["Germany", "podcast"]],
  ["Podcasts in Germany", "limit it to France", ["France", "podcast"]],
  ["Podcasts in Germany", "podcasts -> CTV", ["Germany", "connected TV"]],
  ["Display in Germany", "no, CTV", ["Germany", "connected TV"]],
  ["Podcasts in UK", "no podcasts, display", ["United Kingdom", "display", "no podcast"]],
  ["Display in UK", "not the UK, Spain", ["Spain", "display"]],
  ["Display in UK", "remove UK, add Germany", ["Germany", "display"]],
  ["Display in UK", "drop the first and add podcasts", ["display", "podcast"]],
  ["Display in Germany", "Austria instead of Germany", ["Austria", "display"]],
  ["Podcasts, max 20 EUR", "25 instead", ["at most 25 EUR per mille"]],
  ["Podcasts, budget 5000 GBP", "make that 8000", ["a budget of 8000"]],
  ["Podcasts, max 20 EUR", "sin límites", ["podcast"]],
  ["Japan, display", "アメリカに変更", ["United States"]],
  ["Podcasts in the US", "not all channels, just CTV", ["United States", "connected TV"]],
  ["Podcasts in Germany", "any country, no, Austria only", ["Austria", "podcast"]],
  ["Display in Germany", "climate podcasts, and Nintendo Switch", ["Germany", "display"]],
  ["Podcasts, max $30", "increase the cpm to 40", ["at most 40 USD per mille", "podcast"]],
  ["Podcasts in Spanish", "any language", ["podcast"]],
])("%s, then %s", (brief, ask, expected) => {
  expect(inForce(brief, ask)).toEqual(expect.arrayContaining(expected));
});

test.each([
  "bis 30. Juni",
  "bis 15.12.",
  "up to 3 publishers",
  "people under 30",
  "menos de 30 años",
  "max 15 km around Berlin",
  "frequency cap of 3",
  "make that 2 countries",
])("a limit of something else is no price: %s", (ask) => {
  expect(talk("Display", ask).last?.ask.chips.filter(({ kind }) => kind === "maxCpm")).toEqual([]);
});

test.each([
  "drop the first week",
  "no second homes",
  "pas de première classe",
  "more like last year",
  "don't drop the first",
  "without second thoughts",
])("what is no product of the list is not left out: %s", (ask) => {
  expect(talk("Hiking", ask).last?.ask.omits).toBeUndefined();
});

test.each([
  ["Alpenkanal raus", "without"],
  ["auf Alpenkanal verzichten wir", "without"],
  ["anything but alpenkanal", "without"],
  ["Le Quai Média à exclure", "without"],
  ["pas de Quai Média", "without"],
  ["no Ledger and Line please", "without"],
  ["Fernwood Audioは除外", "without"],
  ["Alpenkanal too", "also"],
  ["Le Quai Média is ok after all", "also"],
  ["keep Alpenkanal", "also"],
])("what is said of a seller is read as of a medium: %s", (ask, stance) => {
  expect(talk("Ads", ask).last?.ask.sellers).toMatchObject({ [stance]: [expect.any(String)] });
});

test("a wider word that is refused ends what was wanted of it", () => {
  expect(inForce("DOOH in Germany", "display too", "no out-of-home")).toEqual([
    "Germany",
    "display",
    "no digital out-of-home",
    "no out-of-home",
  ]);
  expect(inForce("Podcasts in Germany", "Switzerland too", "drop Switzerland again")).toEqual(["Germany", "podcast"]);
});

test.each(["our last agency was at Le Quai Média, they moved", "Alpenkanal is a competitor of our client"])(
  "who is only spoken of is not asked for: %s",
  (ask) => {
    expect(talk("Ads", ask).last?.ask).toEqual({ ask, chips: [] });
  },
);

test("the notes say what was read, what it ended, and what was not understood", () => {
  const notes = (...turns: readonly [string, ...string[]]) => talk(...turns).last?.outcome?.notes;
  expect(notes("Display in the UK", "Germany instead")).toBe("read as Germany; no longer asks for United Kingdom");
  expect(notes("Germany", "podcasts too")).toBe("prefers podcast, and excludes nothing else");
  expect(notes("Germany, no podcasts", "podcasts are fine after all")).toBe("no longer refuses podcast");
  expect(notes("Germany", "any country")).toBe("no longer limits the countries");
  expect(notes("Germany", "cooking, blorbly please")).toBe("read as cooking; not understood: blorbly");
  expect(talk("Germany", "something else").last?.outcome).toBeUndefined();
});

test.each([
  ["undo", "undo"],
  ["Cancel that, please!", "undo"],
  ["vuelve atrás", "undo"],
  ["start over", "reset"],
  ["recommence à zéro", "reset"],
  ["最初からやり直し", "reset"],
  ["ابدأ من جديد", "reset"],
  ["start over with podcasts", undefined],
  ["undo the knots: sailing", undefined],
])("only the whole of what is said concerns the session: %s", (ask, expected) => {
  expect(sessionAskOf(ask)).toBe(expected);
});

test("a new brief begins where the earlier one is given up", () => {
  expect(newBriefIn("Forget all that, we want cooking in France")).toBe("we want cooking in France");
  expect(newBriefIn("new brief: podcasts in Spain")).toBe("podcasts in Spain");
  expect(newBriefIn("forget everything")).toBeUndefined();
  expect(newBriefIn("forget the podcasts")).toBeUndefined();
});
