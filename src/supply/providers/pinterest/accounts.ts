import type { ListedAccount } from "../contract/account.ts";
import type { ProviderRequest } from "../contract/http.ts";
import { ok } from "../contract/provider-error.ts";
import { currencyOf, organizationRow } from "../kit/listed.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readPage } from "./errors.ts";
import { pinterestList } from "./requests.ts";

interface Listing {
  readonly accounts: readonly ListedAccount[];
  readonly next: ProviderRequest | null;
}

const FIRST = pinterestList("/ad_accounts", [["include_shared_accounts", "true"]]);

/** Lists ad accounts, with the owners that group them. */
export const pinterestAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  () => [
    {
      request: (_, { next }) => next ?? FIRST,
      read(reply, { accounts, next: asked }) {
        const listed = readPage(reply, asked ?? FIRST);
        if (!listed.ok) return listed;
        const { items, next } = listed.value;
        const rows = [...accounts, ...items.flatMap(rowsOf)].map((row) => [row.externalAccountId, row] as const);
        return ok({ known: { accounts: [...new Map(rows).values()], next }, again: next !== null });
      },
    },
  ],
  () => ({ accounts: [], next: null }),
  ({ accounts }) => accounts,
);

/** The roles that may create campaigns [S]; read-only roles cannot buy. */
const BUYING = new Set(["OWNER", "ADMIN", "CAMPAIGN_MANAGER"]);

function rowsOf(raw: Lossless): ListedAccount[] {
  const id = textAt(raw, "id");
  if (id === undefined) return [];
  const [ownerId, ownerName] = [textAt(raw, "owner", "id"), textAt(raw, "owner", "username") ?? null];
  const permissions = listAt(raw, "permissions").flatMap((one) => textAt(one) ?? []);
  const account: ListedAccount = {
    externalAccountId: id,
    name: textAt(raw, "name") ?? null,
    advertiser: ownerName,
    currency: currencyOf(textAt(raw, "currency")),
    // An account's days are in UTC, wherever it is.
    timeZone: "UTC",
    country: textAt(raw, "country") ?? null,
    status: permissions.some((one) => BUYING.has(one)) ? "active" : "suspended",
    rawStatus: permissions.join(" ") || null,
    type: "advertiser",
    parentExternalId: ownerId ?? null,
    parentName: ownerName,
  };
  return ownerId === undefined ? [account] : [organizationRow(ownerId, ownerName), account];
}
