import { z } from "zod";
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { type Agenda, type Step, type StepInput, step } from "../../ground/kernel/step.ts";
import { notify } from "../../platform/notifications/index.ts";
import { findStorefrontOf, type Storefront } from "../storefronts/index.ts";
import { agentUrlOf } from "./adagents/agent-url.ts";
import { type Verdict, verdictOf } from "./adagents/authorisation.ts";
import { readAdagents } from "./adagents/read-adagents.ts";
import { namedByAgents } from "./named-by-agents.ts";
import type { Publisher } from "./publisher.ts";
import { keepDiscovered, type Lease, listDueChecksOfAllCustomers, saveVerdicts, takeDuePublishers } from "./store.ts";

/** Asked at once by one job; the next takes those that are left. */
const MOST_AT_ONCE = 20;
/** Longer than reading two documents of each can take. */
const LEASE_MS = 5 * MINUTE_MS;
const SAID_LASTS_MS = DAY_MS;
const SILENCE_LASTS_MS = HOUR_MS;

interface Checking {
  readonly storefront: Storefront;
  readonly taken: readonly Publisher[];
  readonly lease: Lease;
}

/** Asks publishers whether the storefront may sell for them. */
export const checkPublishers: Step<StepInput, void> = step({
  name: "publishers.check",
  input: z.object({ customerId: z.int() }),
  async claim({ customerId }, ctx): Promise<Checking | undefined> {
    const storefront = await findStorefrontOf(ctx.db, customerId);
    if (!storefront || storefront.archivedAt) return undefined;
    const wall = wallOf(ctx);
    const named = await namedByAgents(ctx.db, customerId, storefront.storefrontId);
    await keepDiscovered(ctx.db, customerId, storefront.storefrontId, named, { at: ctx.now, wall });
    const lease = { wall, until: after(wall, LEASE_MS), most: MOST_AT_ONCE };
    const taken = await takeDuePublishers(ctx.db, customerId, lease);
    return taken.length > 0 ? { storefront, taken, lease } : undefined;
  },
  call: ({ storefront, taken, lease }, out) =>
    Promise.all(
      taken.map(async ({ domain }) => {
        const agentUrl = agentUrlOf(out.installation.publicUrl, storefront.platformId);
        const verdict = verdictOf(await readAdagents(domain, out), { domain, agentUrl, wall: lease.wall });
        return { domain, ...verdict };
      }),
    ),
  async settle({ storefront, taken, lease }, verdicts, ctx) {
    const wall = wallOf(ctx);
    const checked = verdicts.map((verdict) => ({ ...verdict, checkAt: after(wall, lastsMs(verdict)) }));
    await saveVerdicts(ctx.db, storefront.customerId, checked, { ...lease, wall });
    await tellOfRefusals(ctx, taken, verdicts);
    if (taken.length === MOST_AT_ONCE) await ctx.enqueue(checkPublishers, { customerId: storefront.customerId });
  },
});

function lastsMs({ adagentsStatus }: Verdict): number {
  return adagentsStatus === "error" ? SILENCE_LASTS_MS : SAID_LASTS_MS;
}

/** Somebody has to speak with a publisher that does not let the storefront sell for it any more. */
async function tellOfRefusals(
  ctx: Context,
  taken: readonly Publisher[],
  verdicts: readonly (Verdict & { readonly domain: string })[],
): Promise<void> {
  const trusted = new Set(
    taken.filter(({ authorizationStatus }) => authorizationStatus === "authorized").map(({ domain }) => domain),
  );
  for (const { domain, authorizationStatus } of verdicts) {
    if (authorizationStatus !== "unauthorized" || !trusted.has(domain)) continue;
    const message = `${domain} no longer authorises your agent in its adagents.json: ask the publisher, or remove it`;
    await notify(ctx, { type: "publisher.unauthorized", resourceType: "PUBLISHER", resourceId: domain, message });
  }
}

/** Publishers go by the wall, so no seller's clock brings a check on. */
export const publisherAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueChecksOfAllCustomers(db, wall, limit);
    return due.map(({ customerId, at }) => ({
      at,
      step: checkPublishers,
      input: { customerId },
      subject: "publishers",
    }));
  },
};
