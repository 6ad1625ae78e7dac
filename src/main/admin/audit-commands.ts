import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import {
  auditKeyOf,
  disagreementsOfInstallation,
  listHeadsOfAllCustomers,
  makeCheckpointOfInstallation,
  readCheckpoints,
  verifyChain,
} from "../../platform/audit/index.ts";
import type { Started } from "../start.ts";

type RunCommand = (work: (started: Started) => Promise<void>) => Promise<void>;

/** An operator's commands for the audit logs, run on the installation's machine. */
export function addAuditCommands(program: Command, within: RunCommand): void {
  const audit = program
    .command("audit")
    .description("checks every organisation's audit log, and creates checkpoints of the logs");
  audit
    .command("verify")
    .description(
      "verifies every audit log, and compares them with stored checkpoints; the exit code is 1 if a check fails",
    )
    .option("--checkpoints <file>", "a file of checkpoints; by default the one in AUDIT_CHECKPOINTS")
    .action(({ checkpoints }: { checkpoints?: string }) => within((started) => verify(started, checkpoints)));
  audit
    .command("checkpoint")
    .description("prints a checkpoint of every log in its current state, one per line, to be stored elsewhere")
    .action(() =>
      within(async ({ database, host }) => {
        const key = auditKeyOf(host.vault);
        const made = await database.readInstallation((db) => makeCheckpointOfInstallation(db, key, host.clock.now()));
        console.log(JSON.stringify(made));
      }),
    );
}

async function verify({ database, host }: Started, asked: string | undefined): Promise<void> {
  const key = auditKeyOf(host.vault);
  const kept = await checkpointsIn(asked ?? ownFile(host.installation.auditCheckpoints), asked !== undefined);
  const complaints = await database.readInstallation(async (db) => {
    const found: string[] = [];
    const heads = await listHeadsOfAllCustomers(db);
    for (const { customerId } of heads) {
      const { brokenAt } = await verifyChain(db, key, customerId);
      if (brokenAt !== null) found.push(`organisation ${customerId}: the log is not intact from entry ${brokenAt} on`);
    }
    for (const checkpoint of kept) found.push(...(await disagreementsOfInstallation(db, key, checkpoint)));
    console.log(`${heads.length} logs and ${kept.length} checkpoints checked`);
    return found;
  });
  for (const complaint of new Set(complaints)) console.log(complaint);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log("every log is intact");
}

function ownFile(place: Started["host"]["installation"]["auditCheckpoints"]): string | undefined {
  return place?.kind === "file" ? place.path : undefined;
}

async function checkpointsIn(file: string | undefined, asked: boolean) {
  if (file === undefined || (!asked && !existsSync(file))) return [];
  return readCheckpoints(await readFile(file, "utf8"));
}
