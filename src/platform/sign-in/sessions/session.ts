import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";

/** A session ends after this time, however much it is used. */
export const SESSION_MS = 30 * DAY_MS;
/** A session that is not used for this long ends earlier. */
const IDLE_MS = 12 * HOUR_MS;
/** How far the recorded time of last use may be behind. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;

/** How the person proved who they are. */
export type SignInMethod = "mail_link" | "set_up" | "provider" | "passkey";

/** A session as it is shown to its person. */
export interface Session {
  readonly sessionId: string;
  readonly userId: number;
  readonly method: SignInMethod;
  /** The name that the browser sent. */
  readonly userAgent: string | null;
  /** All in real time. */
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The person behind a session, in one of their organisations. */
export type SessionHolder = Viewer & { readonly userId: number; readonly sessionId: string };

/** When a session ends if it is not used any more, as it is shown in the person's list. */
export function endOf({ lastSeenAt, expiresAt }: Pick<Session, "lastSeenAt" | "expiresAt">): Date {
  const idle = after(lastSeenAt, IDLE_MS);
  return idle < expiresAt ? idle : expiresAt;
}

/** Whether the time of last use has to be stored again. */
export function isSeenLongAgo(lastSeenAt: Date, wall: Date): boolean {
  return wall.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS;
}

/** Sessions that were last used before this time have ended, because they were idle for too long. */
export function seenSince(wall: Date): Date {
  return after(wall, -IDLE_MS);
}
