import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import { foundOrganisationOfInstallation, type TermsAcceptance } from "../../../platform/customers/index.ts";
import { notifyAnyCustomer } from "../../../platform/notifications/index.ts";
import { beginningUnder, JoinLinkInvalid } from "../join-link.ts";
import { takeUseOfAnySeller } from "../store.ts";
import { insertSponsorshipOfInstallation } from "./store.ts";

/** Who joins by a link, and for which organisation. */
export interface Newcomer {
  readonly joinLinkId: number;
  readonly userId: number;
  readonly email: string;
  readonly language: string;
}

/** Makes a new organisation that sees the link's storefront alone; answers its number. Throws `JoinLinkInvalid`. */
export async function admitNewBuyer(
  ctx: Context,
  newcomer: Newcomer,
  { company, terms }: { readonly company: string; readonly terms: TermsAcceptance },
): Promise<number> {
  const db = installationDb(ctx);
  const { link, sandbox } = await takeUse(ctx, newcomer);
  const organisation = { kind: "BUYER", company, domain: null, parentId: null, sandbox, terms } as const;
  const founding = { ...organisation, founderId: newcomer.userId };
  const customerId = await foundOrganisationOfInstallation(db, founding, ctx.now);
  await sponsor(ctx, newcomer, link, { customerId, walled: true });
  return customerId;
}

/** Lets an organisation in that is there already: it goes on seeing the market as before. Throws `JoinLinkInvalid`. */
export async function admitKnownBuyer(ctx: Context, newcomer: Newcomer, customerId: number): Promise<void> {
  const { link } = await takeUse(ctx, newcomer);
  await sponsor(ctx, newcomer, link, { customerId, walled: false });
}

async function takeUse(ctx: Context, { joinLinkId }: Newcomer) {
  const taken = await takeUseOfAnySeller(installationDb(ctx), joinLinkId, ctx.now);
  if (!taken) throw new JoinLinkInvalid();
  return taken;
}

type Taken = Awaited<ReturnType<typeof takeUse>>;

async function sponsor(
  ctx: Context,
  { userId, email, language }: Newcomer,
  link: Taken["link"],
  buyer: { readonly customerId: number; readonly walled: boolean },
): Promise<void> {
  const status = beginningUnder(link.approvalPolicy);
  await insertSponsorshipOfInstallation(installationDb(ctx), link, { ...buyer, status, language }, ctx.now);
  await ctx.audit({
    viewer: { customerId: buyer.customerId, userId, email },
    operation: "signUp",
    action: "CREATE",
    resourceType: "SPONSORED_BUYER",
    resourceId: String(buyer.customerId),
  });
  if (status !== "pending") return;
  await notifyAnyCustomer(ctx, link.customerId, {
    type: "sponsored_buyer.approval_requested",
    resourceType: "SPONSORED_BUYER",
    resourceId: String(buyer.customerId),
    message: `${email} joined by your link ${link.slug} and waits for your approval: POST /storefront/sponsored-buyers/${buyer.customerId}/approve`,
  });
}
