import { startServer } from "../harness/installation.ts";
import { figure } from "../harness/words.ts";
import { openStorefrontsLike } from "../marketplace/fill-tables.ts";
import { type Scenario, SERVER_ENV } from "../scenario.ts";
import { productsOf } from "./agent.ts";

const STOREFRONTS = 1_000;
const KB = 1_024;

/** The memory that a server keeps for a storefront whose agent it has answered for. */
export const storefronts: Scenario = async ({ admin, dataFolder, generator, marketplace }) => {
  const platformIds = await openStorefrontsLike(admin, marketplace.stall.id, STOREFRONTS * 2);
  const server = await startServer({ dataFolder, env: SERVER_ENV, nodeFlags: ["--expose-gc"] });
  try {
    const askEach = async (these: readonly string[]) => {
      const asks = these.map((platformId) => productsOf(platformId, marketplace.sandboxBuyer.key));
      await generator.fire({ origins: [server.origin], callers: 4, asks });
      return server.usage();
    };
    // The first thousand warm up everything whose size does not depend on the number of storefronts.
    const before = await askEach(platformIds.slice(0, STOREFRONTS));
    const after = await askEach(platformIds.slice(STOREFRONTS));
    const [objects, resident] = [after.heapBytes - before.heapBytes, after.residentBytes - before.residentBytes];
    return {
      title: "Memory of a thousand storefronts",
      about: `A fresh server is asked once for the products of ${figure(STOREFRONTS)} storefronts, each with a simulated source, and then of as many others; garbage collection runs before each measurement.`,
      tables: [
        {
          head: ["for the second thousand", "KB", "KB each"],
          rows: [
            ["objects", figure(objects / KB), figure(objects / KB / STOREFRONTS)],
            ["resident", figure(resident / KB), figure(resident / KB / STOREFRONTS)],
          ],
        },
      ],
      bars: [],
      figures: { storefronts: STOREFRONTS, objectBytes: objects, residentBytes: resident },
    };
  } finally {
    await server.stop();
  }
};
