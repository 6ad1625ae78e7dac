import { z } from "zod";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { type Step, step } from "../../../ground/kernel/step.ts";
import { NOBODY } from "../../../ground/kernel/viewer.ts";
import { readBrandAgents } from "../adagents/brand-agents.ts";
import { readAdagents } from "../adagents/read-adagents.ts";
import { askRegistry } from "./ask-registry.ts";
import { entryOf } from "./directory-entry.ts";
import { DirectoryEntry } from "./schema.ts";
import { findEntrySince, saveEntryForAllCustomers } from "./store.ts";

/** How long one answer is used for everybody (storefront contract §3.7). */
const KEPT_MS = 2 * MINUTE_MS;

interface LookUp {
  readonly customerId: number;
  readonly domain: string;
}

/** Asks a domain and the registry about the domain's agents, and stores the answers for everybody. */
export const lookUpAgents: Step<LookUp, DirectoryEntry> = step({
  name: "publishers.look-up-agents",
  input: z.object({ customerId: z.int(), domain: z.string() }),
  reach: "installation",
  attempts: 1,
  claim: async ({ domain }) => domain,
  async call(domain, out) {
    const [brandAgents, adagents, registry] = await Promise.all([
      readBrandAgents(domain, out),
      readAdagents(domain, out),
      askRegistry(domain, out),
    ]);
    return { domain, brandAgents, adagents, ...registry };
  },
  async settle(_, response, ctx): Promise<DirectoryEntry> {
    const entry = DirectoryEntry.parse(entryOf(response));
    await saveEntryForAllCustomers(installationDb(ctx), entry, wallOf(ctx));
    return entry;
  },
});

export interface Question {
  readonly domain: string;
  readonly known: DirectoryEntry | undefined;
}

export async function recallAgents(ctx: Context, domain: string, refresh: boolean): Promise<Question> {
  const known = refresh ? undefined : await findEntrySince(ctx.db, domain, after(wallOf(ctx), -KEPT_MS));
  return { domain, known };
}

export async function discoverAgents({ domain, known }: Question, { perform }: CallContext): Promise<DirectoryEntry> {
  const entry = known ?? (await perform(lookUpAgents, { customerId: NOBODY.customerId, domain }));
  if (!entry) throw new Error(`looking ${domain} up settled nothing`);
  return entry;
}
