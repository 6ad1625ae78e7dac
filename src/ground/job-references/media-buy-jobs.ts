import { z } from "zod";
import type { JobReference } from "../kernel/step.ts";

const MediaBuyRef = z.object({ customerId: z.int(), mediaBuyId: z.string() });

const RefreshInput = MediaBuyRef.extend({
  reportedFrom: z.iso
    .date()
    .optional()
    .describe(
      "The first day for which the seller is known to have news: it is then asked however long ago the buy ended",
    ),
});
export type RefreshInput = z.output<typeof RefreshInput>;

/** The buyer asks the seller of a media buy for its status and delivery. */
export const refreshJob: JobReference<RefreshInput> = { name: "media-buys.refresh", input: RefreshInput };

/** The buyer asks the seller of a media buy again for the result of its creatives. */
export const askAboutCreativesJob: JobReference<z.output<typeof MediaBuyRef>> = {
  name: "media-buys.ask-about-creatives",
  input: MediaBuyRef,
};
