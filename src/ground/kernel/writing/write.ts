import { parse } from "zod/v4/core";
import type { Db } from "../../db/db.ts";
import { answerKey, type Earlier, type KeyedRequest } from "../../idempotency/index.ts";
import type { SecretPlace } from "../../vault/index.ts";
import { auditScopeOf, namedIds } from "../audit-entry.ts";
import { SECOND_MS } from "../clock.ts";
import type { Context, ReportProgress } from "../context.ts";
import { Conflict } from "../errors.ts";
import type { Host } from "../host.ts";
import { Answered, type Operation, type UploadedFile, writes } from "../operation.ts";
import { changesIn, inTransaction, nowFor } from "../perform.ts";
import type { Viewer } from "../viewer.ts";
import type { Answer } from "./answer.ts";

export interface Parsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** One write in progress: the request, its caller, and its key. */
export interface Write {
  readonly op: Operation;
  readonly input: Parsed;
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly host: Host;
  readonly key: KeyedRequest | undefined;
  readonly tell?: ReportProgress | undefined;
  readonly serialise?: ((data: unknown) => void) | undefined;
}

/** The idempotency key was used before, for a different request. */
export class KeyReused extends Conflict {
  override readonly code = "IDEMPOTENCY_CONFLICT";
}

/** The first request with this idempotency key is still in progress. */
export class KeyInFlight extends Conflict {
  override readonly code = "IDEMPOTENCY_IN_FLIGHT";
}

export function inside<T>({ op, requestId, viewer, host }: Write, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inTransaction(host, viewer, requestId, "write", work, op.reach);
}

/** The first answer, unchanged, if there is one; undefined if this request has taken the key. Throws the reason if it can have neither. */
export function replayOf({ op, host }: Write, key: KeyedRequest, earlier: Earlier): Answer | undefined {
  switch (earlier.kind) {
    case "other_request":
      throw new KeyReused(
        `Idempotency-Key ${key.key} was used for another request: send a new key, or the same request`,
        { field: "Idempotency-Key" },
      );
    case "running":
      throw inFlight(key, earlier.leaseUntil, host.clock.now());
    case "answered": {
      const { status, answer } = earlier;
      const data = op.secretAnswer ? JSON.parse(host.vault.open(String(answer), answerPlace(key))) : answer;
      return { status, data, replayed: true };
    }
    default:
      return undefined;
  }
}

/** How long a caller should wait before retrying a request that is still in progress, in seconds. */
const LOOK_AGAIN_SECONDS = 5;

function inFlight({ key }: KeyedRequest, leaseUntil: Date | null, now: Date): KeyInFlight {
  const left = leaseUntil ? Math.ceil((leaseUntil.getTime() - now.getTime()) / SECOND_MS) : 1;
  const retryAfterSeconds = Math.min(Math.max(left, 1), LOOK_AGAIN_SECONDS);
  const message = `the request with Idempotency-Key ${key} is still under way: send it again in ${retryAfterSeconds} s`;
  return new KeyInFlight(message, { field: "Idempotency-Key", retryAfterSeconds });
}

/** Stores the answer for retries of the request. If it contains a secret, it is encrypted. */
export async function save({ op, key, host }: Write, { status, data }: Answer, db: Db): Promise<void> {
  if (!key) return;
  const kept = op.secretAnswer ? host.vault.seal(JSON.stringify(data), answerPlace(key)) : data;
  await answerKey(db, key, status, kept);
}

function answerPlace({ customerId, key }: KeyedRequest): SecretPlace {
  return { customerId, table: "idempotency_keys", rowId: key, field: "answer" };
}

/** The context for the part of a write that writes the audit entry at its end. */
export function audited({ op, host }: Write, ctx: Context): Context {
  if (!isAudited(op)) return ctx;
  return { ...ctx, expectAudit: () => host.expectAudit(ctx.db, ctx.viewer.customerId) };
}

function isAudited(op: Operation): boolean {
  return op.access !== "public" && writes(op);
}

/** The entry is written in the transaction that makes the change, so that there is never one without the other. */
export async function audit({ op, input, host }: Write, answer: Answer | undefined, ctx: Context): Promise<void> {
  if (!isAudited(op)) return;
  const resource = { resourceType: op.audit?.resource ?? op.tag, resourceId: resourceId(op, input, answer?.data) };
  await host.audit(ctx.db, {
    viewer: ctx.viewer,
    requestId: ctx.requestId,
    at: nowFor(host, ctx.viewer),
    operation: op.id,
    action: op.audit?.action ?? ACTIONS[op.method],
    outcome: "succeeded",
    ...resource,
    scope: auditScopeOf({ ...resource, named: namedIds(op.refs ?? {}, input), answer: answer?.data }),
    changes: changesIn(ctx),
  });
}

export const ACTIONS = { get: "READ", post: "CREATE", put: "UPDATE", patch: "UPDATE", delete: "DELETE" } as const;

export function resourceId({ audit }: Operation, { params }: Pick<Parsed, "params">, data: unknown): string | null {
  const found = audit?.idIn
    ? audit.idIn.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], data)
    : Object.values(params ?? {}).at(-1);
  return found === undefined || found === null ? null : String(found);
}

/** Answers are parsed like inputs, so that fields which the schema does not name are not sent. */
export function answerOf(op: Operation, answered: unknown): Answer {
  const { status, data } = answered instanceof Answered ? answered : { status: op.status ?? 200, data: answered };
  return { status, data: status === 204 ? null : parse(op.answer, data), replayed: false };
}
