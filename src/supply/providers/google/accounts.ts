import type { ListedAccount } from "../contract/account.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { isZone } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { listAt, textAt, truthAt } from "../kit/read.ts";
import { sequence } from "../kit/sequence.ts";
import { readGoogle } from "./errors.ts";
import { googleRequest, lastIdIn, readPage, searchAt } from "./requests.ts";

/** A customer whose own row and clients are to be listed, and the root customer to which the user has access. */
interface Branch {
  readonly id: string;
  readonly root: string;
}

interface Walk {
  /** Null until the list of root customers has been requested. */
  readonly queue: readonly Branch[] | null;
  readonly page: string | null;
  readonly accounts: readonly ListedAccount[];
}

const FIELDS = ["id", "descriptive_name", "currency_code", "time_zone", "manager", "level", "status", "test_account"];
const QUERY = `SELECT ${FIELDS.map((field) => `customer_client.${field}`).join(", ")} FROM customer_client WHERE customer_client.level <= 1`;

/**
 * Walks down the tree of managers, one level at a time, from the customers to which the user has access. Managers only
 * group accounts; their clients can be bought under, and are accessed through the root.
 */
export const googleAccounts = sequence<null, Walk, readonly ListedAccount[]>(
  () => [
    {
      request(_, { queue, page }) {
        const [branch] = queue ?? [];
        if (!branch) return googleRequest("GET", "/customers:listAccessibleCustomers", {}, { effect: "read" });
        return searchAt({ customerId: branch.id, loginCustomerId: branch.root }, QUERY, page ?? undefined);
      },
      read(reply, walk) {
        const [branch, ...rest] = walk.queue ?? [];
        if (!branch) {
          const roots = rootsIn(readGoogle(reply));
          return roots.ok ? ok({ known: { ...walk, queue: roots.value }, again: roots.value.length > 0 }) : roots;
        }
        const found = readPage(reply);
        if (!found.ok) {
          // A closed customer is still in the list of those to which the user has access.
          if (found.error.kind !== "permission") return found;
          const accounts = withClosed(walk.accounts, branch, found.error.provider.code ?? null);
          return ok({ known: { queue: rest, page: null, accounts }, again: rest.length > 0 });
        }
        const { rows, next } = found.value;
        const known = rows.reduce<Walk>((before, row) => add(before, branch, row), walk);
        const queue = next === undefined ? (known.queue ?? []).slice(1) : known.queue;
        return ok({ known: { ...known, queue, page: next ?? null }, again: (queue ?? []).length > 0 });
      },
    },
  ],
  () => ({ queue: null, page: null, accounts: [] }),
  ({ accounts }) => accounts,
);

function rootsIn(body: Result<Lossless>): Result<readonly Branch[]> {
  if (!body.ok) return body;
  const names = listAt(body.value, "resourceNames").flatMap((name) => textAt(name) ?? []);
  if (!Array.isArray(body.value) && names.length === 0 && textAt(body.value, "resourceNames") === undefined)
    return typeof body.value === "object" && body.value !== null && Object.keys(body.value).length === 0
      ? ok([])
      : failed(fault("unreadable", "Google's answer does not list any customers"));
  return ok(names.map((name) => ({ id: lastIdIn(name), root: lastIdIn(name) })));
}

function add(walk: Walk, branch: Branch, row: Lossless): Walk {
  const id = textAt(row, "customerClient", "id");
  if (id === undefined) return walk;
  const isSelf = id === branch.id;
  const known = walk.accounts.find(({ externalAccountId }) => externalAccountId === id);
  const parent = isSelf ? undefined : walk.accounts.find((one) => one.externalAccountId === branch.id);
  const parentOf = { parentExternalId: isSelf ? null : branch.id, parentName: parent?.name ?? null };
  if (known) {
    // If an account can be accessed directly, direct access is used, but its manager is recorded too.
    const adopted = isSelf || known.parentExternalId !== null ? known : { ...known, ...parentOf };
    return { ...walk, accounts: walk.accounts.map((one) => (one === known ? adopted : one)) };
  }
  const account = { ...accountIn(row, id, branch.root), ...parentOf };
  const goesOn = !isSelf && account.type === "organization" && account.status === "active";
  const isQueued = walk.queue?.some((one) => one.id === id) === true;
  return {
    ...walk,
    queue: goesOn && !isQueued ? [...(walk.queue ?? []), { id, root: branch.root }] : walk.queue,
    accounts: [...walk.accounts, account],
  };
}

const STATUSES: Readonly<Record<string, ListedAccount["status"]>> = {
  ENABLED: "active",
  CANCELED: "closed",
  CLOSED: "closed",
  SUSPENDED: "suspended",
};

function accountIn(row: Lossless, id: string, root: string): Omit<ListedAccount, "parentExternalId" | "parentName"> {
  const name = textAt(row, "customerClient", "descriptiveName") ?? null;
  const currency = textAt(row, "customerClient", "currencyCode");
  const zone = textAt(row, "customerClient", "timeZone");
  const isManager = truthAt(row, "customerClient", "manager");
  const rawStatus = textAt(row, "customerClient", "status") ?? null;
  return {
    externalAccountId: id,
    name,
    advertiser: isManager ? null : name,
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : null,
    timeZone: zone !== undefined && isZone(zone) ? zone : null,
    country: null,
    // An unknown status means that a person has to check, and that nothing is sold.
    status: STATUSES[rawStatus ?? ""] ?? "suspended",
    rawStatus,
    type: isManager ? "organization" : "advertiser",
    ...(truthAt(row, "customerClient", "testAccount") && { test: true as const }),
    ...(root !== id && { facts: { loginCustomerId: root } }),
  };
}

function withClosed(accounts: readonly ListedAccount[], { id }: Branch, rawStatus: string | null) {
  if (accounts.some(({ externalAccountId }) => externalAccountId === id)) return accounts;
  const nothing = { name: null, advertiser: null, currency: null, timeZone: null, country: null };
  const parent = { parentExternalId: null, parentName: null };
  const closed: ListedAccount = {
    externalAccountId: id,
    ...nothing,
    ...parent,
    status: "suspended",
    rawStatus,
    type: "advertiser",
  };
  return [...accounts, closed];
}
