import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { integerId } from "../../ground/kernel/query.ts";
import { SignUpFields } from "../../platform/sign-in/sign-up/index.ts";
import type { SponsoredBuyer } from "./buyers/sponsored-buyer.ts";
import { type JoinLink, joinPathOf } from "./join-link.ts";

export const SLUG = /^[a-z0-9-]{2,64}$/;
const slug = z.string().regex(SLUG, "a slug is 2 to 64 lowercase letters, digits and hyphens");

const Policy = z.enum(["auto_approve", "manual_approve", "invite_only", "closed"]);
const Posture = z.enum(["prepay", "credit"]);
const Status = z.enum(["pending", "active", "suspended"]);
const wholeId = (what: string) => z.int().describe(what);

/** The largest number that fits into the column. */
const MOST_USES = 2_147_483_647;

export const NewJoinLinkBody = z
  .object({
    storefrontId: integerId("storefrontId")
      .optional()
      .describe("Your storefront; may be omitted if your key has only one"),
    approvalPolicy: Policy.default("manual_approve").describe("Cannot be changed later"),
    slug: slug.optional().describe("By default, derived from the storefront's name"),
    expiresAt: z.iso.datetime({ offset: true }).optional().describe("By default, never"),
    maxUses: z
      .int()
      .min(1)
      .max(MOST_USES)
      .optional()
      .describe(
        "How many may sign up; by default, any number. Somebody who has not confirmed their email address yet holds a place for a day",
      ),
  })
  .meta({ id: "NewJoinLink" });

export type NewJoinLinkBody = z.output<typeof NewJoinLinkBody>;

export const JoinLinkPath = z.object({ linkId: integerId("linkId") });
export const BuyerPath = z.object({ buyerId: integerId("buyerId") });
export const SlugPath = z.object({ slug });

export const JoinLinkView = z
  .object({
    id: z.string().describe("A decimal number, as a string"),
    slug: z.string(),
    joinPath: z.string().describe("The link's path, without an origin"),
    sellerCustomerId: wholeId("Your organisation"),
    storefrontId: wholeId("The storefront that newcomers will see"),
    role: z.literal("BUYER"),
    posture: Posture,
    approvalPolicy: Policy,
    active: z.boolean(),
    uses: z.int().describe("How many have signed up and confirmed their address"),
    maxUses: z.int().nullable(),
    expiresAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "JoinLink" });

export const DisabledView = z.object({ disabled: z.literal(true), id: z.string() }).meta({ id: "DisabledJoinLink" });

export const SponsoredBuyerView = z
  .object({
    buyerCustomerId: wholeId("The buyer's organisation"),
    buyerName: z.string().nullable(),
    storefrontId: wholeId("The storefront that sponsors it"),
    status: Status,
    posture: Posture,
    createdAt: z.iso.datetime().describe("When it joined"),
  })
  .meta({ id: "SponsoredBuyer" });

const text = z.string().nullable();

export const JoinLinkContextView = z
  .object({
    slug: z.string(),
    valid: z.boolean().describe("Whether the link admits new buyers; if not, everything else is null"),
    storefrontName: text,
    operatorDomain: text,
    logoUrl: text,
    brandColors: z.record(z.string(), z.string()).nullable(),
    defaultCurrency: text,
    supportedLanguages: z.array(z.string()).nullable(),
  })
  .meta({ id: "JoinLinkContext" });

export const SignUpBody = SignUpFields.meta({ id: "SignUp" });

/** The same answer for everybody: only the mail reveals whether there was an account. */
export const SignUpView = z.object({ status: z.literal("check_mail") }).meta({ id: "SignedUp" });

export const ConfirmBody = z
  .object({ token: z.string().min(1).max(512).describe("From the link in the email; it can be used once") })
  .meta({ id: "ConfirmSignUp" });

export const JoinedView = z
  .object({
    buyerCustomerId: wholeId("Your organisation"),
    storefrontName: z.string(),
    status: Status,
    apiKey: text.describe("Your first API key, shown only once; null while you wait, and if you already have one"),
  })
  .meta({ id: "Joined" });

export function viewOf(link: JoinLink): z.input<typeof JoinLinkView> {
  const { joinLinkId, customerId, expiresAt, revokedAt, createdAt, updatedAt, ...rest } = link;
  return {
    ...rest,
    id: String(joinLinkId),
    joinPath: joinPathOf(link.slug),
    sellerCustomerId: customerId,
    role: "BUYER",
    active: revokedAt === null,
    expiresAt: instantOf(expiresAt),
    revokedAt: instantOf(revokedAt),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function buyerViewOf({ createdAt, ...buyer }: SponsoredBuyer): z.input<typeof SponsoredBuyerView> {
  return { ...buyer, createdAt: createdAt.toISOString() };
}
