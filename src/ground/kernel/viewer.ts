import { AccessDenied, CustomerRoleDenied, Forbidden, InsufficientScope, TermsNotAccepted } from "./errors.ts";

export type CustomerKind = "BUYER" | "SELLER" | "OPERATOR";
export type MemberRole = "MEMBER" | "ADMIN" | "SUPER_ADMIN";

/** The caller. Resolved once, at the edge; from here inwards, nothing sees a header or a key. */
export interface Viewer {
  readonly customerId: number;
  readonly customerKind: CustomerKind;
  readonly userId: number | null;
  readonly email: string | null;
  /** The API key that was used. It belongs to another organisation if its holder has switched. */
  readonly key?: { readonly customerId: number; readonly apiKeyId: string };
  /** The session in the caller's browser. */
  readonly sessionId?: string;
  readonly role: MemberRole;
  /** A read-only key: every write is refused, whatever the role. */
  readonly readOnly: boolean;
  readonly termsAccepted: boolean;
  /** The customer's clock, in ms ahead of the wall; 0 for everyone outside the sandbox. */
  readonly clockOffsetMs: number;
  readonly sandbox: boolean;
  /** The only storefront that a sponsored buyer may see. */
  readonly storefrontId?: number;
  /** What an application may do for its person; omitted for callers with a key or a session. */
  readonly scopes?: readonly string[];
  /** The connected application that acts for its person. */
  readonly applicationId?: string;
  /** An operator of the installation who acts for this organisation without belonging to it. */
  readonly acting?: ActingFor;
  /** The storefront's decision about a sponsored buyer: only an active one may change anything. */
  readonly sponsorshipStatus?: "pending" | "active" | "suspended";
}

/** The basis on which somebody acts for an organisation that is not their own. */
export interface ActingFor {
  readonly grantId: string;
  /** The operator's own organisation, which runs the installation. */
  readonly operatorId: number;
  readonly reason: string;
  readonly expiresAt: Date;
}

/** A caller without a key, for operations that need none: it has no organisation, and sees no tenant's rows. */
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

/** The caller's organisation itself, for work that its caller has started. */
export function withoutPerson({
  customerId,
  customerKind,
  termsAccepted,
  clockOffsetMs,
  sandbox,
  storefrontId,
}: Viewer): Viewer {
  const nobody = { userId: null, email: null, role: "ADMIN", readOnly: false } as const;
  const wall = storefrontId === undefined ? {} : { storefrontId };
  return { customerId, customerKind, ...nobody, termsAccepted, clockOffsetMs, sandbox, ...wall };
}

/** What an operation requires of its caller's role. */
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
  if (viewer.acting && viewer.readOnly)
    return new Forbidden("you act for this organisation read-only: start again with mayWrite to change anything");
  if (viewer.readOnly && may({ ...viewer, readOnly: false }, access)) {
    return new Forbidden("this API key is read-only: use a key that may write");
  }
  return new Forbidden(
    `the role ${viewer.role} may not do this: it needs ${access === "operate" ? "SUPER_ADMIN" : "ADMIN"}`,
  );
}

/** What an application may do for the person who consented: OAuth scopes, `<side>:<extent>`. */
type Extent = "read" | "write" | "approve" | "admin";
export type Scope = `${"buyer" | "storefront" | "operator"}:${Extent}`;

const SIDE = { BUYER: "buyer", SELLER: "storefront", OPERATOR: "operator" } as const;

const EXTENT: Readonly<Record<Exclude<Access, "public">, Extent>> = {
  read: "read",
  write: "write",
  manage: "admin",
  operate: "admin",
};

/** The scope that an application needs for this, in addition to the permissions of the person it acts for. */
function scopeFor(kind: CustomerKind, access: Exclude<Access, "public">, decides: boolean): Scope {
  const extent = EXTENT[access];
  return `${SIDE[kind]}:${decides && extent === "write" ? "approve" : extent}`;
}

/** Every scope of an organisation's side, the smallest first. */
export function scopesOf(kind: CustomerKind): readonly Scope[] {
  return (["read", "write", "approve", "admin"] as const).map((extent) => `${SIDE[kind]}:${extent}` as const);
}

/** The parts of a request that decide who may make it. */
export interface RequestedOperation {
  readonly id: string;
  readonly access: Access;
  /** The sides of the market whose keys may make it. */
  readonly sides: readonly CustomerKind[];
  readonly writes: boolean;
  /** It commits money, or decides for others. */
  readonly decides?: true | undefined;
  /** A write that is allowed before the terms are accepted. */
  readonly beforeTerms?: true | undefined;
  /** Only for the organisation's own people. */
  readonly personal?: true | undefined;
}

/** Throws the reason why this caller is not admitted, whichever protocol it uses. */
export function admit(
  viewer: Viewer,
  { id, access, sides, writes, decides, beforeTerms, personal }: RequestedOperation,
): void {
  if (access === "public") return;
  if (!sides.includes(viewer.customerKind)) {
    throw new CustomerRoleDenied(
      `${id} is for ${sides.join(" and ")} organisations; this key belongs to a ${viewer.customerKind} organisation`,
    );
  }
  refuseBeyondScopes(viewer, access, decides ?? false);
  if (viewer.acting && (personal || access === "manage"))
    throw new Forbidden(`${id} is for the organisation's own people: an operator who acts for it cannot do this`);
  if (!may(viewer, access)) throw refuse(viewer, access);
  if (!writes || beforeTerms) return;
  refuseSponsored(viewer);
  if (!viewer.termsAccepted) {
    throw new TermsNotAccepted(
      "your organisation has not accepted the terms of service: POST /api/v2/accept-tos (MCP: accept_tos), then try again",
    );
  }
}

/** Throws `InsufficientScope` if the application was not granted this, whatever the person it acts for may do. */
export function refuseBeyondScopes(
  { scopes, customerKind }: Pick<Viewer, "scopes" | "customerKind">,
  access: Exclude<Access, "public">,
  decides: boolean,
): void {
  const needed = scopeFor(customerKind, access, decides);
  if (scopes && !scopes.includes(needed)) throw new InsufficientScope(needed, scopes);
}

/** Storefront contract G4: a sponsored buyer that is not active can read what it may see, but cannot change anything. */
function refuseSponsored({ sponsorshipStatus }: Viewer): void {
  if (sponsorshipStatus === undefined || sponsorshipStatus === "active") return;
  const why = {
    pending: "your sponsor has not approved your account yet",
    suspended: "your sponsor has suspended your account, and your running campaigns continue",
  };
  throw new AccessDenied(`${why[sponsorshipStatus]}: for now you can read, but not change anything`, {
    details: { sponsorshipStatus },
  });
}
