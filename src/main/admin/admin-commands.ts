import { type Command, Option } from "commander";
import type { CustomerKind, MemberRole } from "../../ground/kernel/viewer.ts";
import { addOrganisation } from "../add-organisation.ts";
import { openLog } from "../log.ts";
import { resealSecrets } from "../reseal/reseal.ts";
import { loadSettings } from "../settings.ts";
import { type Started, start } from "../start.ts";
import { addAuditCommands } from "./audit-commands.ts";
import { addBackupCommands } from "./backup-commands.ts";
import { addKeyCommands } from "./key-commands.ts";
import { addOrganisationCommands } from "./organisation-commands.ts";
import { addPlatformCommands } from "./platform-commands.ts";

/** Commands that an operator runs on the installation's machine, which need no API key. */
export function addAdminCommands(program: Command): void {
  addInstallationCommands(program);
  addKeyCommands(program, within);
  addAuditCommands(program, within);
  addPlatformCommands(program, within);
  addOrganisationCommands(program, within);
  addBackupCommands(program);
}

function addInstallationCommands(program: Command): void {
  program
    .command("add-organisation")
    .description(
      "adds an organisation with its first member, and prints that member's API key, which is shown only once",
    )
    .argument("<company>", "its name")
    .requiredOption("--email <address>", "the first member's e-mail address")
    .addOption(
      new Option("--kind <kind>", "its side of the market")
        .choices(["BUYER", "SELLER", "OPERATOR"])
        .makeOptionMandatory(),
    )
    .option("--domain <domain>", "its domain, e.g. acme.com")
    .option("--sandbox", "a sandbox organisation: simulated sellers, and a clock that can be advanced", false)
    .action((company: string, { email, kind, domain, sandbox }: AddOptions) =>
      within(async (started) => {
        const role: MemberRole = kind === "OPERATOR" ? "SUPER_ADMIN" : "ADMIN";
        const { customerId, key } = await addOrganisation(started, {
          kind,
          company,
          email,
          domain: domain ?? null,
          role,
          sandbox,
        });
        console.log(`${kind.toLowerCase()} ${customerId}, ${company}\n${key}`);
      }),
    );

  program
    .command("migrate")
    .description("migrates the database to this release's schema, as the owner in DATABASE_OWNER_URL, and exits")
    .action(() => within(async () => console.log("the database has this release's schema")));

  program
    .command("reseal-secrets")
    .description(
      "re-encrypts every stored secret with the current vault key, after you have put a new one first in INTERCHANGE_VAULT_KEY",
    )
    .action(() =>
      within(async ({ database, host }) => {
        console.log(
          `${await resealSecrets(database, host.vault)} secrets were encrypted with an older key, and now use the current one`,
        );
      }),
    );
}

interface AddOptions {
  readonly email: string;
  readonly kind: CustomerKind;
  readonly domain?: string;
  readonly sandbox: boolean;
}

async function within(work: (started: Started) => Promise<void>): Promise<void> {
  const settings = loadSettings();
  const started = await start(settings, openLog({ ...settings.log, level: "error" }));
  try {
    await work(started);
  } finally {
    await started.close();
  }
}
