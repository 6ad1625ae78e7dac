import { join } from "node:path";
import type { Command } from "commander";
import { auditKeyOf } from "../../platform/audit/index.ts";
import { exportOrganisation } from "../archive/export-organisation.ts";
import { importOrganisation } from "../archive/import-organisation.ts";
import { loadSettings } from "../settings.ts";
import type { Started } from "../start.ts";

type Within = (work: (started: Started) => Promise<void>) => Promise<void>;

/** An organisation comes, and goes. */
export function addOrganisationCommands(program: Command, within: Within): void {
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
