import type { Db } from "../../../ground/db/index.ts";
import { OPEN_MAIL_DOMAINS } from "./open-mail-domains.ts";
import { hasVerifiedColleagueAt } from "./store.ts";

/**
 * Whether an organisation may choose a domain itself: a member must have a verified address there, and it must not be a domain at which
 * anybody can have one.
 */
export async function isColleaguesDomain(db: Db, customerId: number, domain: string): Promise<boolean> {
  return !OPEN_MAIL_DOMAINS.includes(domain) && hasVerifiedColleagueAt(db, customerId, domain);
}
