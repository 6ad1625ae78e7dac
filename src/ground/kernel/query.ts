import { z } from "zod";

/** `true`, `false`, `1` and `0`, as in a query string. */
export const queryBoolean = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0"])])
  .transform((value) => value === true || value === "true" || value === "1")
  .meta({ override: { type: "boolean" } });

/** A whole number in a query string; the error names the bound. */
export const wholeNumber = (what: string, min: number, max: number) =>
  z.coerce
    .number({ error: `${what} must be a whole number` })
    .int(`${what} must be a whole number`)
    .min(min, `${what} must be at least ${min}`)
    .max(max, `${what} must be at most ${max}`);

/** `take` and `skip`, with `limit` and `offset` as aliases (buyer contract a.7). */
export const takeSkip = {
  take: wholeNumber("take", 1, 250).optional(),
  skip: wholeNumber("skip", 0, 1_000_000).optional(),
  limit: wholeNumber("limit", 1, 250).optional(),
  offset: wholeNumber("offset", 0, 1_000_000).optional(),
};

export interface Page {
  readonly take: number;
  readonly skip: number;
}

interface PageParameters {
  readonly take?: number | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

const DEFAULT_TAKE = 50;

export function pageOf({ take, skip, limit, offset }: PageParameters): Page {
  return { take: take ?? limit ?? DEFAULT_TAKE, skip: skip ?? offset ?? 0 };
}

/** `limit` and `offset` within an endpoint's own bounds. */
export function limitOffset(most: number, byDefault: number) {
  return {
    limit: wholeNumber("limit", 1, most).default(byDefault),
    offset: wholeNumber("offset", 0, 1_000_000).default(0),
  };
}

/** The body of a limit/offset list; `nextOffset` is null if and only if `hasMore` is false (seed 002). */
export function itemsPage<T>(items: readonly T[], total: number, offset: number) {
  const next = offset + items.length;
  return { items: [...items], total, hasMore: next < total, nextOffset: next < total ? next : null };
}

/** A positive integer id, as a number or as the numeric string that other answers contain. */
export function integerId(what: string) {
  return z
    .union([z.int().positive(), z.string().regex(/^[1-9]\d{0,15}$/)], {
      error: `${what} must be a positive whole number`,
    })
    .transform(Number)
    .pipe(z.int().max(Number.MAX_SAFE_INTEGER));
}

/** A list in a query string, either repeated or separated by commas. */
export function queryList<T extends z.ZodType>(item: T) {
  const split = (value: unknown) =>
    typeof value === "string"
      ? value
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean)
      : value;
  return z.preprocess(split, z.array(item).max(100));
}
