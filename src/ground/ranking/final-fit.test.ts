import { expect, test } from "vitest";
import { readBrief } from "../brief/index.ts";
import { finalFitFor, type Standing } from "./final-fit.ts";
import { unitsOf } from "./units.ts";

const BRIEF = "We look for gardeners";
const units = unitsOf(readBrief(BRIEF), BRIEF);
const met = Float64Array.from(units, () => 1);
const unmet = Float64Array.from(units, () => 0.3);
const LIKELY: Standing = { score: 0.8, likelihood: 0.9, worth: 0.9, isMass: false, isNear: false };
const finalFit = finalFitFor(units, readBrief(BRIEF));

test.each<[string, Partial<Standing>, string]>([
  ["what both the rules and a person would call an answer is strong", {}, "strong"],
  ["what a person would hardly call one is weak, whatever the rules say", { likelihood: 0.2 }, "weak"],
  ["what everybody sees is so from a lower likelihood on", { likelihood: 0.25, score: 0.5, isMass: true }, "fair"],
  ["nothing is strong whose likelihood is not", { likelihood: 0.5 }, "fair"],
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
