import { announceCreativeJob } from "../../../ground/job-references/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { CreativeStatus, LibraryCreative, Purge } from "./library-creative.ts";

interface Decision {
  readonly standing: CreativeStatus;
  readonly note: string | null;
  readonly reason?: string | undefined;
}

/** Enqueues a notification of the storefront's decision about a creative. The buyer is not notified of its own actions. */
export async function notifyAccount(
  ctx: Context,
  creative: LibraryCreative,
  { standing: to, note, reason }: Decision,
): Promise<void> {
  const { storefrontId, principal, account, creativeId, standing: from } = creative;
  // If it was rejected or archived before, the change comes from the buyer, who has sent it again.
  if (from === to || from === "rejected" || from === "archived") return;
  const { customerId } = ctx.viewer;
  const at = ctx.now.toISOString();
  await ctx.enqueue(announceCreativeJob, {
    customerId,
    storefrontId,
    principal,
    account,
    creativeId,
    from,
    to,
    note,
    at,
    ...(reason !== undefined && { reason }),
  });
}

/** Enqueues a notification that a creative is gone, whatever its status was. */
export async function notifyPurged(
  ctx: Context,
  { storefrontId, principal, account, creativeId, standing: from }: LibraryCreative,
  { kind, reason, at }: Purge,
  note: string | null,
): Promise<void> {
  const { customerId } = ctx.viewer;
  const creative = { customerId, storefrontId, principal, account, creativeId };
  await ctx.enqueue(announceCreativeJob, { ...creative, from, to: "archived", note, at, reason, purge: kind });
}
