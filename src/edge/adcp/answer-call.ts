import { illFormed } from "../../ground/kernel/texts/well-formed.ts";
import { hashOfCall, runTool, type ToolCall } from "../../ground/kernel/tools/run-tool.ts";
import { type SellerError, SellerRefused } from "../../ground/seller-agent/index.ts";
import { KEPT_MS } from "../../supply/callers/repeats/index.ts";
import type { Json } from "../reference/index.ts";
import { enveloped, type Framing, failed, type ToolAnswer } from "./protocol/envelope.ts";
import { bugReported, errorsOf, flawReported, issueReported } from "./protocol/failure.ts";
import { OLDEST, type Release } from "./protocol/release.ts";
import { type SerialisedAnswer, standingText } from "./protocol/standing-text.ts";
import type { AdcpRequestContext } from "./request-context.ts";
import { type ReadRequest, readRequest } from "./requests/read-request.ts";
import type { Tool } from "./tools/tool.ts";

/** The result of a call, whichever protocol it came over. */
export interface Answered {
  readonly status: ToolAnswer["status"];
  /** In AdCP's envelope. */
  readonly payload: Json;
  /** The payload as JSON, if the answer stands. */
  text?(): SerialisedAnswer;
  /** The AdCP code of the error, for the log line. */
  readonly code?: string | undefined;
}

/** The status that REST would have returned, for the log: over the agents' protocols a refusal is an ordinary answer. */
export function statusOf({ status }: Pick<Answered, "status">): number {
  return status === "failed" ? 400 : 200;
}

/** Answers one call of a tool. Errors are answers too, so this never throws. */
export function answerCall(tool: Tool, given: Json, requestContext: AdcpRequestContext): Promise<Answered> {
  const { host, requestId } = requestContext;
  const name = `adcp ${tool.name}`;
  const work = () => answerWatched(tool, given, requestContext);
  return host.watchdog.within(name, () => host.tracing.within({ name, requestId }, work));
}

async function answerWatched(tool: Tool, given: Json, requestContext: AdcpRequestContext): Promise<Answered> {
  const [flaw] = illFormed(given);
  // The context is not echoed, because it may be the part that cannot be serialised.
  if (flaw) return refusedWith([flawReported(flaw)], { release: OLDEST, context: undefined });
  const { context } = given;
  let release: Release = OLDEST;
  try {
    const read = readRequest(tool, given);
    release = read.release;
    const { refused, ignored } = read;
    const call = callOf(tool, given, read, requestContext);
    const requestHash = call.repeatable?.requestHash;
    const keyed = requestHash === undefined ? requestContext : { ...requestContext, requestHash };
    const work = () => runTool(tool, call, premisesOf(tool, refused, keyed));
    const { answer, replayed, stands } = await requestContext.host.shares.run("agent", requestContext.principal, work);
    const reported = answer as ToolAnswer;
    const framing = { release, context, replayed, ignored };
    const payload = enveloped(reported, framing);
    return { status: reported.status, payload, ...(stands && { text: () => standingText(reported, framing) }) };
  } catch (error) {
    return refusedWith(errorsOf(error) ?? bug(error, tool, requestContext), { release, context });
  }
}

/** If a tool requires a key, its schema refuses a call without one. */
function callOf({ name }: Tool, given: Json, { parsed }: ReadRequest, { requestId }: AdcpRequestContext): ToolCall {
  const { idempotency_key: key } = given;
  const repeatable =
    typeof key === "string"
      ? { key, field: "idempotency_key", requestHash: hashOfCall(name, comparedOf(given)) }
      : undefined;
  return { parsed, requestId, repeatable, storedForMs: KEPT_MS };
}

function comparedOf(given: Json): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !BACKGROUND_TASK.has(name)));
}

/** Fields that AdCP ignores when it compares two requests (3.1, Idempotency), and the release in which they are sent. */
const BACKGROUND_TASK: ReadonlySet<string> = new Set([
  "idempotency_key",
  "context",
  "governance_context",
  "push_notification_config",
  "adcp_version",
  "adcp_major_version",
]);

function premisesOf({ name }: Tool, refused: readonly SellerError[], requestContext: AdcpRequestContext) {
  const { host, resolved, viewer } = requestContext;
  const { side, storefrontId, principal } = resolved.caller;
  const faultOf = (issues: readonly Parameters<typeof issueReported>[0][]) =>
    new SellerRefused(name, issues.map(issueReported));
  const objection = () => (refused.length > 0 ? new SellerRefused(name, refused) : undefined);
  const caller = { viewer, principal, place: String(storefrontId) };
  return { caller, tenant: side, host, spoken: { context: requestContext, objection, faultOf } };
}

function refusedWith(errors: readonly SellerError[], framing: Framing): Answered {
  return { status: "failed", payload: failed(errors, framing), code: errors[0]?.code };
}

function bug(error: unknown, { name: tool }: Tool, { host, requestId }: AdcpRequestContext): readonly SellerError[] {
  host.log.error({ err: error, requestId, tool }, "a bug");
  return [bugReported(requestId)];
}
