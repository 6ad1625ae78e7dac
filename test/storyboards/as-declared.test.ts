import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resolveStoryboardsForCapabilities } from "@adcp/sdk/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import { callTool } from "../agent/call-tool.ts";
import { freePort } from "../free-port.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { RELEASES } from "./releases.ts";
import { gradeAt } from "./run-storyboard.ts";

/**
 * What an outside grader finds with the URL of a sandbox storefront and a key: the storyboards that its capabilities select, with nothing
 * renamed, seeded or left out. Signed requests, whose storyboard requires a grader that signs, have a separate test.
 */
const PLATFORM = "the-meridian-post-network";
let world: World;
let issueKey: (sandbox: boolean) => Promise<string>;
beforeAll(async () => {
  const port = await freePort();
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl: `http://127.0.0.1:${port}` } });
  await world.app.listen({ host: "127.0.0.1", port });
  const sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-declared-")) });
  const publisher = sandbox.publishers.find(({ platformId }) => platformId === PLATFORM);
  const own = { authorization: `Bearer ${publisher?.key}` };
  issueKey = async (isTrial) => {
    const asked = { name: "Grader", operatorDomain: "grader.example", sandbox: isTrial };
    return (await world.anonymous("POST", "/storefront/caller-keys", asked, own)).data.key;
  };
});
afterAll(() => world.close());

/** By its own description not for a grader that cannot listen; webhooks.test.ts grades it with one that does. */
const FOR_LISTENERS = "webhook_emission";

/** Steps that no agent passes with the SDK's runner 6.11, and why. */
const FAILS_FOR_EVERYBODY: Readonly<Record<string, string>> = {
  "media_buy_state_machine: create_buy":
    "the storyboard begins the buy at once and wants it active; the runner has it begin tomorrow, and a buy that has yet to begin is pending_start",
};

/** Why a step may be skipped: its tool is not declared, or the agent gave the other of two right answers. */
const UNCLAIMED = ["missing_tool", "oauth_not_advertised", "peer_branch_taken"];
/** Steps that follow one that was skipped, or that nobody can pass. */
const BEHIND = "prerequisite_failed";

test("no step fails of the storyboards that a storefront's own claims select, except those that nobody passes", async () => {
  const shop = { world, platformId: PLATFORM, buyer: { key: await issueKey(true) } };
  const { payload } = await callTool(shop, "get_adcp_capabilities", {});
  const { storyboards } = resolveStoryboardsForCapabilities({
    supported_protocols: payload.supported_protocols,
    specialisms: payload.specialisms ?? [],
    major_versions: payload.adcp.major_versions,
  });
  const selected = new Set(storyboards.flatMap(({ id, requires_scenarios = [] }) => [id, ...requires_scenarios]));
  const known = new Set(RELEASES["3.0.6"].map(({ id }) => id));
  // Universal storyboards came with later releases of 3.0.
  const chosen = RELEASES["3.0.26"].filter(({ id }) => id !== FOR_LISTENERS && (selected.has(id) || !known.has(id)));
  expect(chosen.length).toBeGreaterThan(30);
  const failed: string[] = [];
  const unclaimed: string[] = [];
  let passed = 0;
  for (const storyboard of chosen) {
    const [key, liveKey] = [await issueKey(true), await issueKey(false)];
    const ownKey = storyboard.id === "comply_controller_mode_gate" ? liveKey : key;
    const url = `${world.parts.installation.publicUrl}/storefront/${PLATFORM}/mcp`;
    const graded = await gradeAt(url, storyboard, { transport: "mcp", key, ownKey });
    passed += graded.passed;
    failed.push(...graded.failed.map((step) => `${storyboard.id}: ${step.split(":")[0]}`));
    unclaimed.push(...graded.skipped.map((step) => step.split(": ").at(-1) ?? ""));
  }
  expect(failed).toEqual(Object.keys(FAILS_FOR_EVERYBODY));
  expect([...new Set(unclaimed)].filter((reason) => ![...UNCLAIMED, BEHIND].includes(reason))).toEqual([]);
  expect(passed).toBeGreaterThan(150);
});
