import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { freePort } from "../free-port.ts";
import { doJobs } from "../jobs.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";

/** A storefront of the demo is tested like every source, as the source of another seller's storefront. */
let world: World;
let sandbox: SandboxFile;
beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl, sellerTimeoutMs: 280_000 } });
  await world.app.listen({ host: "127.0.0.1", port });
  sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-examined-")) });
});
afterAll(() => world.close());

// Storefronts that sell in US dollars, require no credential from the buyer, and decide immediately.
test.each(["the-meridian-post-network", "northbound-outdoors"])(
  "the demo's %s passes the examination of sources in every track that it is graded in",
  async (examinedId) => {
    const examined = sandbox.publishers.find(({ platformId }) => platformId === examinedId);
    if (!examined) throw new Error("the demo has no such publisher");
    const { platformId, key } = examined;
    const own = { authorization: `Bearer ${key}` };
    const asked = { name: "Examiner", operatorDomain: "examiner.example", sandbox: true };
    const { data: caller } = await world.anonymous("POST", "/storefront/caller-keys", asked, own);
    const seller = await world.caller("SELLER");
    await seller.post("/storefront", { name: "Examiner", defaultCurrency: "USD" });
    await seller.post("/storefront/inventory-sources", {
      sourceId: "examined",
      name: platformId,
      type: "SALES",
      endpointUrl: `${world.parts.installation.publicUrl}/storefront/${platformId}/mcp`,
      protocol: "MCP",
      authenticationType: "API_KEY",
      auth: { type: "api_key", token: caller.key },
    });
    await seller.post("/storefront/readiness/compliance/refresh");
    await doJobs(world);
    const [{ tracks, error }] = (await seller.get("/storefront/readiness/compliance")).data.compliance;
    expect(error).toBeUndefined();
    const graded = tracks.filter(({ status }: { status: string }) => status !== "skip");
    expect(graded.length).toBeGreaterThan(3);
    const isFine = ({ status }: { status: string }) => status === "pass" || status === "silent";
    expect(graded.filter((track: { status: string }) => !isFine(track))).toEqual([]);
    expect(graded.some(({ status }: { status: string }) => status === "pass")).toBe(true);
  },
);
