import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReportProgress } from "../../ground/kernel/context.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { type Api, apisOf, type Operation, writes } from "../../ground/kernel/operation.ts";
import type { Request } from "../../ground/kernel/run.ts";
import { NOBODY, type Viewer } from "../../ground/kernel/viewer.ts";
import { endedSessionCookie } from "../../platform/sign-in/sessions/index.ts";
import { failedAnswerOf } from "./app.ts";
import { type ConsoleSessions, sessionHolderIn } from "./console-session.ts";
import { type Credentials, idempotencyKeyOf, viewerIn } from "./credentials.ts";
import { answerInCsv, takesCsv } from "./csv-stream.ts";
import { serialise, writtenParts } from "./envelope.ts";
import { openEventStream, takesEvents } from "./event-stream.ts";
import { bodyInTurns } from "./lent-bytes.ts";
import type { RateLimits } from "./rate-limits.ts";
import { type Form, readForm } from "./read-form.ts";
import { type Outcome, runRequest } from "./run-request.ts";

export const MOUNTS: Readonly<Record<Api, string>> = {
  platform: "/api/v2",
  buyer: "/api/v2/buyer",
  storefront: "/api/v2/storefront",
  operator: "/api/v2/operator",
};

/** The audience of an access token for the API. */
function apiResource(publicUrl: string): string {
  return `${publicUrl}${MOUNTS.platform}`;
}

export interface Edge extends Credentials {
  readonly host: Host;
  readonly limits: RateLimits;
}

/** Only REST supports sessions of browsers; agents have none. */
export interface RestEdge extends Edge, Pick<ConsoleSessions, "sessions"> {}

export function mount(app: FastifyInstance, operations: readonly Operation[], edge: RestEdge): void {
  for (const op of operations.filter(({ files }) => !files)) route(app, op, edge);
  // Forms are parsed only on routes that expect them.
  void app.register(async (scope) => {
    await scope.register(multipart);
    for (const op of operations.filter(({ files }) => files)) route(scope, op, edge);
  });
}

function route(app: FastifyInstance, op: Operation, edge: RestEdge): void {
  for (const api of apisOf(op)) {
    app.route({
      method: op.method.toUpperCase(),
      url: MOUNTS[api] + op.path.replaceAll(/\{(\w+)\}/g, ":$1"),
      ...(op.bodyLimitBytes && { bodyLimit: Math.max(op.bodyLimitBytes, app.initialConfig.bodyLimit ?? 0) }),
      handler: (request, reply) => answer(op, request, reply, edge),
    });
  }
}

async function answer(
  op: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  edge: RestEdge,
): Promise<FastifyReply> {
  request.noted = { operation: op.id };
  if (op.limit) await edge.limits.countAddress(request.ip, op.limit, reply);
  const { slug } = request.params as { readonly slug?: string };
  if (op.limit === "sign_up" && slug !== undefined) await edge.limits.countLink(slug, reply);
  const { publicUrl } = edge.host.installation;
  const viewer = op.access === "public" ? NOBODY : await callerOf(op, request, edge);
  if (viewer !== NOBODY) {
    const { customerId, applicationId } = viewer;
    request.noted = { operation: op.id, customerId, applicationId, viewer };
    await edge.limits.countOrganisation(customerId, reply);
  }
  const arrived = { op, request, reply, viewer, edge };
  if (op.progress && takesEvents(request)) return answerInEvents(arrived);
  if (op.csv && takesCsv(request))
    return answerInCsv({ op, csv: op.csv, raw: requestIn(arrived), viewer, host: edge.host }, reply);
  const { status, envelope, replayed } = await (op.files ? upload : runArrived)(arrived);
  if (replayed) reply.header("idempotency-replayed", "true");
  if (op.endsSession) reply.header("set-cookie", endedSessionCookie(publicUrl));
  if (status === 204) return reply.code(204).send();
  return reply
    .code(status)
    .type(JSON_TYPE)
    .send(await bodyInTurns(reply.raw, await writtenParts(envelope)));
}

const JSON_TYPE = "application/json; charset=utf-8";

/** What has been sent cannot be taken back, so a failure from then on is sent as the last event. */
async function answerInEvents({ reply, ...arrived }: IncomingRequest): Promise<FastifyReply> {
  const events = openEventStream(reply);
  try {
    const { envelope } = await runArrived({ ...arrived, reply, tell: events.tell });
    return events.answer(envelope);
  } catch (error) {
    if (!events.isOpen()) throw error;
    const { status, envelope } = failedAnswerOf(error as Error, arrived.request, arrived.edge.host.log);
    return events.fail(status, envelope);
  }
}

/** The caller, identified by a key, a token or, for our own console, the session of the browser. */
async function callerOf(op: Operation, { headers }: FastifyRequest, edge: RestEdge): Promise<Viewer> {
  const { publicUrl } = edge.host.installation;
  const person =
    headers.cookie === undefined ? undefined : await sessionHolderIn(headers, { sessions: edge.sessions, publicUrl });
  return person ?? viewerIn(headers, edge, { resource: apiResource(publicUrl), fresh: writes(op) });
}

interface IncomingRequest {
  readonly op: Operation;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly viewer: Viewer;
  readonly edge: RestEdge;
  readonly tell?: ReportProgress;
}

function runArrived(arrived: IncomingRequest, content?: Partial<Form>): Promise<Outcome> {
  const { op, viewer, edge } = arrived;
  return runRequest(op, requestIn(arrived, content), viewer, edge);
}

function requestIn(
  { request, tell }: IncomingRequest,
  { body, files }: Partial<Form> = { body: request.body },
): Request {
  return {
    params: request.params,
    query: request.query,
    body,
    ...(files && { files }),
    requestId: request.id,
    idempotencyKey: idempotencyKeyOf(request.headers["idempotency-key"], "Idempotency-Key"),
    tell,
    ...(!tell && { serialise }),
  };
}

/**
 * A form is only read now that its sender is known and within the limits. Requests without a form count as uploads too, because the server
 * downloads the assets to which they refer.
 */
async function upload(arrived: IncomingRequest): Promise<Outcome> {
  const { request, reply, viewer, edge } = arrived;
  const { uploads, spool, installation } = edge.host;
  reply.header("upload-limit", uploads.atOnce);
  const end = uploads.begin(viewer.customerId);
  reply.header("upload-remaining", uploads.atOnce - uploads.underWay(viewer.customerId));
  try {
    if (!request.isMultipart()) return await runArrived(arrived);
    const form = await readForm(request, installation.uploads, spool);
    try {
      return await runArrived(arrived, form);
    } finally {
      await form.forget();
    }
  } finally {
    end();
  }
}
