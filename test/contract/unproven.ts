import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicError } from "../../src/ground/kernel/errors.ts";
import type { Operation } from "../../src/ground/kernel/operation.ts";
import { operations } from "../../src/main/areas.ts";

/** Outcomes that an operation declares, but that no test of a complete run has provoked: `getCampaign 404 NOT_FOUND`. */
export function unproven(folder: string): string[] {
  const seen = new Set(
    readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n")),
  );
  const succeeded = new Set([...seen].filter((one) => / 2\d\d $/.test(one)).map((one) => one.split(" ")[0]));
  const silent = operations.filter(({ id }) => !succeeded.has(id)).map(({ id }) => `${id} success`);
  const unprovoked = operations.flatMap(outcomesOf).filter((outcome) => !seen.has(outcome));
  return [...silent, ...new Set(unprovoked)].sort();
}

/** The refusals that an operation itself declares; the isolation matrix tests the common ones for all operations. */
function outcomesOf({ id, errors = [] }: Operation): string[] {
  return errors.map((one) => {
    const { status, code } = Reflect.construct(one, ["", {}]) as PublicError;
    return [id, status, code].join(" ");
  });
}
