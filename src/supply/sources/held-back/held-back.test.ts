import { expect, test } from "vitest";
import { isHeldBack, type Standing } from "./held-back.ts";

const standing = (trackStatuses: Standing["trackStatuses"], registryStatus: Standing["registryStatus"] = null) => ({
  executionType: "AGENT" as const,
  type: "SALES" as const,
  trackStatuses,
  registryStatus,
});
const GATES = ["core", "media_buy"];

test("only an agent that passes every gating track completely is shown to buyers", () => {
  for (const status of ["partial", "fail", "skip"])
    expect(isHeldBack(standing({ core: "pass", media_buy: status }), GATES)).toBe(true);
  expect(isHeldBack(standing({ core: "pass" }), GATES)).toBe(true);
  expect(isHeldBack(standing(null), GATES)).toBe(true);
  expect(isHeldBack(standing({ core: "pass", media_buy: "silent", signals: "fail" }), GATES)).toBe(false);
});

test("the registry's verdict takes precedence over our own", () => {
  expect(isHeldBack(standing(null, "passing"), GATES)).toBe(false);
  const graded = { core: "pass", media_buy: "pass" };
  expect(isHeldBack(standing(graded, "degraded"), GATES)).toBe(true);
  expect(isHeldBack(standing(graded, "failing"), GATES)).toBe(true);
});

test("nobody is withheld if nothing gates, nor what the marketplace itself runs, nor what sells nothing", () => {
  expect(isHeldBack(standing(null), [])).toBe(false);
  expect(isHeldBack({ ...standing(null), executionType: "SIMULATED" }, GATES)).toBe(false);
  expect(isHeldBack({ ...standing(null), type: "SIGNAL" }, GATES)).toBe(false);
});
