import type { Db } from "../../../ground/db/index.ts";
import { OPEN_MAIL_DOMAINS } from "./open-mail-domains.ts";
import { hasVerifiedColleagueAt } from "./store.ts";

/** Whether an organisation may go by a domain on its own word: a member has a verified address there, and not everybody can. */
export async function isColleaguesDomain(db: Db, customerId: number, domain: string): Promise<boolean> {
  return !OPEN_MAIL_DOMAINS.includes(domain) && hasVerifiedColleagueAt(db, customerId, domain);
}
