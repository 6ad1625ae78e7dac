import { buildConsole } from "../../src/main/console/build-console.ts";
import type { Api } from "../../src/main/demo/api.ts";
import { leaveDecisionsOpen } from "../../src/main/demo/leave-decisions-open.ts";
import { walk } from "../../src/main/demo/walk.ts";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import type { Browser } from "../browser.ts";
import { freePort } from "../free-port.ts";
import { doJobs } from "../jobs.ts";
import { INSTALLATION, openWorld, type World } from "../world.ts";
import { type EnterOptions, enter, type Visit } from "./visit.ts";

/** The demo's own marketplace, with its history, at an address that browsers can reach. */
export interface Marketplace {
  readonly world: World;
  readonly origin: string;
  readonly sandbox: SandboxFile;
  /** A separate browser in which a member of the organisation is signed in. */
  enter(browser: Browser, customerId: number, options?: EnterOptions): Promise<Visit>;
}

export async function openMarketplace(): Promise<Marketplace> {
  await buildConsole();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const world = await openWorld({ installation: { ...INSTALLATION, publicUrl: origin } });
  const sandbox = await openSandbox(world, { dataFolder: world.parts.dataFolder });
  const apiOf =
    (key: string): Api =>
    async (method, path, body) => {
      const reply = await world.anonymous(method, path, body, { authorization: `Bearer ${key}` });
      if (reply.error) throw new Error(`${method} ${path}: ${reply.error.message}`);
      return reply.data;
    };
  await walk(apiOf(sandbox.buyer.key), {
    sourceKeys: new Map(sandbox.publishers.map(({ platformId, sourceKey }) => [platformId, sourceKey ?? ""])),
    sellers: new Map(sandbox.publishers.map(({ platformId, key }) => [`storefront-${platformId}`, apiOf(key)])),
    meanwhile: () => doJobs(world),
    tell: () => undefined,
  });
  const { key, storefrontId } = sandbox.seller;
  await leaveDecisionsOpen(apiOf(sandbox.buyer.key), { api: apiOf(key), storefrontId });
  await doJobs(world);
  await world.app.listen({ host: "127.0.0.1", port });
  return { world, origin, sandbox, enter: (browser, id, options) => enter(world, browser, id, options) };
}
