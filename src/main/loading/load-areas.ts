import { existsSync, readdirSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const HOUSE = join(import.meta.dirname, "../..");
/** From the lowest. */
const STOREYS = ["platform", "supply", "demand", "edge"];

/**
 * Loads what `areas.ts` imports, bit by bit: after each area the event loop turns once, so that connections to a database that is
 * opened meanwhile are not held up until everything is loaded.
 */
export async function loadAreas(): Promise<void> {
  for (const storey of STOREYS)
    for (const area of readdirSync(join(HOUSE, storey))) {
      const file = join(HOUSE, storey, area, "area.ts");
      if (!existsSync(file)) continue;
      await import(pathToFileURL(file).href);
      // Node would hold the compiled form of every module until the end; what comes next is read into the room that is left.
      flushCompileCache();
      await turn();
    }
}
