import type { ListedAccount } from "../contract/account.ts";
import { isZone } from "./days.ts";

const NOBODY = { advertiser: null, currency: null, timeZone: null, country: null, rawStatus: null } as const;

/** A row that groups accounts, and is never bought under. */
export function organizationRow(externalAccountId: string, name: string | null): ListedAccount {
  return {
    ...NOBODY,
    externalAccountId,
    name,
    status: "active",
    type: "organization",
    parentExternalId: null,
    parentName: null,
  };
}

/** A row that ads speak as: a page, a profile. */
export function identityRow(externalAccountId: string, name: string | null): ListedAccount {
  return { ...organizationRow(externalAccountId, name), type: "publisher_identity" };
}

/** Null for what is no code of a currency. */
export function currencyOf(text: string | undefined): string | null {
  return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : null;
}

/** Null for values that are not times. */
export function zoneOf(text: string | undefined): string | null {
  return text !== undefined && isZone(text) ? text : null;
}
