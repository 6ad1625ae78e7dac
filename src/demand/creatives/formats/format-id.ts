import type { z } from "zod";
import type { FormatId } from "../../../ground/seller-agent/index.ts";
import type { FormatIdInput } from "../schema.ts";

/** A format id in AdCP's spelling. */
export interface FormatIdView {
  agent_url: string;
  id: string;
  width?: number;
  height?: number;
  duration_ms?: number;
}

export function fromFormatIdInput(said: z.output<typeof FormatIdInput>): FormatId {
  const { agent_url: agentUrl, id, width, height, duration_ms: durationMs } = said;
  return {
    agentUrl,
    id,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { durationMs }),
  };
}

export function viewOfFormatId({ agentUrl, id, width, height, durationMs }: FormatId): FormatIdView {
  return {
    agent_url: agentUrl,
    id,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(durationMs !== undefined && { duration_ms: durationMs }),
  };
}

/**
 * Whether a creative in one format is accepted where another is required: the format and agent must be the same, and so must
 * every size and duration that the required one specifies. A required template accepts all of its variants.
 */
export function serves(made: FormatId, wanted: FormatId): boolean {
  const equal = (field: "width" | "height" | "durationMs") =>
    wanted[field] === undefined || wanted[field] === made[field];
  return nameOf(made) === nameOf(wanted) && equal("width") && equal("height") && equal("durationMs");
}

/** A key that is the same for two ids of one format, including size and duration. */
export function keyOfFormat(formatId: FormatId): string {
  const { width = "", height = "", durationMs = "" } = formatId;
  return `${nameOf(formatId)} ${width}x${height} ${durationMs}`;
}

/** Agents are compared by their canonical URLs (AdCP 3.1, core/format-id): lower-case host, no trailing slash. */
function nameOf({ agentUrl, id }: FormatId): string {
  const url = URL.parse(agentUrl)?.href ?? agentUrl;
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  return `${url.slice(0, end)} ${id}`;
}
