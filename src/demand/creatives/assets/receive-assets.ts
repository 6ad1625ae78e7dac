import { Readable } from "node:stream";
import type { Spool } from "../../../ground/blobs/index.ts";
import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { type Issue, invalid } from "../../../ground/kernel/errors.ts";
import type { UploadedFile } from "../../../ground/kernel/operation.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import { type Asset, type AssetContent, mayBeCalled, type NewAsset } from "./asset.ts";
import { inspectApart } from "./inspect-apart.ts";
import type { Origin, PlannedAsset } from "./planned-asset.ts";

/** A planned asset and the id it will have. */
export interface ClaimedAsset extends PlannedAsset {
  readonly assetId: string;
}

/** The limit for all of a request's downloads together, which run one after another while the caller waits. */
const FETCHING_MS = 60 * SECOND_MS;
const FETCH_MS = 30 * SECOND_MS;

type Received = Pick<NewAsset, "assetType" | "contentType" | "measures" | "content" | "file" | "text"> & {
  readonly filename: string;
  readonly fileSize: number;
};

/**
 * Fetches URLs and inspects all files, one at a time, so that at most one is in memory. Throws `Invalid` with every asset that is
 * not acceptable.
 */
export async function receiveAssets(
  planned: readonly ClaimedAsset[],
  spool: Spool,
  ctx: CallContext,
): Promise<NewAsset[]> {
  const { fileBytes, requestBytes } = ctx.installation.uploads;
  const deadline = performance.now() + FETCHING_MS;
  const issues: Issue[] = [];
  const received: NewAsset[] = [];
  // A file that is named twice is inspected once, because inspecting it transfers its bytes.
  const looked = new Map<Uint8Array, Promise<Received | string>>();
  let left = requestBytes;
  for (const plan of planned) {
    const allowance = { bytes: Math.min(fileBytes, left), ms: Math.min(FETCH_MS, deadline - performance.now()) };
    const result = await receive(plan.origin, allowance, { looked, spool }, ctx);
    if (typeof result === "string") issues.push({ path: plan.field, message: result });
    else {
      const complaint = complaintOf(result, plan);
      if (complaint) issues.push({ path: plan.field, message: complaint });
      if (plan.origin.kind === "fetch") left -= result.fileSize;
      received.push(newAsset(plan, result, ctx.now));
    }
  }
  if (issues.length > 0) throw invalid(issues);
  return received;
}

interface Allowance {
  readonly bytes: number;
  readonly ms: number;
}

interface Places {
  /** The results for bytes that have already been transferred to the thread. */
  readonly looked: Map<Uint8Array, Promise<Received | string>>;
  readonly spool: Spool;
}

/** The received asset, or the reason why it is not acceptable. */
async function receive(
  origin: Origin,
  allowance: Allowance,
  { looked, spool }: Places,
  ctx: CallContext,
): Promise<Received | string> {
  switch (origin.kind) {
    case "upload":
      return withSpooledFile(await look(await origin.content.read(), origin.filename, ctx), origin.content);
    case "bytes": {
      const looking = looked.get(origin.bytes) ?? look(origin.bytes, origin.filename, ctx);
      looked.set(origin.bytes, looking);
      return looking;
    }
    case "fetch": {
      const bytes = await fetchFile(origin.url, allowance, ctx);
      if (typeof bytes === "string") return bytes;
      // Stored before the inspection, which transfers the bytes to a thread.
      const kept = await spool.take(Readable.from(piecesOf(bytes)));
      return withSpooledFile(await look(bytes, nameIn(origin.url), ctx), kept);
    }
    case "text":
      return { ...ELSEWHERE, ...lookAtText(origin.text) };
    case "link": {
      const { url, urlType } = origin;
      const assetType = urlType === "vast" ? "VAST" : "URL";
      return { ...ELSEWHERE, assetType, content: { kind: "link", url, urlType }, filename: nameIn(url) };
    }
    case "webhook":
      return { ...ELSEWHERE, assetType: "URL", content: origin, filename: nameIn(origin.webhook.url) };
  }
}

const ELSEWHERE = { contentType: "text/uri-list", measures: {}, file: null, text: null, fileSize: 0 } as const;

function lookAtText(text: string) {
  const content: AssetContent = { kind: "text" };
  const fileSize = Buffer.byteLength(text);
  const kind = { assetType: "TEXT", contentType: "text/plain", measures: { characters: text.length } } as const;
  return { ...kind, content, text, fileSize, filename: "text.txt" };
}

async function look(sent: Uint8Array, filename: string, { workers }: CallContext): Promise<Received | string> {
  if (sent.length === 0) return `${filename} is empty`;
  const seen = await inspectApart(sent, filename, workers);
  if (typeof seen === "string") return seen;
  const { found, bytes } = seen;
  if (!found) return `${filename} cannot be part of a creative: send images, video, audio, HTML, VAST, text or fonts`;
  const content: AssetContent = { kind: found.text === null ? "file" : "text" };
  return { ...found, content, filename, fileSize: bytes.length, file: found.text === null ? bytes : null };
}

/** After the inspection the bytes are released; they can be read again from the spool. */
function withSpooledFile(found: Received | string, file: UploadedFile["content"]): Received | string {
  return typeof found === "string" || found.file === null ? found : { ...found, file };
}

const PIECE_BYTES = 256 * 1024;

/** In pieces, so that hashing a large file does not block other requests. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}

async function fetchFile(
  url: string,
  { bytes, ms }: Allowance,
  { outbound }: CallContext,
): Promise<Uint8Array | string> {
  if (bytes <= 0 || ms <= 0) return "this request fetches too much: send it in a later update";
  try {
    const limits = { timeoutMs: Math.ceil(ms), maxResponseBytes: bytes, maxRedirects: 3 };
    const answer = await outbound.request(url, { ...limits, purpose: "creative asset" });
    return answer.status === 200 ? answer.bytes() : `its server answered ${answer.status} instead of the file`;
  } catch (error) {
    if (error instanceof OutboundError) return `it could not be fetched: ${error.message}`;
    throw error;
  }
}

function nameIn(url: string): string {
  const { pathname = "", hostname = "link" } = URL.parse(url) ?? {};
  const last = pathname.split("/").at(-1);
  return (last || hostname).slice(-255);
}

function complaintOf({ assetType, filename }: Received, { assetType: called }: PlannedAsset): string | undefined {
  if (called === undefined || mayBeCalled(assetType, called)) return undefined;
  return `asset_type says ${called}, and the content of ${filename} is ${assetType}`;
}

function newAsset(plan: ClaimedAsset, { filename, ...received }: Received, now: Date): NewAsset {
  const { assetId, assetType, label, slot, durationMs, makePrimary = false, card = null, field } = plan;
  const asset: Asset = {
    ...received,
    assetId,
    slot: slot ?? "",
    slotGiven: slot !== undefined,
    name: label ?? filename,
    originalFilename: filename,
    assetType: assetType ?? received.assetType,
    isPrimary: makePrimary,
    // What was measured takes precedence over what the buyer stated.
    measures: { ...(durationMs !== undefined && { durationMs }), ...received.measures },
    createdAt: now,
  };
  return { ...asset, file: received.file, text: received.text, card, field };
}
