import { expect, test } from "vitest";
import { keyOf } from "../meanings.ts";
import { EACH, type Meanings, writeMeanings } from "./meaning-pages.ts";
import { isMarked, marked, type WordMarks, writeMarks } from "./word-marks.ts";

const NOWHERE: ReadonlyMap<string, number> = new Map();
/** More products than fit on a page. */
const PRODUCTS = 4_000;

function entriesIn({ page, start, end }: Meanings): [string, number][] {
  const entries: [string, number][] = [];
  for (let at = start; at < end; at += EACH) entries.push([keyOf(page[at] ?? -1), page[at + 1] ?? -1]);
  return entries;
}

test("products that share pages each keep what they are about", () => {
  const about = Array.from(
    { length: PRODUCTS },
    (_, nth) => new Map(Array.from({ length: nth % 13 }, (__, place) => [`topic:${(nth + place) % 97}`, place / 16])),
  );
  const written = about.map((one) => writeMeanings(one, NOWHERE));
  expect(new Set(written.map(({ page }) => page)).size).toBeGreaterThan(1);
  expect(written.map(entriesIn)).toEqual(about.map((one) => [...one]));
});

test("what is about more than fits on a page has one of its own", () => {
  const about = new Map(Array.from({ length: 20_000 }, (_, place) => [`topic:${place}`, 1]));
  expect(entriesIn(writeMeanings(about, NOWHERE))).toHaveLength(20_000);
});

test("a product's words are all marked, and few others", () => {
  const words = Array.from({ length: PRODUCTS }, (_, nth) =>
    Array.from({ length: 40 }, (__, place) => `word${nth}-${place}`),
  );
  const written = words.map(writeMarks);
  expect(new Set(written.map(({ page }) => page)).size).toBeGreaterThan(1);
  const missing = words.flatMap((own, nth) =>
    own.filter((word) => !isMarked(written[nth] as WordMarks, marked(word).mark)),
  );
  expect(missing).toEqual([]);
  const falsely = written.filter((marks) => isMarked(marks, marked("elsewhere").mark)).length;
  expect(falsely / PRODUCTS).toBeLessThan(0.15);
});
