import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";

/** In minutes: long enough to look into something, and too short to move in. */
export const MOST_MINUTES = 240;
export const USUAL_MINUTES = 60;

/** An operator's person acts for an organisation. All times are the wall's. */
export interface ActingGrant {
  readonly grantId: string;
  /** The organisation that is acted for. */
  readonly customerId: number;
  /** Their own, which runs the installation. */
  readonly operatorId: number;
  readonly userId: number;
  readonly userEmail: string;
  /** The browser in which it began, and to which it is limited. */
  readonly sessionId: string;
  readonly reason: string;
  readonly mayWrite: boolean;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** Null if it has not been ended. */
  readonly endedAt: Date | null;
}

/** With the organisation's name. */
export interface ListedGrant extends ActingGrant {
  readonly company: string;
}

export function expiryOf(startedAt: Date, minutes: number): Date {
  return after(startedAt, minutes * MINUTE_MS);
}

/** Whether it has ended, manually or by its time limit. */
export function isOver({ endedAt, expiresAt }: Pick<ActingGrant, "endedAt" | "expiresAt">, wall: Date): boolean {
  return endedAt !== null || expiresAt <= wall;
}
