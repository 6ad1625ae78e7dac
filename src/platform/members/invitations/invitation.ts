import { after, DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { MemberRole } from "../../../ground/kernel/viewer.ts";

/** An invitation of a person to an organisation. Its times are real time. */
export interface Invitation {
  readonly invitationId: string;
  readonly email: string;
  readonly role: MemberRole;
  /** The mail address of the person who invited them. */
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const INVITATION_MS = 7 * DAY_MS;

/** The page behind all mail links that admit somebody. */
export const ENTRANCE = "/sign-in";

/** For this long, a mailbox gets no further mail, so repeated invitations send only one. */
const QUIET_MS = HOUR_MS;

export function isFresh({ createdAt }: Invitation, wall: Date): boolean {
  return wall < after(createdAt, QUIET_MS);
}
