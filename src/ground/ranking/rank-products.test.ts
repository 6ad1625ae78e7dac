import fc from "fast-check";
import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { demandsOf, unmetBy } from "./demands.ts";
import { rankProducts } from "./rank-products.ts";

const CATALOGUE = [
  offer("alpine", "summit", {
    name: "Trail & Summit",
    description: "Trekking in the Alps, for mountaineers.",
    channels: ["display"],
    countries: ["AT"],
  }),
  offer("kitchen", "radio", { name: "Küchenradio", description: "Podcast über Rezepte.", channels: ["podcast"] }),
  offer("gyms", "screens", {
    name: "Screens in Fitnessstudios",
    description: "Digitale Screens in 400 Studios.",
    channels: ["dooh"],
    countries: ["DE"],
  }),
  offer("paper", "politics", { name: "Politik aktuell", description: "Nachrichten aus dem Bundestag." }),
  offer("paper", "calm", { name: "Gute Nachrichten", description: "Nachrichten ohne Politik." }),
  offer("paper", "rotation", { name: "Run of network", description: "All sections, all audiences." }),
  offer("gare", "economie", {
    name: "Gare et Cie, Économie",
    description: "L'actualité économique dans Gare et Cie.",
    publisherProperties: [{ publisherDomain: "gareetcie.example", selectionType: "all", propertyIds: [] }],
  }),
  offer("kiosk", "stations", { name: "Écrans en gare", description: "Dans 200 gares.", channels: ["dooh"] }),
];

test("words of the brief are listed once, however many meanings they have", async () => {
  const cars = offer("paper", "cars", { name: "Automotive", description: "Tests and reviews of electric cars." });
  const [first] = await rankProducts([...CATALOGUE, cars], "car reviews");
  expect(first?.relevance?.matchedTerms).toEqual(["car reviews"]);
});

test.each([
  ["Wir suchen Wanderer in Österreich", "summit"],
  ["hikng enthusiasts", "summit"],
  ["日本のハイキング好き", "summit"],
  ["people who cook", "radio"],
  ["gyms in Germany", "screens"],
  ["صالات رياضية", "screens"],
  ["Écrans dans les gares pour un parfum", "stations"],
  ["wiadomości bez polityki", "calm"],
])("the best match for a brief depends on its meaning, in whatever words and language: %s", async (brief, best) => {
  const [first] = await rankProducts(CATALOGUE, brief);
  expect(first?.product.productId).toBe(best);
  expect(first?.relevance?.fit).toBe("strong");
});

test.each([
  ["anything but podcasts", "summit"],
  ["kein Fernsehen", "summit"],
  ["rather display", "summit"],
  ["budget 20,000 EUR", "summit"],
  ["display in Graz", "summit"],
  ["podcasts in Hamburg", "radio"],
])("a brief without a subject is answered by what keeps to it: %s", async (brief, fitting) => {
  const demands = demandsOf(readBrief(brief));
  const kept = CATALOGUE.filter((one) => unmetBy(one, demands).length === 0);
  const found = (await rankProducts(kept, brief)).find(({ product: { productId } }) => productId === fitting);
  expect(["fair", "strong"]).toContain(found?.relevance?.fit);
});

test("a word that nobody has listed finds others of its root", async () => {
  const woods = offer("forest", "woods", {
    name: "Leśny portal",
    description: "Dla zbieraczy zwanych borowiczarzami.",
  });
  const [first] = await rankProducts([...CATALOGUE, woods], "sezon borowiczny");
  expect(first?.product.productId).toBe("woods");
});

test("of two products that fit alike, the one that is about nothing else comes first", async () => {
  const only = offer("a", "only", { name: "Hiking", description: "Hiking trails, for hikers." });
  const many = offer("b", "many", {
    name: "Hiking",
    description: "Hiking trails, for hikers; chess, insurance, opera.",
  });
  // Equals would be ordered by chance, by a brief's letters.
  for (let marks = 0; marks < 10; marks++) {
    const [first] = await rankProducts([many, only], `hikers${"!".repeat(marks)}`);
    expect(first?.product.productId).toBe("only");
  }
});

test("of two products that fit alike, the one that shares more of the brief's words comes first", async () => {
  const alike = offer("a", "alike", { name: "Journal", description: "Trekking." });
  const same = offer("b", "same", { name: "Journal", description: "Hiking." });
  const [first] = await rankProducts([alike, same], "hiking");
  expect(first?.product.productId).toBe("same");
});

test("where the subject does not matter, what keeps the demands fits", async () => {
  const [first] = await rankProducts(CATALOGUE, "Only podcasts, whatever the topic, for a bank");
  expect(first?.product.productId).toBe("radio");
  expect(first?.relevance?.fit).not.toBe("none");
});

test("a mass medium at the place that a brief demands is fair, but for a pastime of few only in the channel that it demands", async () => {
  const fitOf = async (brief: string) =>
    (await rankProducts(CATALOGUE, brief)).find(({ product }) => product.productId === "screens")?.relevance?.fit;
  expect(await fitOf("A detergent, only in Germany")).toBe("fair");
  expect(await fitOf("Coffee, only in Germany")).toBe("fair");
  expect(await fitOf("Coffee, only in Germany. It must reach people who love coffee.")).toBe("weak");
  expect(await fitOf("Pet insurance, only in Germany")).toBe("weak");
  expect(await fitOf("Horse riding, only in Germany")).toBe("weak");
  expect(await fitOf("Horse riding, only on digital screens in Germany")).toBe("fair");
});

test("fit is absolute: the best of a bad lot is weak, and says so", async () => {
  const ranked = await rankProducts(CATALOGUE, "spare parts for submarines");
  expect(ranked.map(({ relevance }) => relevance?.fit)).not.toContain("strong");
  expect(ranked.map(({ relevance }) => relevance?.fit)).not.toContain("fair");
  const alone = await rankProducts(CATALOGUE.slice(0, 1), "hiking");
  const among = await rankProducts(CATALOGUE, "hiking");
  expect(among[0]?.relevance).toEqual(alone[0]?.relevance);
});

test("why names the reading that matched", async () => {
  const [gym] = await rankProducts(CATALOGUE, "gyms in Germany");
  expect(gym?.relevance).toMatchObject({
    matchedTerms: ["gyms"],
    why: "Asks for fitness: this is digital out-of-home in Germany about fitness.",
  });
  const [near] = await rankProducts(CATALOGUE, "pizza");
  expect(near?.relevance?.why).toContain("which is near pizza");
});

test("an occasion says when, and why does not call it the subject", async () => {
  const ranked = await rankProducts(CATALOGUE, "digital screens in Germany for Christmas");
  const screens = ranked.find(({ product }) => product.productId === "screens");
  expect(screens?.relevance?.why).toBe(
    "Asks for digital out-of-home in Germany for christmas: this is digital out-of-home in Germany.",
  );
});

test("a publisher's name is no topic", async () => {
  const ranked = await rankProducts(CATALOGUE, "gares");
  const named = ranked.find(({ product }) => product.productId === "economie");
  expect(named?.relevance?.fit).toBe("none");
});

test.each([
  ["no politics", ["politics"]],
  ["only podcasts", ["summit", "screens", "politics", "calm", "rotation", "economie", "stations"]],
  ["not in Germany", ["screens"]],
  ["CPM under 10 USD", CATALOGUE.map(({ product }) => product.productId)],
  ["CPM under 10 EUR", []],
])("what a brief demands, products meet or not: %s", (brief, unmet) => {
  const demands = demandsOf(readBrief(brief));
  expect(CATALOGUE.filter((one) => unmetBy(one, demands).length > 0).map(({ product }) => product.productId)).toEqual(
    unmet,
  );
});

test("in whatever order the products arrive, their order and their scores are the same", async () => {
  const briefs = fc.subarray(["hiking", "cooking", "gym", "politics", "station", "podcast", "news", "zebra"], {
    minLength: 1,
  });
  const arrivals = fc.shuffledSubarray(CATALOGUE, { minLength: CATALOGUE.length });
  await fc.assert(
    fc.asyncProperty(briefs, arrivals, async (words, arrived) => {
      expect(await rankProducts(arrived, words.join(", "))).toEqual(await rankProducts(CATALOGUE, words.join(", ")));
    }),
    { seed: 20_261_121, numRuns: 40 },
  );
});

test("scores lie between 0 and 1 and fall, and fit falls with them", async () => {
  const names = fc.array(fc.constantFrom("Hiking", "Sports", "News", "Camping trips", "Opera", "Everything"), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(names, async (given) => {
      const offers = given.map((name, index) => offer("a", `p${index}`, { name }));
      const scores = (await rankProducts(offers, "hiking and sports")).map(({ relevance }) => relevance?.score ?? 0);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    }),
    { seed: 20_261_121, numRuns: 40 },
  );
});

test("equals of several publishers take turns, and another brief begins with another", async () => {
  const crowd = ["a", "b"].flatMap((agent) =>
    ["1", "2", "3"].map((id) => offer(agent, `${agent}${id}`, { name: "Hiking" })),
  );
  const agentsFor = async (brief: string) => (await rankProducts(crowd, brief)).map(({ salesAgentId }) => salesAgentId);
  const order = await agentsFor("hiking");
  expect(new Set(order.slice(0, 2)).size).toBe(2);
  const firsts = await Promise.all(
    ["hiking", "hikers", "trekking", "trail", "mountaineering"].map(async (brief) => (await agentsFor(brief))[0]),
  );
  expect(new Set(firsts).size).toBe(2);
});

const TRUE_CRIME = offer("audio", "crime", {
  name: "True Crime, Run of Network",
  description: "True crime investigations, all shows and all hours.",
  channels: ["podcast"],
});

test("a placement across a network of one subject is about that subject", async () => {
  const { chips } = readBrief("podcasts about running shoes, no true crime");
  expect(unmetBy(TRUE_CRIME, demandsOf({ chips }))).not.toEqual([]);
  const rotation = offer("paper", "rotation", { name: "Run of network", description: "All sections." });
  const [first, second] = await rankProducts([TRUE_CRIME, rotation], "dog food");
  expect(first?.product.productId).toBe("rotation");
  expect(second?.relevance?.why).toMatch(/nothing here says that this is about it/);
});

test("a mass medium with a subject of its own is no medium for a broad audience", async () => {
  const crime = offer("audio", "crime", {
    name: "True Crime",
    description: "True crime investigations.",
    channels: ["streaming_audio"],
  });
  const mixed = offer("audio", "mixed", { name: "Morning", description: "Weekdays.", channels: ["streaming_audio"] });
  const [first, second] = await rankProducts([crime, mixed], "Audio for a new brand of bread");
  expect([first, second].map((one) => one?.product.productId)).toEqual(["mixed", "crime"]);
  expect(first?.relevance?.why).toMatch(/for a broad audience\.$/);
  expect(second?.relevance?.why).toMatch(/about something else, in a medium for many\.$/);
});

test("why says once what a product is near, and what it is about among other things", async () => {
  const travel = offer("paper", "travel", { name: "Weekend Away", description: "City breaks and travel guides." });
  const [near] = await rankProducts([travel], "travel insurance for couples");
  expect(near?.relevance?.why).toMatch(/about travel, which is near travel insurance and couples\.$/);
  const many = offer("paper", "many", {
    name: "Run of network",
    description: "All sections: politics, cycling, homes, cars, opera, pets, fishing.",
  });
  const [little] = await rankProducts([many], "cycling");
  expect(little?.relevance?.why).toMatch(/about cycling, among other things\.$/);
});

test("what cannot be bought stands below what can", async () => {
  const twins = ["a", "b"].map((agent) => offer(agent, agent, { name: "Hiking" }));
  for (const out of ["a", "b"]) {
    const ranked = await rankProducts(twins, "hiking", { isOutOfReach: ({ salesAgentId }) => salesAgentId === out });
    expect(ranked[1]?.salesAgentId).toBe(out);
  }
});

test("a model finds what the words do not", async () => {
  const ranked = await rankProducts(CATALOGUE, "submarines", {
    nearness: ({ product }) => (product.productId === "screens" ? 0.9 : 0),
  });
  expect(ranked[0]?.product.productId).toBe("screens");
});

test("without a brief, or with one that says nothing, the products stay as the sellers ordered them", async () => {
  for (const brief of [undefined, "", "we want to reach our audience with a campaign"]) {
    const ranked = await rankProducts(CATALOGUE, brief);
    expect(ranked.map(({ product }) => product.productId)).toEqual(CATALOGUE.map(({ product }) => product.productId));
    expect(ranked.every(({ relevance }) => relevance === null)).toBe(true);
  }
});

function offer(salesAgentId: string, productId: string, changes: Parameters<typeof product>[1] = {}) {
  return { salesAgentId, product: product(productId, changes) };
}
