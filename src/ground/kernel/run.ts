import { createHash } from "node:crypto";
import { type $ZodType, safeParse } from "zod/v4/core";
import { type KeyedRequest, takeKey } from "../idempotency/index.ts";
import type { Context } from "./context.ts";
import { AccessDenied, type Issue, invalid, TermsNotAccepted, WrongSide } from "./errors.ts";
import type { Host } from "./host.ts";
import { apisOf, type Operation, type UploadedFile, writes } from "./operation.ts";
import { inTransaction } from "./perform.ts";
import { runInThreeSteps } from "./run-in-three-steps.ts";
import { type CustomerKind, may, refuse, type Viewer } from "./viewer.ts";
import { illFormed } from "./well-formed.ts";
import { type Answer, answerOf, audit, inside, keep, type Parsed, replayOf, type Write } from "./write.ts";

/** A request as its transport read it: unparsed, and without the transport. */
export interface Request {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly files?: readonly UploadedFile[];
  readonly requestId: string;
  readonly idempotencyKey?: string | undefined;
}

/** The one road from every transport: authorise, parse, claim the idempotency key, do it, audit it, check the answer. */
export async function run(op: Operation, request: Request, viewer: Viewer, host: Host): Promise<Answer> {
  authorise(op, viewer);
  const input = parseAll(op, request);
  if (op.handle && !writes(op)) {
    const ask = async (ctx: Context) => op.handle?.(input as never, ctx);
    return answerOf(op, await inTransaction(host, viewer, request.requestId, "read", ask, op.reach));
  }
  const write = { op, input, requestId: request.requestId, viewer, host, key: keyed(op, input, request, viewer) };
  return op.handle ? runInside(write) : runInThreeSteps(write);
}

function authorise(op: Operation, viewer: Viewer): void {
  if (op.access === "public") return;
  const sides = op.sides ?? SIDES[apisOf(op)[0] ?? "platform"];
  if (!sides.includes(viewer.customerKind)) {
    throw new WrongSide(
      `${op.id} is for ${sides.join(" and ")} organisations; this key belongs to a ${viewer.customerKind} organisation`,
    );
  }
  if (!may(viewer, op.access)) throw refuse(viewer, op.access);
  if (writes(op) && !op.beforeTerms) admit(viewer);
  if (writes(op) && !op.beforeTerms && !viewer.termsAccepted) {
    throw new TermsNotAccepted(
      "your organisation has not accepted the terms of service: POST /api/v2/accept-tos (MCP: accept_tos), then try again",
    );
  }
}

/** Storefront contract G4: a sponsored buyer that is not active reads what it may see, and changes nothing. */
function admit({ sponsorshipStatus }: Viewer): void {
  if (sponsorshipStatus === undefined || sponsorshipStatus === "active") return;
  const why = {
    pending: "your sponsor has not approved your account yet",
    suspended: "your sponsor has suspended your account, and what runs, runs on",
  };
  throw new AccessDenied(`${why[sponsorshipStatus]}: for now you can read, and change nothing`, {
    details: { sponsorshipStatus },
  });
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

async function runInside(write: Write): Promise<Answer> {
  const { op, input, key, host } = write;
  return inside(write, async (ctx) => {
    const replay = key && replayOf(write, key, await takeKey(ctx.db, key, host.clock.now()));
    if (replay) return replay;
    const answer = answerOf(op, await op.handle?.(input as never, ctx));
    await audit(write, answer, ctx);
    await keep(write, answer, ctx.db);
    return answer;
  });
}
