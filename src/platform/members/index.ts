export { acceptInvitation, peekInvitation } from "./invitations/accept-invitation.ts";
export { isMember } from "./member-of.ts";
