import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";

export interface PassOnInput {
  readonly customerId: number;
  readonly campaignId: string;
}

/**
 * What media buys do when the creatives of their campaign have changed; they come after creatives, and know who shows
 * them.
 */
export const passOnCreatives: JobReference<PassOnInput> = {
  name: "media-buys.pass-on-creatives",
  input: z.object({ customerId: z.int(), campaignId: z.string() }),
};

/** Enqueues notifying the sellers of a campaign about a change; several changes are combined. */
export async function leaveToPassOn({ viewer, enqueue }: Context, campaignId: string): Promise<void> {
  await enqueue(passOnCreatives, { customerId: viewer.customerId, campaignId }, { key: campaignId });
}
