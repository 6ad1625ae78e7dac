import { z } from "zod";
import { type OutboundContext, PATIENCE_MS } from "./read-adagents.ts";
import { readDocument } from "./read-document.ts";

const Agent = z.object({ url: z.string().min(1), id: z.string().optional(), type: z.string().optional() });
const Holder = z.looseObject({ agents: z.array(z.unknown()).optional().catch(undefined) });
const BrandJson = Holder.extend({
  house: Holder.optional().catch(undefined),
  brands: z.array(Holder.catch({})).optional().catch(undefined),
});

/** An agent that a brand.json lists for its house or for one of its brands (AdCP 3.1). */
export type BrandAgent = z.output<typeof Agent>;

/** The agents that a domain's own brand.json lists; empty if it has none. */
export async function readBrandAgents(
  domain: string,
  { outbound, installation }: OutboundContext,
): Promise<BrandAgent[]> {
  const template = installation.brandJsonUrl;
  if (!template) return [];
  const url = template.replaceAll("{domain}", domain);
  const reading = await readDocument(outbound, url, { purpose: "brand.json", timeoutMs: PATIENCE_MS });
  return reading.kind === "json" ? agentsIn(reading.json) : [];
}

function agentsIn(json: unknown): BrandAgent[] {
  const read = BrandJson.safeParse(json);
  if (!read.success) return [];
  const { house, brands = [] } = read.data;
  return [read.data, house, ...brands].flatMap((holder) =>
    (holder?.agents ?? []).flatMap((agent) => {
      const one = Agent.safeParse(agent);
      return one.success ? [one.data] : [];
    }),
  );
}
