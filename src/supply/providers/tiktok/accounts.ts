import type { ListedAccount } from "../contract/account.ts";
import { ok } from "../contract/provider-error.ts";
import { currencyOf, zoneOf } from "../kit/listed.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readTiktok } from "./errors.ts";
import { APPLICATION } from "./oauth.ts";
import { tiktokGet } from "./requests.ts";

interface Listing {
  readonly ids: readonly string[];
  readonly accounts: readonly ListedAccount[];
}

/** How many accounts one answer describes. */
const MOST_ASKED = 100;

/** The application's secret is in the query [S]; the host fills it in, and shows it nowhere. */
const granted: Link<null, Listing> = {
  request: () => ({ ...tiktokGet("oauth2/advertiser/get", {}), query: APPLICATION, sensitive: true }),
  read(reply, known) {
    const body = readTiktok(reply);
    if (!body.ok) return body;
    const ids = listAt(body.value, "data", "list").flatMap((one) => textAt(one, "advertiser_id") ?? []);
    return ok({ known: { ...known, ids } });
  },
};

const described: Link<null, Listing> = {
  request: (_, { ids, accounts }) =>
    tiktokGet("advertiser/info", { advertiser_ids: ids.slice(accounts.length, accounts.length + MOST_ASKED) }),
  read(reply, { ids, accounts }) {
    const body = readTiktok(reply);
    if (!body.ok) return body;
    const entries = new Map(
      listAt(body.value, "data", "list").map((one) => [textAt(one, "advertiser_id"), one] as const),
    );
    const asked = ids.slice(accounts.length, accounts.length + MOST_ASKED);
    const known = { ids, accounts: [...accounts, ...asked.map((id) => accountOf(id, entries.get(id) ?? null))] };
    return ok({ known, again: known.accounts.length < ids.length });
  },
};

/** Lists the accounts that the person selected when consenting, with their properties. */
export const tiktokAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  (_, { ids }) => (ids.length === 0 ? [granted] : [granted, described]),
  () => ({ ids: [], accounts: [] }),
  ({ accounts }) => accounts,
);

function accountOf(externalAccountId: string, entry: Lossless): ListedAccount {
  const rawStatus = textAt(entry, "status") ?? null;
  const name = textAt(entry, "name") ?? null;
  return {
    externalAccountId,
    name,
    advertiser: textAt(entry, "company") ?? name,
    currency: currencyOf(textAt(entry, "currency")),
    timeZone: zoneOf(textAt(entry, "timezone")),
    country: textAt(entry, "country") ?? null,
    status: STATUSES[rawStatus ?? ""] ?? "suspended",
    rawStatus,
    type: "advertiser",
    parentExternalId: null,
    parentName: null,
  };
}

/** The values are [K]. An unknown value means that a person has to check, and that nothing is sold. */
const STATUSES: Readonly<Record<string, ListedAccount["status"]>> = {
  STATUS_ENABLE: "active",
  STATUS_DISABLE: "closed",
  STATUS_LIMIT: "payment_required",
  STATUS_PENDING_CONFIRM: "pending_approval",
  STATUS_PENDING_VERIFIED: "pending_approval",
  STATUS_WAIT_FOR_BPM_AUDIT: "pending_approval",
  STATUS_CONTRACT_PENDING: "pending_approval",
  STATUS_SELF_SERVICE_UNAUDITED: "pending_approval",
  STATUS_CONFIRM_FAIL: "rejected",
  STATUS_CONFIRM_FAIL_END: "rejected",
};
