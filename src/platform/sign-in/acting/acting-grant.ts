import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";

/** In minutes: long enough to look into something, but not for permanent use. */
export const MOST_MINUTES = 240;
export const USUAL_MINUTES = 60;

/** A grant under which an operator's person acts for an organisation. All times are real time. */
export interface ActingGrant {
  readonly grantId: string;
  /** The organisation for which the person acts. */
  readonly customerId: number;
  /** The person's own organisation, which runs the installation. */
  readonly operatorId: number;
  readonly userId: number;
  readonly userEmail: string;
  /** The session in which it was started, and to which it is limited. */
  readonly sessionId: string;
  readonly reason: string;
  readonly mayWrite: boolean;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** Null if it has not been ended. */
  readonly endedAt: Date | null;
}

/** Includes the organisation's name. */
export interface ListedGrant extends ActingGrant {
  readonly company: string;
}

export function expiryOf(startedAt: Date, minutes: number): Date {
  return after(startedAt, minutes * MINUTE_MS);
}

/** Whether it has ended, by hand or by its time limit. */
export function isOver({ endedAt, expiresAt }: Pick<ActingGrant, "endedAt" | "expiresAt">, wall: Date): boolean {
  return endedAt !== null || expiresAt <= wall;
}
