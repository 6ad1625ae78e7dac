import { z } from "zod";
import { integerId, queryBoolean, takeSkip } from "../../../ground/kernel/query.ts";
import type { RegisteredAccount, SellerAccount } from "../../../ground/seller-agent/index.ts";
import { ACCOUNT_LINK_STATUSES, type AccountLink, accountStatusOf, publishedStatusOf } from "./account-link.ts";

const sourceId = z.string().min(1).max(255).describe("The source within the storefront");
const billingType = z.string().trim().min(1).max(64).describe("Who is invoiced; by default, the source's default");

/** Which account to link: one that `GET /advertisers/{advertiserId}/accounts/available` lists. */
export const LinkedAccountInput = z
  .object({
    storefrontId: integerId("storefrontId"),
    sourceId,
    accountId: z.string().min(1).max(255).describe("As the source spells it"),
    credentialId: integerId("credentialId")
      .optional()
      .describe("Required if several of your credentials show the account"),
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
  linkId: z.string().describe("A decimal number, as a string"),
  accountId: z.string(),
  name: reported,
  sources: z.array(AccountSource).describe("Every source through which the account is reached"),
  advertiserId: z.string(),
  status: z
    .enum(ACCOUNT_LINK_STATUSES)
    .describe(
      "The status that the source gives; unreachable since the credential was deleted: link the account again with another one",
    ),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

/** A linked account as part of its advertiser. */
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
    status: z.enum(ACCOUNT_LINK_STATUSES),
  })
  .meta({ id: "AvailableAccount" });

export const AvailableQuery = z.object({
  storefrontId: integerId("storefrontId"),
  sourceId,
  credentialId: integerId("credentialId")
    .optional()
    .describe("Required if you hold several credentials for the source; the error lists them"),
  refresh: queryBoolean.default(false).describe("Ask the source again instead of using its cached list"),
  billingType: billingType.optional().describe("Only accounts with this billing, which the source must support"),
  ...takeSkip,
});

export const LinkListQuery = z
  .object({
    storefrontId: integerId("storefrontId").optional(),
    sourceId: sourceId.optional(),
    status: z.enum(ACCOUNT_LINK_STATUSES).optional(),
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
      .describe("Required: the account's identifier at the source, unique among your accounts at its agent"),
    auth: z
      .looseObject({ type: z.string().optional() })
      .optional()
      .describe("As in POST /storefronts/{storefrontId}/sources/{sourceId}/credentials"),
    accountType: z.string().max(255).optional().describe("Accepted from older clients, and ignored"),
    advertiserId: integerId("advertiserId").optional().describe("The advertiser that will buy under the account"),
  })
  .meta({ id: "SourceAccountRegistration" });

export const RegisteredAccountView = z
  .object({
    id: z.string().describe("The credential's id: a decimal number, as a string"),
    accountIdentifier: z.string(),
    status: z.enum(["PENDING", "ACTIVE"]),
    registeredBy: reported,
    createdAt: z.iso.datetime(),
    oauth: z
      .object({ authorizationUrl: z.url(), storefrontId: z.int(), sourceId: z.string(), sourceName: z.string() })
      .optional()
      .describe("Present while the account waits for your consent"),
    linkId: reported.describe("The status of the link to the advertiser; null if no advertiserId was sent"),
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
    status: accountStatusOf(link),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
