import { z } from "zod";
import { ColumnMapping } from "../reports/column-mapping.ts";
import { carryOutByKevel } from "../trafficking/kevel/kevel.ts";
import { simulateOms, simulateOmsStatus } from "../trafficking/simulate-oms.ts";
import type { ModuleContract } from "./contract.ts";
import { bookingLedger } from "./contracts/booking-ledger.ts";
import { kevel } from "./contracts/kevel.ts";
import { manualTrafficking } from "./contracts/manual-trafficking.ts";
import { reportingCsvImport } from "./contracts/reporting-csv-import.ts";
import { simOms } from "./contracts/sim-oms.ts";
import { simOmsStatus } from "./contracts/sim-oms-status.ts";
import { staticAvailsFeed } from "./contracts/static-avails-feed.ts";
import type { Module } from "./module.ts";

const text = z.string().min(1).max(2_000);
const count = (most: number) => z.int().min(1).max(most);
const httpUrl = z.url({ protocol: /^https?$/, error: "an absolute http or https URL" }).max(2_048);
/** Requires HTTPS, because a key is sent there with every request. */
const sealedUrl = httpUrl.refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url), "an https URL");
const id = z.int().positive();

/** All modules. */
export const MODULES: readonly Module[] = [
  {
    contract: staticAvailsFeed,
    config: z.strictObject({
      defaultCurrency: z.string().length(3).optional(),
      maxFeedAgeHours: count(8_760).optional(),
      grossCapacity: z.enum(["assumeNet", "reject"]).optional(),
    }),
  },
  { contract: bookingLedger, config: z.strictObject({ defaultHoldMinutes: count(43_200).optional() }) },
  {
    contract: manualTrafficking,
    config: z.strictObject({ targetSystem: text.optional(), dueHours: count(8_760).optional() }),
  },
  {
    contract: simOms,
    config: z.strictObject({
      endpointUrl: httpUrl.optional(),
      failureRatePercent: z.number().min(0).max(100).optional(),
      seed: text.optional(),
    }),
    carryOut: simulateOms,
  },
  {
    contract: simOmsStatus,
    config: z.strictObject({ pollMinutes: count(10_080).optional() }),
    carryOut: simulateOmsStatus,
  },
  {
    contract: kevel,
    config: z.strictObject({
      endpointUrl: sealedUrl.optional(),
      advertiserId: id.optional(),
      priorityId: id.optional(),
      adTypeId: id.optional(),
      pollMinutes: count(10_080).optional(),
      settlingHours: count(720).optional(),
    }),
    carryOut: carryOutByKevel,
  },
  {
    contract: reportingCsvImport,
    config: z.strictObject({
      columnMapping: ColumnMapping.optional(),
      reportCurrency: z.string().length(3).optional(),
    }),
  },
];

const BY_ID: ReadonlyMap<string, Module> = new Map(MODULES.map((module) => [module.contract.contractId, module]));

/** Undefined if this release does not know the contract, for example after a downgrade. */
export function moduleOf(contractId: string): Module | undefined {
  return BY_ID.get(contractId);
}

export function contractOf(contractId: string): ModuleContract | undefined {
  return moduleOf(contractId)?.contract;
}
