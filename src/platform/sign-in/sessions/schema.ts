import { z } from "zod";
import type { ActingFor, CustomerKind, Viewer } from "../../../ground/kernel/viewer.ts";
import { endOf, type Session } from "./session.ts";
import type { Membership } from "./store.ts";

export const SessionPath = z.object({ sessionId: z.string().max(64) });

export const SessionView = z
  .object({
    id: z.string(),
    current: z.boolean().describe("Whether it is the current session"),
    method: z.enum(["mail_link", "set_up", "provider", "passkey"]).describe("How you signed in"),
    userAgent: z.string().nullable().describe("The browser's name for itself"),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe("May be up to five minutes behind"),
    endsAt: z.iso.datetime().describe("Twelve hours after its last use, and at most thirty days after it began"),
  })
  .meta({ id: "Session" });

const MembershipView = z
  .object({
    organisationId: z.int().describe("The value for the header X-Interchange-Organisation"),
    company: z.string(),
    side: z.enum(["buyer", "storefront", "operator"]).describe("Its console, and the part of the API it uses"),
    role: z.enum(["MEMBER", "ADMIN", "SUPER_ADMIN"]),
    sandbox: z.boolean(),
  })
  .meta({ id: "Membership" });

export const MeView = z
  .object({
    person: z.object({ id: z.int(), email: z.string().nullable(), name: z.string().nullable() }),
    organisationId: z.int().describe("The organisation for which this request acted"),
    memberships: z.array(MembershipView).describe("All organisations that you belong to, the oldest first"),
    isOperator: z.boolean().describe("Whether you run this installation"),
    acting: z
      .object({ grantId: z.string(), reason: z.string(), endsAt: z.iso.datetime(), organisationId: z.int() })
      .nullable()
      .describe("If you act for an organisation that you do not belong to: until when, and your own organisation"),
    sessionId: z.string().nullable().describe("Null if you used an API key or an application"),
  })
  .meta({ id: "Me" });

const SIDE: Readonly<Record<CustomerKind, "buyer" | "storefront" | "operator">> = {
  BUYER: "buyer",
  SELLER: "storefront",
  OPERATOR: "operator",
};

export function viewOf(session: Session, currentId: string | undefined): z.input<typeof SessionView> {
  const { sessionId, method, userAgent, createdAt, lastSeenAt } = session;
  return {
    id: sessionId,
    current: sessionId === currentId,
    method,
    userAgent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endsAt: endOf(session).toISOString(),
  };
}

export function viewOfMe(
  me: Pick<Viewer, "customerId" | "email" | "sessionId" | "acting"> & { readonly userId: number },
  { name, memberships }: { readonly name: string | null; readonly memberships: readonly Membership[] },
): z.input<typeof MeView> {
  const { customerId, userId, email, sessionId, acting } = me;
  return {
    person: { id: userId, email, name },
    organisationId: customerId,
    memberships: memberships.map(({ customerId: organisationId, company, kind, role, sandbox }) => ({
      organisationId,
      company,
      side: SIDE[kind],
      role,
      sandbox,
    })),
    isOperator: memberships.some(({ kind }) => kind === "OPERATOR"),
    acting: acting ? viewOfActing(acting) : null,
    sessionId: sessionId ?? null,
  };
}

function viewOfActing({ grantId, reason, expiresAt, operatorId }: ActingFor) {
  return { grantId, reason, endsAt: expiresAt.toISOString(), organisationId: operatorId };
}
