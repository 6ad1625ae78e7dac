import { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import type { JobReference } from "../../../ground/kernel/step.ts";
import type { LibraryCreative, Standing } from "./library-creative.ts";

interface Announced {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly principal: string;
  readonly account: string;
  readonly creativeId: string;
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
  readonly at: string;
}

/** How those are told who want to hear what befalls an account's creatives. */
const announceCreative: JobReference<Announced> = {
  name: "adcp.announce-creative",
  input: z.object({
    customerId: z.int(),
    storefrontId: z.int(),
    principal: z.string(),
    account: z.string(),
    creativeId: z.string(),
    from: z.string(),
    to: z.string(),
    note: z.string().nullable(),
    at: z.string(),
  }),
};

/** Leaves word of what the storefront decided about a creative. What its buyer did itself, it knows. */
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
  await ctx.enqueue(announceCreative, { customerId, storefrontId, principal, account, creativeId, from, to, note, at });
}
