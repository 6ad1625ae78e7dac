import { z } from "zod";
import { step } from "../../../ground/kernel/step.ts";
import { closedReason, linksOfSources } from "../../links/index.ts";
import { findSource } from "../store.ts";

const UNANSWERED = "the other storefront has not approved the link yet";

/** Why nothing can be asked of the storefront behind a source; null if its link is open. */
export const readShut = step({
  name: "sources.read-shut",
  reads: true,
  input: z.object({ customerId: z.int(), sourceId: z.string() }),
  async handle({ customerId, sourceId }, { db }) {
    const source = await findSource(db, customerId, sourceId);
    if (!source) return UNANSWERED;
    const link = (await linksOfSources(db, customerId, [source.inventorySourceId])).get(source.inventorySourceId);
    return link ? closedReason(link) : UNANSWERED;
  },
});
