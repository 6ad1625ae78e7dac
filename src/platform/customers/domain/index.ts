export { domainChanged } from "./change-domain.ts";
export { OPEN_MAIL_DOMAINS } from "./open-mail-domains.ts";
