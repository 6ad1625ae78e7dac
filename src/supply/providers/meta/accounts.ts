import type { ListedAccount } from "../contract/account.ts";
import type { ProviderRequest } from "../contract/http.ts";
import { ok } from "../contract/provider-error.ts";
import { currencyOf, identityRow, organizationRow, zoneOf } from "../kit/listed.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readMetaList } from "./errors.ts";
import { metaList } from "./requests.ts";

interface Listing {
  readonly accounts: readonly ListedAccount[];
  readonly next: ProviderRequest | null;
}

const FIELDS = "id,account_id,name,account_status,currency,timezone_name,business";

export const PAGES = metaList("/me/accounts", "id,name");

/** Lists ad accounts with the businesses to which they belong, and the Pages under which ads appear. */
export const metaAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  () => [
    paged(metaList("/me/adaccounts", FIELDS), (raw) => [...businessOf(raw), ...accountOf(raw)]),
    paged(PAGES, (raw) => {
      const id = textAt(raw, "id");
      return id === undefined ? [] : [identityRow(id, textAt(raw, "name") ?? null)];
    }),
  ],
  () => ({ accounts: [], next: null }),
  ({ accounts }) => accounts,
);

function paged(first: ProviderRequest, rowsOf: (raw: Lossless) => readonly ListedAccount[]): Link<null, Listing> {
  return {
    request: (_, { next }) => next ?? first,
    read(reply, { accounts }) {
      const listed = readMetaList(reply);
      if (!listed.ok) return listed;
      const { items, next } = listed.value;
      const known = new Map(
        [...accounts, ...items.flatMap(rowsOf)].map((account) => [account.externalAccountId, account]),
      );
      return ok({ known: { accounts: [...known.values()], next }, again: next !== null });
    },
  };
}

function businessOf(raw: Lossless): ListedAccount[] {
  const id = textAt(raw, "business", "id");
  return id === undefined ? [] : [organizationRow(id, textAt(raw, "business", "name") ?? null)];
}

function accountOf(raw: Lossless): ListedAccount[] {
  const id = textAt(raw, "account_id");
  if (id === undefined) return [];
  const rawStatus = textAt(raw, "account_status") ?? null;
  const parentName = textAt(raw, "business", "name") ?? null;
  return [
    {
      externalAccountId: id,
      name: textAt(raw, "name") ?? null,
      advertiser: parentName,
      currency: currencyOf(textAt(raw, "currency")),
      timeZone: zoneOf(textAt(raw, "timezone_name")),
      country: null,
      // An unknown number means that a person has to check, and that nothing is sold.
      status: STATUSES[rawStatus ?? ""] ?? "suspended",
      rawStatus,
      type: "advertiser",
      parentExternalId: textAt(raw, "business", "id") ?? null,
      parentName,
    },
  ];
}

/** Active, disabled, unsettled, pending review, in grace period, pending closure, temporarily unavailable [O]. */
const STATUSES: Readonly<Record<string, ListedAccount["status"]>> = {
  "1": "active",
  "2": "suspended",
  "3": "payment_required",
  "7": "pending_approval",
  "9": "active",
  "100": "closed",
  "101": "suspended",
};
