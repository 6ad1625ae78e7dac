import type { Command } from "commander";
import type { InstallationDb } from "../../ground/db/index.ts";
import { findKeyOfAnyCustomer, issueKey, listApiKeys, revokeApiKey } from "../../platform/api-keys/index.ts";
import { findCustomer, findMemberByAddress } from "../../platform/customers/index.ts";
import type { Started } from "../start.ts";

type RunCommand = (work: (started: Started) => Promise<void>) => Promise<void>;

/** An operator's commands for an organisation's API keys, run on the installation's machine. */
export function addKeyCommands(program: Command, within: RunCommand): void {
  program
    .command("list-keys")
    .description("lists an organisation's API keys that have not been revoked, without their secrets")
    .argument("<organisation>", "its number", Number)
    .action((customerId: number) => within((started) => listKeys(started, customerId)));

  program
    .command("add-key")
    .description("creates an API key for a member of an organisation, and prints it; it is shown only once")
    .argument("<organisation>", "its number", Number)
    .requiredOption("--email <address>", "the member's e-mail address")
    .option("--name <name>", "the key's name", "From the operator")
    .option("--read-only", "a read-only key", false)
    .action((customerId: number, options: AddOptions) => within((started) => addKey(started, customerId, options)));

  program
    .command("revoke-key")
    .description("revokes an API key, with effect from its next request")
    .argument("<client-id>", "its public part: scope3_<client-id>_…")
    .action((clientId: string) => within((started) => revokeKey(started, clientId)));
}

interface AddOptions {
  readonly email: string;
  readonly name: string;
  readonly readOnly: boolean;
}

/** More keys than anybody reads through at a terminal. */
const MOST = 1_000;

async function listKeys({ database }: Started, customerId: number): Promise<void> {
  const { keys } = await database.readInstallation(async (db) => {
    await checkOrganisation(db, customerId);
    return listApiKeys(db, customerId, undefined, { take: MOST, skip: 0 });
  });
  for (const { clientId, holder, name, readOnly, expiresAt, lastUsedAt } of keys) {
    const terms = [readOnly ? "read-only" : "", expiresAt ? `until ${expiresAt.toISOString()}` : ""].filter(Boolean);
    const used = lastUsedAt ? `used ${lastUsedAt.toISOString()}` : "never used";
    console.log([clientId, holder, name, ...terms, used].join("  "));
  }
}

async function addKey({ database, host }: Started, customerId: number, { email, ...named }: AddOptions): Promise<void> {
  const { random, vault, clock } = host;
  const key = await database.writeInstallation(async (db) => {
    await checkOrganisation(db, customerId);
    const userId = await findMemberByAddress(db, customerId, email);
    if (userId === undefined) throw new Error(`${email} is not a member of organisation ${customerId}`);
    const wanted = { ...named, customerId, userId, description: null, expiresAt: null };
    return (await issueKey({ db, random, vault, now: clock.now() }, wanted)).key;
  });
  console.log(key);
}

async function revokeKey({ database, host }: Started, clientId: string): Promise<void> {
  const revoked = await database.writeInstallation(async (db) => {
    const key = await findKeyOfAnyCustomer(db, clientId);
    return key !== undefined && (await revokeApiKey(db, key.customerId, key.apiKeyId, host.clock.now()));
  });
  if (!revoked) throw new Error(`there is no API key ${clientId} to revoke: list-keys lists the existing ones`);
  console.log(`${clientId} is revoked`);
}

async function checkOrganisation(db: InstallationDb, customerId: number): Promise<void> {
  if (!Number.isSafeInteger(customerId) || !(await findCustomer(db, customerId)))
    throw new Error("there is no organisation with this number");
}
