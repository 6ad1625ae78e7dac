import { z } from "zod";
import { wallOf } from "../../../ground/kernel/context.ts";
import { nextState } from "../../../ground/kernel/lifecycle.ts";
import { step } from "../../../ground/kernel/step.ts";
import { closedReason, findLink, isOver, followLink as job } from "../../links/index.ts";
import { checkConnection } from "../check-connection.ts";
import { STATUS } from "../source.ts";
import { checkedBy } from "../source-change.ts";
import { findSourceNumbered, lockSource, updateSource } from "../store.ts";

/**
 * Makes a source follow its link: when the link is approved, the source's capabilities are fetched and it becomes
 * active; when it is rejected or cancelled, the source is disabled.
 */
export const followLink = step({
  name: job.name,
  input: z.object({ customerId: z.int(), linkId: z.int() }),
  audit: { resource: "STOREFRONT_LINK", idIn: "linkId" },

  async claim({ customerId, linkId }, { db }) {
    const link = await findLink(db, customerId, linkId);
    const source = link && (await findSourceNumbered(db, customerId, link.inventorySourceId));
    return source && { linkId, source };
  },

  call: ({ source }, out) => checkConnection(source, undefined, out),

  async settle({ linkId, source }, checked, { db, viewer, now }) {
    const link = await findLink(db, viewer.customerId, linkId);
    const before = await lockSource(db, viewer.customerId, source.sourceId);
    if (!link || before?.inventorySourceId !== link.inventorySourceId) return undefined;
    const after = isOver(link)
      ? {
          ...before,
          status: nextState(STATUS, "disable", before.status, "source"),
          connectionError: closedReason(link),
        }
      : checkedBy(before, checked, now);
    return updateSource(db, after, false, { at: now, wall: wallOf({ now, viewer }) });
  },
});
