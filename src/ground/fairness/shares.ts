import { RateLimited } from "../kernel/errors.ts";
import { FairQueue } from "./fair-queue.ts";

export interface FairnessSettings {
  /** How many expensive calls a process executes concurrently, per lane. */
  readonly atOnce: number;
  readonly perOrganisation: number;
}

/** The kinds of expensive call, and what a turn of each costs the organisation. */
const WEIGHTS = { discovery: 2, execution: 3, sync: 1, agent: 1, file: 1 } as const;

export type Share = keyof typeof WEIGHTS;

/**
 * A page of a file must not wait for calls to sellers. A call to a storefront's agent on this installation must not wait for a turn that
 * its own caller holds.
 */
const LANES = { discovery: "calls", execution: "calls", sync: "calls", agent: "agents", file: "files" } as const;

type Lane = (typeof LANES)[Share];

/** Beyond this number, an organisation's requests are refused and have to be retried later, because waiting requests use memory. */
const MOST_WAITING = 100;

export interface Shares {
  /**
   * Executes the work when it is the tenant's turn. Throws `RateLimited` if too much of the tenant's work is waiting
   * already.
   */
  run<T>(share: Share, tenant: string, work: () => Promise<T>): Promise<T>;
  /** For metrics. */
  standings(): readonly { readonly lane: Lane; readonly running: number; readonly waiting: number }[];
}

export function openShares({ atOnce, perOrganisation }: FairnessSettings): Shares {
  const bounds = { atOnce, perTenant: perOrganisation };
  const lanes: Readonly<Record<Lane, FairQueue>> = {
    calls: new FairQueue(bounds),
    agents: new FairQueue(bounds),
    files: new FairQueue(bounds),
  };
  return {
    async run(share, tenant, work) {
      const lane = lanes[LANES[share]];
      if (lane.waitingOf(tenant) >= MOST_WAITING) throw new RateLimited(1);
      const leave = await lane.enter(tenant, WEIGHTS[share]);
      try {
        return await work();
      } finally {
        leave();
      }
    },
    standings: () => (["calls", "agents", "files"] as const).map((lane) => ({ lane, ...lanes[lane].standing() })),
  };
}
