import { deserialize, serialize } from "node:v8";
import { parse } from "zod/v4/core";
import { awayOf } from "../../db/connection/index.ts";
import {
  claimKey,
  holdKey,
  type KeyLease,
  RENEWED_EVERY_MS,
  releaseKey,
  releaseLease,
  renewLease,
  saveClaim,
} from "../../idempotency/index.ts";
import type { SecretPlace } from "../../vault/index.ts";
import type { Context, ReportProgress } from "../context.ts";
import type { Operation } from "../operation.ts";
import { callContext } from "../perform.ts";
import type { Answer } from "./answer.ts";
import { answerOf, audit, audited, inside, replayOf, save, type Write } from "./write.ts";

/** The result of the claim, which may have been made by an earlier process for the same request, and the lease on its key. */
interface StartedWrite {
  readonly claimed: unknown;
  readonly lease: KeyLease | undefined;
}

/**
 * Claim, call, settle. A claim that has taken effect is stored with the idempotency key, and a retry after a crash calls and settles from
 * it, so that the same key has the same result wherever the first attempt was killed.
 */
export async function runInThreeSteps(write: Write): Promise<Answer> {
  const { op, host, viewer, requestId, input } = write;
  const prefetched = op.prefetch?.(input as never, callContext(host, viewer, requestId));
  // A claim that fails, or an answer that is repeated, needs none of it.
  prefetched?.catch(() => undefined);
  const begun = await inside(write, (ctx) => begin(write, ctx));
  if ("replayed" in begun) return begun;
  const renewing = begun.lease && startRenewing(write, begun.lease);
  try {
    await host.reached?.(op.id, "claimed");
    const called = await op.call?.(
      begun.claimed as never,
      callContext(host, viewer, requestId, tellerOf(write)),
      prefetched as never,
    );
    await host.reached?.(op.id, "called");
    return await inside(write, (ctx) => end(write, begun, called, ctx));
  } catch (error) {
    if (begun.lease) await release(write, begun.lease);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

/** Progress that does not match the operation's declaration is a bug; if the operation declares none, nobody receives it. */
function tellerOf({ op: { progress: declared }, tell }: Write): ReportProgress | undefined {
  return declared && tell && ((progress) => tell(parse(declared, progress)));
}

async function begin(write: Write, ctx: Context): Promise<StartedWrite | Answer> {
  const { op, key, host, input } = write;
  const earlier = key && (await claimKey(ctx.db, key, host.clock.now()));
  const replay = key && earlier && replayOf(write, key, earlier);
  if (replay) return replay;
  const lease = earlier && "lease" in earlier ? earlier.lease : undefined;
  if (lease && earlier?.kind === "abandoned") return { lease, claimed: opened(write, lease, earlier.claimed) };
  const claimed = await op.claim?.(input as never, takesEffectInClaim(op) ? audited(write, ctx) : ctx);
  if (takesEffectInClaim(op)) {
    await audit(write, undefined, ctx);
    if (lease) await saveClaim(ctx.db, lease, sealed(write, lease, claimed));
  }
  return { lease, claimed };
}

/** If the key belongs to another request by now, the result is not stored: the other request's answer counts. */
async function end(write: Write, { claimed, lease }: StartedWrite, called: unknown, ctx: Context): Promise<Answer> {
  const { op, serialise } = write;
  const lost = lease && (await holdKey(ctx.db, lease));
  const replay = lease && lost && replayOf(write, lease, lost);
  if (replay) return replay;
  const answer = answerOf(
    op,
    await op.settle?.(claimed as never, called as never, takesEffectInClaim(op) ? ctx : audited(write, ctx)),
  );
  if (!takesEffectInClaim(op)) await audit(write, answer, ctx);
  await save(write, answer, ctx.db);
  // In its next turn the event loop has sent the commit, and PostgreSQL is at work.
  if (serialise) setImmediate(serialise, answer.data);
  return answer;
}

/** A holder that works for a long time keeps its key; a holder that died loses it. */
function startRenewing(write: Write, lease: KeyLease): NodeJS.Timeout {
  const { host, requestId } = write;
  const renew = () =>
    void inside(write, (ctx) => renewLease(ctx.db, lease, host.clock.now())).catch((error: unknown) =>
      host.log.warn({ err: error, requestId }, "the lease of an idempotency key was not renewed"),
    );
  return setInterval(renew, RENEWED_EVERY_MS).unref();
}

/** If the claim had no effect the key is released; if it had, the next request with the key continues from it. */
async function release(write: Write, lease: KeyLease): Promise<void> {
  const { op, host, requestId } = write;
  const free = (ctx: Context) =>
    takesEffectInClaim(op) ? releaseLease(ctx.db, lease, host.clock.now()) : releaseKey(ctx.db, lease);
  await inside(write, free).catch((lost: unknown) => {
    // An unavailable database is logged once, not for each key that waits for it.
    if (!awayOf(lost)) host.log.warn({ err: lost, requestId }, "an idempotency key is held until its lease is over");
  });
}

function takesEffectInClaim({ audit }: Operation): boolean {
  return audit?.in === "claim";
}

/** Serialised by V8, because a claim contains dates and similar values. */
function sealed({ host }: Write, lease: KeyLease, claimed: unknown): string {
  return host.vault.seal(serialize(claimed).toString("base64"), claimPlace(lease));
}

function opened({ host }: Write, lease: KeyLease, text: string): unknown {
  return deserialize(Buffer.from(host.vault.open(text, claimPlace(lease)), "base64"));
}

function claimPlace({ customerId, key }: KeyLease): SecretPlace {
  return { customerId, table: "idempotency_keys", rowId: key, field: "claimed" };
}
