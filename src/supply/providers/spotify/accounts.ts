import type { ListedAccount } from "../contract/account.ts";
import { ok } from "../contract/provider-error.ts";
import { currencyOf, organizationRow } from "../kit/listed.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { encoded, pageRequest, readPage } from "./requests.ts";

interface Listing {
  readonly businesses: readonly { readonly id: string; readonly name: string | null }[];
  readonly accounts: readonly ListedAccount[];
  readonly offset: number;
}

type ListLink = Link<null, Listing>;

const businesses: ListLink = {
  request: (_, { offset }) => pageRequest("/businesses", offset),
  read(reply, known) {
    const page = readPage(reply, "businesses");
    if (!page.ok) return page;
    const { items, next } = page.value;
    const listed = items.flatMap((one) => {
      const id = textAt(one, "id");
      return id === undefined ? [] : { id, name: textAt(one, "name") ?? null };
    });
    const all = [...known.businesses, ...listed];
    return ok({ known: { ...known, businesses: all, offset: next ?? 0 }, again: next !== null });
  },
};

function accountsUnder({ id, name }: Listing["businesses"][number]): ListLink {
  return {
    request: (_, { offset }) => pageRequest(`/businesses/${encoded(id)}/ad_accounts`, offset),
    read(reply, known) {
      const page = readPage(reply, "ad_accounts");
      if (!page.ok) return page;
      const { items, next } = page.value;
      const group = known.offset === 0 ? [organizationRow(id, name)] : [];
      const accounts = [...known.accounts, ...group, ...items.flatMap((one) => accountOf(one, id, name) ?? [])];
      return ok({ known: { ...known, accounts, offset: next ?? 0 }, again: next !== null });
    },
  };
}

/** Lists businesses, which only group accounts, and the ad accounts of each. */
export const spotifyAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  (_, known) => [businesses, ...known.businesses.map(accountsUnder)],
  () => ({ businesses: [], accounts: [], offset: 0 }),
  ({ accounts }) => accounts,
);

function accountOf(entry: Lossless, parentExternalId: string, parentName: string | null): ListedAccount | undefined {
  const id = textAt(entry, "id");
  if (id === undefined) return undefined;
  const rawStatus = textAt(entry, "status") ?? null;
  return {
    externalAccountId: id,
    name: textAt(entry, "name") ?? null,
    advertiser: parentName,
    currency: currencyOf(textAt(entry, "currency_code")),
    // An account has no time zone: its days are in UTC [S].
    timeZone: "UTC",
    country: textAt(entry, "country_code") ?? null,
    status: STATUSES[rawStatus ?? ""] ?? "suspended",
    rawStatus,
    type: "advertiser",
    parentExternalId,
    parentName,
  };
}

/** The values are [S], their meaning [K]. An unknown value means that a person has to check, and that nothing is sold. */
const STATUSES: Readonly<Record<string, ListedAccount["status"]>> = {
  ACTIVE: "active",
  INACTIVE: "suspended",
  GREY_LISTED: "pending_approval",
  PENDING_MARKET: "pending_approval",
  SUSPEND_LISTED: "suspended",
  BLACKLISTED: "rejected",
};
