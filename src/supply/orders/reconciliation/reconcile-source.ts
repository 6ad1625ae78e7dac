import { z } from "zod";
import { HOUR_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { can } from "../../../ground/kernel/lifecycle.ts";
import { step } from "../../../ground/kernel/step.ts";
import type { ListedMediaBuy, MediaBuyList, SellerAgent, SellerCall } from "../../../ground/seller-agent/index.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { readBuyerKeys } from "../../credentials/index.ts";
import { askInTime, asSellerFailure } from "../ask-source.ts";
import { type OwnedSource, openSources, readSources } from "../open-sources.ts";
import { conclusionOf, isShut, type Reconciliation, reconciliationLife } from "./reconciliation.ts";
import {
  alwaysDecidedAtOnce,
  claimDueOfAllCustomers,
  customersWithKeysFor,
  insertFound,
  listReconciliations,
  lockReconciliations,
  saveReconciliation,
  unknownBuys,
} from "./store.ts";

const MOST_AT_ONCE = 50;

/** Finds the customers that have credentials for an agent. No tenant can see that, so it is a step of the installation. */
export const findKeyHolders = step({
  name: "orders.find-key-holders",
  reach: "installation",
  reads: true,
  input: z.object({ customerId: z.int(), agentId: z.string() }),
  handle: ({ agentId }, ctx) => customersWithKeysFor(installationDb(ctx), agentId),
});

interface Listed {
  readonly mediaBuy: ListedMediaBuy;
  readonly accountIdentifier: string | null;
}

type Answer =
  | { readonly kind: "listed"; readonly listed: readonly Listed[]; readonly hasUndecided: boolean }
  | { readonly kind: "unable" | "unanswered"; readonly message: string };

/**
 * Asks a source's agent what it holds, with every credential that there is for it, and stores what the restored backup
 * does not contain.
 */
export const reconcileSource = step({
  name: "orders.reconcile-source",
  input: z.object({ customerId: z.int(), inventorySourceId: z.int() }),
  async claim({ inventorySourceId }, ctx) {
    const [reconciliation] = await listReconciliations(ctx.db, ctx.viewer.customerId, [inventorySourceId]);
    const [owned] = await readSources(ctx, [inventorySourceId]);
    if (!owned || !reconciliation || !can(reconciliationLife.transitions, "give up", reconciliation.state))
      return undefined;
    return { reconciliation, owned };
  },
  call: ({ owned }: { reconciliation: Reconciliation; owned: OwnedSource }, out): Promise<Answer> => ask(owned, out),
  async settle({ reconciliation }, answer, ctx) {
    const { customerId } = ctx.viewer;
    const { inventorySourceId, restoredTo } = reconciliation;
    const place = { customerId, inventorySourceId };
    await lockReconciliations(ctx.db, customerId, [inventorySourceId]);
    if (answer.kind === "listed") {
      const buys = answer.listed.map(({ mediaBuy }) => mediaBuy).filter((buy) => isSince(buy, restoredTo));
      const unknown = new Set(await unknownBuys(ctx.db, customerId, inventorySourceId, buys));
      await insertFound(
        ctx.db,
        place,
        answer.listed.filter(({ mediaBuy }) => unknown.has(mediaBuy)),
        wallOf(ctx),
      );
    }
    const atOnce = await alwaysDecidedAtOnce(ctx.db, customerId, inventorySourceId);
    const { state, message } = conclusionOf(reconciliation.sourceName, answer, atOnce);
    await saveReconciliation(ctx.db, place, { state, message, comparedAt: state === "COMPARED" ? wallOf(ctx) : null });
    const [after] = await listReconciliations(ctx.db, customerId, [inventorySourceId]);
    if (after && state !== "WAITING" && isShut(after))
      await notify(ctx, {
        type: "source.held_back",
        resourceType: "INVENTORY_SOURCE",
        resourceId: after.sourceId,
        message: nextAction(after),
      });
    return state;
  },
});

/** Anything that a source bought long before the backup was not lost by restoring it; the clocks may differ by an hour. */
function isSince({ createdAt }: ListedMediaBuy, restoredTo: Date): boolean {
  return createdAt === null || createdAt.getTime() > restoredTo.getTime() - HOUR_MS;
}

function nextAction({ state, sourceName, message, found, restoredTo }: Reconciliation): string {
  const since = restoredTo.toISOString();
  if (state === "UNABLE")
    return `this installation was restored to ${since}, and ${message ?? `${sourceName} cannot tell what it holds`}: compare with its people, and confirm it. Until then nothing new is bought from it`;
  const open = found.filter((one) => one.state === "OPEN").length;
  return `this installation was restored to ${since}, and ${sourceName} holds ${open} media buys that it does not know. Whoever asks for one again gets it; decide on the others. Until then nothing else is bought from it`;
}

async function ask(owned: OwnedSource, out: CallContext): Promise<Answer> {
  const { source } = owned;
  const call: SellerCall = {
    buyer: {
      customerId: null,
      name: source.name,
      operatorDomain: null,
      brandDomain: null,
      sandbox: out.viewer.sandbox,
    },
    timeoutMs: out.installation.sellerTimeoutMs,
    now: out.now,
    requestId: out.requestId,
    lookUp: true,
  };
  try {
    const opened = await openForAll(owned, out);
    const listed: Listed[] = [];
    let hasUndecided = true;
    for (const { agent, accountIdentifier } of opened) {
      if (!agent)
        return {
          kind: "unanswered",
          message: `${source.name} no longer opens for ${accountIdentifier ?? "the storefront"}`,
        };
      const list = await askInTime(source.name, call, () => listOf(agent, call));
      if (!list) return { kind: "unable", message: `${source.name} cannot tell what it holds` };
      listed.push(...list.mediaBuys.map((mediaBuy) => ({ mediaBuy, accountIdentifier })));
      hasUndecided &&= list.hasUndecided;
    }
    const once = [...new Map(listed.map((one) => [one.mediaBuy.mediaBuyId, one])).values()];
    return { kind: "listed", listed: once, hasUndecided };
  } catch (thrown) {
    return { kind: "unanswered", message: asSellerFailure(source.name, thrown).message };
  }
}

async function listOf(agent: SellerAgent, call: SellerCall): Promise<MediaBuyList | undefined> {
  return agent.listMediaBuys?.(call);
}

/** With the storefront's own credential, if it has one, and with every buyer's. */
async function openForAll(owned: OwnedSource, out: CallContext) {
  const { agentId, requiresCredentials, buyersBringOwn } = owned.source;
  const opened = requiresCredentials ? [] : await openSources(out, [{ ...owned, linked: undefined }], null);
  if (agentId === null || !(requiresCredentials || buyersBringOwn)) return opened;
  const holders = (await out.perform(findKeyHolders, { customerId: out.viewer.customerId, agentId })) ?? [];
  const all = [...opened];
  for (const customerId of holders)
    for (const { knownAs } of (await out.perform(readBuyerKeys, { customerId, agentIds: [agentId] })) ?? []) {
      const wanted = { ...owned, linked: undefined, accountIdentifier: knownAs };
      all.push(...(await openSources(out, [wanted], customerId)));
    }
  return all;
}

/** Finds sources that have to be asked; there are only any after a backup was restored. */
export const reconcileDue = step({
  name: "orders.reconcile-due",
  reach: "installation",
  input: z.object({ customerId: z.int() }),
  async handle(_, ctx) {
    const due = await claimDueOfAllCustomers(installationDb(ctx), wallOf(ctx), MOST_AT_ONCE);
    for (const place of due) await ctx.enqueue(reconcileSource, place);
    return due.length;
  },
});
