import type { PublicError } from "../../ground/kernel/errors.ts";
import type { Operation } from "../../ground/kernel/operation.ts";
import { jsonInTurns } from "./json-in-turns.ts";

interface Meta {
  readonly requestId: string;
  readonly timestamp: string;
  readonly pagination?: Pagination;
  readonly replayed?: true;
  /** The moment of the data, if a replica answered. */
  readonly asOf?: string;
}

interface About {
  readonly requestId: string;
  readonly replayed: boolean;
  readonly asOf?: Date | null | undefined;
}

interface Pagination {
  readonly skip: number;
  readonly take: number;
  readonly total: number;
  readonly hasMore: boolean;
}

/** Every JSON answer: `data` or `error`, and `meta` (seed 004, Response Format). */
export interface Envelope {
  readonly data: unknown;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly field?: string;
    readonly details?: unknown;
  } | null;
  readonly meta: Meta;
}

export function success(op: Operation, data: unknown, query: unknown, { requestId, replayed, asOf }: About): Envelope {
  const pagination = paginationOf(op, data, query);
  return {
    data,
    error: null,
    meta: {
      ...metaOf(requestId),
      ...(pagination && { pagination }),
      ...(replayed && { replayed }),
      ...(asOf && { asOf: asOf.toISOString() }),
    },
  };
}

/** Data that was serialised before it may leave, as JSON. */
const written = new WeakMap<object, Buffer>();
/** Data that several requests share: the first of them has it serialised. */
const inTurns = new WeakMap<object, Promise<readonly string[]>>();

/** Serialises data ahead of `writtenParts`, which then finds it done. */
export function serialise(data: unknown): Buffer {
  const known = isObject(data) ? written.get(data) : undefined;
  if (known) return known;
  // An operation without an answer has no data; whoever serialises ahead must not fail on it.
  const bytes = Buffer.from(JSON.stringify(data ?? null));
  if (isObject(data)) written.set(data, bytes);
  return bytes;
}

/** In several turns of the loop, unless it was serialised ahead. */
async function partsOf(data: unknown): Promise<readonly (string | Uint8Array)[]> {
  if (!isObject(data)) return jsonInTurns(data);
  const ahead = written.get(data);
  if (ahead) return [ahead];
  const parts = inTurns.get(data) ?? jsonInTurns(data);
  inTurns.set(data, parts);
  return parts;
}

function isObject(data: unknown): data is object {
  return typeof data === "object" && data !== null;
}

/** The envelope as JSON, in parts; its data is serialised once. */
export async function writtenParts({ data, error, meta }: Envelope): Promise<readonly (string | Uint8Array)[]> {
  const parts = await partsOf(data);
  return ['{"data":', ...parts, `,"error":${JSON.stringify(error)},"meta":${JSON.stringify(meta)}}`];
}

/** The envelope for answers that do not come from an operation. */
export function successOf(data: unknown, requestId: string): Envelope {
  return { data, error: null, meta: metaOf(requestId) };
}

export function failure(error: PublicError, requestId: string): Envelope {
  const { code, message, field, details } = error;
  return {
    data: null,
    error: { code, message, ...(field && { field }), ...(details && { details }) },
    meta: metaOf(requestId),
  };
}

/** What a caller learns about a bug: that it occurred, and the id with which to report it. */
export function bug(requestId: string): Envelope {
  const message = `something went wrong on our side; report request ${requestId}`;
  return { data: null, error: { code: "INTERNAL_ERROR", message }, meta: metaOf(requestId) };
}

function metaOf(requestId: string): Meta {
  return { requestId, timestamp: new Date().toISOString() };
}

const DEFAULT_TAKE = 50;

/** `meta.pagination` of a take/skip list, from the request and the `total` in the answer. */
function paginationOf(op: Operation, data: unknown, query: unknown): Pagination | undefined {
  if (op.paging !== "take/skip" || typeof data !== "object" || data === null || !("total" in data)) return undefined;
  const { take, limit, skip, offset } = (query ?? {}) as Record<string, unknown>;
  const total = Number(data.total);
  const asked = { take: Number(take ?? limit ?? DEFAULT_TAKE), skip: Number(skip ?? offset ?? 0) };
  const list = Object.values(data).find(Array.isArray) as unknown[] | undefined;
  // A list with a cursor states itself whether there is more.
  const hasMore = "hasMore" in data ? data.hasMore === true : asked.skip + (list?.length ?? 0) < total;
  return { ...asked, total, hasMore };
}
