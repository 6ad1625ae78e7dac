import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";

export interface PassOnInput {
  readonly customerId: number;
  readonly campaignId: string;
}

/**
 * The job that sends changed creatives on to the sellers of a campaign's media buys. It is only a reference, because
 * media buys come after creatives in the order of areas.
 */
export const passOnCreatives: JobReference<PassOnInput> = {
  name: "media-buys.pass-on-creatives",
  input: z.object({ customerId: z.int(), campaignId: z.string() }),
};

/** Enqueues sending a campaign's changed creatives on to its sellers; several changes are combined. */
export async function enqueueCreatives({ viewer, enqueue }: Context, campaignId: string): Promise<void> {
  await enqueue(passOnCreatives, { customerId: viewer.customerId, campaignId }, { key: campaignId });
}
