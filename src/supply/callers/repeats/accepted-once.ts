import { type AnswerRecord, findStoredAnswer, saveFirstAnswer } from "../../../ground/idempotency/index.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { wallOf } from "../../../ground/kernel/context.ts";
import { KeyReused } from "../../../ground/kernel/writing/write.ts";
import type { Caller } from "../caller.ts";

/** One week is the longest time that AdCP 3.1 allows a seller to promise. */
export const KEPT_MS = 7 * DAY_MS;

interface RepeatableRequest {
  readonly idempotencyKey: string;
  /** The same for every retry; absent if the request cannot be recognised. */
  readonly requestHash: string | undefined;
}

/**
 * The result of a request's checks, stored before the request takes effect. A retry whose first answer was lost is not judged anew, by an
 * account, a revision or formats that have changed since: it converges on the same result. What is returned must survive JSON.
 */
export async function acceptedOnce<T>(
  { side, storefrontId, principal }: Caller,
  { idempotencyKey, requestHash }: RepeatableRequest,
  check: () => Promise<T>,
): Promise<T> {
  if (requestHash === undefined) return check();
  const key = `accepted/${storefrontId}/${principal}/${idempotencyKey}`;
  const request = { customerId: side.customerId, key, operation: "accepted", requestHash };
  const find = () => side.read((ctx) => findStoredAnswer(ctx.db, request, wallOf(ctx)));
  const earlier = await find();
  if (earlier) return resultOf(earlier);
  const accepted = await check();
  const isFirst = await side.write((ctx) => {
    const now = wallOf(ctx);
    return saveFirstAnswer(ctx.db, request, { status: 200, answer: accepted, now, expiresAt: after(now, KEPT_MS) });
  });
  // Of two that are checked at once, both take effect as the first was judged.
  const first = isFirst ? undefined : await find();
  return first ? resultOf(first) : accepted;

  function resultOf({ requestHash: known, answer }: AnswerRecord): T {
    if (known !== requestHash) throw reused();
    return answer as T;
  }
}

function reused(): KeyReused {
  const field = "idempotency_key";
  return new KeyReused(`${field}: it was used for another request: send this one with a new key`, { field });
}
