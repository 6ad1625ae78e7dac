import { after, DAY_MS, HOUR_MS, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";

/** However much it is used, a session ends after this. */
export const SESSION_MS = 30 * DAY_MS;
/** If unused for this long, it ends earlier. */
const IDLE_MS = 12 * HOUR_MS;
/** How far behind the time may be at which it was used last. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;

/** How its person showed who they are. */
export type SignInMethod = "mail_link" | "set_up" | "provider" | "passkey";

/** A person's session, as they are shown it. */
export interface Session {
  readonly sessionId: string;
  readonly userId: number;
  readonly method: SignInMethod;
  /** As the browser called itself. */
  readonly userAgent: string | null;
  /** All by the wall. */
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The person behind a session, in one of their organisations. */
export type SessionHolder = Viewer & { readonly userId: number; readonly sessionId: string };

/** When a session ends that is no longer used: shown to its person in a list. */
export function endOf({ lastSeenAt, expiresAt }: Pick<Session, "lastSeenAt" | "expiresAt">): Date {
  const idle = after(lastSeenAt, IDLE_MS);
  return idle < expiresAt ? idle : expiresAt;
}

/** Whether the time of its last use has to be stored again. */
export function isSeenLongAgo(lastSeenAt: Date, wall: Date): boolean {
  return wall.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS;
}

/** Sessions last used before this have ended: they were idle for too long. */
export function seenSince(wall: Date): Date {
  return after(wall, -IDLE_MS);
}
