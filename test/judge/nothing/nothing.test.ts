import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { discovery } from "../judge.ts";
import { readProducts } from "../set.ts";

/** The share of briefs that nothing fits of which this is said; before it was calibrated it was 0.52. */
const RECOGNISED = 0.96;
/** Of those that something fits, the share whose product must be among the first ten. */
const FOUND = 0.96;
const SHOWN = 10;

const lines = readFileSync(join(import.meta.dirname, "briefs.txt"), "utf8")
  .split("\n")
  .map((line) => line.split(" | "));

test("nothing fits is said where it is so, and not where a product is easily overlooked", async () => {
  const search = discovery(readProducts());
  const answer = async (text: string) =>
    search({ id: text, language: "en", class: "nothing", text, constraints: [], grades: {}, nothingFits: true });
  const missed: string[] = [];
  const share = async (kind: string, isRight: (top: readonly string[], id: string) => boolean) => {
    const briefs = lines.filter(([name]) => name === kind);
    let right = 0;
    for (const [, text = "", id = ""] of briefs) {
      const top = (await answer(text)).slice(0, SHOWN);
      if (isRight(top, id)) right++;
      else missed.push(`${text}: ${top.join(" ")}`);
    }
    return right / briefs.length;
  };
  expect(await share("nothing", (top) => top.length === 0), missed.join("\n")).toBeGreaterThanOrEqual(RECOGNISED);
  missed.length = 0;
  expect(await share("fits", (top, id) => top.includes(id)), missed.join("\n")).toBeGreaterThanOrEqual(FOUND);
});
