import { after, DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import type { MemberRole } from "../../../ground/kernel/viewer.ts";

/** Somebody who was asked to join an organisation. Its times are the wall's. */
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

/** Where the links of all mails lead that let somebody in. */
export const ENTRANCE = "/sign-in";

/** How long a mailbox gets no further mail: a repeated invitation within this time sends only one. */
const QUIET_MS = HOUR_MS;

export function isFresh({ createdAt }: Invitation, wall: Date): boolean {
  return wall < after(createdAt, QUIET_MS);
}
