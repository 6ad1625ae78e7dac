import { createHash } from "node:crypto";
import { type $ZodType, parse, safeParse } from "zod/v4/core";
import type { Db } from "../db/database.ts";
import { answerKey, type KeyedRequest, releaseKey, takeKey } from "../idempotency/index.ts";
import type { SecretPlace } from "../vault/index.ts";
import { auditScopeOf, namedIds } from "./audit-entry.ts";
import type { Context } from "./context.ts";
import { Conflict, type Issue, invalid } from "./errors.ts";
import type { Host } from "./host.ts";
import { Answered, apisOf, type Operation, type UploadedFile, writes } from "./operation.ts";
import { callContext, changesIn, inTransaction, nowFor } from "./perform.ts";
import { admit, type CustomerKind, type Viewer } from "./viewer.ts";
import { illFormed } from "./well-formed.ts";

/** A request as its transport read it: unparsed, and without the transport. */
export interface Request {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly files?: readonly UploadedFile[];
  readonly requestId: string;
  readonly idempotencyKey?: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly data: unknown;
  /** Answered once already, under the same idempotency key. */
  readonly replayed: boolean;
}

interface Parsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** The idempotency key was sent before, with another request. */
export class KeyReused extends Conflict {
  override readonly code = "IDEMPOTENCY_CONFLICT";
}

/** The first request with this idempotency key is still under way. */
export class KeyInFlight extends Conflict {
  override readonly code = "IDEMPOTENCY_IN_FLIGHT";
}

/** The one road from every transport: authorise, parse, claim the idempotency key, do it, audit it, check the answer. */
export async function run(op: Operation, request: Request, viewer: Viewer, host: Host): Promise<Answer> {
  authorise(op, viewer);
  const input = parseAll(op, request);
  if (op.handle && !writes(op)) {
    const ask = async (ctx: Context) => op.handle?.(input as never, ctx);
    return answerOf(op, await inTransaction(host, viewer, request.requestId, "read", ask, op.reach));
  }
  const write = { op, input, request, viewer, host, key: keyed(op, input, request, viewer) };
  return op.handle ? runInside(write) : runInThreeSteps(write);
}

function authorise(op: Operation, viewer: Viewer): void {
  const sides = op.sides ?? SIDES[apisOf(op)[0] ?? "platform"];
  admit(viewer, { id: op.id, access: op.access, sides, writes: writes(op), beforeTerms: op.beforeTerms });
}

const SIDES: Readonly<Record<ReturnType<typeof apisOf>[number], readonly CustomerKind[]>> = {
  buyer: ["BUYER"],
  storefront: ["SELLER"],
  operator: ["OPERATOR"],
  platform: ["BUYER", "SELLER", "OPERATOR"],
};

function parseAll(op: Operation, request: Request): Parsed {
  const issues: Issue[] = [request.params, request.query, request.body].flatMap(illFormed);
  if (issues.length > 0) throw invalid(issues);
  const read = (schema: $ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const result = safeParse(schema, value);
    if (result.success) return result.data;
    issues.push(...result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
  };
  const body = request.body ?? (op.bodyOptional ? {} : request.body);
  const input = {
    params: read(op.params, request.params),
    query: read(op.query, request.query ?? {}),
    body: read(op.body, body),
    files: request.files ?? [],
  };
  if (issues.length > 0) throw invalid(issues);
  return input;
}

function keyed(
  op: Operation,
  input: Parsed,
  { idempotencyKey }: Request,
  { customerId }: Viewer,
): KeyedRequest | undefined {
  if (!idempotencyKey || op.access === "public") return undefined;
  const { files, ...said } = input;
  const brought = files.map(({ filename, digest }) => [filename, digest]);
  const requestHash = createHash("sha256")
    .update(JSON.stringify([op.id, said, brought]))
    .digest("hex");
  return { customerId, key: idempotencyKey, operation: op.id, requestHash };
}

/** One write on its way: what was asked, by whom, and under which key. */
interface Write {
  readonly op: Operation;
  readonly input: Parsed;
  readonly request: Request;
  readonly viewer: Viewer;
  readonly host: Host;
  readonly key: KeyedRequest | undefined;
}

async function runInside(write: Write): Promise<Answer> {
  const { op, input, request, viewer, host } = write;
  const inside = async (ctx: Context): Promise<Answer> => {
    const replay = await replayOf(write, ctx.db);
    if (replay) return replay;
    const answer = answerOf(op, await op.handle?.(input as never, ctx));
    await audit(write, answer, ctx);
    await keep(write, answer, ctx.db);
    return answer;
  };
  return inTransaction(host, viewer, request.requestId, "write", inside, op.reach);
}

async function runInThreeSteps(write: Write): Promise<Answer> {
  const { op, input, request, viewer, host, key } = write;
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    inTransaction(host, viewer, request.requestId, "write", work, op.reach);
  const changesInClaim = op.audit?.in === "claim";
  const { replay, claimed } = await inside(async (ctx) => {
    const replay = await replayOf(write, ctx.db);
    if (replay) return { replay, claimed: undefined };
    const claimed = await op.claim?.(input as never, ctx);
    if (changesInClaim) await audit(write, undefined, ctx);
    return { replay, claimed };
  });
  if (replay) return replay;
  try {
    host.reached?.(op.id, "claimed");
    const called = await op.call?.(claimed as never, callContext(host, viewer, request.requestId));
    host.reached?.(op.id, "called");
    return await inside(async (ctx) => {
      const answer = answerOf(op, await op.settle?.(claimed as never, called as never, ctx));
      if (!changesInClaim) await audit(write, answer, ctx);
      await keep(write, answer, ctx.db);
      return answer;
    });
  } catch (error) {
    if (key) await inside((ctx) => releaseKey(ctx.db, key));
    throw error;
  }
}

async function replayOf({ op, key, host }: Write, db: Db): Promise<Answer | undefined> {
  if (!key) return undefined;
  const earlier = await takeKey(db, key, host.clock.now());
  if (earlier.kind === "other_request") {
    throw new KeyReused(
      `Idempotency-Key ${key.key} was used for another request: send a new key, or the same request`,
      { field: "Idempotency-Key" },
    );
  }
  if (earlier.kind === "running") {
    throw new KeyInFlight(`the request with Idempotency-Key ${key.key} is still under way: ask again in a moment`, {
      field: "Idempotency-Key",
    });
  }
  if (earlier.kind !== "answered") return undefined;
  const { status, answer } = earlier;
  const data = op.secretAnswer ? JSON.parse(host.vault.open(String(answer), answerPlace(key))) : answer;
  return { status, data, replayed: true };
}

/** Keeps the answer for whoever repeats the request. One that tells a secret lies sealed meanwhile. */
async function keep({ op, key, host }: Write, { status, data }: Answer, db: Db): Promise<void> {
  if (!key) return;
  const kept = op.secretAnswer ? host.vault.seal(JSON.stringify(data), answerPlace(key)) : data;
  await answerKey(db, key, status, kept);
}

function answerPlace({ customerId, key }: KeyedRequest): SecretPlace {
  return { customerId, table: "idempotency_keys", rowId: key, field: "answer" };
}

/** The entry goes into the transaction that made the change, so that there is never one without the other. */
async function audit({ op, input, host }: Write, answer: Answer | undefined, ctx: Context): Promise<void> {
  if (op.access === "public" || !writes(op)) return;
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

const ACTIONS = { get: "READ", post: "CREATE", put: "UPDATE", patch: "UPDATE", delete: "DELETE" } as const;

function resourceId({ audit }: Operation, { params }: Parsed, data: unknown): string | null {
  const found = audit?.idIn
    ? audit.idIn.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], data)
    : Object.values(params ?? {}).at(-1);
  return found === undefined || found === null ? null : String(found);
}

/** Answers are parsed as inputs are: what the schema does not name does not leave. */
function answerOf(op: Operation, answered: unknown): Answer {
  const { status, data } = answered instanceof Answered ? answered : { status: op.status ?? 200, data: answered };
  return { status, data: status === 204 ? null : parse(op.answer, data), replayed: false };
}
