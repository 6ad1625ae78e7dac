import { inTransaction } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { offerSetUp } from "../../platform/sign-in/set-up/index.ts";
import { readSandboxFile } from "../sandbox/sandbox-file.ts";
import type { Settings } from "../settings.ts";
import type { Started } from "../start.ts";
import { consoleLinksOf } from "./console-links.ts";

/**
 * Prints the links that open the console: in a sandbox one for each console, in a market one for the first operator as long as there is
 * none. They work only once, so they are printed to the terminal and never logged.
 */
export async function printSignInLinks(started: Started, { dataFolder, installation }: Settings): Promise<void> {
  if (installation.sandbox) {
    const sandbox = await readSandboxFile(dataFolder);
    if (sandbox)
      console.log(`\nThe console, signed in (each link works once):\n${await consoleLinksOf(started, sandbox)}\n`);
    return;
  }
  const link = await inTransaction(started.host, NOBODY, "start", "write", offerSetUp, "installation");
  if (link === undefined) return;
  const whom = installation.operatorEmail ?? "whoever opens it";
  console.log(
    `\nNobody runs this installation yet. This link makes ${whom} its first operator, once, within a day:\n\n  ${link}\n`,
  );
}
