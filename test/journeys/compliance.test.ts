import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../jobs.ts";
import { type SdkSeller, startSdkSeller } from "../seller/sdk-sellers.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";

/** Third-party sellers tested with the storyboards: the SDK's own examples, over MCP and A2A. */
let world: World;
let sellers: Readonly<Record<"auction" | "video", SdkSeller>>;
let seller: Caller;

beforeAll(async () => {
  world = await openWorld({ installation: { ...INSTALLATION, sellerTimeoutMs: 280_000 } });
  const [auction, video] = await Promise.all([startSdkSeller("non-guaranteed"), startSdkSeller("a2a")]);
  sellers = { auction, video };
  seller = await world.caller("SELLER");
  await seller.post("/storefront", { name: "Open Network", defaultCurrency: "USD" });
  for (const [sourceId, { endpointUrl, protocol, token }] of Object.entries(sellers))
    await seller.post("/storefront/inventory-sources", {
      sourceId,
      name: sourceId,
      type: "SALES",
      endpointUrl,
      protocol,
      authenticationType: "API_KEY",
      auth: { type: "api_key", token },
    });
});
afterAll(async () => {
  await Promise.all(Object.values(sellers).map(({ stop }) => stop()));
  await world.close();
});

test("real sellers are graded over MCP and A2A by what they declare, and stay available as no track is a gate", async () => {
  await seller.post("/storefront/readiness/compliance/refresh");
  await doJobs(world);
  const check = (await seller.get("/storefront/readiness/compliance")).data;
  expect(check.compliance).toMatchObject([
    { agentUrl: sellers.auction.endpointUrl, observations: [{ message: expect.stringContaining("account.sandbox") }] },
    { agentUrl: sellers.video.endpointUrl },
  ]);
  for (const { tracks, error } of check.compliance) {
    expect(error).toBeUndefined();
    expect(tracks.some(({ status }: { status: string }) => status !== "skip")).toBe(true);
  }
  expect(check).toMatchObject({ isBlocker: false, requirement: "soft" });
  expect(JSON.stringify(check)).not.toContain(sellers.auction.token);
});
