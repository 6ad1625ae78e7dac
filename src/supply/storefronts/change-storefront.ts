import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import type { JobReference } from "../../ground/kernel/step.ts";
import { wantBrand } from "../../platform/brands/index.ts";
import { blockersOf } from "./readiness.ts";
import type { StorefrontChange } from "./schema.ts";
import { archiveStorefront as archive, findStorefrontOf, lockStorefrontOf, updateStorefront } from "./store.ts";
import { checkNotArchived, type Storefront, type StorefrontSettings } from "./storefront.ts";

const CurrencyChanged = z.object({ customerId: z.int() });

/** A reference to the job that handles a new settlement currency, which belongs to the area where amounts are added up. */
export const currencyChanged: JobReference<z.output<typeof CurrencyChanged>> = {
  name: "analytics.recount",
  input: CurrencyChanged,
};

/** The viewer's own storefront; throws `NotFound` if its organisation has none. */
export async function getOwnStorefront({ db, viewer }: Pick<Context, "db" | "viewer">): Promise<Storefront> {
  const storefront = await findStorefrontOf(db, viewer.customerId);
  if (!storefront) throw new NotFound("your organisation has no storefront yet: POST /api/v2/storefront");
  return storefront;
}

/** Locks the viewer's own storefront, for changes to it or within it; an archived storefront is refused. */
export async function lockOwnStorefront({ db, viewer }: Context): Promise<Storefront> {
  await lockStorefrontOf(db, viewer.customerId);
  const storefront = await getOwnStorefront({ db, viewer });
  checkNotArchived(storefront);
  return storefront;
}

/** Changes only what the body names. */
export async function changeStorefront(ctx: Context, change: StorefrontChange): Promise<Storefront> {
  const before = await lockOwnStorefront(ctx);
  const after = applyChange(before, change);
  if (before.isPaused && !after.isPaused) checkReady(after);
  await updateStorefront(ctx.db, ctx.viewer.customerId, after, ctx.now);
  if (after.operatorDomain !== null && after.operatorDomain !== before.operatorDomain)
    await wantBrand(ctx, after.operatorDomain);
  if (after.defaultCurrency !== before.defaultCurrency)
    await ctx.enqueue(currencyChanged, { customerId: ctx.viewer.customerId });
  return getOwnStorefront(ctx);
}

export async function archiveStorefront(ctx: Context): Promise<Storefront> {
  await lockOwnStorefront(ctx);
  await archive(ctx.db, ctx.viewer.customerId, ctx.now);
  return getOwnStorefront(ctx);
}

/** The storefront after the change; throws `Invalid` if the change contradicts itself. */
function applyChange(before: Storefront, change: StorefrontChange): Storefront {
  const { confirmOperatorDomainProfileReset: _consent, transacting: _open, plan: _plan, ...fields } = change;
  checkCountries(change);
  const after: Storefront = {
    ...before,
    ...heldByOperatorDomain(before, change),
    ...sent({ ...fields, capabilities: undefined }),
    capabilities: { ...before.capabilities, ...sent(change.capabilities ?? {}) },
    isPaused: pausedBy(change) ?? before.isPaused,
    ...countriesBy(change),
  };
  checkDemandContact(after);
  return withCurrencies(after, change);
}

/** Both fields say where briefs may come from, and setting one resets the other. */
export function checkCountries({ acceptedCountries, acceptsAllCountries }: CountryChange): void {
  if (acceptedCountries && acceptsAllCountries)
    throw new Invalid("acceptedCountries: every country is accepted already; send one of the two", {
      field: "acceptedCountries",
    });
}

/** Makes sure that the settlement currency is one of the accepted currencies. */
export function withCurrencies<S extends StorefrontSettings>(
  settings: S,
  { paymentCurrencies }: Pick<StorefrontChange, "paymentCurrencies">,
): S {
  const { defaultCurrency, paymentCurrencies: all } = settings;
  if (!defaultCurrency || all.length === 0 || all.includes(defaultCurrency)) return settings;
  if (!paymentCurrencies) return { ...settings, paymentCurrencies: [...all, defaultCurrency] };
  throw new Invalid(`paymentCurrencies: the default currency, ${defaultCurrency}, must be among them`, {
    field: "paymentCurrencies",
  });
}

type CountryChange = Pick<StorefrontChange, "acceptedCountries" | "acceptsAllCountries">;

function countriesBy({ acceptedCountries, acceptsAllCountries }: CountryChange): Partial<StorefrontSettings> {
  if (acceptsAllCountries) return { acceptedCountries: null };
  return acceptedCountries ? { acceptsAllCountries: false } : {};
}

function pausedBy({ isPaused, transacting }: StorefrontChange): boolean | undefined {
  if (isPaused !== undefined && transacting !== undefined && isPaused === transacting)
    throw new Invalid("transacting: it is the inverse of isPaused; send one of the two", { field: "transacting" });
  return isPaused ?? (transacting === undefined ? undefined : !transacting);
}

const CURATED = ["description", "channels", "membershipStatus", "website"] as const;

/**
 * A curated profile belongs to the operator for whom it was curated: with another domain, it has to be sent again or
 * given up.
 */
function heldByOperatorDomain(before: Storefront, change: StorefrontChange): Partial<StorefrontSettings> {
  const { operatorDomain, confirmOperatorDomainProfileReset } = change;
  if (!operatorDomain || !before.operatorDomain || operatorDomain === before.operatorDomain) return {};
  const lost = CURATED.filter((field) => change[field] === undefined && (before[field]?.length ?? 0) > 0);
  if (lost.length > 0 && !confirmOperatorDomainProfileReset)
    throw new Invalid(
      `operatorDomain: the new domain would clear ${lost.join(", ")}: send them again, or confirmOperatorDomainProfileReset: true`,
      { field: "operatorDomain", details: { wouldClear: lost } },
    );
  return { description: null, channels: [], membershipStatus: null, website: null };
}

function checkDemandContact({ demandContactName, demandContactEmail }: StorefrontSettings): void {
  if ((demandContactName === null) !== (demandContactEmail === null))
    throw new Invalid("demandContactEmail: name and e-mail of the contact are set together, and cleared together", {
      field: demandContactName === null ? "demandContactName" : "demandContactEmail",
    });
}

function checkReady(storefront: Storefront): void {
  const blockers = blockersOf(storefront);
  if (blockers.length === 0) return;
  const named = blockers.map(({ name, details }) => (details ? `${name} (${details})` : name)).join("; ");
  throw new InvalidState(`the storefront is not ready to open: ${named}`, {
    details: { blockers: blockers.map(({ id }) => id) },
  });
}

/** The fields that a body names; omitted fields are not part of a change. */
export function sent<T extends object>(body: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as never;
}
