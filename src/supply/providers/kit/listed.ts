import type { ListedAccount } from "../contract/account.ts";
import { isZone } from "./days.ts";

const NOBODY = { advertiser: null, currency: null, timeZone: null, country: null, rawStatus: null } as const;

/** A row that groups accounts and cannot be bought under. */
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

/** A row under whose name ads appear, such as a page or a profile. */
export function identityRow(externalAccountId: string, name: string | null): ListedAccount {
  return { ...organizationRow(externalAccountId, name), type: "publisher_identity" };
}

/** Null for a text that is not a currency code. */
export function currencyOf(text: string | undefined): string | null {
  return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : null;
}

/** Null for a text that is not a time zone. */
export function zoneOf(text: string | undefined): string | null {
  return text !== undefined && isZone(text) ? text : null;
}
