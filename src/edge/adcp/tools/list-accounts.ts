import { z } from "zod";
import { readDeclaredAccounts } from "../../../supply/callers/index.ts";
import { toAdcpAccount } from "../words/account.ts";
import { Pagination, pageOf } from "../words/page.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  status: z.string().optional(),
  sandbox: z.boolean().optional(),
  pagination: Pagination,
});

export const listAccounts = tool({
  name: "list_accounts",
  title: "Your accounts here",
  description:
    "The accounts that you have declared with sync_accounts. A buy may name one by its id, or by brand and operator.",
  input: Input,
  async answer({ status, sandbox, pagination: asked }, { door }) {
    const all = await readDeclaredAccounts(door.caller);
    const wanted = all.filter(
      (account) =>
        (sandbox === undefined || account.sandbox === sandbox) && (status === undefined || account.status === status),
    );
    const { page, pagination } = pageOf(wanted, asked, ({ accountId }) => accountId);
    return completed({ accounts: page.map(toAdcpAccount), pagination });
  },
});
