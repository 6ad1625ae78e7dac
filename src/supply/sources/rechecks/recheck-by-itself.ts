import { z } from "zod";
import { after, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { findStorefrontOf } from "../../storefronts/index.ts";
import { type ChangingSource, changeSource, draftCheck } from "../change-source.ts";
import { checkConnection } from "../check-connection.ts";
import type { Source } from "../source.ts";
import type { Checked } from "../source-change.ts";
import { claimRecheck, listDueRechecksOfAllCustomers } from "../store.ts";

/** How long to wait before checking again if agents are not asked automatically. */
const ASLEEP_HOURS = 24;

function askAgain({ after: source, auth }: ChangingSource, out: CallContext): Promise<Checked | undefined> {
  return checkConnection(source, auth, out).catch((error: unknown) => {
    // The installation no longer calls this URL, which says nothing about the agent.
    if (error instanceof Invalid) return undefined;
    throw error;
  });
}

async function saveCheckResult(change: ChangingSource, checked: Checked | undefined, ctx: Context): Promise<void> {
  if (!checked) return;
  try {
    await notifyOfSilence(ctx, change.before, await changeSource(ctx, {}, change, checked));
  } catch (error) {
    // A concurrent change to the source has asked its agent as well.
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
  }
}

/** Fetches the capabilities of a source's agent again: the result is stored, and a missing answer is reported. */
export const recheckSource = step({
  name: "sources.recheck",
  input: z.object({ customerId: z.int(), sourceId: z.string() }),
  async claim(place, ctx): Promise<ChangingSource | undefined> {
    const { capabilitiesRefreshHours } = ctx.installation;
    const wall = wallOf(ctx);
    const next = after(wall, (capabilitiesRefreshHours ?? ASLEEP_HOURS) * HOUR_MS);
    if (!(await claimRecheck(ctx.db, place, { wall, next })) || capabilitiesRefreshHours === null) return undefined;
    const storefront = await findStorefrontOf(ctx.db, place.customerId);
    return storefront && !storefront.archivedAt ? draftCheck(ctx, place.sourceId) : undefined;
  },
  call: askAgain,
  settle: saveCheckResult,
});

/** The same immediately, when somebody has just given access to the agent. */
export const recheckNow = step({
  name: "sources.recheck-now",
  input: z.object({ customerId: z.int(), sourceId: z.string() }),
  claim: (place, ctx): Promise<ChangingSource> => draftCheck(ctx, place.sourceId),
  call: askAgain,
  settle: saveCheckResult,
});

async function notifyOfSilence(
  ctx: Context,
  before: Source,
  { sourceId, name, connectionError }: Source,
): Promise<void> {
  if (before.connectionError !== null || connectionError === null) return;
  const message = `${name} did not answer when it was last asked: ${connectionError}`;
  await notify(ctx, { type: "source.unreachable", resourceType: "INVENTORY_SOURCE", resourceId: sourceId, message });
}

/** Agents live in wall-clock time, so advancing a seller's clock does not bring a check forward. */
export const sourceAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueRechecksOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({ at, step: recheckSource, input, subject: `source ${input.sourceId}` }));
  },
};
