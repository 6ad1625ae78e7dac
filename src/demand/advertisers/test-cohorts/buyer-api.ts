import { z } from "zod";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf } from "../../../ground/kernel/query.ts";
import { getAdvertiser } from "../get-advertiser.ts";
import { AdvertiserPath } from "../schema.ts";
import { changeCohort, createCohort, getCohort, removeCohort } from "./change-cohort.ts";
import {
  CohortChangeBody,
  CohortListQuery,
  CohortListView,
  CohortPath,
  CohortView,
  cohortSummaryView,
  cohortView,
  NewCohortBody,
} from "./schema.ts";
import { listCohorts } from "./store.ts";

const One = z.object({ cohort: CohortView });

const all = {
  api: "buyer",
  path: "/advertisers/{advertiserId}/test-cohorts",
  tag: "Test cohorts",
  params: AdvertiserPath,
  refs: { "params.advertiserId": "advertiser" },
} as const;

const one = {
  ...all,
  path: "/advertisers/{advertiserId}/test-cohorts/{cohortId}",
  params: CohortPath,
  refs: { "params.advertiserId": "advertiser", "params.cohortId": "cohort" },
} as const;

export const listTestCohorts = operation({
  ...all,
  id: "listTestCohorts",
  method: "get",
  summary: "List an advertiser's test cohorts",
  access: "read",
  query: CohortListQuery,
  paging: "take/skip",
  answer: CohortListView,
  errors: [NotFound],
  async handle({ params, query }, ctx) {
    const { advertiserId } = await getAdvertiser(ctx, params.advertiserId);
    const { cohorts, total } = await listCohorts(ctx.db, ctx.viewer.customerId, advertiserId, query, pageOf(query));
    return { cohorts: cohorts.map(cohortSummaryView), total };
  },
});

export const createTestCohort = operation({
  ...all,
  id: "createTestCohort",
  method: "post",
  summary: "Create a test cohort",
  description:
    "A record of who is in which arm of an experiment, for the people and tools that measure it. It does not affect delivery: " +
    "to exclude a control group, say so in the campaign's constraints.",
  access: "write",
  body: NewCohortBody,
  answer: One,
  status: 201,
  errors: [InvalidState, NotFound],
  audit: { resource: "TEST_COHORT", idIn: "cohort.id" },
  handle: async ({ params, body }, ctx) => ({ cohort: cohortView(await createCohort(ctx, params.advertiserId, body)) }),
});

export const getTestCohort = operation({
  ...one,
  id: "getTestCohort",
  method: "get",
  summary: "Get a test cohort with its definition",
  access: "read",
  answer: One,
  errors: [NotFound],
  handle: async ({ params }, ctx) => ({ cohort: cohortView(await getCohort(ctx, params)) }),
});

export const updateTestCohort = operation({
  ...one,
  id: "updateTestCohort",
  method: "put",
  summary: "Update a test cohort: only the fields in the body change",
  access: "write",
  body: CohortChangeBody,
  answer: One,
  errors: [NotFound],
  audit: { resource: "TEST_COHORT" },
  handle: async ({ params, body }, ctx) => ({ cohort: cohortView(await changeCohort(ctx, params, body)) }),
});

export const deleteTestCohort = operation({
  ...one,
  id: "deleteTestCohort",
  method: "delete",
  summary: "Delete a test cohort",
  description: "This is permanent. To keep the cohort but stop using it, update it with `isActive: false`.",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "TEST_COHORT" },
  handle: async ({ params }, ctx) => {
    await removeCohort(ctx, params);
    return null;
  },
});
