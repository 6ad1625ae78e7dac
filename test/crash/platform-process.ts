import { PLATFORMS } from "../../src/main/sandbox/platforms/platforms.ts";
import { fasterClock, unhurriedWall } from "../providers/unhurried.ts";
import type { LedgerCount, Order } from "./platform.ts";

/** A separate process: a simulated platform, whose ledger outlives every server that buys from it. */
const { name, application } = JSON.parse(process.env.PLATFORM ?? "{}");
const surroundings = { clock: fasterClock(), wall: unhurriedWall(), application };
const simulated = await PLATFORMS[name as keyof typeof PLATFORMS].start(surroundings);
const { ledger, controls, addresses } = simulated;

function countOf(tags: readonly string[]): LedgerCount {
  const named = ledger.living().filter((one) => tags.some((tag) => one.name?.includes(tag)));
  const holds = Object.fromEntries(
    [...Map.groupBy(named, ({ what }) => what)].map(([what, all]) => [what, all.length]),
  );
  return {
    holds,
    twice: ledger.twice().length,
    orphans: ledger.orphans().length,
    enabledUnread: ledger.enabledUnread().length,
  };
}

process.on("message", (order: Order) => {
  if (order.kind === "refuse") controls.fail(order.route, 400, order.times);
  if (order.kind === "throttle") controls.throttle(order.route, order.times);
  process.send?.(order.kind === "count" ? countOf(order.tags) : {});
});
process.on("disconnect", () => process.exit());
process.send?.({ name, addresses });
