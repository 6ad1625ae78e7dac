import { z } from "zod";
import { currencyInput } from "../../ground/kernel/currency.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import { languageInput } from "../../ground/kernel/inputs/language-tag.ts";
import { webUrl } from "../../ground/kernel/inputs/web-url.ts";
import { integerId } from "../../ground/kernel/query.ts";
import { BusinessProfile, channelsInput, regionsInput } from "./business-profile.ts";
import { CompositionPricing } from "./composition-pricing.ts";
import { checkCompositionPricing } from "./rate-card.ts";

const nameInput = z.string().trim().min(1).max(255);
const currencies = z
  .array(currencyInput)
  .max(25)
  .transform((codes) => [...new Set(codes)]);
const countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, "a country must be an ISO 3166 code, such as DE"))
  .min(1)
  .max(249)
  .transform((codes) => [...new Set(codes)]);
const brandColors = z
  .record(
    z.string().regex(/^[a-z][A-Za-z0-9_]{0,31}$/, "a colour's name, such as primary"),
    z.string().regex(/^#[0-9A-Fa-f]{6}$/, "a colour is #RRGGBB"),
  )
  .refine((colors) => Object.keys(colors).length <= 16, "16 colours at most");
const Plan = z.literal("basic");

export const NewStorefrontBody = z
  .object({
    name: nameInput,
    publisherDomain: domainInput.optional(),
    operatorDomain: domainInput.optional(),
    defaultCurrency: currencyInput.optional(),
    paymentCurrencies: currencies.optional().describe("Takes precedence over defaultCurrency, if both are given"),
    acceptedCountries: countries.optional(),
    acceptsAllCountries: z.boolean().optional().describe("Instead of acceptedCountries"),
    plan: Plan.default("basic"),
  })
  .meta({ id: "NewStorefront" });

const Flags = {
  offersCreativeReview: z.boolean().optional(),
  offersCampaignApproval: z.boolean().optional(),
  offersProductComposition: z.boolean().optional(),
};
const SetupIntent = z.enum(["third_party_connect", "sell_through_scope3"]);

/** Partial; `businessProfile` and `compositionPricing` are replaced as a whole. */
export const StorefrontChangeBody = z
  .object({
    name: nameInput.optional(),
    publisherDomain: domainInput.optional(),
    operatorDomain: domainInput.optional(),
    confirmOperatorDomainProfileReset: z
      .boolean()
      .optional()
      .describe("Confirms that the curated profile is lost with the old operator domain"),
    brandName: z.string().max(255).nullable().optional(),
    logoUrl: webUrl.nullable().optional(),
    logoBackground: z.enum(["dark-bg", "light-bg", "transparent-bg"]).nullable().optional(),
    brandColors: brandColors.nullable().optional().describe("As in brand.json; replaced as a whole"),
    membershipStatus: z.enum(["AAO_FOUNDING_MEMBER", "AAO_MEMBER", "NONE"]).optional(),
    description: z.string().max(2000).nullable().optional(),
    website: webUrl.nullable().optional(),
    channels: channelsInput.optional(),
    regions: regionsInput.optional(),
    acceptedCountries: countries.nullable().optional(),
    acceptsAllCountries: z.boolean().optional(),
    advertisingPolicyDisclosure: z
      .array(z.enum(["brief_acceptance", "creative_policy"]))
      .max(2)
      .optional(),
    supportedLanguages: z.array(languageInput).max(100).optional().describe("BCP 47 tags, such as de or pt-BR"),
    defaultCurrency: currencyInput.optional(),
    paymentCurrencies: currencies.optional(),
    demandContactName: z.string().min(1).max(255).nullable().optional(),
    demandContactEmail: z.email().max(320).nullable().optional(),
    plan: Plan.optional(),
    transacting: z.boolean().optional().describe("The inverse of isPaused, as older clients spell it"),
    isPaused: z.boolean().optional(),
    sellsThirdPartyInventory: z.boolean().optional(),
    productMode: z
      .enum(["composition", "passthrough"])
      .optional()
      .describe(
        "composition: the products of all your sources, under your product rules. passthrough: those of your single " +
          "active source, unchanged and in its order; product rules and ranking are not applied",
      ),
    capabilities: z.object(Flags).optional(),
    setupIntent: SetupIntent.optional(),
    compositionPricing: CompositionPricing.superRefine(checkCompositionPricing)
      .optional()
      .describe("rateCard.facts with the strength hard_floor: their prices are never shown below floorPrice"),
    creativeApproval: z.enum(["auto", "manual"]).optional(),
    mediaBuyApproval: z
      .enum(["auto", "manual"])
      .nullable()
      .optional()
      .describe(
        "manual: every media buy is held for your approval. auto: none is. null, the initial value: your acceptance policy decides",
      ),
    businessProfile: BusinessProfile.nullable().optional(),
  })
  .meta({ id: "StorefrontChange" });

export const CapabilitiesChangeBody = z
  .object({ capabilities: z.object(Flags).optional(), setupIntent: SetupIntent.optional() })
  .meta({ id: "StorefrontCapabilitiesChange" });

export type NewStorefrontBody = z.output<typeof NewStorefrontBody>;
export type StorefrontChange = z.output<typeof StorefrontChangeBody>;

/** A storefront by its number or by its public slug, which is never a number (buyer contract a.9). */
export const storefrontRef = z.union(
  [
    integerId("storefrontId").transform((storefrontId) => ({ storefrontId })),
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .max(100)
      .refine((slug) => !/^\d+$/.test(slug))
      .transform((platformId) => ({ platformId })),
  ],
  { error: "name a storefront by its number or its platformId" },
);

export type StorefrontRef = z.output<typeof storefrontRef>;

/** The storefront as the caller named it. */
export function nameOf(ref: StorefrontRef): string {
  return "storefrontId" in ref ? String(ref.storefrontId) : ref.platformId;
}
