import type { output } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { NotFound } from "../../../ground/kernel/errors.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { getActiveAdvertiser } from "../get-advertiser.ts";
import type { CohortChangeBody, CohortPath, NewCohortBody } from "./schema.ts";
import { deleteCohort, findCohort, insertCohort, updateCohort } from "./store.ts";
import type { TestCohort } from "./test-cohort.ts";

type Path = output<typeof CohortPath>;

export async function createCohort(
  ctx: Context,
  advertiserId: number,
  body: output<typeof NewCohortBody>,
): Promise<TestCohort> {
  await getActiveAdvertiser(ctx, advertiserId);
  const { db, viewer, now, random } = ctx;
  const cohort: TestCohort = {
    ...body,
    description: body.description ?? null,
    estimatedSize: body.estimatedSize ?? null,
    cohortId: newId("cohort", random),
    advertiserId,
    isActive: true,
    createdAt: now,
    updatedAt: now,
  };
  await insertCohort(db, viewer.customerId, cohort);
  return cohort;
}

export async function getCohort({ db, viewer }: Context, { advertiserId, cohortId }: Path): Promise<TestCohort> {
  const cohort = await findCohort(db, viewer.customerId, advertiserId, cohortId);
  if (!cohort) throw new NotFound(`advertiser ${advertiserId} has no test cohort ${cohortId}`);
  return cohort;
}

/** Only changes what the body names. */
export async function changeCohort(
  ctx: Context,
  path: Path,
  change: output<typeof CohortChangeBody>,
): Promise<TestCohort> {
  const before = await getCohort(ctx, path);
  const after: TestCohort = {
    ...before,
    name: change.name ?? before.name,
    description: change.description === undefined ? before.description : change.description,
    cohortType: change.cohortType ?? before.cohortType,
    role: change.role ?? before.role,
    definition: change.definition ?? before.definition,
    estimatedSize: change.estimatedSize === undefined ? before.estimatedSize : change.estimatedSize,
    isActive: change.isActive ?? before.isActive,
    updatedAt: ctx.now,
  };
  await updateCohort(ctx.db, ctx.viewer.customerId, after);
  return after;
}

export async function removeCohort(ctx: Context, path: Path): Promise<void> {
  const { cohortId } = await getCohort(ctx, path);
  await deleteCohort(ctx.db, ctx.viewer.customerId, cohortId);
}
