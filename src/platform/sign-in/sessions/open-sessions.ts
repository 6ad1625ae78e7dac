import { NotAMember, Unauthorized } from "../../../ground/kernel/errors.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { hashToken } from "../../../ground/vault/index.ts";
import { findActingHolder } from "../acting/index.ts";
import { isSeenLongAgo, type SessionHolder } from "./session.ts";
import { findHolderOfAnyCustomer, recordSessionOfAnyCustomer } from "./store.ts";

export interface Sessions {
  /**
   * The person behind the cookie, in the given organisation or, if none is given, in the one for which the session was opened. It is looked
   * up every time, so that an ended session and a changed role apply to the next request. Throws `Unauthorized`, and `NotAMember` for an
   * organisation of which they are not a member and for which they do not act, whether it exists or not.
   */
  holderOf(cookie: string, organisationId: number | null): Promise<SessionHolder>;
}

export function openSessions({
  database,
  clock,
  installation,
}: Pick<Host, "database" | "clock" | "installation">): Sessions {
  const { termsVersion } = installation;
  return {
    async holderOf(cookie, organisationId) {
      const asked = { hash: hashToken(cookie), organisationId, wall: clock.now() };
      const found = await database.readInstallation((db) => findHolderOfAnyCustomer(db, asked, termsVersion));
      if (!found) throw new Unauthorized("your session has ended: sign in again at /sign-in");
      const { holder, lastSeenAt } = found;
      if (isSeenLongAgo(lastSeenAt, asked.wall))
        await database.writeInstallation((db) => recordSessionOfAnyCustomer(db, asked.hash, asked.wall));
      if (organisationId === null || holder.customerId === organisationId) return holder;
      const acting = { sessionId: holder.sessionId, organisationId, wall: asked.wall };
      const agent = await database.readInstallation((db) => findActingHolder(db, acting, termsVersion));
      if (!agent)
        throw new NotAMember(
          "X-Interchange-Organisation does not name one of your organisations: GET /api/v2/me lists them",
        );
      return agent;
    },
  };
}
