import { z } from "zod";
import type { SellerError } from "../../../ground/seller-agent/index.ts";
import { declareAccount, type NaturalKey } from "../../../supply/callers/index.ts";
import { acceptedOnce } from "../../../supply/callers/repeats/index.ts";
import { SyncedAccountsAnswer } from "../answers/accounts.ts";
import { refusedBilling } from "../callers/refused-billing.ts";
import { refused, toAdcpError } from "../protocol/failure.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { NotificationConfigs, objectionsTo } from "../subscribers/requested-subscribers.ts";
import { subscribeAccount } from "../subscribers/subscribe-account.ts";
import {
  AccountRef,
  Brand,
  Domain,
  fromAdcpAccount,
  fromAdcpNaturalKey,
  toAdcpAccount,
  toAdcpBrand,
} from "../words/account.ts";
import { noteOfRows } from "./audited.ts";
import { completed, IdempotencyKey, tool } from "./tool.ts";

const Entry = z.object({
  account: AccountRef.optional().describe("One of your accounts, to change its terms"),
  brand: Brand.optional(),
  operator: Domain.optional(),
  sandbox: z.boolean().optional(),
  billing: z
    .string()
    .max(100)
    .optional()
    .describe("Who is invoiced: one of account.supported_billing in the capabilities"),
  payment_terms: z.string().max(100).optional(),
  notification_configs: NotificationConfigs,
});

const Input = z.object({
  idempotency_key: IdempotencyKey,
  accounts: z.array(Entry).min(1).max(100),
  dry_run: z.boolean().default(false),
});

type SyncedAccount = z.output<typeof SyncedAccountsAnswer>["accounts"][number];

export const syncAccounts = tool({
  name: "sync_accounts",
  title: "Declare accounts",
  description:
    "Declares the brands, with their operators, for which you buy here. Declaring the same one again does not " +
    "create a second account.",
  input: Input,
  answer: SyncedAccountsAnswer,
  refs: { "accounts.account.account_id": "declaredAccount" },
  isTrial: ({ dry_run }) => dry_run,
  audit: {
    action: "UPDATE",
    resource: "BUYER_ACCOUNT",
    note: (_, { accounts }) => noteOfRows(accounts as readonly SyncedAccount[], ({ account_id }) => account_id),
  },
  async handle({ accounts, dry_run: dryRun, idempotency_key: idempotencyKey }, requestContext) {
    const { resolved, requestHash } = requestContext;
    const check = async () => {
      const { supportedBillings } = await resolved.agent.capabilities(sellerCall(requestContext, undefined));
      return accounts.map((entry, position) =>
        objectionsIn(entry, pathOf(position), supportedBillings, requestContext),
      );
    };
    const request = { idempotencyKey, requestHash };
    const objections = await (dryRun ? check() : acceptedOnce(resolved.caller, request, check));
    const rows: object[] = [];
    for (const [position, entry] of accounts.entries()) {
      const how = { path: pathOf(position), objections: objections[position] ?? [], dryRun };
      rows.push(await declare(entry, how, requestContext));
    }
    return completed({ accounts: rows, ...(dryRun && { dry_run: dryRun }) });
  },
});

function pathOf(position: number): string {
  return `accounts[${position}]`;
}

function objectionsIn(
  { billing, notification_configs: configs }: z.output<typeof Entry>,
  path: string,
  billings: readonly string[],
  requestContext: AdcpRequestContext,
): readonly SellerError[] {
  const refusal = refusedBilling(billing ?? null, billings, `${path}.billing`, requestContext);
  if (refusal) return [refusal];
  return configs ? objectionsTo(configs, requestContext) : [];
}

interface Declaration {
  readonly path: string;
  readonly objections: readonly SellerError[];
  readonly dryRun: boolean;
}

async function declare(
  entry: z.output<typeof Entry>,
  { path, objections, dryRun }: Declaration,
  requestContext: AdcpRequestContext,
) {
  const key = await keyOf(entry, path, requestContext);
  const { billing = null, payment_terms: paymentTerms = null, notification_configs: configs } = entry;
  if (objections.length > 0) return failed(key, objections);
  const { account, action } = await declareAccount(
    requestContext.resolved.caller,
    key,
    { billing, paymentTerms },
    dryRun,
  );
  const { advertiser: _, ...row } = toAdcpAccount(account);
  if (!configs) return { ...row, action };
  const subscribed = await subscribeAccount(account.accountId, configs, dryRun, requestContext);
  if (subscribed.kind === "refused") return { ...failed(key, subscribed.errors), account_id: account.accountId };
  const done = action === "unchanged" && subscribed.isChanged ? "updated" : action;
  return { ...row, action: done, notification_configs: subscribed.configs };
}

function failed(key: NaturalKey, errors: readonly SellerError[]) {
  const { operator } = key;
  return { brand: toAdcpBrand(key), operator, action: "failed", status: "rejected", errors: errors.map(toAdcpError) };
}

async function keyOf(
  { account, brand, operator, sandbox }: z.output<typeof Entry>,
  path: string,
  requestContext: AdcpRequestContext,
) {
  const known = await fromAdcpAccount(account, requestContext);
  if (known) return known;
  if (brand && operator !== undefined)
    return fromAdcpNaturalKey({ brand, operator, sandbox: sandbox ?? requestContext.viewer.sandbox }, requestContext);
  throw refused("INVALID_REQUEST", `${path}: name its brand and operator, or one of your accounts`, path);
}
