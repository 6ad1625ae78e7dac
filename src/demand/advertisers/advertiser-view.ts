import { z } from "zod";
import type { BrandState } from "../../platform/brands/index.ts";
import { LinkedBrand } from "../../platform/brands/index.ts";
import type { AccountLink } from "./accounts/account-link.ts";
import { LinkedAccountView, linkViewOf } from "./accounts/schema.ts";
import type { Advertiser } from "./advertiser.ts";
import type { EventSource } from "./event-sources/event-source.ts";
import { EventSourceView, eventSourceView } from "./event-sources/schema.ts";
import { FrequencyCapView, frequencyCapView } from "./frequency-cap.ts";
import type { MeasurementConfig } from "./measurement-config/measurement-config.ts";
import { MeasurementConfigView, measurementConfigView } from "./measurement-config/schema.ts";
import { ApplyMode, Status } from "./schema.ts";
import { CohortView, cohortView } from "./test-cohorts/schema.ts";
import type { TestCohort } from "./test-cohorts/test-cohort.ts";
import { UtmConfigView, utmViewOf } from "./utm-config.ts";

const summary = {
  id: z.string().describe("A decimal number, as a string"),
  name: z.string(),
  status: Status,
  sandbox: z.boolean(),
  brand: z.string().describe("The brand's bare domain"),
  linkedBrand: LinkedBrand.optional(),
  primaryCurrency: z.string(),
  currencyLocked: z.boolean().describe("True once a campaign uses the currency"),
  linkedAccountCount: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

const own = {
  ...summary,
  description: z.string().nullable(),
  brandWarning: z.string().optional().describe("A warning about the brand: where we looked, and what was found"),
  optimizationApplyMode: ApplyMode,
  utmConfig: UtmConfigView.describe("Includes the defaults that apply where nothing else is set"),
  frequencyCaps: z.array(FrequencyCapView),
};

/** An advertiser as newer clients expect it in a list. */
export const AdvertiserSummary = z.object(summary).meta({ id: "AdvertiserSummary" });

/** An advertiser as shown in a list. */
export const ListedAdvertiser = z
  .object({ ...own, linkedAccounts: z.array(LinkedAccountView).optional() })
  .meta({ id: "ListedAdvertiser" });

/** An advertiser with everything that is configured for it. */
export const AdvertiserView = z
  .object({
    ...own,
    linkedAccounts: z.array(LinkedAccountView),
    eventSources: z.array(EventSourceView),
    testCohorts: z.array(CohortView),
    measurementConfig: MeasurementConfigView,
  })
  .meta({ id: "Advertiser" });

/** What is shown of a listed advertiser in addition to its own fields. */
export interface AdvertiserViewContext {
  readonly links: readonly AccountLink[];
  readonly standing: BrandState | undefined;
}

export interface Configuration extends AdvertiserViewContext {
  readonly eventSources: readonly EventSource[];
  readonly cohorts: readonly TestCohort[];
  readonly measurement: MeasurementConfig;
}

export function listedViewOf(
  { advertiserId, brandDomain, createdAt, updatedAt, utmParams, frequencyCaps, ...rest }: Advertiser,
  { links, standing }: AdvertiserViewContext,
) {
  return {
    ...rest,
    id: String(advertiserId),
    brand: brandDomain,
    ...(standing?.linkedBrand && { linkedBrand: standing.linkedBrand }),
    ...(standing?.brandWarning && { brandWarning: standing.brandWarning }),
    utmConfig: utmViewOf(utmParams),
    frequencyCaps: frequencyCaps.map((cap) => frequencyCapView(cap, advertiserId)),
    linkedAccountCount: links.length,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  } satisfies z.input<typeof ListedAdvertiser>;
}

export function viewOf(advertiser: Advertiser, configuration: Configuration): z.input<typeof AdvertiserView> {
  const { links, eventSources, cohorts, measurement } = configuration;
  return {
    ...listedViewOf(advertiser, configuration),
    linkedAccounts: links.map(linkViewOf),
    eventSources: eventSources.map(eventSourceView),
    testCohorts: cohorts.map(cohortView),
    measurementConfig: measurementConfigView(measurement),
  };
}
