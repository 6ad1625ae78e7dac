import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXIT } from "../../src/main/cli/failures/exit-code.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import { callTool } from "../agent/call-tool.ts";
import { freePort } from "../free-port.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { interchange } from "./shell.ts";

/** Commands that take a long time, run against a storefront of a sandbox. */
const PLATFORM = "the-meridian-post-network";
let world: World;
let origin: string;
let sellerKey: string;
let callerKey: string;
let home: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  home = await mkdtemp(join(tmpdir(), "interchange-shortcuts-"));
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl: origin } });
  await world.app.listen({ host: "127.0.0.1", port });
  const sandbox = await openSandbox(world, { dataFolder: home });
  sellerKey = sandbox.publishers.find(({ platformId }) => platformId === PLATFORM)?.key ?? "";
  const asked = { name: "Grader", operatorDomain: "grader.example", sandbox: true };
  const own = { authorization: `Bearer ${sellerKey}` };
  callerKey = (await world.anonymous("POST", "/storefront/caller-keys", asked, own)).data.key;
});
afterAll(() => world.close());

const run = (typed: readonly string[], input = "") =>
  interchange(typed, {
    env: { XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, INTERCHANGE_URL: origin, INTERCHANGE_KEY: sellerKey },
    input,
  });

test("replay reports that a run gives the same result again, and exits with 0", { timeout: 120_000 }, async () => {
  const buyer = { world, platformId: PLATFORM, buyer: { key: callerKey } };
  await callTool(buyer, "get_products", { brief: "hiking and travel", buying_mode: "brief" });
  await world.host.backgroundTasks.idle();
  const listed = await run(["storefront", "intelligence-runs", "list", "-o", "json"]);
  const [{ id }] = JSON.parse(listed.out).items;
  const { code, out, err } = await run(["replay", String(id), "-o", "json"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ same: true });
});

test("conform tests a storefront's agent for as long as allowed, and what it did not reach is not a pass", {
  timeout: 120_000,
}, async () => {
  const typed = ["conform", `${origin}/storefront/${PLATFORM}/mcp`, "--with-token", "--minutes", "0.02", "-o", "json"];
  const { code, out, err } = await run(typed, `${callerKey}\n`);
  const tracks = JSON.parse(out) as { track: string; status: string }[];
  expect(tracks.length).toBeGreaterThan(0);
  expect(tracks.filter(({ status }) => status === "failing")).toEqual([]);
  expect([code, err]).toEqual([EXIT.doesNotHold, expect.stringMatching(/time ran out before \d+ storyboards/)]);
});
