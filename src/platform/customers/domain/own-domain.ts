import type { Db } from "../../../ground/db/index.ts";
import { OPEN_MAIL_DOMAINS } from "./open-mail-domains.ts";
import { hasVerifiedColleagueAt } from "./store.ts";

/**
 * Whether an organisation may use a domain on its own statement: a member has a verified address there, and not
 * everybody can have one.
 */
export async function isColleaguesDomain(db: Db, customerId: number, domain: string): Promise<boolean> {
  return !OPEN_MAIL_DOMAINS.includes(domain) && hasVerifiedColleagueAt(db, customerId, domain);
}
