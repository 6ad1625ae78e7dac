import { BoundedMap } from "../../../ground/caches/index.ts";
import { groupCommit } from "../../../ground/db/batching/index.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { addWaitingRuns } from "../../analytics/index.ts";
import { type Ended, keepRuns, keepRunsAlike } from "../../intelligence/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import { type NewSourceCall, recordCalls } from "../../sources/calls/index.ts";
import { callsOf } from "./calls-of.ts";

/** A run that is to be written down for a seller: as it ended, or by the earlier one that it is like. */
export interface Entry {
  readonly side: SellerSide;
  readonly requestId: string;
  readonly storefrontId: number;
  readonly what: NewEntry | LikeEntry;
}

interface NewEntry extends Ended {
  readonly kind: "new";
}

interface LikeEntry {
  readonly kind: "like";
  readonly earlier: EarlierRun;
  readonly durationMs: number;
}

/** A run that was written down, as far as others that are like it refer to it. */
export interface EarlierRun {
  readonly runId: number;
  /** What its sources said, of which no run that is like it asks again. */
  readonly calls: readonly NewSourceCall[];
}

/** Answers the id of the run that was written down; undefined for one that is like an earlier run to which nothing can refer any more. */
type Recorder = (entry: Entry) => Promise<number | undefined>;

const MOST_SELLERS = 1_000;
/** Readers of the sums count what waits as well, so that nothing is added up for every call. */
const ADDED_AFTER_MS = 1_000;
const SAID_EVERY_MS = 1_000;

const RECORDERS = new WeakMap<Host, BoundedMap<number, Recorder>>();

/** Writes a seller's runs down: those who answer together share a transaction, and each answer waits for its commit. */
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
  const runIds = await keepRuns(ctx, ended);
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
  await keepRunsAlike(ctx, storefrontId, runs, (written) => {
    for (const [place, runId] of written) {
      const entry = alike[place]?.entry;
      if (entry) kept.set(entry, runId);
    }
  });
}

/** When a run that is like an earlier one last said that its sources answer. */
const SAID = new WeakMap<EarlierRun, number>();

/** A source whose offer stands was not asked again: of runs that are alike, one in a second says that it answers. */
function callsIn(entries: readonly Entry[]): NewSourceCall[] {
  const now = performance.now();
  return entries.flatMap(({ what, requestId }) => {
    if (what.kind === "like" && now - (SAID.get(what.earlier) ?? -SAID_EVERY_MS) < SAID_EVERY_MS) return [];
    if (what.kind === "like") SAID.set(what.earlier, now);
    const calls = what.kind === "new" ? callsOf(what.came) : what.earlier.calls;
    return calls.map((call) => ({ ...call, requestId }));
  });
}
