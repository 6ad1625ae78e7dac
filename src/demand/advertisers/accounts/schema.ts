import { z } from "zod";
import { integerId, queryBoolean, takeSkip } from "../../../ground/kernel/query.ts";
import { type RegisteredAccount, type SellerAccount } from "../../../ground/seller-agent/index.ts";
import { type AccountLink, publishedStatusOf, STANDINGS, standingOf } from "./account-link.ts";

const sourceId = z.string().min(1).max(255).describe("The source within the storefront");
const billingType = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .describe("Who is invoiced; the source's default where it is left out");

/** Which account to link: one that `GET /advertisers/{advertiserId}/accounts/available` lists. */
export const LinkedAccountInput = z
  .object({
    storefrontId: integerId("storefrontId"),
    sourceId,
    accountId: z.string().min(1).max(255).describe("As the source spells it"),
    credentialId: integerId("credentialId")
      .optional()
      .describe("Needed where several of your credentials show the account"),
    billingType: billingType.optional(),
  })
  .meta({ id: "LinkedAccountInput" });

export type LinkedAccountInput = z.output<typeof LinkedAccountInput>;

const AccountSource = z.object({
  storefrontId: z.int(),
  storefrontName: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
});

const reported = z.string().nullable();
const described = {
  name: reported,
  advertiser: reported.describe("Whose rates apply, as the source records it"),
  billingProxy: reported.describe("Who receives invoices on the advertiser's behalf"),
  house: reported.describe("Whose account it is, by domain"),
  billing: reported.describe("Who is invoiced"),
};

const linked = {
  linkId: z.string().describe("A number in decimal, as text"),
  accountId: z.string(),
  name: reported,
  sources: z.array(AccountSource).describe("Every source through which the account is reached"),
  advertiserId: z.string(),
  status: z
    .enum(STANDINGS)
    .describe("The source's word; unreachable since the credential was deleted: link it again with another"),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

/** As an advertiser carries it. */
export const LinkedAccountView = z
  .object({ ...linked, credentialId: reported, billingType: reported })
  .meta({ id: "LinkedAccount" });

export const AccountLinkSummary = z.object(linked).meta({ id: "AccountLinkSummary" });

export const AccountLinkView = z
  .object({ ...linked, ...described, credentialId: reported, billingType: reported })
  .meta({ id: "AccountLink" });

export const AvailableAccountView = z
  .object({
    accountId: z.string(),
    ...described,
    sources: linked.sources,
    credentialId: reported,
    status: z.enum(STANDINGS),
  })
  .meta({ id: "AvailableAccount" });

export const AvailableQuery = z.object({
  storefrontId: integerId("storefrontId"),
  sourceId,
  credentialId: integerId("credentialId")
    .optional()
    .describe("Needed where you hold several credentials for the source; the refusal lists them"),
  refresh: queryBoolean.default(false).describe("Ask the source again instead of answering what it listed before"),
  billingType: billingType.optional().describe("Only accounts billed so; must be one the source supports"),
  ...takeSkip,
});

export const LinkListQuery = z
  .object({
    storefrontId: integerId("storefrontId").optional(),
    sourceId: sourceId.optional(),
    status: z.enum(STANDINGS).optional(),
    ...takeSkip,
  })
  .refine(({ storefrontId, sourceId }) => (storefrontId === undefined) === (sourceId === undefined), {
    path: ["sourceId"],
    message: "storefrontId and sourceId name a source together: send both or neither",
  });

const advertiserId = integerId("advertiserId");
export const AccountPath = z.object({ advertiserId, accountId: z.string().min(1).max(255) });
export const LinkPath = z.object({ advertiserId, linkId: integerId("linkId") });

export const SourceAccountPath = z.object({ storefrontId: z.string().min(1).max(255), sourceId });

export const SourceAccountBody = z
  .object({
    accountIdentifier: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe("Required: the account as the source knows it, unique among yours at its agent"),
    auth: z
      .looseObject({ type: z.string().optional() })
      .optional()
      .describe("As for POST /storefronts/{storefrontId}/sources/{sourceId}/credentials"),
    accountType: z.string().max(255).optional().describe("Accepted from older clients; it changes nothing"),
    advertiserId: integerId("advertiserId").optional().describe("Who is to buy under the account"),
  })
  .meta({ id: "SourceAccountRegistration" });

export const RegisteredAccountView = z
  .object({
    id: z.string().describe("The credential's: a number in decimal, as text"),
    accountIdentifier: z.string(),
    status: z.enum(["PENDING", "ACTIVE"]),
    registeredBy: reported,
    createdAt: z.iso.datetime(),
    oauth: z
      .object({ authorizationUrl: z.url(), storefrontId: z.int(), sourceId: z.string(), sourceName: z.string() })
      .optional()
      .describe("There while the account waits for your consent"),
    linkId: reported.describe("Of the advertiser's link; null where no advertiserId was sent"),
  })
  .meta({ id: "RegisteredSourceAccount" });

export function registeredViewOf(
  { credentialId, accountIdentifier, status, registeredBy, createdAt, oauth }: RegisteredAccount,
  link: AccountLink | undefined,
): z.input<typeof RegisteredAccountView> {
  return {
    id: String(credentialId),
    accountIdentifier,
    status,
    registeredBy,
    createdAt: createdAt.toISOString(),
    ...(oauth && { oauth }),
    linkId: link ? String(link.linkId) : null,
  };
}

export function availableViewOf({ way, ...account }: SellerAccount): z.input<typeof AvailableAccountView> {
  const status = publishedStatusOf(account.status);
  return { ...account, status, credentialId: way && String(way.credentialId), sources: [...(way?.sources ?? [])] };
}

export function linkViewOf(link: AccountLink): z.input<typeof AccountLinkView> {
  const { linkId, advertiserId, credentialId, sources, createdAt, updatedAt, ...rest } = link;
  return {
    ...rest,
    linkId: String(linkId),
    advertiserId: String(advertiserId),
    credentialId: credentialId === null ? null : String(credentialId),
    sources: [...sources],
    status: standingOf(link),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
