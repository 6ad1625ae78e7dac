export { domainChanged } from "./domain/change-domain.ts";
export { OPEN_MAIL_DOMAINS } from "./domain/open-mail-domains.ts";
export { acceptInvitation, peekInvitation } from "./invitations/accept-invitation.ts";
export { forgetExpiredInvitationsOfAllCustomers } from "./invitations/store.ts";
