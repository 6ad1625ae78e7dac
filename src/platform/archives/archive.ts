import { after, DAY_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { lifecycle } from "../../ground/kernel/lifecycle.ts";

export type ArchiveState = "PREPARING" | "READY" | "FAILED" | "EXPIRED";

/** All that an organisation has, as one file, for its administrators. All times are the wall's. */
export interface Archive {
  readonly archiveId: string;
  readonly state: ArchiveState;
  readonly askedBy: number | null;
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  /** Until when the file is kept; while it is prepared, when that is given up. */
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

/** A preparation that takes longer has died. */
const PREPARING_MS = DAY_MS;
const KEPT_MS = 7 * DAY_MS;
/** Whoever has the link needs no key: it is good for beginning a download, and not for keeping. For as long it stays the same. */
const LINK_MS = 5 * MINUTE_MS;

export function newArchive(archiveId: string, askedBy: number | null, wall: Date): Archive {
  const unknown = { readyAt: null, bytes: null, sha256: null };
  return { archiveId, state: "PREPARING", askedBy, askedAt: wall, expiresAt: after(wall, PREPARING_MS), ...unknown };
}

export function keptUntil(wall: Date): Date {
  return after(wall, KEPT_MS);
}

/** In ten to fifteen minutes; never longer than the file is there. */
export function linkExpiry({ expiresAt }: Pick<Archive, "expiresAt">, wall: Date): Date {
  const until = (Math.floor(wall.getTime() / LINK_MS) + 3) * LINK_MS;
  return new Date(Math.min(until, expiresAt.getTime()));
}

export function archiveKeyOf(customerId: number, archiveId: string): string {
  return `archives/${customerId}/${archiveId}`;
}
