import { once } from "node:events";
import { silentLog } from "../../src/ground/kernel/log.ts";
import { compose } from "../../src/main/compose.ts";
import { partsOf, type VictimParts } from "./victims.ts";

/** The instructions for a server that takes reservations until it is killed. */
export interface Reservations extends VictimParts {
  readonly key: string;
  /** Of the modular source, below `/api/v2`. */
  readonly path: string;
  readonly availIds: readonly string[];
}

const orders = JSON.parse(process.env.VICTIM_ORDERS ?? "{}") as Reservations;
const { app } = await compose({ ...partsOf(orders, undefined), log: silentLog });
const send = (below: string, payload: object) =>
  app.inject({
    method: "POST",
    url: `/api/v2${orders.path}${below}`,
    headers: { authorization: `Bearer ${orders.key}` },
    payload,
  });

process.stdout.write("ready\n");
await once(process.stdin, "data");
// Holds, books and releases, several concurrently, so that whenever it dies some of them are between two statements.
await Promise.all(
  Array.from({ length: 8 }, async (_, lane) => {
    for (let turn = 0; ; turn += 1) {
      const availId = orders.availIds[(lane + turn) % orders.availIds.length];
      const buy = { mediaBuyId: `${process.pid}-${lane}-${turn}`, buyerCustomerId: 1, availId };
      const held = await send("/reservations", { ...buy, requestedImpressions: 10 });
      if (held.statusCode !== 200) continue;
      process.stdout.write(`held ${buy.mediaBuyId}\n`);
      const then = turn % 3 === 0 ? "/bookings/release" : "/bookings/finalize";
      const { statusCode } = await send(then, buy);
      process.stdout.write(`${turn % 3 === 0 ? "released" : "booked"} ${buy.mediaBuyId} ${statusCode}\n`);
    }
  }),
);
