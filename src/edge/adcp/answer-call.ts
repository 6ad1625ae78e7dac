import { TermsNotAccepted } from "../../ground/kernel/errors.ts";
import { may, refuse, type Viewer } from "../../ground/kernel/viewer.ts";
import { illFormed } from "../../ground/kernel/well-formed.ts";
import type { SellerError } from "../../ground/seller-agent/index.ts";
import { answerOnce } from "../../supply/callers/index.ts";
import type { Json } from "../reference/index.ts";
import { enveloped, type Framing, failed, type ToolAnswer } from "./protocol/envelope.ts";
import { bugReported, errorsOf, flawReported } from "./protocol/failure.ts";
import { OLDEST, type Release, releaseOf } from "./protocol/release.ts";
import type { AdcpRequestContext } from "./request-context.ts";
import type { Tool } from "./tools/tool.ts";

/** What a call comes to, whichever way it travelled. */
export interface Answered {
  readonly status: ToolAnswer["status"];
  /** Under AdCP's envelope. */
  readonly payload: Json;
  /** AdCP's code of what went wrong, for the log line. */
  readonly code?: string | undefined;
}

/** Answers one call of a tool. What goes wrong is an answer as well; nothing is thrown. */
export async function answerCall(tool: Tool, given: Json, requestContext: AdcpRequestContext): Promise<Answered> {
  const [flaw] = illFormed(given);
  // Its context is not echoed: it may be what cannot be written down.
  if (flaw) return refusedWith([flawReported(flaw)], { release: OLDEST, context: undefined });
  const { context } = given;
  let release: Release = OLDEST;
  try {
    release = releaseOf(given);
    const { reported, replayed } = await (tool.writes
      ? written(tool, given, requestContext)
      : read(tool, given, requestContext));
    return { status: reported.status, payload: enveloped(reported, { release, context, replayed }) };
  } catch (error) {
    return refusedWith(errorsOf(error) ?? bug(error, tool, requestContext), { release, context });
  }
}

interface Done {
  readonly reported: ToolAnswer;
  readonly replayed: boolean;
}

async function read(tool: Tool, given: Json, requestContext: AdcpRequestContext): Promise<Done> {
  return { reported: await tool.answer(given, requestContext), replayed: false };
}

/** A write is answered once for its key. One without a key is refused by the tool's own schema, as one that is malformed. */
async function written(tool: Tool, given: Json, requestContext: AdcpRequestContext): Promise<Done> {
  refuseReaders(requestContext.viewer);
  const { idempotency_key: idempotencyKey, dry_run: dryRun } = given;
  if (typeof idempotencyKey !== "string" || dryRun === true) return read(tool, given, requestContext);
  const call = { tool: tool.name, idempotencyKey, request: given };
  const { answer, replayed } = await answerOnce(requestContext.resolved.caller, call, async () => {
    const { status, body } = await tool.answer(given, requestContext);
    return { status, body };
  });
  return { reported: answer as unknown as ToolAnswer, replayed };
}

function refuseReaders(viewer: Viewer): void {
  if (!may(viewer, "write")) throw refuse(viewer, "write");
  if (!viewer.termsAccepted)
    throw new TermsNotAccepted(
      "your organisation has not accepted the terms yet: POST /api/v2/accept-tos, then ask again",
    );
}

function refusedWith(errors: readonly SellerError[], framing: Framing): Answered {
  return { status: "failed", payload: failed(errors, framing), code: errors[0]?.code };
}

function bug(error: unknown, { name: tool }: Tool, { host, requestId }: AdcpRequestContext): readonly SellerError[] {
  host.log.error({ err: error, requestId, tool }, "a bug");
  return [bugReported(requestId)];
}
