import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { demandsOf, unmetBy } from "./demands.ts";
import { preferencesOf } from "./preferences.ts";

const reading = { languages: ["en"] } as never;
const runningIn = (...countries: string[]) => ({ product: product("boots", { countries }) }) as never;

test("a region is one preference, with all its countries", () => {
  const ofEurope = preferencesOf(readBrief("Hiking boots, preferably in Europe"));
  const ofGermany = preferencesOf(readBrief("Hiking boots, preferably in Germany"));
  expect(ofEurope(runningIn("DE"), reading)).toBe(ofGermany(runningIn("DE"), reading));
});

test("what also runs in a refused country is out, wherever else it runs", () => {
  const demands = demandsOf(readBrief("Hiking boots, not in Poland"));
  expect(unmetBy(runningIn("DE"), demands)).toEqual([]);
  expect(unmetBy(runningIn("DE", "PL"), demands)).toHaveLength(1);
});

test("what may break a demand comes after what does not, and is not hidden", () => {
  const brief = readBrief("Hiking boots in Germany");
  const doubted = { ...brief, chips: brief.chips.map((chip) => ({ ...chip, certainty: 0.57, chance: 0.4 })) };
  const factorOf = preferencesOf(doubted);
  const [inside, outside] = [factorOf(runningIn("DE"), reading), factorOf(runningIn("PL"), reading)];
  expect(outside / inside).toBeCloseTo((0.6 * (1 - 0.035)) / (1 + 0.035), 1);
  expect(unmetBy(runningIn("PL"), demandsOf(doubted))).toEqual([]);
});

test("a medium that is only spoken of does not widen what is demanded", () => {
  expect(demandsOf(readBrief("Podcasts, please. Last year we were on the radio.")).channels.any).toEqual(["podcast"]);
  expect(demandsOf(readBrief("Podcasts, ideally with some radio.")).channels.any).toEqual(["podcast", "radio"]);
});

test("of media that are both only preferred, what has one of them is not out for lacking the other", () => {
  for (const brief of [
    "Preferably podcasts and DOOH",
    "Vorzugsweise Podcast und Radio",
    "Idéalement radio ou cinéma",
  ]) {
    const read = readBrief(brief);
    const factorOf = preferencesOf(read);
    const sold = (...channels: string[]) => ({ product: { ...product("boots"), channels } }) as never;
    const asked = read.chips.filter(({ kind }) => kind === "channel").map(({ value }) => value);
    const [one, none] = [factorOf(sold(...asked.slice(0, 1)), reading), factorOf(sold("email"), reading)];
    const other = factorOf(sold(...asked.slice(1)), reading);
    expect(Math.max(one, other), brief).toBeGreaterThanOrEqual(0.6);
    expect(none, brief).toBeLessThan(Math.max(one, other));
  }
});
