import { z } from "zod";
import { refreshMediaBuy, takeDelivery } from "../../demand/media-buys/index.ts";
import { step } from "../../ground/kernel/step.ts";
import { receiveLegWebhook } from "../../supply/orders/legs/index.ts";

/**
 * Passes a webhook from a seller's source on to the buyer concerned. A report is stored; any other webhook makes the buyer poll as it does
 * on schedule, so that webhooks and scheduled checks have the same effect.
 */
export const receiveSourceWebhook = step({
  name: "adcp-webhooks.hear",
  input: z.object({ customerId: z.int(), legId: z.string(), body: z.unknown().optional() }),

  claim: async ({ legId, body }, ctx) => receiveLegWebhook(ctx, legId, body),

  async call({ buyerCustomerId: customerId, mediaBuyId, delivery }, { perform }) {
    if (delivery) await perform(takeDelivery, { customerId, mediaBuyId, ...delivery });
    else await perform(refreshMediaBuy, { customerId, mediaBuyId });
  },

  settle: async () => undefined,
});
