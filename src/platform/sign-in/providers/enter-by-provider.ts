import { challengeFor, checkRecord } from "../../../ground/domain-proof/index.ts";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { findMemberOfAnyCustomer, insertMemberOfInstallation } from "../../customers/index.ts";
import { notifyAnyCustomer } from "../../notifications/index.ts";
import { type OpenedSession, openSession, type SigningIn } from "../sessions/index.ts";
import { listSeatsOfAnyCustomer } from "../store.ts";
import { type SignInDomain, wantsProof } from "./domains/sign-in-domain.ts";
import { proveDomain } from "./domains/store.ts";
import type { SealedProvider } from "./provider.ts";

const MOST_SEATS = 10;

/**
 * Whether the domain still belongs to the organisation; its record is looked up again if that is due. A name server that does not answer
 * withdraws no proof.
 */
export async function recheckDomain(
  domain: SignInDomain,
  { outbound, clock }: Pick<Host, "outbound" | "clock">,
): Promise<"stands" | "seen" | "gone"> {
  if (!wantsProof(domain, clock.now())) return "stands";
  const finding = await checkRecord(challengeFor(domain.domain, domain.token), { outbound });
  if (finding === "unanswered") return "stands";
  return finding === "found" ? "seen" : "gone";
}

export async function recordDomain(ctx: Context, domain: SignInDomain, standing: "seen" | "gone"): Promise<void> {
  await proveDomain(installationDb(ctx), domain, standing === "seen" ? ctx.now : null);
}

/**
 * Signs in a person whose address the provider has verified: in the provider's organisation if they are a member or may join, otherwise in
 * one of their own. Undefined for a person without an organisation who may not join.
 */
export async function enterByProvider(
  ctx: Context,
  provider: SealedProvider,
  email: string,
  browser: SigningIn,
): Promise<OpenedSession | undefined> {
  const seat = await seatOf(ctx, provider, email);
  if (!seat) return undefined;
  const session = await openSession(ctx, seat, browser);
  const member = await findMemberOfAnyCustomer(installationDb(ctx), seat, ctx.installation.termsVersion);
  if (!member) throw new Error(`organisation ${seat.customerId} lost a member`);
  const change = { operation: "signInByProvider", action: "EXECUTE", resourceType: "SIGN_IN" } as const;
  const viewer = { ...member, sessionId: session.sessionId };
  await ctx.audit({ ...change, viewer, resourceId: String(seat.userId) });
  return session;
}

async function seatOf(ctx: Context, { customerId, name, joinsAs }: SealedProvider, email: string) {
  const db = installationDb(ctx);
  const seats = await listSeatsOfAnyCustomer(db, email, MOST_SEATS);
  const own = seats.find((seat) => seat.customerId === customerId);
  if (own || joinsAs === null) return own ?? seats[0];
  const userId = await insertMemberOfInstallation(db, customerId, email, joinsAs, ctx.now);
  const joined = { customerId, email, userId };
  const change = { operation: "joinByProvider", action: "CREATE", resourceType: "MEMBER" } as const;
  await ctx.audit({ ...change, viewer: joined, resourceId: String(userId) });
  await notifyAnyCustomer(ctx, customerId, {
    type: "member.joined",
    resourceType: "MEMBER",
    resourceId: String(userId),
    message: `${email} has joined your organisation by signing in with ${name}`,
  });
  return joined;
}
