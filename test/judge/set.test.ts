import { expect, test } from "vitest";
import { CHANNELS } from "../../src/ground/ranking/channel.ts";
import { CLASSES, type GradedBrief, LANGUAGES, readBriefs, readProducts, satisfies } from "./set.ts";

const products = readProducts();
const byId = new Map(products.map((product) => [product.id, product]));
const parts = { tune: readBriefs("tune"), held: readBriefs("held") };
const further = readBriefs("more");
const briefs = [...parts.tune, ...parts.held, ...further];

const counts = (values: string[]) => Map.groupBy(values, (value) => value);
const gradesOf = (brief: GradedBrief) => Object.entries(brief.grades);

test("two hundred products have an id each, differ in their words, and use every channel and language", () => {
  expect(products).toHaveLength(200);
  expect(byId.size).toBe(200);
  expect(new Set(products.map(({ publisher, name }) => `${publisher}: ${name}`)).size).toBe(200);
  expect(new Set(products.map(({ description }) => description)).size).toBe(200);
  expect(new Set(products.flatMap(({ channels }) => channels))).toEqual(new Set(CHANNELS));
  expect(new Set(products.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
  expect(new Set(products.map(({ publisher }) => publisher)).size).toBeGreaterThanOrEqual(30);
  expect(new Set(products.map(({ country }) => country)).size).toBeGreaterThanOrEqual(12);
});

test("a publisher has one country and one language", () => {
  const homes = products.map(({ publisher, country, language }) => `${publisher} ${country} ${language}`);
  expect(new Set(homes).size).toBe(new Set(products.map(({ publisher }) => publisher)).size);
});

test("each part has forty briefs, and every class and language four times", () => {
  for (const part of Object.values(parts)) {
    expect(part).toHaveLength(40);
    const byClass = counts(part.map((brief) => brief.class));
    const byLanguage = counts(part.map(({ language }) => language));
    for (const name of CLASSES) expect(byClass.get(name), name).toHaveLength(4);
    for (const language of LANGUAGES) expect(byLanguage.get(language), language).toHaveLength(4);
  }
});

test("the further briefs are sixty, six of every class and language", () => {
  expect(further).toHaveLength(60);
  for (const name of CLASSES) expect(counts(further.map((brief) => brief.class)).get(name), name).toHaveLength(6);
  for (const language of LANGUAGES)
    expect(counts(further.map((brief) => brief.language)).get(language)?.length, language).toBeGreaterThanOrEqual(3);
});

test("no brief stands twice, neither by its id nor by its words", () => {
  expect(new Set(briefs.map(({ id }) => id)).size).toBe(140);
  expect(new Set(briefs.map(({ text }) => text.toLowerCase())).size).toBe(140);
});

test.each(briefs.map((brief) => [brief.id, brief] as const))("%s grades products that there are", (_, brief) => {
  expect(gradesOf(brief).filter(([id]) => !byId.has(id))).toEqual([]);
});

test.each(briefs.map((brief) => [brief.id, brief] as const))(
  "%s has what it wants, or says that nothing fits",
  (_, brief) => {
    const best = Math.max(0, ...Object.values(brief.grades));
    expect(best).toBe(brief.nothingFits ? 0 : 3);
    expect(brief.nothingFits).toBe(brief.class === "nothing");
  },
);

test.each(briefs.map((brief) => [brief.id, brief] as const))("%s grades nothing that it forbids", (_, brief) => {
  const forbidden = gradesOf(brief).flatMap(([id]) => {
    const product = byId.get(id);
    return (product ? brief.constraints.filter((constraint) => !satisfies(product, constraint)) : []).map(
      ({ kind, value }) => `${id} against ${kind} ${String(value)}`,
    );
  });
  expect(forbidden).toEqual([]);
});

test("every constraint is broken by some product, so that a brief misread is seen", () => {
  const idle = briefs.flatMap(({ id, constraints }) =>
    constraints.filter((constraint) => products.every((product) => satisfies(product, constraint))).map(() => id),
  );
  expect(idle).toEqual([]);
});
