export { acceptInvitation, peekInvitation } from "./invitations/accept-invitation.ts";
export { forgetExpiredInvitationsOfAllCustomers } from "./invitations/store.ts";
export { isMember } from "./member-of.ts";
