import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { MediaBuy } from "../media-buy.ts";
import { lockMediaBuys } from "../store.ts";
import { applyChange } from "./apply-change.ts";
import { type Change, type ChangeKind, isWaiting, stepChange } from "./change.ts";
import { prospectOf, refusalReason } from "./change-of-buy.ts";
import { insertChanges, saveChange } from "./store.ts";
import { isSameUpdate, joinUpdates, type MediaBuyUpdate } from "./update.ts";

/** The caller makes the change immediately; the job only runs in case the caller fails. */
const AT_ONCE_MS = 5 * SECOND_MS;

/** A change to a buy that only its seller can make. */
export interface RequestedChange {
  readonly mediaBuyId: string;
  readonly kind: ChangeKind;
  /** The new terms, if the change is an update. */
  readonly update?: MediaBuyUpdate;
  readonly reason?: string | undefined;
}

/**
 * Requests changes, at most one per buy, and returns their ids in the same order; `applyChange` then makes each change
 * and returns its result. A change that cannot be made is refused here, with its reason. Requesting the same change
 * twice makes one change. A different change is refused while one is in progress; if the earlier one still waits for
 * its seller, the later one replaces it, or is merged with it if both are updates. Throws `NotFound`.
 */
export async function requestChanges(ctx: Context, asked: readonly RequestedChange[]): Promise<string[]> {
  const { db, viewer, now } = ctx;
  const wanted = [...new Map(asked.map((one) => [one.mediaBuyId, one])).values()];
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ mediaBuyId }) => mediaBuyId);
  const buys = new Map((await lockMediaBuys(db, viewer.customerId, ids)).map((buy) => [buy.mediaBuyId, buy]));
  const changes: Change[] = [];
  for (const one of wanted) {
    const buy = buys.get(one.mediaBuyId);
    if (!buy) throw new NotFound(`there is no media buy ${one.mediaBuyId}`);
    changes.push(await changeOf(ctx, buy, one));
  }
  const fresh = changes.filter((change) => change !== buys.get(change.mediaBuyId)?.pending);
  if (fresh.length > 0) await insertChanges(db, viewer.customerId, fresh, now);
  for (const { changeId, state } of fresh) {
    const input = { customerId: viewer.customerId, changeId };
    if (state === "open") await ctx.enqueue(applyChange, input, { delayMs: AT_ONCE_MS });
  }
  return changes.map(({ changeId }) => changeId);
}

/** The change that satisfies the request: the one in progress if it is the same, otherwise a new one. */
async function changeOf(ctx: Context, buy: MediaBuy, asked: RequestedChange): Promise<Change> {
  const { pending } = buy;
  const { kind, update = null } = asked;
  if (pending?.kind === kind && isSameUpdate(pending.update, update)) return pending;
  if (!pending || !givesWay(pending, kind) || prospectOf(kind, buy) === "refuse")
    return newChange(ctx, buy, asked, pending);
  const error = `${kind} was asked for before it could be made`;
  await saveChange(ctx.db, ctx.viewer.customerId, stepChange(pending, "refuse", error), ctx.now);
  const joined = pending.update && update ? { ...asked, update: joinUpdates(pending.update, update) } : asked;
  return newChange(ctx, buy, joined, null);
}

/** A later request replaces a change that was not sent yet, except that new terms do not undo a pause or a cancellation. */
function givesWay(pending: Change, kind: ChangeKind): boolean {
  return isWaiting(pending) && (kind !== "update" || pending.kind === "update");
}

function newChange({ random, now }: Context, buy: MediaBuy, asked: RequestedChange, underWay: Change | null): Change {
  const { kind, update = null, reason = null } = asked;
  const change: Change = {
    changeId: newUuid(random),
    mediaBuyId: buy.mediaBuyId,
    kind,
    update,
    reason,
    executionKey: newUuid(random),
    state: "open",
    previousStatus: buy.status,
    taskId: null,
    error: null,
    attempts: 0,
    fence: 0,
    leaseUntil: null,
    sentAt: null,
    createdAt: now,
  };
  if (underWay) {
    const error = `another change (${underWay.kind}) is under way: ask again when it is settled`;
    return stepChange(change, "refuse", error);
  }
  const prospect = prospectOf(kind, buy);
  if (prospect === "refuse") return stepChange(change, "refuse", refusalReason(kind, buy));
  return prospect === "reached" ? stepChange(change, "make", null) : change;
}
