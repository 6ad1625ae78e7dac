import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import type { Context } from "../../ground/kernel/context.ts";
import { Forbidden } from "../../ground/kernel/errors.ts";
import { getOwnStorefront } from "../storefronts/index.ts";
import { deleteVisitors, findVisitors, saveVisitors, type Visitors } from "./store.ts";

/** Throws `Forbidden` outside a sandbox: there every buyer is one. */
export async function setVisitors(
  ctx: Context,
  { perDay, seed }: Pick<Visitors, "perDay" | "seed">,
): Promise<Visitors> {
  const { db, viewer, now } = ctx;
  if (!viewer.sandbox) throw new Forbidden("only sandbox organisations have simulated buyers");
  const { customerId, storefrontId } = await getOwnStorefront(ctx);
  const before = await findVisitors(db, customerId);
  const visits = before?.visits ?? 0;
  const visitors = {
    customerId,
    storefrontId,
    seed,
    perDay,
    visits,
    nextAt: after(now, Math.floor(DAY_MS / Math.max(1, perDay))),
  };
  if (perDay === 0) await deleteVisitors(db, customerId);
  else await saveVisitors(db, visitors);
  return visitors;
}
