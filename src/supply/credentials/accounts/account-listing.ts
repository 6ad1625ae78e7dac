import { z } from "zod";
import { step } from "../../../ground/kernel/step.ts";
import type { AccountSource, AccountsAnswer } from "../../../ground/seller-agent/index.ts";
import { type AgentPlace, listPlacesOfAgents } from "../../marketplace/index.ts";
import { type BuyerKey, openKey } from "../buyer-key.ts";
import { listWorkingCredentials } from "../store.ts";
import { findListings, saveListing } from "./store.ts";

/** A buyer's accounts at an agent, with as much of their status as the buyer may see. */
export interface Holdings {
  readonly held: readonly HeldKey[];
  readonly sources: readonly AccountSource[];
}

export interface HeldKey extends BuyerKey {
  /** What the agent last listed to the buyer; undefined if it has not been asked. */
  readonly listing: AccountsAnswer | undefined;
}

/** Reads in the buyer's own tenant, whoever runs the step. */
export const readHoldings = step({
  name: "credentials.read-holdings",
  reads: true,
  input: z.object({ customerId: z.int(), agentId: z.string() }),
  async handle({ customerId, agentId }, { db, vault, viewer }): Promise<Holdings> {
    const credentials = await listWorkingCredentials(db, customerId, [agentId]);
    const ids = credentials.map(({ credentialId }) => credentialId);
    const [listings, places] = await Promise.all([
      findListings(db, customerId, ids),
      listPlacesOfAgents(db, viewer, [agentId]),
    ]);
    return {
      held: credentials.map((one) => ({ ...openKey(vault, one), listing: listings.get(one.credentialId) })),
      sources: places.map(sourceOf),
    };
  },
});

export const storeListing = step({
  name: "credentials.keep-listing",
  input: z.object({ customerId: z.int(), credentialId: z.int(), listing: z.custom<AccountsAnswer>() }),
  handle: ({ customerId, credentialId, listing }, { db, now }) =>
    saveListing(db, customerId, credentialId, listing, now),
});

export function sourceOf({ storefrontId, storefrontName, sourceId, sourceName }: AgentPlace): AccountSource {
  return { storefrontId, storefrontName, sourceId, sourceName };
}
