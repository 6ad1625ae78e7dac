import { z } from "zod";
import { CHANNEL_ALIASES, CHANNELS, canonicalChannel } from "../../ground/channels/channel.ts";
import { flightDates } from "../../ground/kernel/inputs/flight.ts";
import { amountInput } from "../../ground/kernel/inputs/money-input.ts";
import { integerId, queryBoolean, queryList, wholeNumber } from "../../ground/kernel/query.ts";
import type { Refinement } from "../../ground/seller-agent/index.ts";
import { correctedChip } from "./reading/correction.ts";
import type { SearchCriteria, Sought } from "./search/criteria.ts";
import { MOST_WAIT_SECONDS } from "./search/wait.ts";

export const opaqueId = z.string().min(1).max(255);

const MediaChannel = z
  .enum([...CHANNELS, ...Object.keys(CHANNEL_ALIASES)])
  .transform(canonicalChannel)
  .describe("An AdCP media channel; `video` is `olv`, and `audio` is `streaming_audio`");

const PricingModel = z.enum(["cpm", "vcpm", "cpc", "cpcv", "cpv", "cpp", "cpa", "flat_rate", "time"]);
const Country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "a country must be a two-letter ISO 3166 code")
  .transform((code) => code.toUpperCase());
const namePart = z.string().min(1).max(255);
const publisherDomain = z.string().min(1).max(253);

const ask = z.string().max(2000).regex(/\S/, "an ask must say something");
const RefinementInput = z.discriminatedUnion("scope", [
  z.object({ scope: z.literal("request"), ask }),
  z.object({
    scope: z.literal("product"),
    id: opaqueId,
    action: z.enum(["include", "omit", "more_like_this"]),
    ask: ask.optional(),
  }),
  z.object({
    scope: z.literal("proposal"),
    id: opaqueId,
    action: z.enum(["include", "omit", "finalize"]),
    ask: ask.optional(),
  }),
]);

const ChipInput = z
  .object({
    kind: z.enum([
      "topic",
      "audience",
      "channel",
      "format",
      "property",
      "country",
      "region",
      "language",
      "season",
      "date",
      "maxCpm",
      "currency",
      "budget",
      "cheap",
    ]),
    value: z.string().min(1).max(255),
    concept: z.string().max(255).optional(),
    negated: z.boolean().optional(),
    certainty: z.number().min(0).max(1).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  })
  .meta({ id: "SaidChip" });

export const DiscoverBody = z
  .object({
    advertiserId: integerId("advertiserId"),
    discoveryId: opaqueId.optional().describe("The session to continue; if omitted, a new one starts"),
    campaignId: opaqueId.optional().describe("Fills in what the call omits, and ties the session to the campaign"),
    brief: z.string().max(5000).optional(),
    channels: z
      .array(MediaChannel)
      .max(100)
      .optional()
      .describe(
        "By default the brief's channels, or otherwise display, olv, ctv and social and whatever fits the brief in " +
          "others; if empty, every channel",
      ),
    countries: z.array(Country).max(250).optional(),
    budget: amountInput.optional().describe("In the advertiser's currency"),
    flightDates: flightDates.optional(),
    publisherDomain: publisherDomain
      .optional()
      .describe("Complete labels of a domain: `hulu` finds hulu.com, `hul` does not"),
    pricingModel: PricingModel.optional(),
    storefrontIds: z.array(integerId("a storefront id")).max(50).optional(),
    storefrontNames: z.array(namePart).max(50).optional().describe("Parts of names, ignoring case"),
    salesAgentIds: z.array(opaqueId).max(50).optional(),
    salesAgentNames: z.array(namePart).max(50).optional(),
    groupLimit: z.int().min(1).max(10).default(10),
    groupOffset: z.int().min(0).default(0),
    productsPerGroup: z.int().min(1).max(15).default(10),
    productOffset: z.int().min(0).max(1000).default(0),
    waitMode: z
      .enum(["quick", "long"])
      .default("quick")
      .describe("`quick` waits as long as this installation usually does; `long` waits up to 100 seconds"),
    waitSeconds: z.int().min(1).max(MOST_WAIT_SECONDS).optional().describe("Overrides waitMode; capped at 100"),
    debug: z.boolean().default(false),
    chips: z
      .array(ChipInput)
      .max(100)
      .optional()
      .describe("What the brief means, instead of what was read from it: `reading.chips` of an answer, corrected"),
    refine: z.array(RefinementInput).min(1).max(100).optional(),
    proposal: z
      .object({ action: z.literal("discover") })
      .optional()
      .describe("An alias for what this call always does"),
  })
  .refine(({ refine, discoveryId }) => refine === undefined || discoveryId !== undefined, {
    path: ["discoveryId"],
    message: "a refinement needs the discoveryId of the session that it refines",
  })
  .meta({ id: "DiscoverProducts" });

const page = (name: string, min: number, max: number, byDefault: number) =>
  wholeNumber(name, min, max).default(byDefault);

export const BrowseQuery = z.object({
  groupLimit: page("groupLimit", 1, 10, 10),
  groupOffset: page("groupOffset", 0, Number.MAX_SAFE_INTEGER, 0),
  productsPerGroup: page("productsPerGroup", 1, 15, 10),
  productOffset: page("productOffset", 0, 1000, 0),
  publisherDomain: publisherDomain.optional(),
  pricingModel: PricingModel.optional(),
  storefrontIds: queryList(integerId("a storefront id")).optional(),
  storefrontNames: queryList(namePart).optional(),
  salesAgentIds: queryList(opaqueId).optional(),
  salesAgentNames: queryList(namePart).optional(),
  debug: queryBoolean.default(false),
});

export const DiscoveryPath = z.object({ discoveryId: opaqueId });
export const ProductPath = z.object({ discoveryId: opaqueId, productId: opaqueId });

type DiscoverInput = z.output<typeof DiscoverBody>;
type BrowseInput = z.output<typeof BrowseQuery>;

export function criteriaOf(body: DiscoverInput): SearchCriteria {
  const { brief, budget, flightDates: flight, channels, countries } = body;
  return {
    brief,
    budget,
    flight,
    channels: channels && [...new Set(channels)],
    countries,
    chips: body.chips?.map((chip, index) => correctedChip(chip, `chips.${index}`)),
    ...narrowed(body),
  };
}

/** The common filters of a search and of browsing its answer. */
export function narrowed(input: DiscoverInput | BrowseInput): SearchCriteria {
  const { publisherDomain, pricingModel, storefrontIds, storefrontNames, salesAgentIds, salesAgentNames } = input;
  return {
    publisherDomain,
    pricingModel,
    storefronts: soughtOf(storefrontIds, storefrontNames),
    salesAgents: soughtOf(salesAgentIds, salesAgentNames),
  };
}

function soughtOf<Id>(ids: readonly Id[] | undefined, names: readonly string[] | undefined): Sought<Id> | undefined {
  return ids || names ? { ids: ids ?? [], names: names ?? [] } : undefined;
}

export function refinementsOf({ refine = [] }: DiscoverInput): Refinement[] {
  return refine.map((one): Refinement => {
    if (one.scope === "request") return one;
    const { id, ask, ...rest } = one;
    const said = ask === undefined ? {} : { ask };
    return rest.scope === "product" ? { ...rest, ...said, productId: id } : { ...rest, ...said, proposalId: id };
  });
}
