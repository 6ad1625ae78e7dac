import { join } from "node:path";
import type { Command } from "commander";
import { perform } from "../../ground/kernel/perform.ts";
import { auditKeyOf } from "../../platform/audit/index.ts";
import { findCustomer } from "../../platform/customers/index.ts";
import { eraseOrganisation, erasePerson, findPersonByAddressOfInstallation } from "../../platform/erasure/index.ts";
import { exportOrganisation } from "../archive/export-organisation.ts";
import { importOrganisation } from "../archive/import-organisation.ts";
import { loadSettings } from "../settings.ts";
import type { Started } from "../start.ts";

type RunCommand = (work: (started: Started) => Promise<void>) => Promise<void>;

/** Commands that add, export, import and remove organisations. */
export function addOrganisationCommands(program: Command, within: RunCommand): void {
  program
    .command("export-organisation")
    .description("writes an archive of everything that an organisation has here to a new folder, without secrets")
    .argument("<organisation>", "its number", Number)
    .argument("<folder>", "a folder that does not exist yet, or is empty")
    .action((customerId: number, folder: string) =>
      within(async ({ host }) => {
        const { tables, files, exportedAt } = await exportOrganisation(host, customerId, folder);
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        console.log(
          `${join(folder, "manifest.json")}\n${rows} rows of ${tables.length} tables and ${files.length} files as of ${exportedAt}; secrets are left out`,
        );
      }),
    );
  program
    .command("import-organisation")
    .description("imports an organisation's archive under its own ids, whole or not at all")
    .argument("<folder>", "the archive's folder")
    .action((folder: string) => within((started) => bringIn(started, folder)));
  program
    .command("erase-person")
    .description("erases a person from the installation: what must be kept of what they did names a pseudonym")
    .argument("<address>", "their e-mail address")
    .action((address: string) => within((started) => takeOutPerson(started, address)));
  program
    .command("erase-organisation")
    .description("erases an organisation, except for the records that the law wants kept; it cannot be restored")
    .argument("<organisation>", "its number", Number)
    .requiredOption("--confirm <company>", "its name, so that nobody does this by mistake")
    .action((customerId: number, { confirm }: { confirm: string }) =>
      within((started) => takeOutOrganisation(started, customerId, confirm)),
    );
}

async function takeOutPerson({ host, database }: Started, address: string): Promise<void> {
  const userId = await database.readInstallation((db) => findPersonByAddressOfInstallation(db, address));
  if (userId === undefined) throw new Error(`there is nobody with the address ${address}`);
  console.log(`erased; the logs say ${await perform(erasePerson, { customerId: 0, userId }, "req_admin", host)}`);
}

async function takeOutOrganisation({ host, database }: Started, customerId: number, confirm: string): Promise<void> {
  const customer = await database.readInstallation((db) => findCustomer(db, customerId));
  if (!customer) throw new Error("there is no organisation with this number");
  if (customer.company !== confirm) throw new Error(`organisation ${customerId} has another name than ${confirm}`);
  const input = { customerId: 0, organisationId: customerId };
  const erased = await perform(eraseOrganisation, input, "req_admin", host);
  console.log(`erased; records of money are kept until ${erased?.keptUntil ?? "later"}`);
}

async function bringIn({ host, databaseUrl }: Started, folder: string): Promise<void> {
  const ownerUrl = loadSettings().database.ownerUrl ?? databaseUrl;
  const { blobs, spool, installation, vault } = host;
  const target = { ownerUrl, blobs, spool, sandbox: installation.sandbox, auditKey: auditKeyOf(vault) };
  const { organisation, notImported } = await importOrganisation(folder, target);
  console.log(`${organisation.kind.toLowerCase()} ${organisation.customerId}, ${organisation.company}`);
  for (const [what, why] of Object.entries(notImported)) console.log(`not imported: ${what}, because ${why}`);
  console.log("Create a key with add-key; secrets of sources, accounts and webhooks have to be entered again.");
}
