import { listAllComplianceStoryboards } from "@adcp/sdk/testing";
import { expect, test } from "vitest";
import { chooseStoryboards, type Declared } from "./choose-storyboards.ts";

const SELLER: Declared = { protocols: ["media_buy"], specialisms: [], sandbox: true };
const idsOf = (declared: Declared, protocol: "MCP" | "A2A" = "MCP") =>
  chooseStoryboards(declared, protocol).map(({ id }) => id);

test("a seller is tested for what everybody has to support, for selling, and for the scenarios that selling requires", () => {
  const ids = idsOf(SELLER);
  expect(ids).toEqual(expect.arrayContaining(["capability_discovery", "media_buy_seller", "error_compliance"]));
  expect(ids).toContain("media_buy_seller/refine_products");
  expect(new Set(ids).size).toBe(ids.length);
});

test("it is not tested for what it does not declare, and unknown declarations do not count against it", () => {
  expect(idsOf(SELLER)).not.toContain("signals_baseline");
  expect(idsOf({ ...SELLER, specialisms: ["sales-on-the-moon"] })).toEqual(idsOf(SELLER));
});

test("an agent without sandbox accounts is only tested with storyboards that read", () => {
  const storyboards = chooseStoryboards({ ...SELLER, sandbox: false }, "MCP");
  const tasks = new Set(
    storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.map(({ task }) => task))),
  );
  expect(storyboards.length).toBeGreaterThan(3);
  expect([...tasks].filter((task) => /^(create|update|sync|activate|delete|log|report|acquire)_/.test(task))).toEqual(
    [],
  );
});

test("nothing is left out under a name that the SDK does not know", () => {
  const known = new Set(listAllComplianceStoryboards().map(({ id }) => id));
  const everything: Declared = {
    protocols: ["media_buy", "creative", "signals", "governance", "brand", "sponsored_intelligence"],
    specialisms: [],
    sandbox: true,
  };
  for (const id of idsOf(everything)) expect(known).toContain(id);
  expect(idsOf(everything)).not.toContain("webhook_emission");
  expect(idsOf(everything, "A2A")).not.toContain("security_baseline");
});
