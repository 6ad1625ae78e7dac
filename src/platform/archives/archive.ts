import { after, DAY_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { lifecycle } from "../../ground/kernel/lifecycle.ts";

export type ArchiveState = "PREPARING" | "READY" | "FAILED" | "EXPIRED";

/** Everything that an organisation has in one file, for its administrators. All times are real time. */
export interface Archive {
  readonly archiveId: string;
  readonly state: ArchiveState;
  readonly askedBy: number | null;
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  /** Until when the file is kept; while it is being prepared, the time at which the preparation is given up. */
  readonly expiresAt: Date;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

type Step = "finish" | "give up" | "expire";

export const archiveLife = lifecycle<ArchiveState, Step>({
  noun: "archive",
  states: {
    PREPARING: "its file is being written",
    READY: "its file can be downloaded",
    FAILED: "its file could not be written; another archive can be requested",
    EXPIRED: "its file has been deleted",
  },
  starts: ["PREPARING"],
  transitions: {
    finish: { PREPARING: "READY" },
    "give up": { PREPARING: "FAILED" },
    expire: { READY: "EXPIRED" },
  },
});

/** A preparation that takes longer than this must have died. */
const PREPARING_MS = DAY_MS;
const KEPT_MS = 7 * DAY_MS;
/** Links are the same within each period of this length. A link needs no key, so it lives just long enough to start a download. */
const LINK_MS = 5 * MINUTE_MS;

export function newArchive(archiveId: string, askedBy: number | null, wall: Date): Archive {
  const unknown = { readyAt: null, bytes: null, sha256: null };
  return { archiveId, state: "PREPARING", askedBy, askedAt: wall, expiresAt: after(wall, PREPARING_MS), ...unknown };
}

export function retainedUntil(wall: Date): Date {
  return after(wall, KEPT_MS);
}

/** Ten to fifteen minutes from now, but never later than the file itself expires. */
export function linkExpiry({ expiresAt }: Pick<Archive, "expiresAt">, wall: Date): Date {
  const until = (Math.floor(wall.getTime() / LINK_MS) + 3) * LINK_MS;
  return new Date(Math.min(until, expiresAt.getTime()));
}

export function archiveKeyOf(customerId: number, archiveId: string): string {
  return `archives/${customerId}/${archiveId}`;
}
