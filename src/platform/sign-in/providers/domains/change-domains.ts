import { challengeFor, checkRecord, type TxtFinding } from "../../../../ground/domain-proof/index.ts";
import { type CallContext, type Context, wallOf } from "../../../../ground/kernel/context.ts";
import { Conflict, NotFound } from "../../../../ground/kernel/errors.ts";
import { newToken } from "../../../../ground/vault/index.ts";
import { checkMayDelegate } from "../change-provider.ts";
import type { SignInDomain } from "./sign-in-domain.ts";
import { deleteDomain, findDomain, insertDomain, listDomains, proveDomain } from "./store.ts";

const MOST_DOMAINS = 50;

/**
 * Adds a domain, which takes effect once it is verified; domains that operators add need no verification. An existing domain does not
 * change. Throws `AccessDenied` and `Conflict`.
 */
export async function addDomain(ctx: Context, domain: string): Promise<SignInDomain> {
  checkMayDelegate(ctx.viewer);
  const { db, viewer, random } = ctx;
  const { customerId, customerKind } = viewer;
  if ((await listDomains(db, customerId)).length >= MOST_DOMAINS)
    throw new Conflict(`you have ${MOST_DOMAINS} domains already: remove one first`, { field: "domain" });
  const wall = wallOf(ctx);
  const verifiedAt = customerKind === "OPERATOR" ? wall : null;
  const { token } = newToken(random);
  await insertDomain(db, { customerId, domain, token, addedAt: wall, verifiedAt, seenAt: null });
  return getDomain(ctx, domain);
}

export async function removeDomain({ db, viewer }: Context, domain: string): Promise<void> {
  if (!(await deleteDomain(db, viewer.customerId, domain))) throw unknown(domain);
}

/** Throws `NotFound`. */
export async function getDomain({ db, viewer }: Pick<Context, "db" | "viewer">, domain: string): Promise<SignInDomain> {
  const found = await findDomain(db, viewer.customerId, domain);
  if (!found) throw unknown(domain);
  return found;
}

export interface DomainCheck {
  readonly domain: SignInDomain;
  readonly finding: TxtFinding;
}

export async function checkProof(domain: SignInDomain, out: Pick<CallContext, "outbound">): Promise<DomainCheck> {
  return { domain, finding: await checkRecord(challengeFor(domain.domain, domain.token), out) };
}

/**
 * Stores what the domain's record says now. A name server that does not answer does not withdraw a proof, and neither does a missing record
 * if an operator vouches for the domain.
 */
export async function settleProof(ctx: Context, { domain, finding }: DomainCheck): Promise<DomainCheck> {
  const isVouchedFor = ctx.viewer.customerKind === "OPERATOR" && domain.verifiedAt !== null;
  if (finding === "found") await proveDomain(ctx.db, domain, wallOf(ctx));
  else if (finding !== "unanswered" && !isVouchedFor) await proveDomain(ctx.db, domain, null);
  return { domain: await getDomain(ctx, domain.domain), finding };
}

function unknown(domain: string): NotFound {
  return new NotFound(`there is no domain ${domain} of yours: POST /api/v2/identity-provider/domains`);
}
