import { createHash } from "node:crypto";
import { type $ZodType, safeParse } from "zod/v4/core";
import { answersAsOf } from "../db/replica/index.ts";
import { claimKey, type KeyedRequest } from "../idempotency/index.ts";
import type { Context, ReportProgress } from "./context.ts";
import { Forbidden, type Issue, invalid } from "./errors.ts";
import type { Host } from "./host.ts";
import { apisOf, mayLag, type Operation, type UploadedFile, writes } from "./operation.ts";
import { inTransaction } from "./perform.ts";
import { answerShared } from "./reading/shared-answers.ts";
import { illFormed } from "./texts/well-formed.ts";
import { admit, type CustomerKind, type Viewer } from "./viewer.ts";
import type { Answer } from "./writing/answer.ts";
import { recordRefusal } from "./writing/record-refusal.ts";
import { runInThreeSteps } from "./writing/run-in-three-steps.ts";
import { answerOf, audit, inside, type Parsed, replayOf, save, type Write } from "./writing/write.ts";

/** A request as its transport read it: not parsed yet, and independent of the transport. */
export interface Request {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly files?: readonly UploadedFile[];
  readonly requestId: string;
  readonly idempotencyKey?: string | undefined;
  /** Receives the progress, for a caller that follows it. */
  readonly tell?: ReportProgress | undefined;
  /** Receives an answer while it is being committed, so that it is serialised by then. It must not leave before. */
  readonly serialise?: ((data: unknown) => void) | undefined;
}

/** The only way in, for every transport: authorise, parse, claim the idempotency key, execute, audit, check the answer. */
export function run(op: Operation, request: Request, viewer: Viewer, host: Host): Promise<Answer> {
  const { requestId } = request;
  const span = { name: op.id, requestId, attributes: { "interchange.customer_id": viewer.customerId } };
  const work = () => runWatched(op, request, viewer, host);
  return host.watchdog.within(op.id, () => host.tracing.within(span, work));
}

async function runWatched(op: Operation, request: Request, viewer: Viewer, host: Host): Promise<Answer> {
  try {
    authorise(op, viewer);
    return await runAuthorised(op, request, viewer, host);
  } catch (error) {
    if (error instanceof Forbidden) await recordRefusal(op, request, viewer, host);
    throw error;
  }
}

async function runAuthorised(op: Operation, request: Request, viewer: Viewer, host: Host): Promise<Answer> {
  const input = parseAll(op, request);
  if (op.handle && !writes(op)) {
    const ask = async (ctx: Context) => {
      const answered = await op.handle?.(input as never, ctx);
      return { ...answerOf(op, answered), asOf: answersAsOf(ctx.db) };
    };
    const look = () => inTransaction(host, viewer, request.requestId, mayLag(op) ? "list" : "read", ask, op.reach);
    return answerShared(op, request, { viewer, answers: host.sharedAnswers }, look);
  }
  const { requestId, tell, serialise } = request;
  const write = { op, input, requestId, viewer, host, key: keyed(op, input, request, viewer), tell, serialise };
  return op.handle ? runInside(write) : runInThreeSteps(write);
}

function authorise(op: Operation, viewer: Viewer): void {
  const sides = op.sides ?? SIDES[apisOf(op)[0] ?? "platform"];
  const { id, access, decides, beforeTerms, personal } = op;
  admit(viewer, { id, access, sides, writes: writes(op), decides, beforeTerms, personal });
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
  const brought = files.map(({ filename, content }) => [filename, content.digest]);
  const requestHash = createHash("sha256")
    .update(JSON.stringify([op.id, said, brought]))
    .digest("hex");
  return { customerId, key: idempotencyKey, operation: op.id, requestHash };
}

async function runInside(write: Write): Promise<Answer> {
  const { op, input, key, host } = write;
  return inside(write, async (ctx) => {
    const replay = key && replayOf(write, key, await claimKey(ctx.db, key, host.clock.now()));
    if (replay) return replay;
    const answer = answerOf(op, await op.handle?.(input as never, ctx));
    await audit(write, answer, ctx);
    await save(write, answer, ctx.db);
    return answer;
  });
}
