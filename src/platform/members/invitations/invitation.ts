import { after, DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { MemberRole } from "../../../ground/kernel/viewer.ts";

/** A person who was invited to an organisation. Its times are real time. */
export interface Invitation {
  readonly invitationId: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Who asked them: an e-mail address. */
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const INVITATION_MS = 7 * DAY_MS;

/** The page of all mail links that admit somebody. */
export const ENTRANCE = "/sign-in";

/** How long a mailbox gets no further mail: a repeated invitation within this time sends only one. */
const QUIET_MS = HOUR_MS;

export function isFresh({ createdAt }: Invitation, wall: Date): boolean {
  return wall < after(createdAt, QUIET_MS);
}
