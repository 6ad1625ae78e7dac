import { afterAll, beforeAll, expect, test } from "vitest";
import { gradeRequestSigning } from "../../node_modules/@adcp/sdk/dist/lib/testing/storyboard/request-signing/index.js";
import { admitGrader } from "../../src/main/sandbox/admit-grader.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";

/** The SDK's grader of signed requests (AdCP 3.0.6), which signs by the published keys and asks over the wire. */
let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  await admitGrader(shop.world.app, shop.seller.key);
});
afterAll(() => shop.world.close());

/** What the grader itself does not ask, and why. */
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
