import { z } from "zod";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import { type CallContext, type Context, installationDb, wallOf } from "../../ground/kernel/context.ts";
import { type Agenda, type Step, step } from "../../ground/kernel/step.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { answers, confirm, type Knowledge, learnFromLookup, leftAlone } from "./knowledge.ts";
import { consult } from "./published/consult.ts";
import { findKnowledge, listStaleBrandsOfAllCustomers, saveKnowledgeOfAllCustomers } from "./store.ts";

/** The longest time for which a caller waits for a brand's own publication. */
const PATIENCE_MS = 2.5 * SECOND_MS;

interface LookUp {
  readonly customerId: number;
  readonly domain: string;
}

/** Asks a brand's own domain and then the registry, and stores the result for everybody. */
export const lookUpBrand: Step<LookUp, Knowledge> = step({
  name: "brands.look-up",
  input: z.object({ customerId: z.int(), domain: z.string() }),
  reach: "installation",
  attempts: 1,
  claim: async ({ domain }, { db }) => ({ domain, before: await findKnowledge(db, domain) }),
  call: ({ domain, before }, { outbound, installation }) =>
    consult(domain, { outbound, installation, etag: before?.etag ?? null, timeoutMs: PATIENCE_MS }),
  async settle({ domain, before }, said, ctx): Promise<Knowledge> {
    const known =
      said === "unchanged" ? confirm(before, domain, ctx.now) : learnFromLookup(before, domain, said, ctx.now);
    await saveKnowledgeOfAllCustomers(installationDb(ctx), known);
    return known;
  },
});

/** The state before a look-up: what is known already, and whether that is enough. */
export interface CachedBrand {
  readonly domain: string;
  readonly known: Knowledge | undefined;
  readonly suffices: boolean;
}

/** `outright` means that the brand itself was requested explicitly, so an old miss is not enough. */
export async function recallBrand(ctx: Context, domain: string, { outright = false } = {}): Promise<CachedBrand> {
  const known = await findKnowledge(ctx.db, domain);
  const alone = leftAlone(domain, ctx.installation) !== undefined;
  return { domain, known, suffices: alone || (known !== undefined && answers(known, wallOf(ctx), outright)) };
}

/** Looks a brand up if what is known is not enough. This takes 2.5 s at most, and never fails because of the other side. */
export async function resolveBrand(
  { domain, known, suffices }: CachedBrand,
  { perform }: CallContext,
): Promise<Knowledge | undefined> {
  return suffices ? known : perform(lookUpBrand, { customerId: NOBODY.customerId, domain });
}

/** Schedules a look-up in the background if what is known about the brand is not enough. */
export async function wantBrand(ctx: Context, domain: string): Promise<void> {
  const { suffices } = await recallBrand(ctx, domain);
  if (!suffices) await ctx.enqueue(lookUpBrand, { customerId: NOBODY.customerId, domain }, { key: `brand ${domain}` });
}

/** Brands follow real time, so no customer's clock makes one due. */
export const brandAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const stale = await listStaleBrandsOfAllCustomers(db, wall, limit);
    return stale.map(({ domain, at }) => {
      const input = { customerId: NOBODY.customerId, domain };
      return { at, step: lookUpBrand, input, subject: `brand ${domain}` };
    });
  },
};
