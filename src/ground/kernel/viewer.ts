import { Forbidden } from "./errors.ts";

export type CustomerKind = "BUYER" | "SELLER" | "OPERATOR";
export type MemberRole = "MEMBER" | "ADMIN" | "SUPER_ADMIN";

/** Who is asking. Resolved once, at the edge; never a header and never a key from here inwards. */
export interface Viewer {
  readonly customerId: number;
  readonly customerKind: CustomerKind;
  readonly userId: number | null;
  readonly email: string | null;
  /** The API key that was shown; its own organisation is another one where its holder has switched. */
  readonly key?: { readonly customerId: number; readonly apiKeyId: string };
  readonly role: MemberRole;
  /** A read-only key: every write is refused, whatever the role. */
  readonly readOnly: boolean;
  readonly termsAccepted: boolean;
  /** The customer's clock, in ms ahead of the wall; 0 for everyone outside the sandbox. */
  readonly clockOffsetMs: number;
  readonly sandbox: boolean;
  /** A sponsored buyer's wall: the one storefront it may see. */
  readonly storefrontId?: number;
  /** What that storefront has decided about a sponsored buyer: only an active one may change anything. */
  readonly sponsorshipStatus?: "pending" | "active" | "suspended";
}

/** A caller without a key, before the operations that ask for none: no organisation of its own, and no tenant's rows. */
export const NOBODY: Viewer = {
  customerId: 0,
  customerKind: "BUYER",
  userId: null,
  email: null,
  role: "MEMBER",
  readOnly: false,
  termsAccepted: false,
  clockOffsetMs: 0,
  sandbox: false,
};

/** What an operation asks of its caller's role. */
export type Access = "public" | "read" | "write" | "manage" | "operate";

const ALLOWED: Readonly<Record<MemberRole, ReadonlySet<Access>>> = {
  MEMBER: new Set(["public", "read", "write"]),
  ADMIN: new Set(["public", "read", "write", "manage"]),
  SUPER_ADMIN: new Set(["public", "read", "write", "manage", "operate"]),
};

export function may(viewer: Viewer, access: Access): boolean {
  if (viewer.readOnly && access !== "read" && access !== "public") return false;
  return ALLOWED[viewer.role].has(access);
}

export function refuse(viewer: Viewer, access: Access): Forbidden {
  if (viewer.readOnly && may({ ...viewer, readOnly: false }, access)) {
    return new Forbidden("this API key is read-only: use a key that may write");
  }
  return new Forbidden(
    `the role ${viewer.role} may not do this: it needs ${access === "operate" ? "SUPER_ADMIN" : "ADMIN"}`,
  );
}
