import { afterAll, beforeAll, expect, test } from "vitest";
import { gradeRequestSigning } from "../../node_modules/@adcp/sdk/dist/lib/testing/storyboard/request-signing/index.js";
import { admitGrader } from "../../src/main/sandbox/admit-grader.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { RELEASES } from "./releases.ts";
import { grade } from "./run-storyboard.ts";

/** The SDK's grader of signed requests (AdCP 3.0.6), which signs with the published keys and sends its requests over the network. */
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await admitGrader(shop.world.app, shop.seller.key);
});
afterAll(() => shop.world.close());

/** What the grader itself does not request, and why. */
const UNGRADED: Readonly<Record<string, string>> = {
  capability_profile_mismatch:
    "007 wants a digest required and 018 forbidden, while 001, 002 and 016 want it as one likes",
  transport_ungradable: "no HTTP client sends such a host",
  mcp_mode_flattens_url_edges: "over MCP there is one address to ask at; by plain HTTP they are graded",
  rate_abuse_opt_out: "the second to be graded counts so far, and would leave nothing to whoever comes behind it",
};

test.each([
  { transport: "mcp", skipRateAbuse: true },
  { transport: "raw", skipRateAbuse: false },
] as const)(
  "no vector fails over the wire ($transport)",
  async (asked) => {
    const report = await gradeRequestSigning(shop.mcpUrl, {
      ...asked,
      allowPrivateIp: true,
      allowLiveSideEffects: true,
      agentContentDigestPolicy: "either",
    });
    const results = [...report.positive, ...report.negative];
    expect(results.filter(({ passed, skipped }) => !passed && !skipped)).toEqual([]);
    expect(results.filter(({ skipped }) => !skipped).length).toBe(asked.skipRateAbuse ? 29 : 34);
    const skipped = results.filter((one) => one.skipped && !((one.skip_reason ?? "") in UNGRADED));
    expect(skipped.map(({ vector_id, skip_reason }) => `${vector_id}: ${skip_reason}`)).toEqual([]);
  },
  60_000,
);

/** What cannot be passed if 3.0's storyboard is run against an agent, and why. */
const FAILS_FOR_EVERYBODY: Readonly<Record<string, string>> = {
  get_capabilities:
    "a caller whose keys are not known is told that its signatures are not verified, and this one brings none",
  "negative-007-missing-content-digest": "016 wants the same request taken",
  "negative-018-digest-covered-when-forbidden": "002 wants the same request taken",
  "negative-025-jwk-alg-crv-mismatch": "the SDK asks itself, and the runner reads an answer that nobody gave",
};

test("when the storyboard is run from outside, every step passes except those that nobody can pass", async () => {
  const other = await openShop();
  await admitGrader(other.world.app, other.seller.key);
  const storyboard = RELEASES["3.0.6"].find(({ id }) => id === "signed_requests");
  if (!storyboard) throw new Error("there is no such storyboard");
  const { passed, failed, skipped } = await grade(storyboard, { shop: other, transport: "mcp" });
  await other.close();
  expect(failed.map((step) => step.split(":")[0])).toEqual(Object.keys(FAILS_FOR_EVERYBODY));
  expect(skipped).toEqual(["negative-026-non-ascii-host: transport_ungradable"]);
  expect(passed).toBe(35);
}, 60_000);
