import type { ListedAccount } from "../contract/account.ts";
import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import { ok, type Result } from "../contract/provider-error.ts";
import { currencyOf, organizationRow, zoneOf } from "../kit/listed.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readPage } from "./errors.ts";
import { redditGet } from "./requests.ts";

interface Listing {
  readonly businesses: readonly ListedAccount[];
  readonly accounts: readonly ListedAccount[];
  readonly next: ProviderRequest | null;
}

/** Lists businesses, which only group accounts, and their ad accounts, under which one can buy. */
export const redditAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  (_, { businesses }) => [
    {
      request: (__, { next }) => next ?? redditGet("/me/businesses"),
      read: (reply, known) =>
        paged(reply, known, (items) => ({ businesses: [...known.businesses, ...items.flatMap(businessOf)] })),
    },
    ...businesses.map(
      (business): Link<null, Listing> => ({
        request: (__, { next }) =>
          next ?? redditGet(`/businesses/${encodeURIComponent(business.externalAccountId)}/ad_accounts`),
        read: (reply, known) =>
          paged(reply, known, (items) => ({
            accounts: [...known.accounts, ...items.flatMap((raw) => accountOf(raw, business))],
          })),
      }),
    ),
  ],
  () => ({ businesses: [], accounts: [], next: null }),
  ({ businesses, accounts }) => [...businesses, ...accounts],
);

function paged(
  reply: ProviderReply,
  known: Listing,
  take: (items: readonly Lossless[]) => Partial<Listing>,
): Result<{ readonly known: Listing; readonly again: boolean }> {
  const listed = readPage(reply);
  if (!listed.ok) return listed;
  const { items, next } = listed.value;
  return ok({ known: { ...known, ...take(items), next }, again: next !== null });
}

function businessOf(raw: Lossless): ListedAccount[] {
  const id = textAt(raw, "id");
  return id === undefined ? [] : [organizationRow(id, textAt(raw, "name") ?? null)];
}

function accountOf(raw: Lossless, business: ListedAccount): ListedAccount[] {
  const id = textAt(raw, "id");
  if (id === undefined) return [];
  const rawStatus = textAt(raw, "admin_approval") ?? null;
  return [
    {
      externalAccountId: id,
      name: textAt(raw, "name") ?? null,
      advertiser: business.name,
      currency: currencyOf(textAt(raw, "currency")),
      timeZone: zoneOf(textAt(raw, "time_zone_id")),
      country: null,
      // An unknown value means that a person has to check, and that nothing is sold.
      status: STATUSES[rawStatus ?? ""] ?? "suspended",
      rawStatus,
      type: "advertiser",
      parentExternalId: business.externalAccountId,
      parentName: business.name,
    },
  ];
}

/** By `admin_approval` [T]. */
const STATUSES: Readonly<Record<string, ListedAccount["status"]>> = {
  VALID: "active",
  TRUSTED: "active",
  PENDING: "pending_approval",
  NEEDS_ID_VERIFICATION: "pending_approval",
  SUSPENDED: "suspended",
  BANNED: "rejected",
};
