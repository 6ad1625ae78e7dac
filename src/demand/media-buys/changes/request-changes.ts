import { SECOND_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import type { MediaBuy } from "../media-buy.ts";
import { lockMediaBuys } from "../store.ts";
import { applyChange } from "./apply-change.ts";
import { type Change, type ChangeKind, prospectOf, whyRefused } from "./change.ts";
import { insertChanges, listOpenChanges, saveChange } from "./store.ts";

/** Whoever asked makes the change at once; the job is for the case that it does not come to that. */
const AT_ONCE_MS = 5 * SECOND_MS;

/**
 * Asks a change of each buy, and answers the ids of the changes in the same order; `applyChange` then makes each and says
 * what came of it. A change that cannot be made is refused here and says so there. The same change asked for twice is one
 * change; another is refused while one is under way, and replaces one that waits for its seller. Throws `NotFound`.
 */
export async function requestChanges(
  ctx: Context,
  mediaBuyIds: readonly string[],
  kind: ChangeKind,
): Promise<string[]> {
  const { db, viewer, now } = ctx;
  const ids = [...new Set(mediaBuyIds)];
  if (ids.length === 0) return [];
  const buys = new Map((await lockMediaBuys(db, viewer.customerId, ids)).map((buy) => [buy.mediaBuyId, buy]));
  const open = new Map(
    (await listOpenChanges(db, viewer.customerId, ids)).map((change) => [change.mediaBuyId, change]),
  );
  const changes: Change[] = [];
  for (const id of ids) {
    const buy = buys.get(id);
    if (!buy) throw new NotFound(`there is no media buy ${id}`);
    changes.push(await changeOf(ctx, buy, kind, open.get(id)));
  }
  const asked = changes.filter((change) => change !== open.get(change.mediaBuyId));
  if (asked.length > 0) await insertChanges(db, viewer.customerId, asked, now);
  for (const { changeId, state } of asked) {
    const input = { customerId: viewer.customerId, changeId };
    if (state === "open") await ctx.enqueue(applyChange, input, { delayMs: AT_ONCE_MS });
  }
  return changes.map(({ changeId }) => changeId);
}

/** The change that answers what is asked: the one under way where it is the same, or else a new one. */
async function changeOf(ctx: Context, buy: MediaBuy, kind: ChangeKind, underWay: Change | undefined): Promise<Change> {
  if (underWay?.kind === kind) return underWay;
  const replaced = underWay && isWaiting(underWay) && prospectOf(kind, buy) !== "refuse";
  if (!replaced) return newChange(ctx, buy, kind, underWay);
  const error = `${kind} was asked for before it could be made`;
  await saveChange(ctx.db, ctx.viewer.customerId, { ...underWay, state: "refused", error }, ctx.now);
  return newChange(ctx, buy, kind, undefined);
}

/** Never sent: its seller has still to say whether there is a buy. */
function isWaiting({ attempts, taskId }: Change): boolean {
  return attempts === 0 && taskId === null;
}

function newChange({ random }: Context, buy: MediaBuy, kind: ChangeKind, underWay: Change | undefined): Change {
  const change = {
    changeId: newUuid(random),
    mediaBuyId: buy.mediaBuyId,
    kind,
    executionKey: newUuid(random),
    previousStatus: buy.status,
    taskId: null,
    error: null,
    attempts: 0,
    leaseUntil: null,
  };
  if (underWay) {
    const error = `another change (${underWay.kind}) is under way: ask again when it is settled`;
    return { ...change, state: "refused", error };
  }
  const prospect = prospectOf(kind, buy);
  if (prospect === "refuse") return { ...change, state: "refused", error: whyRefused(kind, buy) };
  return { ...change, state: prospect === "reached" ? "done" : "open" };
}
