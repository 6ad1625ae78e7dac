import { existsSync, readdirSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const HOUSE = join(import.meta.dirname, "../..");
/** Lowest first. */
const STOREYS = ["platform", "supply", "demand", "edge"];

/**
 * Loads what `areas.ts` imports, area by area. After each area the event loop turns once, so that a database that is being opened meanwhile
 * does not have to wait until everything is loaded.
 */
export async function loadAreas(): Promise<void> {
  for (const storey of STOREYS)
    for (const area of readdirSync(join(HOUSE, storey))) {
      const file = join(HOUSE, storey, area, "area.ts");
      if (!existsSync(file)) continue;
      await import(pathToFileURL(file).href);
      // Node would keep the compiled form of every module in memory until the process ends. Flushing it makes room for the next modules.
      flushCompileCache();
      await turn();
    }
}
