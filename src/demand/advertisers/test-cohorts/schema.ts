import { z } from "zod";
import { queryBoolean, takeSkip } from "../../../ground/kernel/query.ts";
import { AdvertiserPath } from "../schema.ts";
import type { TestCohort } from "./test-cohort.ts";

const Role = z.enum(["TREATMENT", "CONTROL", "OBSERVATION"]);

const Definition = z
  .looseObject({ type: z.enum(["zip_code", "user_segment", "geo_region", "custom"]) })
  .describe("Its type, and any fields of your own that define membership: `zips`, `regions`, `segmentIds`")
  .meta({ id: "CohortDefinition" });

const CohortSummary = z
  .object({
    id: z.string(),
    advertiserId: z.string(),
    name: z.string(),
    cohortType: z.string(),
    role: Role,
    estimatedSize: z.int().optional().describe("In people"),
    isActive: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "TestCohortSummary" });

export const CohortView = CohortSummary.extend({
  description: z.string().optional(),
  definition: Definition,
}).meta({ id: "TestCohort" });

export const CohortListView = z.object({
  cohorts: z.array(CohortSummary).describe("Without definition and description: get a single cohort for those"),
  total: z.int(),
});

const Name = z.string().trim().min(1).max(255);
const Description = z.string().max(1000);
const CohortType = z.string().min(1).max(255).describe("Your own name for its kind, such as `geographic`");
const EstimatedSize = z.int().min(0).describe("In people");

export const NewCohortBody = z
  .object({
    name: Name,
    description: Description.optional(),
    cohortType: CohortType,
    role: Role.default("TREATMENT"),
    definition: Definition,
    estimatedSize: EstimatedSize.optional(),
  })
  .meta({ id: "NewTestCohort" });

export const CohortChangeBody = z
  .object({
    name: Name.optional(),
    description: Description.nullable().optional(),
    cohortType: CohortType.optional(),
    role: Role.optional(),
    definition: Definition.optional().describe("Replaced as a whole"),
    estimatedSize: EstimatedSize.nullable().optional(),
    isActive: z.boolean().optional().describe("False takes the cohort out of use and keeps it"),
  })
  .meta({ id: "TestCohortChange" });

export const CohortPath = AdvertiserPath.extend({ cohortId: z.string().min(1).max(128) });

export const CohortListQuery = z.object({
  ...takeSkip,
  role: Role.optional(),
  isActive: queryBoolean.optional(),
});

export function cohortSummaryView(cohort: TestCohort): z.input<typeof CohortSummary> {
  const { cohortId, advertiserId, name, cohortType, role, estimatedSize, isActive, createdAt, updatedAt } = cohort;
  return {
    id: cohortId,
    advertiserId: String(advertiserId),
    name,
    cohortType,
    role,
    ...(estimatedSize !== null && { estimatedSize }),
    isActive,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function cohortView(cohort: TestCohort): z.input<typeof CohortView> {
  const { description, definition } = cohort;
  return { ...cohortSummaryView(cohort), ...(description !== null && { description }), definition };
}
