import { readFixtures, type SeededFixture } from "../../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../../reference/index.ts";
import type { AdcpRequestContext } from "../../request-context.ts";

/** Media buys that a caller in a sandbox seeded under its own names. */
export interface NamedBuys {
  /** Our id for this name; if nothing was seeded under the name, the name itself. */
  orderOf(mediaBuyId: string): string;
  /** The buy as it is returned to its caller, with the fixture's names under which it was requested. */
  inItsWords<B extends object>(mediaBuyId: string, written: B): B;
}

export const NO_NAMES: NamedBuys = { orderOf: (id) => id, inItsWords: (_, written) => written };

export async function namedBuys(
  asked: readonly string[],
  { viewer, resolved }: AdcpRequestContext,
): Promise<NamedBuys> {
  if (!viewer.sandbox) return NO_NAMES;
  const laid = (await readFixtures(resolved.caller)).filter(
    ({ kind, fixtureId }) => kind === "media_buy" && asked.includes(fixtureId),
  );
  if (laid.length === 0) return NO_NAMES;
  const byName = new Map(laid.map((one) => [one.fixtureId, one.parentId]));
  const byOrder = new Map(laid.map((one) => [one.parentId, one]));
  return {
    orderOf: (id) => byName.get(id) ?? id,
    inItsWords(mediaBuyId, written) {
      const fixture = byOrder.get(mediaBuyId);
      return fixture ? { ...written, ...wordsOf(fixture, written) } : written;
    },
  };
}

/** The packages in order, each with the fields of the fixture; if the fixture names no product, none is named. */
function wordsOf({ fixtureId, fixture }: SeededFixture, written: { readonly packages?: unknown }): Json {
  const { packages, context } = fixture;
  const bought = Array.isArray(written.packages) ? (written.packages as Json[]) : [];
  const [first = {}] = bought;
  const { product_id: _, pricing_option_id: __, ...plain } = first;
  return {
    media_buy_id: fixtureId,
    ...(context !== undefined && { context }),
    ...(Array.isArray(packages) && { packages: packages.map((part: Json) => ({ ...plain, ...part })) }),
  };
}
