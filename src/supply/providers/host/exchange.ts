import { gunzipSync } from "node:zlib";
import type { CallContext } from "../../../ground/kernel/context.ts";
import { OutboundError } from "../../../ground/outbound/index.ts";
import type { Description } from "../contract/adapter.ts";
import type { Body, ProviderReply, ProviderRequest } from "../contract/http.ts";
import { addressOf, fileUrlOf, HostNotAllowed, isSimulated, SANDBOX_TIME } from "./address.ts";
import { fill, fillPairs, MissingSecret, type Secrets } from "./fill.ts";

/** The result of sending. `unsent`: it was never sent. `lost`: it may have arrived, but there was no reply. */
export type Exchanged =
  | { readonly kind: "answered"; readonly reply: ProviderReply }
  | { readonly kind: "unsent"; readonly message: string }
  | { readonly kind: "lost"; readonly message: string };

/** An asset is fetched as a whole, and no provider accepts more than this in one piece (adapters, §5 to §9). */
const MOST_FILE_BYTES = 32 * 1024 * 1024;
/** The maximum size of an account's compressed daily report, and of the unpacked one. */
const MOST_PACKED_BYTES = 16 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

type OutboundContext = Pick<CallContext, "outbound" | "installation">;

/** The sender and the time, which only a sandbox's simulation is told. */
interface Sender {
  readonly describe: Pick<Description, "provider" | "hosts">;
  readonly secrets: Secrets;
  readonly now: string;
}

/** Fills in what only the host knows, sends the request if its host is allowed, and reads the reply to its end. */
export async function exchange(
  out: OutboundContext,
  sender: Sender,
  request: ProviderRequest,
  timeoutMs: number,
): Promise<Exchanged> {
  let filled: { readonly url: URL; readonly headers: Record<string, string>; readonly body?: string | Uint8Array };
  try {
    filled = await prepare(out, sender, request, timeoutMs);
  } catch (error) {
    if (error instanceof HostNotAllowed || error instanceof MissingSecret || error instanceof OutboundError)
      return { kind: "unsent", message: error.message };
    throw error;
  }
  const { url, headers, body } = filled;
  try {
    const response = await out.outbound.request(url.href, {
      method: request.method,
      headers,
      ...(body !== undefined && { body }),
      timeoutMs,
      ...(request.unpack && { maxResponseBytes: MOST_PACKED_BYTES }),
      purpose: `${sender.describe.provider} ${request.method} ${request.path.split("?")[0]?.slice(0, 120) ?? ""}`,
    });
    const text = request.unpack ? unpacked(response.bytes()) : response.text();
    if (text === undefined) return { kind: "lost", message: "its file could not be unpacked" };
    return { kind: "answered", reply: { status: response.status, headers: response.headers, text } };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    const never = error.failure === "refused_address" || error.failure === "bad_url";
    return { kind: never ? "unsent" : "lost", message: error.message };
  }
}

/** Some servers unpack the file in transit, so it arrives uncompressed. Undefined if it is damaged. */
function unpacked(bytes: Uint8Array): string | undefined {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return Buffer.from(bytes).toString();
  try {
    return gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES }).toString();
  } catch {
    // Truncated, or larger than any legitimate file.
    return undefined;
  }
}

async function prepare(
  out: OutboundContext,
  { describe, secrets, now }: Sender,
  request: ProviderRequest,
  timeoutMs: number,
) {
  const url = addressOf(request, describe.hosts, out.installation);
  for (const [name, value] of fillPairs(request.query ?? [], secrets)) url.searchParams.append(name, value);
  const { body, headers } = await bodyOf(out, request.body ?? { kind: "none" }, secrets, timeoutMs);
  const all = Object.fromEntries([
    ...headers,
    ...fillPairs(request.headers ?? [], secrets),
    ...authorised(request, secrets),
    ...(isSimulated(url, out.installation) ? [[SANDBOX_TIME, now] as const] : []),
  ]);
  return { url, headers: { accept: "application/json", ...all }, ...(body !== undefined && { body }) };
}

function authorised({ auth }: ProviderRequest, secrets: Secrets): [string, string][] {
  switch (auth.kind) {
    case "none":
      return [];
    case "bearer":
      return [["authorization", `Bearer ${fill({ secret: "access_token" }, secrets)}`]];
    case "header":
      return [[auth.name, fill({ secret: "access_token" }, secrets)]];
    case "client_basic": {
      const pair = `${fill({ secret: "client_id" }, secrets)}:${fill({ secret: "client_secret" }, secrets)}`;
      return [["authorization", `Basic ${Buffer.from(pair).toString("base64")}`]];
    }
  }
}

interface Written {
  readonly body?: string | Uint8Array;
  readonly headers: readonly [string, string][];
}

async function bodyOf(out: OutboundContext, body: Body, secrets: Secrets, timeoutMs: number): Promise<Written> {
  switch (body.kind) {
    case "none":
      return { headers: [] };
    case "json":
      return { body: body.text, headers: [["content-type", body.contentType ?? "application/json"]] };
    case "json_files": {
      const written: string[] = [];
      for (const piece of body.pieces)
        written.push(
          typeof piece === "string" ? piece : Buffer.from(await bytesAt(out, piece.file, timeoutMs)).toString("base64"),
        );
      return { body: written.join(""), headers: [["content-type", "application/json"]] };
    }
    case "json_slots": {
      const said = Object.fromEntries(fillPairs(body.fields, secrets));
      return { body: JSON.stringify(said), headers: [["content-type", "application/json"]] };
    }
    case "form": {
      const text = new URLSearchParams(fillPairs(body.fields, secrets)).toString();
      return { body: text, headers: [["content-type", "application/x-www-form-urlencoded"]] };
    }
    case "file":
      return { body: await bytesAt(out, body.file, timeoutMs), headers: [["content-type", body.contentType]] };
    case "multipart": {
      const form = new FormData();
      for (const part of body.parts) {
        if ("value" in part) form.append(part.name, part.value);
        else {
          const bytes = await bytesAt(out, part.file, timeoutMs);
          form.append(part.name, new Blob([bytes.slice()], { type: part.contentType }), part.filename);
        }
      }
      const written = new Response(form);
      const type = written.headers.get("content-type") ?? "multipart/form-data";
      return { body: new Uint8Array(await written.arrayBuffer()), headers: [["content-type", type]] };
    }
  }
}

async function bytesAt(
  { outbound, installation }: OutboundContext,
  url: string,
  timeoutMs: number,
): Promise<Uint8Array> {
  const limits = { timeoutMs, maxResponseBytes: MOST_FILE_BYTES, maxRedirects: 2 };
  const response = await outbound.request(fileUrlOf(url, installation), { ...limits, purpose: "creative asset" });
  if (response.status === 200) return response.bytes();
  throw new OutboundError("unreachable", `the creative's file answers with status ${response.status}`);
}
