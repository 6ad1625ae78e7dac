import type { Context } from "../../ground/kernel/context.ts";
import { inTransaction } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { openConsoleLink } from "../../platform/sign-in/index.ts";
import type { SandboxFile } from "../sandbox/sandbox-file.ts";
import type { Started } from "../start.ts";

/** One line for each desk of a sandbox, with a link that signs in there and opens the console. Each link works once. */
export async function consoleLinksOf({ host }: Pick<Started, "host">, sandbox: SandboxFile): Promise<string> {
  const { seller, buyer, operator } = sandbox;
  const links = async (ctx: Context) => [
    `  seller        ${await openConsoleLink(ctx, seller.customerId)}`,
    `  buyer         ${await openConsoleLink(ctx, buyer.customerId)}`,
    `  operator      ${await openConsoleLink(ctx, operator.customerId)}`,
  ];
  return (await inTransaction(host, NOBODY, "start", "write", links, "installation")).join("\n");
}
