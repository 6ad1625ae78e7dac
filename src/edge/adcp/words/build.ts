import { z } from "zod";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import { toAdcpFormatId } from "../../../ground/seller-agent/adcp-format.ts";
import type { CreativeFormat, CreativeToBuild, FormatId, SellerError } from "../../../ground/seller-agent/index.ts";
import { refused } from "../protocol/failure.ts";
import { NEWEST, type Release } from "../protocol/release.ts";
import { AdcpFormatId, fromAdcpFormatId, sameUrl } from "./format.ts";

/** The input: AdCP 3.1, core/assets/text-asset and brief-asset. */
const MadeFrom = z.looseObject({
  asset_type: z.string(),
  content: z.string().max(10_000).optional(),
  language: z.string().max(40).optional().describe("BCP 47, such as pt-BR: the language of the result"),
  name: z.string().max(500).optional(),
  tone: z.string().max(1_000).optional(),
  audience: z.string().max(1_000).optional(),
  messaging: z
    .looseObject({
      headline: z.string().max(1_000).optional(),
      tagline: z.string().max(1_000).optional(),
      cta: z.string().max(500).optional(),
      key_messages: z.array(z.string().max(1_000)).max(20).optional(),
    })
    .optional(),
  compliance: z.looseObject({}).optional(),
});
type MadeFrom = z.output<typeof MadeFrom>;

/** AdCP 3.1, core/creative-manifest, as far as builds use it. */
export const SourceManifest = z.looseObject({
  name: z.string().max(500).optional(),
  format_id: AdcpFormatId.loose().optional(),
  format_kind: z.string().max(100).optional(),
  assets: z
    .record(z.string().max(100), z.unknown())
    .optional()
    .describe("A text asset is read word for word; a brief is written up first"),
});

interface BuildRequest {
  readonly message?: string | undefined;
  readonly creative_manifest: z.output<typeof SourceManifest>;
  readonly target_format_id?: z.output<typeof AdcpFormatId> | undefined;
}

type Made = Pick<CreativeFormat, "formatId" | "isMade">;

/** The request in the form of the seller-agent port. Throws `SellerRefused` with the field that is missing or invalid. */
export function fromAdcpBuild(asked: BuildRequest, formats: readonly Made[]): Omit<CreativeToBuild, "idempotencyKey"> {
  const { formatId, seconds } = formatAsked(asked, formats);
  const [slot, from] = madeFrom(asked);
  const path = `creative_manifest.assets.${slot}`;
  if (from.compliance) throw noPromise(`${path}.compliance`);
  if (!from.language) throw missing(`${path}.language`, "name the language, as in pt-BR");
  const content = contentOf(from, asked, path);
  const name = asked.creative_manifest.name ?? from.name ?? "Built";
  return { name, content, seconds, language: from.language, formatId };
}

function formatAsked({ target_format_id, creative_manifest }: BuildRequest, listed: readonly Made[]) {
  const formats = listed.filter(({ isMade }) => isMade);
  const said = target_format_id ?? creative_manifest.format_id;
  const field = target_format_id || !said ? "target_format_id" : "creative_manifest.format_id";
  const all = formats.map(({ formatId: { id } }) => id).join(", ");
  if (!said) throw missing(field, `name one of list_creative_formats: ${all}`);
  const wanted = fromAdcpFormatId(said);
  const known = formats.find(
    ({ formatId: { id, agentUrl } }) => id === wanted.id && sameUrl(agentUrl, wanted.agentUrl),
  );
  if (!known) throw missing(field, `that format is not made here: name one of ${all}`);
  const fixedMs = known.formatId.durationMs;
  if (fixedMs !== undefined && wanted.durationMs !== undefined && wanted.durationMs !== fixedMs)
    throw missing(
      `${field}.duration_ms`,
      `${wanted.id} has a fixed duration of ${fixedMs} ms: leave it out, or name another format`,
    );
  const durationMs = fixedMs ?? wanted.durationMs;
  if (durationMs === undefined) throw missing(`${field}.duration_ms`, "give its duration");
  return { formatId: { ...wanted, durationMs } satisfies FormatId, seconds: durationMs / SECOND_MS };
}

/** The single asset that is the input: a text to be spoken, or a brief. */
function madeFrom({ creative_manifest: { assets = {} } }: BuildRequest): readonly [slot: string, MadeFrom] {
  const found = Object.entries(assets).flatMap(([slot, asset]) => {
    const read = MadeFrom.safeParse(asset);
    const isMeant = read.success && (read.data.asset_type === "text" || read.data.asset_type === "brief");
    return isMeant ? [[slot, read.data] as const] : [];
  });
  const [first, second] = found;
  if (!first) throw missing("creative_manifest.assets", "give script, a text asset, or creative_brief, a brief asset");
  if (second)
    throw missing(`creative_manifest.assets.${second[0]}`, `it is made only from ${first[0]}: leave one of them out`);
  return first;
}

function contentOf(from: MadeFrom, { message }: BuildRequest, path: string): CreativeToBuild["content"] {
  if (from.asset_type === "text") {
    if (!from.content?.trim()) throw missing(`${path}.content`, "say what should be spoken");
    return { kind: "script", text: from.content };
  }
  if (!from.name?.trim()) throw missing(`${path}.name`, "name its subject");
  const { headline, tagline, key_messages = [], cta } = from.messaging ?? {};
  const said = [message, headline, tagline, ...key_messages].filter((one) => one?.trim());
  if (said.length === 0) throw missing(`${path}.messaging.key_messages`, "say what its message is");
  return {
    kind: "brief",
    product: from.name,
    description: said.join("\n"),
    ...(cta !== undefined && { callToAction: cta }),
    ...(from.audience !== undefined && { audience: from.audience }),
    ...(from.tone !== undefined && { tone: from.tone }),
  };
}

function missing(field: string, what: string) {
  return refused("INVALID_REQUEST", `${field}: ${what}`, field);
}

/** Nobody here listens to the result, so whoever ordered it has to check required and prohibited statements. */
function noPromise(field: string) {
  return refused("UNSUPPORTED_FEATURE", `${field}: it could not be verified: leave it out`, field);
}

/** A field of an order under its name in the request. */
const FIELDS: Readonly<Record<string, string>> = {
  seconds: "target_format_id.duration_ms",
  language: "creative_manifest.assets",
  content: "creative_manifest.assets",
  "content.text": "creative_manifest.assets",
  "content.product": "creative_manifest.assets",
  "content.description": "creative_manifest.assets",
};

export function asAsked(error: SellerError): SellerError {
  const field = error.field === null ? null : (FIELDS[error.field] ?? error.field);
  return { ...error, field };
}

/** In 3.0 a manifest names a format by its id; in 3.1 it uses the canonical kind, which every product of that kind accepts. */
export function toAdcpBuilt(
  manifest: Readonly<Record<string, unknown>>,
  formatId: FormatId | undefined,
  release: Release,
) {
  if (release === NEWEST || !formatId) return manifest;
  const { format_kind: _, ...rest } = manifest;
  return { format_id: toAdcpFormatId(formatId), ...rest };
}
