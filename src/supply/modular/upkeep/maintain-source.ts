import { z } from "zod";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { lockAvails } from "../avails/store.ts";
import { expireHolds, updateUpstream } from "../ledger/moves/store.ts";
import { listDueHolds, listOver } from "../ledger/store.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { findModularSourceNumbered, recordConfirmationRequested } from "../store.ts";
import { beginStage, stageModuleOf } from "../trafficking/begin-stage.ts";
import { openItem, recordMove, SYSTEM } from "../work-queue/open-item.ts";
import { markOld } from "../work-queue/store.ts";
import { listDueOfAllCustomers, nextDueSource } from "./store.ts";

const MOST_AT_ONCE = 200;

/**
 * Does what is due by the clock of a source's seller: releases expired holds, requests reports, reports old work items,
 * and asks about stale feeds.
 */
export const maintainSource = step({
  name: "modular.look-after-source",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
  async handle(place, ctx): Promise<void> {
    const source = await findModularSourceNumbered(ctx.db, place);
    if (!source) return;
    await expire(ctx, source);
    await requestReports(ctx, source);
    await requestConfirmation(ctx, source);
    await notifyOfOldItems(ctx, source);
  },
});

/** Locks the avails first, always in the same order. */
async function expire({ db, now }: Context, source: ModularSource): Promise<void> {
  const availIds = await listDueHolds(db, source, now);
  if (availIds.length === 0) return;
  await lockAvails(db, source, availIds);
  await expireHolds(db, source, now, availIds);
}

async function requestReports(ctx: Context, source: ModularSource): Promise<void> {
  const over = await listOver(ctx.db, source, ctx.now, MOST_AT_ONCE);
  if (over.length === 0) return;
  const reporting = stageModuleOf(await listModules(ctx.db, source), "IMPORT_REPORTING");
  for (const booking of over) {
    await updateUpstream(ctx.db, source, booking.bookingId, { reportAsked: true }, ctx.now);
    if (reporting) await beginStage(ctx, source, reporting, booking);
  }
}

async function requestConfirmation(ctx: Context, source: ModularSource): Promise<void> {
  const feed = (await listModules(ctx.db, source)).find(({ kind }) => kind === "INVENTORY_FEED");
  const { maxFeedAgeHours } = feed?.config ?? {};
  const { confirmedAt } = source.feed;
  if (!feed || typeof maxFeedAgeHours !== "number" || !confirmedAt) return;
  if (after(confirmedAt, maxFeedAgeHours * HOUR_MS) > ctx.now) return;
  await recordConfirmationRequested(ctx.db, source);
  await openItem(ctx, source, {
    kind: "CONFIRM_AVAILS",
    stage: "INGEST_AVAILS",
    moduleInstanceId: feed.moduleInstanceId,
    subject: "INGEST_AVAILS:STALE",
    title: `The avails are older than ${maxFeedAgeHours} hours: confirm them, or upload newer ones`,
    resourceType: "AVAILS_FEED",
    resourceId: source.sourceId,
    requiredKeys: ["confirmed"],
  });
}

async function notifyOfOldItems(ctx: Context, source: ModularSource): Promise<void> {
  for (const item of await markOld(ctx.db, source, ctx.now)) {
    await recordMove(ctx, source, item, { eventType: "GREW_OLD", actor: SYSTEM });
    const message = `${source.name}: ${item.title} has waited since ${item.createdAt.toISOString()}`;
    await notify(ctx, { type: "work_item.overdue", resourceType: "WORK_ITEM", resourceId: item.workItemId, message });
  }
}

export const modularAgenda: Agenda = {
  async next(db, customerId, until) {
    const due = await nextDueSource(db, customerId, until);
    return due && dueOf(due);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await listDueOfAllCustomers(db, wall, limit)).map(dueOf);
  },
};

function dueOf({ at, ...input }: Awaited<ReturnType<typeof listDueOfAllCustomers>>[number]) {
  return { at, step: maintainSource, input, subject: `modular source ${input.inventorySourceId}` };
}
