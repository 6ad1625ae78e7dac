import { z } from "zod";
import { type OutboundContext, PATIENCE_MS } from "../adagents/read-adagents.ts";
import { readDocument } from "../adagents/read-document.ts";

const Member = z.object({ slug: z.string(), display_name: z.string() }).nullable().catch(null);
const records = z.array(z.looseObject({}).catch({})).catch([]);

/** In the spelling of the AdCP registry's `GET /api/registry/operator`. */
const Operator = z.object({
  member: Member,
  agents: z.array(z.object({ url: z.string(), name: z.string(), type: z.string(), authorized_by: records.optional() })),
});

/** In the spelling of the AdCP registry's `GET /api/registry/publisher`. */
const Publisher = z.object({
  member: Member,
  adagents_valid: z.boolean().nullable().catch(null),
  properties: records,
  authorized_agents: records,
});

export type RegistryOperator = z.output<typeof Operator>;
export type RegistryPublisher = z.output<typeof Publisher>;

export interface RegistryWord {
  readonly operator: RegistryOperator | undefined;
  readonly publisher: RegistryPublisher | undefined;
}

/** What the registry says about a domain; empty if there is no registry or it does not answer. */
export async function askRegistry(domain: string, out: OutboundContext): Promise<RegistryWord> {
  const [operator, publisher] = await Promise.all([
    ask("operator", Operator, domain, out),
    ask("publisher", Publisher, domain, out),
  ]);
  return { operator, publisher };
}

async function ask<S extends z.ZodType>(
  what: string,
  schema: S,
  domain: string,
  { outbound, installation }: OutboundContext,
): Promise<z.output<S> | undefined> {
  if (!installation.brandRegistryUrl) return undefined;
  const url = `${installation.brandRegistryUrl}/api/registry/${what}?domain=${encodeURIComponent(domain)}`;
  const reading = await readDocument(outbound, url, { purpose: "agent registry", timeoutMs: PATIENCE_MS });
  return reading.kind === "json" ? schema.safeParse(reading.json).data : undefined;
}
