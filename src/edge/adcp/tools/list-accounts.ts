import { z } from "zod";
import { readAccountByKey, readDeclaredAccounts } from "../../../supply/callers/index.ts";
import { readSubscribers } from "../../../supply/callers/subscribers/index.ts";
import { AccountsAnswer } from "../answers/accounts.ts";
import { toAdcpSubscriber } from "../subscribers/requested-subscribers.ts";
import { AccountRef, fromAdcpAccount, toAdcpAccount } from "../words/account.ts";
import { cursorAt, Pagination, pageAsked } from "../words/page.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  status: z.string().optional(),
  sandbox: z.boolean().optional(),
  account: AccountRef.optional().describe("Only this one"),
  pagination: Pagination,
});

export const listAccounts = tool({
  name: "list_accounts",
  title: "List your accounts",
  description:
    "The accounts that you declared with sync_accounts. A media buy refers to one by its id, or by brand and operator.",
  input: Input,
  answer: AccountsAnswer,
  refs: { "account.account_id": "declaredAccount" },
  async handle({ status, sandbox, account, pagination }, requestContext) {
    const { size, after } = pageAsked(pagination);
    const { caller } = requestContext.resolved;
    const key = await fromAdcpAccount(account, requestContext);
    // A caller in a sandbox does not have to mark its accounts.
    const isInSandbox = requestContext.viewer.sandbox || key?.sandbox;
    const one =
      key &&
      ((await readAccountByKey(caller, key)) ??
        (isInSandbox && (await readAccountByKey(caller, { ...key, sandbox: true }))));
    const found = await readDeclaredAccounts(caller, {
      status,
      sandbox,
      after,
      limit: size + 1,
      ...(account && { accountId: (one || undefined)?.accountId ?? "" }),
    });
    const page = found.slice(0, size);
    const more = found.length > size;
    const subscribers = await readSubscribers(
      caller,
      page.map(({ accountId }) => accountId),
    );
    return completed({
      accounts: page.map((one) => ({
        ...toAdcpAccount(one),
        notification_configs: (subscribers.get(one.accountId) ?? []).map(toAdcpSubscriber),
      })),
      pagination: { has_more: more, ...(more && { cursor: cursorAt(page.at(-1)?.accountId ?? "") }) },
    });
  },
});
