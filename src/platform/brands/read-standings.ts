import type { Context } from "../../ground/kernel/context.ts";
import { type BrandState, brandStateOf } from "./linked-brand.ts";
import { listKnowledge, listSavedBrands } from "./store.ts";

/** How the viewer relates to the brands behind these domains, by domain. */
export async function readStandings(ctx: Context, domains: readonly string[]): Promise<Map<string, BrandState>> {
  const asked = [...new Set(domains)];
  if (asked.length === 0) return new Map();
  const [known, saved] = await Promise.all([
    listKnowledge(ctx.db, asked),
    listSavedBrands(ctx.db, ctx.viewer.customerId, asked),
  ]);
  return new Map(
    asked.map((domain) => {
      const sources = { known: known.get(domain), saved: saved.get(domain) };
      return [domain, brandStateOf(domain, sources, ctx.installation)];
    }),
  );
}
