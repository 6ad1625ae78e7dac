import { announceCreativeJob } from "../../../ground/job-references/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { LibraryCreative, Standing } from "./library-creative.ts";

/** Enqueues a notification of what the storefront decided about a creative. Its buyer knows its own actions. */
export async function tellAccount(
  ctx: Context,
  creative: LibraryCreative,
  { standing: to, note }: { readonly standing: Standing; readonly note: string | null },
): Promise<void> {
  const { storefrontId, principal, account, creativeId, standing: from } = creative;
  // What was rejected or archived before, its buyer has sent again.
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
  });
}
