import { z } from "zod";
import { type OutboundContext, PATIENCE_MS } from "../adagents/read-adagents.ts";
import { readDocument } from "../adagents/read-document.ts";

/** In the spelling of the AdCP registry's `GET /api/registry/agents/{encodedUrl}/compliance`. */
const Entry = z.object({
  status: z.enum(["passing", "degraded", "failing", "unknown", "opted_out"]),
  headline: z.string().nullish().catch(null),
});

export interface RegistryVerdict {
  /** Null if the registry has no data about the agent. */
  readonly status: "passing" | "degraded" | "failing" | null;
  readonly headline: string | null;
}

const NOTHING: RegistryVerdict = { status: null, headline: null };
const LONGEST_HEADLINE = 300;

/**
 * A registry's grade of an agent; undefined if there is no registry or it does not answer, in which case the last grade
 * is kept.
 */
export async function askAboutAgent(
  endpointUrl: string,
  { outbound, installation }: OutboundContext,
): Promise<RegistryVerdict | undefined> {
  if (!installation.brandRegistryUrl) return undefined;
  const url = `${installation.brandRegistryUrl}/api/registry/agents/${encodeURIComponent(endpointUrl)}/compliance`;
  const reading = await readDocument(outbound, url, { purpose: "agent registry", timeoutMs: PATIENCE_MS });
  if (reading.kind === "absent") return NOTHING;
  const entry = reading.kind === "json" ? Entry.safeParse(reading.json).data : undefined;
  if (!entry) return undefined;
  const { status, headline } = entry;
  if (status === "unknown" || status === "opted_out") return NOTHING;
  return { status, headline: headline?.replaceAll(/[\s\p{C}]+/gu, " ").slice(0, LONGEST_HEADLINE) ?? null };
}
