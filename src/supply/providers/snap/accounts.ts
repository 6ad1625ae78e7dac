import type { ListedAccount } from "../contract/account.ts";
import { ok } from "../contract/provider-error.ts";
import { isZone } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt, truthAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readItems, readSnap } from "./errors.ts";
import { nextPage, snapRequest } from "./requests.ts";

interface Listing {
  readonly accounts: readonly ListedAccount[];
  readonly next: string | null;
}

/** Lists organisations, which only group accounts, and their ad accounts, under which one can buy. */
export const snapAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  () => [
    {
      request: (_, { next }) =>
        (next === null ? undefined : nextPage(next)) ??
        snapRequest("GET", "/me/organizations", "read", {
          query: [
            ["with_ad_accounts", "true"],
            ["limit", "50"],
          ],
        }),
      read(reply, { accounts }) {
        const items = readItems(reply, "organizations", "organization");
        if (!items.ok) return items;
        const body = readSnap(reply);
        const next = (body.ok && textAt(body.value, "paging", "next_link")) || null;
        const known = { accounts: [...accounts, ...items.value.flatMap(accountsOf)], next };
        return ok({ known, again: next !== null && nextPage(next) !== undefined });
      },
    },
  ],
  () => ({ accounts: [], next: null }),
  ({ accounts }) => accounts,
);

function accountsOf(organization: Lossless): ListedAccount[] {
  const id = textAt(organization, "id");
  if (id === undefined) return [];
  const name = textAt(organization, "name") ?? null;
  const group: ListedAccount = {
    externalAccountId: id,
    name,
    advertiser: null,
    currency: null,
    timeZone: null,
    country: textAt(organization, "country") ?? null,
    status: "active",
    rawStatus: null,
    type: "organization",
    parentExternalId: null,
    parentName: null,
  };
  const own = listAt(organization, "ad_accounts").flatMap((entry) => adAccountOf(entry, id, name) ?? []);
  return [group, ...own];
}

function adAccountOf(entry: Lossless, parentExternalId: string, parentName: string | null): ListedAccount | undefined {
  const id = textAt(entry, "id");
  if (id === undefined) return undefined;
  const rawStatus = textAt(entry, "status") ?? null;
  const zone = textAt(entry, "timezone");
  const currency = textAt(entry, "currency");
  return {
    externalAccountId: id,
    name: textAt(entry, "name") ?? null,
    advertiser: textAt(entry, "advertiser") ?? null,
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : null,
    timeZone: zone !== undefined && isZone(zone) ? zone : null,
    country: textAt(entry, "country") ?? null,
    status: listAt(entry, "funding_source_ids").length === 0 ? "payment_required" : statusOf(rawStatus),
    rawStatus,
    type: "advertiser",
    parentExternalId,
    parentName,
    ...(truthAt(entry, "test") && { test: true as const }),
  };
}

/** An unknown status means that a person has to check, and that nothing is sold. */
function statusOf(raw: string | null): ListedAccount["status"] {
  if (raw === "ACTIVE") return "active";
  if (raw === "PENDING") return "pending_approval";
  return raw === "CLOSED" || raw === "DELETED" ? "closed" : "suspended";
}
