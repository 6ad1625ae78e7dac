import { z } from "zod";
import type { Schedule } from "../../../ground/areas/area.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { notify } from "../../../platform/notifications/index.ts";
import { adapterOf } from "../catalogue.ts";
import { noticeDue } from "./connection.ts";
import { listEndingOfAllCustomers, lockConnection, saveConnection } from "./store.ts";

/** Reminds the person who connected a platform that the consent will end; each notice is sent once. */
export const remindOfEnd = step({
  name: "providers.remind-of-end",
  input: z.object({ customerId: z.int(), connectionId: z.int() }),
  async handle(place, ctx: Context): Promise<void> {
    const connection = await lockConnection(ctx.db, place);
    const days = connection && noticeDue(connection, wallOf(ctx));
    if (!connection || days === undefined) return;
    await saveConnection(ctx.db, { ...connection, remindedDays: days }, wallOf(ctx));
    const name = adapterOf(connection.provider)?.describe.displayName ?? connection.provider;
    const end = connection.reauthoriseBy?.toISOString().slice(0, 10);
    await notify(ctx, {
      type: "credential.action_required",
      resourceType: "CONNECTION",
      resourceId: String(connection.connectionId),
      message: `the consent at ${name} ends on ${end}, in ${days} days or less: connect it again before, with POST /storefronts/${connection.storefrontId}/connection`,
    });
  },
});

const FIRST_NOTICE_DAYS = 60;

export const remindEachDay: Schedule = {
  name: "remind-of-ending-consents",
  cron: "12 6 * * *",
  async handle(db, { wall, enqueue }) {
    for (const connection of await listEndingOfAllCustomers(db, wall, FIRST_NOTICE_DAYS)) {
      const { customerId, connectionId } = connection;
      const input = { customerId, connectionId };
      if (noticeDue(connection, wall) !== undefined) await enqueue(remindOfEnd, input, {});
    }
  },
};
