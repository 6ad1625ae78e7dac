import { expect, test } from "vitest";
import { CHANNELS } from "../../src/ground/channels/channel.ts";
import { CLASSES, type GradedBrief, LANGUAGES, readBriefs, readProducts, satisfies } from "./set.ts";
import { checkedSet, setOf, singleSet } from "./whole-set.ts";

const further = readBriefs("more");
const first = setOf("first", { products: 200, publishers: 30, countries: 12 });
const second = setOf("second", { products: 120, publishers: 20, countries: 14 });

const third = checkedSet("third");
const fourth = checkedSet("fourth");
const fifth = setOf("fifth", { products: 110, publishers: 26, countries: 21 });
const sixth = singleSet("sixth", "held", { products: 80, publishers: 21, countries: 18 });
const seventh = setOf("seventh", { products: 120, publishers: 29, countries: 18 });
const eighth = singleSet("eighth", "tune", { products: 100, publishers: 25, countries: 16 });
const ninth = setOf("ninth", { products: 150, publishers: 52, countries: 23 });
/** Sets of one part with 150 products and eighty briefs; of each class and language the steps between them that have a brief. */
const eighties = (
  [
    ["tenth", { publishers: 48, countries: 22 }, [0, 1, 2, 4, 5, 6, 8, 9]],
    ["eleventh", { publishers: 25, countries: 18 }, [0, 1, 2, 4, 5, 6, 7, 9]],
    ["twelfth", { publishers: 40, countries: 22 }, [0, 1, 3, 4, 5, 6, 8, 9]],
    ["thirteenth", { publishers: 42, countries: 21 }, [0, 2, 3, 4, 5, 7, 8, 9]],
    ["fourteenth", { publishers: 42, countries: 22 }, [0, 1, 2, 4, 5, 6, 8, 9]],
    ["fifteenth", { publishers: 45, countries: 22 }, [0, 2, 3, 4, 5, 7, 8, 9]],
    ["sixteenth", { publishers: 45, countries: 22 }, [1, 2, 3, 4, 6, 7, 8, 9]],
    ["seventeenth", { publishers: 43, countries: 22 }, [0, 1, 2, 4, 5, 6, 7, 9]],
    ["eighteenth", { publishers: 45, countries: 22 }, [0, 2, 3, 4, 5, 7, 8, 9]],
    ["nineteenth", { publishers: 45, countries: 22 }, [0, 1, 3, 4, 5, 6, 8, 9]],
    ["twentieth", { publishers: 40, countries: 22 }, [1, 2, 3, 4, 6, 7, 8, 9]],
    ["twenty-first", { publishers: 45, countries: 22 }, [0, 1, 2, 4, 5, 6, 8, 9]],
  ] as const
).map(([name, sizes, steps]) => ({ ...singleSet(name, "held", { products: 150, ...sizes }), steps }));
const twentyThird = singleSet("twenty-third", "held", { products: 110, publishers: 30, countries: 15 });
const twentySecond = singleSet("twenty-second", "held", { products: 110, publishers: 30, countries: 15 });
/** Eighty briefs over fewer products: every class and language eight times, and none of them together twice. */
const smaller = (
  ["twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth"] as const
).map((name) => singleSet(name, "held", { products: 110, publishers: 30, countries: 15 }));
/** Of eighty briefs 32 that nothing fits, and eight in each language. */
const ofNothing = (
  [
    "thirtieth",
    "thirty-first",
    "thirty-second",
    "thirty-third",
    "thirty-fourth",
    "thirty-fifth",
    "thirty-sixth",
  ] as const
).map((name) => singleSet(name, "held", { products: 110, publishers: 103, countries: 20 }));
const asides = (["twelfth", "fourteenth", "sixteenth"] as const).map((name) => {
  const products = readProducts(name);
  const byId = new Map(products.map((product) => [product.id, product]));
  return { name: `more of the ${name}`, products, byId, briefs: readBriefs("more", name) };
});

const sets = [
  first,
  { ...first, name: "further", briefs: further },
  second,
  third,
  fourth,
  fifth,
  sixth,
  seventh,
  eighth,
  ninth,
  ...eighties,
  twentySecond,
  twentyThird,
  ...smaller,
  ...ofNothing,
  ...asides,
];
const divided = [first, second, fifth, seventh];
const single = [sixth, eighth, ...eighties, twentySecond, twentyThird, ...smaller, ...ofNothing];
const sized = [...divided, ninth, ...single];
const parts = divided.flatMap(({ name, parts }) => [
  [`${name} tune`, parts.tune, name] as const,
  [`${name} held`, parts.held, name] as const,
]);
const graded = sets.flatMap(({ name, briefs, byId }) =>
  briefs.map((brief) => [`${name} ${brief.id}`, brief, byId] as const),
);

/** Of a class and a language, the steps between them say the part: even is tune, odd is held. */
const CLASSES_BY_STEP = [
  "season",
  "channel",
  "b2b",
  "price",
  "nothing",
  "paraphrase",
  "plain",
  "negation",
  "typo",
  "geography",
];

const counts = (values: string[]) => Map.groupBy(values, (value) => value);
/** Of every class and every language as many. */
function expectEach(briefs: readonly GradedBrief[], times: number) {
  const byClass = counts(briefs.map((brief) => brief.class));
  const byLanguage = counts(briefs.map(({ language }) => language));
  for (const name of CLASSES) expect(byClass.get(name), name).toHaveLength(times);
  for (const language of LANGUAGES) expect(byLanguage.get(language), language).toHaveLength(times);
}
const gradesOf = (brief: GradedBrief) => Object.entries(brief.grades);

test.each(sized)(
  "the $name set's products have an id each, differ in their words, and use every channel and language",
  ({ products, byId, sizes }) => {
    expect(products).toHaveLength(sizes.products);
    expect(byId.size).toBe(sizes.products);
    expect(new Set(products.map(({ publisher, name }) => `${publisher}: ${name}`)).size).toBe(sizes.products);
    expect(new Set(products.map(({ description }) => description)).size).toBe(sizes.products);
    expect(new Set(products.flatMap(({ channels }) => channels))).toEqual(new Set(CHANNELS));
    expect(new Set(products.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
    expect(new Set(products.map(({ publisher }) => publisher)).size).toBeGreaterThanOrEqual(sizes.publishers);
    expect(new Set(products.map(({ country }) => country)).size).toBeGreaterThanOrEqual(sizes.countries);
  },
);

test.each(sized)("a publisher of the $name set has one country and one language", ({ products }) => {
  const homes = products.map(({ publisher, country, language }) => `${publisher} ${country} ${language}`);
  expect(new Set(homes).size).toBe(new Set(products.map(({ publisher }) => publisher)).size);
});

test.each(parts)("%s has forty briefs, and every class and language four times", (_, part) => {
  expect(part).toHaveLength(40);
  expectEach(part, 4);
});

test.each(parts)("%s has the briefs that class and language give it", (title, part, name) => {
  const isTuned = (brief: GradedBrief) =>
    name === "seventh"
      ? [0, 2, 4, 6].includes(stepBetween(brief, CLASSES))
      : stepBetween(brief, CLASSES_BY_STEP) % 2 === 0;
  expect(part.filter((brief) => isTuned(brief) !== title.endsWith("tune")).map(({ id }) => id)).toEqual([]);
});

/** How many steps the brief's language is ahead of its class, of ten. */
function stepBetween(brief: GradedBrief, classes: readonly string[]): number {
  return (LANGUAGES.indexOf(brief.language) - classes.indexOf(brief.class) + 10) % 10;
}

test("of the seventh set, whose briefs of any class may be fitted by nothing, twelve are", () => {
  expect(seventh.briefs.filter(({ nothingFits }) => nothingFits)).toHaveLength(12);
});

test("the further briefs are sixty, six of every class and language", () => {
  expect(further).toHaveLength(60);
  for (const name of CLASSES) expect(counts(further.map((brief) => brief.class)).get(name), name).toHaveLength(6);
  for (const language of LANGUAGES)
    expect(counts(further.map((brief) => brief.language)).get(language)?.length, language).toBeGreaterThanOrEqual(3);
});

test("the third set has 72 products, and of sixty briefs every third in the part to check by", () => {
  expect(third.byId.size).toBe(72);
  expect(new Set(third.products.flatMap(({ channels }) => channels))).toEqual(new Set(CHANNELS));
  expect([third.parts.tune.length, third.parts.check.length]).toEqual([40, 20]);
  for (const name of CLASSES) {
    expect(third.parts.tune.filter((brief) => brief.class === name)).toHaveLength(4);
    expect(third.parts.check.filter((brief) => brief.class === name)).toHaveLength(2);
  }
  for (const language of LANGUAGES) expect(third.briefs.filter((brief) => brief.language === language)).toHaveLength(6);
});

test("the fourth set has 120 products, six briefs of every class and language to tune on, and three to check by", () => {
  expect(fourth.byId.size).toBe(120);
  expect(new Set(fourth.products.flatMap(({ channels }) => channels))).toEqual(new Set(CHANNELS));
  expect([fourth.parts.tune.length, fourth.parts.check.length]).toEqual([60, 30]);
  for (const name of CLASSES) {
    expect(fourth.parts.tune.filter((brief) => brief.class === name)).toHaveLength(6);
    expect(fourth.parts.check.filter((brief) => brief.class === name)).toHaveLength(3);
  }
  for (const language of LANGUAGES) {
    expect(fourth.parts.tune.filter((brief) => brief.language === language)).toHaveLength(6);
    expect(fourth.parts.check.filter((brief) => brief.language === language)).toHaveLength(3);
  }
});

test("the sixth set has fifty briefs, and every class and language five times", () => {
  expect(sixth.briefs).toHaveLength(50);
  expectEach(sixth.briefs, 5);
});

test.each([eighth, twentySecond, twentyThird])(
  "the $name set has sixty briefs, and every class and language six times",
  (set) => {
    expect(set.briefs).toHaveLength(60);
    expectEach(set.briefs, 6);
  },
);

test.each([
  ["tune", 5],
  ["held", 3],
] as const)(
  "the ninth set's %s part has every class and language %i times, and the briefs they give it",
  (title, times) => {
    const part = ninth.parts[title];
    expect(part).toHaveLength(times * 10);
    expectEach(part, times);
    const steps = title === "tune" ? [0, 2, 4, 6, 8] : [1, 3, 7];
    expect(new Set(part.map((brief) => stepBetween(brief, CLASSES)))).toEqual(new Set(steps));
  },
);

test.each(eighties)(
  "the $name set has eighty briefs, every class and language eight times, and the steps between them that it names",
  ({ briefs, steps }) => {
    expect(briefs).toHaveLength(80);
    expectEach(briefs, 8);
    expect(new Set(briefs.map((brief) => stepBetween(brief, CLASSES)))).toEqual(new Set(steps));
  },
);

test.each(smaller)("the $name set has eighty briefs, every class and language eight times", ({ briefs }) => {
  expect(briefs).toHaveLength(80);
  expectEach(briefs, 8);
});

test.each(ofNothing)(
  "of the $name set's eighty briefs nothing fits 32, and eight are in each language",
  ({ briefs }) => {
    expect(briefs).toHaveLength(80);
    expect(briefs.filter(({ nothingFits }) => nothingFits)).toHaveLength(32);
    for (const language of LANGUAGES) expect(briefs.filter((brief) => brief.language === language)).toHaveLength(8);
  },
);

test.each(asides)("$name are forty, half of which nothing fits, and four in each language", ({ briefs }) => {
  expect(briefs).toHaveLength(40);
  expect(briefs.filter(({ nothingFits }) => nothingFits)).toHaveLength(20);
  for (const language of LANGUAGES) expect(briefs.filter((brief) => brief.language === language)).toHaveLength(4);
});

test("no brief stands twice, neither by its id in a set nor by its words in any", () => {
  expect(new Set([...first.briefs, ...further].map(({ id }) => id)).size).toBe(140);
  for (const { briefs } of [second, fifth, ninth, seventh, ...single])
    expect(new Set(briefs.map(({ id }) => id)).size).toBe(briefs.length);
  expect(new Set(graded.map(([, { text }]) => text.toLowerCase())).size).toBe(2960);
});

test.each(graded)("%s grades products that there are", (_, brief, byId) => {
  expect(gradesOf(brief).filter(([id]) => !byId.has(id))).toEqual([]);
});

test.each(graded)("%s finds what it wants, or is told that nothing fits", (name, brief, byId) => {
  const best = Math.max(0, ...Object.values(brief.grades));
  // A price in another currency is graded 2 at most.
  const ceiling = brief.constraints.find(({ kind }) => kind === "maxCpm");
  const isAbroad = ([id]: [string, number]) =>
    ceiling?.kind === "maxCpm" && byId.get(id)?.pricing.currency !== ceiling.currency;
  const wants = Object.entries(brief.grades).some((grade) => grade[1] === best && isAbroad(grade)) ? [2, 3] : [3];
  expect(brief.nothingFits ? [0] : wants).toContain(best);
  // In the seventh set a brief of any class may be fitted by nothing; how many, is counted above.
  const mayBe = name.startsWith("seventh ") && brief.nothingFits;
  expect(brief.nothingFits).toBe(brief.class === "nothing" || mayBe);
});

test.each(graded)("%s grades nothing that it forbids", (_, brief, byId) => {
  const forbidden = gradesOf(brief).flatMap(([id]) => {
    const product = byId.get(id);
    return (product ? brief.constraints.filter((constraint) => !satisfies(product, constraint)) : []).map(
      ({ kind, value }) => `${id} against ${kind} ${String(value)}`,
    );
  });
  expect(forbidden).toEqual([]);
});

test.each(sized)("a price in another currency is graded two at most in the $name set", ({ briefs, byId }) => {
  const overrated = briefs.flatMap((brief) =>
    brief.constraints.flatMap((constraint) =>
      constraint.kind === "maxCpm"
        ? gradesOf(brief).filter(([id, grade]) => grade > 2 && byId.get(id)?.pricing.currency !== constraint.currency)
        : [],
    ),
  );
  expect(overrated).toEqual([]);
});

test.each(sets)("every constraint in $name is broken by some product, so that a brief misread is seen", (set) => {
  const idle = set.briefs.flatMap(({ id, constraints }) =>
    constraints.filter((constraint) => set.products.every((product) => satisfies(product, constraint))).map(() => id),
  );
  expect(idle).toEqual([]);
});
