import type { Market } from "./open-market.ts";
import { serverUsage } from "./server-usage.ts";

/** The cost of one piece of work. */
export interface Spent<Kind extends string = string> {
  readonly kind: Kind;
  readonly perSecond: number;
  readonly databaseMs: number;
  readonly nodeMs: number;
  readonly logBytes: number;
}

const CALLERS = 8;
const SECONDS = Number(process.env.GROWTH_SECONDS ?? 8);

/**
 * Several callers that work for some seconds, each doing one piece after the other; `work` receives the number of pieces that were started
 * before.
 */
export async function spendOn<Kind extends string>(
  { admin, postmaster }: Market,
  kind: Kind,
  work: (turn: number) => Promise<unknown>,
): Promise<Spent<Kind>> {
  let done = 0;
  const [before, node, began] = [await serverUsage(admin, postmaster), process.cpuUsage(), performance.now()];
  const caller = async () => {
    while (performance.now() - began < SECONDS * 1_000) await work(done++);
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(node);
  const after = await serverUsage(admin, postmaster);
  return {
    kind,
    perSecond: done / seconds,
    databaseMs: (after.cpuMs - before.cpuMs) / done,
    nodeMs: (user + system) / 1_000 / done,
    logBytes: (after.logBytes - before.logBytes) / done,
  };
}
