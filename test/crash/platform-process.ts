import { wallClock } from "../../src/ground/kernel/clock.ts";
import { PLATFORMS } from "../../src/main/sandbox/platforms/platforms.ts";
import type { LedgerCount, Order } from "./platform.ts";

/** A process of its own: a simulated platform, whose ledger outlives every server that buys of it. */
const { name, application } = JSON.parse(process.env.PLATFORM ?? "{}");
const simulated = await PLATFORMS[name as keyof typeof PLATFORMS].start({ clock: wallClock, application });
const { ledger, controls, addresses } = simulated;

function countOf(tag: string): LedgerCount {
  const named = ledger.living().filter((one) => one.name?.includes(tag));
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
  process.send?.(order.kind === "count" ? countOf(order.tag) : {});
});
process.on("disconnect", () => process.exit());
process.send?.({ name, addresses });
