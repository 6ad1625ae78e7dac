import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { OpenSpan, Tracing } from "../../ground/tracing/index.ts";

/** Monitoring requests these all the time. */
const UNTRACED: ReadonlySet<string> = new Set(["/metrics", "/livez", "/readyz", "/health"]);

/**
 * A span for each request, below the caller's own span if the request names one. It is named after the operation; the path is omitted,
 * because the paths of links and files contain secrets.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  if (!tracing.isOn) return;
  const spans = new WeakMap<FastifyRequest, OpenSpan>();
  app.addHook("onRequest", (request, _, next) => {
    const route = request.routeOptions.url;
    if (route !== undefined && UNTRACED.has(route)) return next();
    const { method, headers, id: requestId } = request;
    const attributes = { "http.request.method": method, ...(route !== undefined && { "http.route": route }) };
    const span = tracing.begin({
      name: `${method} ${route ?? "nowhere"}`,
      kind: "server",
      attributes,
      requestId,
      headers,
    });
    spans.set(request, span);
    span.run(next);
  });
  // A body is read in events of its socket, which run outside the context of the request's span.
  app.addHook("preValidation", (request, _, next) => {
    const span = spans.get(request);
    if (span) span.run(next);
    else next();
  });
  app.addHook("onResponse", (request, reply, next) => {
    const span = spans.get(request);
    if (span) end(span, request, reply);
    next();
  });
}

function end(span: OpenSpan, { noted }: FastifyRequest, { statusCode }: FastifyReply): void {
  const { operation, tool, customerId, caller, answered = statusCode } = noted ?? {};
  const name = tool ?? operation;
  if (name !== undefined) span.rename(name);
  const attributes = {
    "http.response.status_code": statusCode,
    ...(operation !== undefined && { "interchange.operation": operation }),
    ...(tool !== undefined && { "interchange.tool": tool, "interchange.answered": answered }),
    ...(customerId !== undefined && { "interchange.customer_id": customerId }),
    ...(caller !== undefined && { "interchange.caller": caller }),
  };
  const failure = answered >= 400 ? { type: String(answered), isOurs: answered >= 500 } : undefined;
  span.end(attributes, failure);
}
