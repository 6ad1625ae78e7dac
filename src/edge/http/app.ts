import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { awayOf } from "../../ground/db/connection/index.ts";
import { Invalid, isChallenging, NotFound, PublicError, TooLarge } from "../../ground/kernel/errors.ts";
import { newId } from "../../ground/kernel/ids.ts";
import type { Log } from "../../ground/kernel/log.ts";
import type { Random } from "../../ground/kernel/random.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { bug, type Envelope, failure } from "./envelope.ts";
import { challengeOf } from "./protected-resource.ts";

export interface AppOptions {
  readonly log: Log;
  readonly random: Random;
  readonly publicUrl: string;
  readonly bodyLimitBytes: number;
  readonly trustProxy: false | number | string;
  readonly connections: ConnectionSettings;
  /** Answers a person whose address leads nowhere with a page; undefined for a program. Without it, everybody gets the envelope. */
  readonly answerNotFound?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined;
}

/** Time limits for connections, and the maximum number of connections, so that slow senders cannot block others. */
export interface ConnectionSettings {
  /** For a whole request, including its body. */
  readonly requestMs: number;
  readonly headersMs: number;
  readonly keepAliveMs: number;
  readonly most: number;
}

/** No route declares a schema to Fastify, because operations check what they take and give. So it need not load compilers for schemas. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } };

function noCompiler(): never {
  throw new Error("a route has a schema of Fastify's, which nothing would check");
}

/** How often connections are checked for slow ones. */
const LOOK_MS = 5_000;

/** A Fastify instance with the general rules of the contract, before any routes are added: request ids, lenient JSON, errors in the envelope. */
export function newApp(options: AppOptions): FastifyInstance {
  const { log, random, bodyLimitBytes, trustProxy, connections } = options;
  const app = Fastify({
    logger: false,
    requestTimeout: connections.requestMs,
    keepAliveTimeout: connections.keepAliveMs,
    http: {
      headersTimeout: Math.min(connections.headersMs, connections.requestMs),
      connectionsCheckingInterval: Math.min(LOOK_MS, connections.headersMs),
    },
    bodyLimit: bodyLimitBytes,
    trustProxy: typeof trustProxy === "number" ? (_address, hop) => hop < trustProxy : trustProxy,
    genReqId: () => newId("request", random),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
    exposeHeadRoutes: false,
    schemaController: NO_SCHEMAS,
    // An invalid path reaches no route and no hook, and gets the same answer as an unknown one.
    frameworkErrors: (error, request, reply) => {
      reply.header("x-request-id", request.id);
      if (options.answerNotFound?.(request, reply)) return;
      void answerError(pathless(error), request, reply.headers(SAFE_JSON), options);
    },
  });
  app.setErrorHandler<FastifyError | PublicError>((error, request, reply) =>
    answerError(error, request, reply, options),
  );
  app.setNotFoundHandler(
    (request, reply) =>
      options.answerNotFound?.(request, reply) ??
      answerError(new NotFound(`there is no ${request.method} ${pathOf(request.url)}`), request, reply, options),
  );
  app.server.maxConnections = connections.most;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, readJson(String(body)));
    } catch (error) {
      done(error as Error);
    }
  });
  answerSafely(app);
  logResponses(app, log);
  app.decorateRequest("noted", undefined);
  return app;
}

/** Every answer carries its request id and the security headers. These hooks are synchronous, because they wait for nothing. */
function answerSafely(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, next) => {
    reply.header("x-request-id", request.id);
    next(secondHostOf(request));
  });
  app.addHook("onSend", (_, reply, payload, next) => {
    safeguard(reply);
    next(null, payload);
  });
}

/** One line for each response. */
function logResponses(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", (request, reply, next) => {
    const { method, url, id } = request;
    const { operation, customerId, userId, caller, applicationId, tool, answered } = request.noted ?? {};
    const fields = {
      requestId: id,
      method,
      path: pathOf(url),
      operation,
      customerId,
      ...(userId !== undefined && { userId }),
      ...(caller !== undefined && { caller }),
      ...(applicationId !== undefined && { applicationId }),
      ...(tool !== undefined && { tool, answered }),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    log.line(fields, "request");
    next();
  });
}

/** The path without the query. */
export function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}

declare module "fastify" {
  interface FastifyRequest {
    /** What is logged in addition to the request itself. */
    noted: RequestNotes | undefined;
  }
}

export interface RequestNotes {
  readonly operation: string;
  readonly customerId?: number;
  /** The caller, if it is one of our organisations. */
  readonly viewer?: Viewer;
  /** For a signed link: the member to whom it was given. */
  readonly userId?: number;
  /** For a storefront's agent: the outside buyer that called. */
  readonly caller?: string;
  /** The caller key that was used, and the seller that issued it. */
  readonly callerKey?: { readonly customerId: number; readonly callerKeyId: string } | undefined;
  /** The connected application that acts for its person. */
  readonly applicationId?: string | undefined;
  /** For MCP and a storefront's agent: the tool that was called, and the status that REST would have returned. */
  readonly tool?: string | undefined;
  readonly answered?: number;
}

/** With two of them, a proxy may have used one, and we the other (RFC 9112 §3.2). */
function secondHostOf({ raw: { rawHeaders } }: FastifyRequest): Invalid | undefined {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === HOST.length && name.toLowerCase() === HOST) hosts += 1;
  }
  if (hosts <= 1) return undefined;
  return new Invalid("the request has more than one Host header: send one", { field: "Host" });
}

const HOST = "host";
const JSON_TYPE = /^application\/([\w.-]+\+)?json/;

/** Browsers must not guess content types, and intermediaries must not cache personal data unless the route allows it. */
function safeguard(reply: FastifyReply): void {
  if (!reply.hasHeader("x-content-type-options")) reply.header("x-content-type-options", "nosniff");
  const isJson = JSON_TYPE.test(String(reply.getHeader("content-type") ?? ""));
  if (isJson && !reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
}

const SAFE_JSON = { "x-content-type-options": "nosniff", "cache-control": "no-store" };

/** An empty body counts as no body, whatever its content type, because clients send one with GET, DELETE and actions. */
export function readJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Invalid(`the body is not JSON: ${(cause as Error).message}`, { field: "body", cause });
  }
}

function answerError(
  error: FastifyError | PublicError,
  request: FastifyRequest,
  reply: FastifyReply,
  { log, publicUrl }: Pick<AppOptions, "log" | "publicUrl">,
): FastifyReply {
  const { status, envelope, known } = failedAnswerOf(error, request, log);
  if (known && isChallenging(known)) reply.header("www-authenticate", challengeOf(known, request.url, publicUrl));
  if (known?.retryAfterSeconds !== undefined) reply.header("retry-after", known.retryAfterSeconds);
  return reply.code(status).send(envelope);
}

interface FailedAnswer {
  readonly status: number;
  readonly envelope: Envelope;
  /** Undefined for a bug. */
  readonly known?: PublicError;
}

/** An error as the caller sees it. Bugs are logged. */
export function failedAnswerOf(
  error: FastifyError | Error,
  { id, method, url }: FastifyRequest,
  log: Log,
): FailedAnswer {
  const known = error instanceof PublicError ? error : (awayOf(error) ?? fromFastify(error));
  if (known) return { status: known.status, envelope: failure(known, id), known };
  log.error({ err: error, requestId: id, method, path: pathOf(url) }, "a bug");
  return { status: 500, envelope: bug(id) };
}

function pathless(cause: Error): NotFound {
  return new NotFound("there is nothing at this path: it is too long or not valid percent-encoding", { cause });
}

/** Translates Fastify's own errors into ours; any other error here is a bug of ours. */
function fromFastify(error: Partial<FastifyError> & Error): PublicError | undefined {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new TooLarge("the body is larger than this server accepts", { cause: error });
  if (error.statusCode && error.statusCode < 500) return new Invalid(error.message, { cause: error });
  return undefined;
}
