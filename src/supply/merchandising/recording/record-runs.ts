import { BoundedMap } from "../../../ground/caches/index.ts";
import { groupCommit } from "../../../ground/db/batching/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { addWaitingRuns } from "../../analytics/index.ts";
import { type FinishedRun, saveRuns, saveRunsAlike } from "../../intelligence/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import { type NewSourceCall, recordCalls } from "../../sources/calls/index.ts";
import { callsOf } from "./calls-of.ts";

/** A run to be recorded for a seller: either with its result, or as a repetition of an earlier run. */
export interface Entry {
  readonly side: SellerSide;
  readonly requestId: string;
  readonly storefrontId: number;
  readonly what: NewEntry | LikeEntry;
}

interface NewEntry extends FinishedRun {
  readonly kind: "new";
}

interface LikeEntry {
  readonly kind: "like";
  readonly earlier: EarlierRun;
  readonly durationMs: number;
}

/** A recorded run, with what its repetitions need. */
export interface EarlierRun {
  readonly runId: number;
  /** The answers of its sources. Repetitions do not ask the sources again. */
  readonly calls: readonly NewSourceCall[];
}

/** Records a run and returns its id; undefined for a repetition of a run that can no longer be referred to. */
type Recorder = (entry: Entry) => Promise<number | undefined>;

const MOST_SELLERS = 1_000;
/** Readers of the sums also count the waiting runs, so the sums need not be updated for every call. */
const ADDED_AFTER_MS = 1_000;
const SAID_EVERY_MS = 1_000;

const RECORDERS = new WeakMap<Host, BoundedMap<number, Recorder>>();

/** Records a seller's runs. Concurrent answers share a transaction, and each waits for its commit. */
export function recorderOf(host: Host, customerId: number): Recorder {
  const recorders = RECORDERS.get(host) ?? new BoundedMap<number, Recorder>(MOST_SELLERS);
  RECORDERS.set(host, recorders);
  const known = recorders.get(customerId);
  if (known) return known;
  const record = groupCommit<Entry, number | undefined>((entries) => recordAll(host, entries));
  recorders.set(customerId, record);
  return record;
}

async function recordAll(
  { backgroundTasks }: Host,
  entries: readonly Entry[],
): Promise<readonly (number | undefined)[]> {
  const [first] = entries;
  if (!first) return [];
  const { side } = first;
  const kept = new Map<Entry, number>();
  await side.write(async (ctx) => {
    const storefronts = Map.groupBy(entries, ({ storefrontId }) => storefrontId);
    const alike = [...storefronts].map(([storefrontId, its]) => recordAlike(ctx, storefrontId, its, kept));
    await Promise.all([...alike, recordNew(ctx, entries, kept), recordCalls(ctx, callsIn(entries))]);
  });
  for (const storefrontId of new Set(entries.map(({ storefrontId }) => storefrontId))) {
    const shop = { customerId: side.customerId, storefrontId };
    const addUp = () => side.write(({ db }) => addWaitingRuns(db, shop));
    backgroundTasks.addLater("the sums of intelligence runs", addUp, `analytics ${storefrontId}`, ADDED_AFTER_MS);
  }
  return entries.map((entry) => kept.get(entry));
}

async function recordNew(ctx: Context, entries: readonly Entry[], kept: Map<Entry, number>): Promise<void> {
  const ended = entries.flatMap((entry) => (entry.what.kind === "new" ? [{ entry, ...entry.what }] : []));
  const runIds = await saveRuns(ctx, ended);
  for (const [place, runId] of runIds.entries()) {
    const entry = ended[place]?.entry;
    if (entry) kept.set(entry, runId);
  }
}

async function recordAlike(
  ctx: Context,
  storefrontId: number,
  entries: readonly Entry[],
  kept: Map<Entry, number>,
): Promise<void> {
  const alike = entries.flatMap((entry) => (entry.what.kind === "like" ? [{ entry, ...entry.what }] : []));
  const runs = alike.map(({ earlier, durationMs }) => ({ earlierRunId: earlier.runId, durationMs }));
  await saveRunsAlike(ctx, storefrontId, runs, (written) => {
    for (const [place, runId] of written) {
      const entry = alike[place]?.entry;
      if (entry) kept.set(entry, runId);
    }
  });
}

/** When a repetition of a run last recorded that its sources answer. */
const LAST_RECORDED = new WeakMap<EarlierRun, number>();

/** A repetition does not ask the sources again, so only one repetition per second records that they answer. */
function callsIn(entries: readonly Entry[]): NewSourceCall[] {
  const now = performance.now();
  return entries.flatMap(({ what, requestId }) => {
    if (what.kind === "like" && now - (LAST_RECORDED.get(what.earlier) ?? -SAID_EVERY_MS) < SAID_EVERY_MS) return [];
    if (what.kind === "like") LAST_RECORDED.set(what.earlier, now);
    const calls = what.kind === "new" ? callsOf(what.came) : what.earlier.calls;
    return calls.map((call) => ({ ...call, requestId }));
  });
}
