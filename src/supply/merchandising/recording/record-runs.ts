import { BoundedMap } from "../../../ground/caches/index.ts";
import { groupCommit } from "../../../ground/db/batching/index.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { addWaitingRuns } from "../../analytics/index.ts";
import { type Ended, keepRuns } from "../../intelligence/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import { recordCalls } from "../../sources/calls/index.ts";
import { callsOf } from "./calls-of.ts";

/** A run that is to be written down for a seller. */
interface Run extends Ended {
  readonly side: SellerSide;
  readonly requestId: string;
}

type Recorder = (run: Run) => Promise<void>;

const MOST_SELLERS = 1_000;
/** Readers of the sums count what waits as well, so that nothing is added up for every call. */
const ADDED_AFTER_MS = 1_000;

const RECORDERS = new WeakMap<Host, BoundedMap<number, Recorder>>();

/** Writes a seller's runs down: those who answer together share a transaction, and each answer waits for its commit. */
export function recorderOf(host: Host, customerId: number): Recorder {
  const recorders = RECORDERS.get(host) ?? new BoundedMap<number, Recorder>(MOST_SELLERS);
  RECORDERS.set(host, recorders);
  const known = recorders.get(customerId);
  if (known) return known;
  const record = groupCommit<Run>((runs) => recordAll(host, runs));
  recorders.set(customerId, record);
  return record;
}

async function recordAll({ backgroundTasks }: Host, runs: readonly Run[]): Promise<void> {
  const [first] = runs;
  if (!first) return;
  const { side } = first;
  await side.write(async (ctx) => {
    const calls = runs.flatMap(({ came, requestId }) => callsOf(came).map((call) => ({ ...call, requestId })));
    await Promise.all([keepRuns(ctx, runs), recordCalls(ctx, calls)]);
  });
  for (const storefrontId of new Set(runs.map(({ asked }) => asked.storefrontId))) {
    const shop = { customerId: side.customerId, storefrontId };
    const addUp = () => side.write(({ db }) => addWaitingRuns(db, shop));
    backgroundTasks.addLater("the sums of intelligence runs", addUp, `analytics ${storefrontId}`, ADDED_AFTER_MS);
  }
}
