import { z } from "zod";
import { after, DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { type Agenda, step } from "../../../ground/kernel/step.ts";
import { adapterOf } from "../catalogue.ts";
import type { Connection } from "../connections/connection.ts";
import { openLine } from "../connections/open-line.ts";
import { findConnection } from "../connections/store.ts";
import type { Account } from "../contract/account.ts";
import type { Result } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { runNow } from "../host/run-now.ts";
import { type ConnectedAccount, isChoosable } from "./connected-account.ts";
import { listFactsDueOfAllCustomers, lockAccount, saveFacts } from "./store.ts";

const FRESH_FOR_MS = DAY_MS;
const AGAIN_AFTER_MS = HOUR_MS;

interface RefreshRequest {
  readonly connection: Connection;
  readonly account: ConnectedAccount & Account;
}

/**
 * Asks a platform what an account adds to its products: minimums, identities, restrictions. It only reads, so it is not
 * a dispatch: the next time is set as if this request failed, and known facts stay until there are new ones.
 */
export const refreshFacts = step({
  name: "providers.refresh-facts",
  input: z.object({ customerId: z.int(), accountId: z.int() }),

  async claim({ customerId, accountId }, ctx: Context): Promise<RefreshRequest | undefined> {
    const account = await lockAccount(ctx.db, customerId, accountId);
    if (!account) return undefined;
    const { connectionId } = account;
    const connection = await findConnection(ctx.db, { customerId, connectionId });
    const hasFacts = connection && adapterOf(connection.provider)?.facts !== undefined;
    const isOpen = connection?.status === "CONNECTED" && hasFacts && account.isSelected && isChoosable(account);
    await saveFacts(ctx.db, account, { dueAt: isOpen ? after(wallOf(ctx), AGAIN_AFTER_MS) : null });
    return isOpen ? { connection, account } : undefined;
  },

  call: askForFacts,

  async settle({ account }, asked, ctx): Promise<boolean> {
    const wall = wallOf(ctx);
    if (asked?.ok) await saveFacts(ctx.db, account, { facts: asked.value, at: wall, dueAt: after(wall, FRESH_FOR_MS) });
    return asked?.ok === true;
  },
});

async function askForFacts(
  { connection, account }: RefreshRequest,
  out: CallContext,
): Promise<Result<Facts> | undefined> {
  const line = await openLine(out, connection, account);
  if (!line.ok) return line;
  const { facts } = line.value.adapter;
  return facts && runNow(out, line.value, facts, null, out.installation.sellerTimeoutMs);
}

/** Platforms live in wall-clock time, so advancing a customer's clock does not make facts due. */
export const factsAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listFactsDueOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({
      at,
      step: refreshFacts,
      input,
      subject: `platform account ${input.accountId}`,
    }));
  },
};
