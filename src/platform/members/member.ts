import { AccessDenied, Conflict } from "../../ground/kernel/errors.ts";
import type { MemberRole, Viewer } from "../../ground/kernel/viewer.ts";

/** A person in an organisation. */
export interface Member {
  readonly userId: number;
  readonly email: string;
  readonly name: string | null;
  readonly role: MemberRole;
  readonly createdAt: Date;
}

/** Only operators can make somebody an operator. Throws `AccessDenied` if anybody else grants or removes that role. */
export function checkRank(role: MemberRole, { role: own, customerKind }: Viewer): void {
  if (role !== "SUPER_ADMIN" || (own === "SUPER_ADMIN" && customerKind === "OPERATOR")) return;
  throw new AccessDenied(
    "role: only the operator's administrators can grant or remove SUPER_ADMIN, and only within their organisation",
    { field: "role" },
  );
}

/** An organisation must keep at least one person who can admit others. Throws `Conflict`. */
export function checkOthersAdminister(member: Member, administrators: readonly { readonly userId: number }[]): void {
  if (administrators.some(({ userId }) => userId !== member.userId)) return;
  throw new Conflict(`${member.email} is the last administrator: make somebody else one first`, { field: "role" });
}
