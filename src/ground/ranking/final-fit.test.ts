import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { product } from "../seller-agent/product.fixture.ts";
import { finalFitFor, type Standing } from "./final-fit.ts";
import { rankProducts } from "./rank-products.ts";
import { unitsOf } from "./units.ts";

const BRIEF = "We look for gardeners";
const units = unitsOf(readBrief(BRIEF), BRIEF);
const met = Float64Array.from(units, () => 1);
const unmet = Float64Array.from(units, () => 0.3);
const LIKELY: Standing = { score: 0.8, likelihood: 0.9, worth: 0.9, isMass: false, isMeant: false };
const finalFit = finalFitFor(units, readBrief(BRIEF));

test.each<[string, Partial<Standing>, string]>([
  ["what both the rules and a person would call an answer is strong", {}, "strong"],
  ["what a person would hardly call one is weak, whatever the rules say", { likelihood: 0.2, worth: 0.2 }, "weak"],
  ["nothing is strong whose likelihood is not", { likelihood: 0.5, worth: 0.5 }, "fair"],
  ["what is not worth as much is weak, also in a medium that everybody sees", { worth: 0.3, isMass: true }, "weak"],
  ["what is likely an answer is not weak", { score: 0.2 }, "fair"],
  ["unless prices or dates take its worth away", { score: 0.2, worth: 0.3 }, "weak"],
  ["what the rules exclude stays out", { score: 0.05 }, "none"],
])("%s", (_, standing, fit) => {
  expect(finalFit({ ...LIKELY, ...standing }, met)).toBe(fit);
});

test("what is only near what is sought is weak, unless it is very likely an answer", () => {
  expect(finalFit({ ...LIKELY, score: 0.5, likelihood: 0.6 }, unmet)).toBe("weak");
  expect(finalFit({ ...LIKELY, score: 0.5 }, unmet)).toBe("fair");
});

test("who seeks people of one trade does not mean the owners and managers of another", () => {
  const brief = "We look for hotel managers";
  const read = unitsOf(readBrief(brief), brief);
  const roleAlone = Float64Array.from(read, ({ key }) =>
    key === "topic:hospitality" || key === "topic:hotels" ? 0 : 1,
  );
  const fit = finalFitFor(read, readBrief(brief));
  expect(fit(LIKELY, roleAlone)).toBe("weak");
  expect(fit({ ...LIKELY, isMeant: true }, roleAlone)).not.toBe("weak");
  expect(
    fit(
      LIKELY,
      Float64Array.from(read, () => 1),
    ),
  ).toBe("strong");
});

test("where only media or places are asked for, what meets the demands fits, however little is known of it", () => {
  const brief = "Radio in Ireland";
  const fit = finalFitFor(unitsOf(readBrief(brief), brief), readBrief(brief));
  expect(fit({ ...LIKELY, score: 0.55, likelihood: 0.3, worth: 0.3 }, new Float64Array(0))).toBe("fair");
});

test.each([
  "DOOH in France for Christmas",
  "podcast en España para Navidad",
  "DOOH in Deutschland zum Valentinstag",
  "Podcasts in Germany for Oktoberfest",
  "Online-Video zum Black Friday in Deutschland",
])("an occasion is when somebody advertises, and alone no reason for which a medium does not fit: %s", (brief) => {
  const asked = unitsOf(readBrief(brief), brief);
  expect(asked.map(({ kind }) => kind)).toEqual(["season"]);
  const fit = finalFitFor(asked, readBrief(brief));
  expect(fit({ ...LIKELY, score: 0.55, likelihood: 0.3, worth: 0.3 }, new Float64Array(1))).toBe("fair");
});

test("an occasion alone is what a brief is about, and so is one beside a subject", () => {
  for (const brief of ["Halloween", "Podcasts in Germany for Christmas toys"])
    expect(unitsOf(readBrief(brief), brief).map(({ kind }) => kind)).toContain("topic");
});

test("what a text says in passing is a weak match, and why says so", async () => {
  const football = {
    ...product("saturday"),
    name: "Saturday",
    description: "Football: goalkeepers, strikers, referees, politics, chess, cars, tattoos, pastries at half-time.",
    channels: ["podcast"],
  };
  const [one] = await rankProducts([{ salesAgentId: "one", product: football }], "Flour for home bakers");
  expect(one?.relevance?.fit).toBe("weak");
  expect(one?.relevance?.why).toMatch(/^Asks for .+: this is podcast.* that mentions .+ in passing/);
});
