import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { openBlobs, openSpool } from "../../ground/blobs/index.ts";
import { startEmbedded } from "../../ground/db/embedded/start-embedded.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import { hasKeys, loadKeys, openVault } from "../../ground/vault/index.ts";
import { type Manifest, readManifest } from "../backup/manifest.ts";
import { recordBackup } from "../backup/recorded-store.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import { deleteAllButNewest } from "../backup/retention.ts";
import { takeBackup } from "../backup/take-backup.ts";
import { verifyBackup } from "../backup/verify-backup.ts";
import { openOwner } from "../database/open-owner.ts";
import { fingerprintOf } from "../identity/identity.ts";
import { openLog } from "../log.ts";
import { loadSettings, type Settings } from "../settings.ts";

/** An operator's commands for backups and restores. None of them starts a server, or migrates a database. */
export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("writes everything except the vault key to a new folder, while the server runs, and verifies it")
    .argument("<folder>", "where backups are kept, preferably on another machine's disk")
    .option("--keep <count>", "afterwards removes all but this many of the newest backups there", count)
    .action(async (target: string, { keep }: { keep?: number }) => {
      const { folder, manifest } = await withOwner(async (place) => {
        const taken = await takeBackup(place, target);
        printWhyNotRecorded(await recordBackup(place.ownerUrl, taken.manifest, { verifiedAt: new Date() }));
        return taken;
      });
      const rows = manifest.database.tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(
        `${folder}\n${rows} rows of ${manifest.database.tables.length} tables, ${manifest.blobs.length} creatives' files and ${manifest.files.length} other files as of ${manifest.takenAt}, read back and verified`,
      );
      if (manifest.missingBlobs.length > 0)
        console.log(`${manifest.missingBlobs.length} creatives' files were deleted in the meantime`);
      for (const name of keep === undefined ? [] : await deleteAllButNewest(target, keep))
        console.log(`removed ${name}`);
      console.log(
        "The vault key is not included: keep it elsewhere. Without it, no secret and no API key in a backup works.",
      );
    });
  program
    .command("verify-backup")
    .description("verifies a backup from end to end; the exit code is 1 if it differs from what was written")
    .argument("<backup>", "its folder")
    .option("--restore", "also restores its database into a temporary server, which is then deleted", false)
    .action(async (folder: string, { restore }: { restore: boolean }) => {
      const complaints = await verifyBackup(folder);
      for (const complaint of complaints) console.log(complaint);
      if (complaints.length > 0) return void (process.exitCode = 1);
      if (restore) await rehearse(folder);
      console.log(restore ? "it is intact, and was restored" : "it holds");
      printWhyNotRecorded(await recordVerified(await readManifest(folder), restore));
    });
  program
    .command("restore")
    .description("restores a backup into an empty database and the data folder; start the server afterwards")
    .argument("<backup>", "its folder")
    .action(async (folder: string) => {
      const settings = loadSettings();
      const vaultFingerprint = vaultFingerprintOf(settings);
      const { takenAt, release } = await withOwner((place) => restoreBackup(folder, { ...place, vaultFingerprint }));
      console.log(
        `restored the data of release ${release} from ${takenAt}. Only the sellers know what was bought since: started, the server asks each of them, and nothing new is bought from one before it has answered and its storefront's people have settled what was found (docs/self-hosting.md)`,
      );
    });
}

/** Recorded in the installation to which these settings belong, if there is one, because a backup may be verified on any machine. */
async function recordVerified(manifest: Manifest, wasRestored: boolean): Promise<string | undefined> {
  const { database, dataFolder } = loadSettings();
  if (database.url === null && !existsSync(join(dataFolder, "postgres")))
    return `there is no installation at ${dataFolder}`;
  const now = new Date();
  const noted = { verifiedAt: now, ...(wasRestored && { restoreTriedAt: now }) };
  return withOwner(({ ownerUrl }) => recordBackup(ownerUrl, manifest, noted)).catch((error: Error) => error.message);
}

function printWhyNotRecorded(whyNot: string | undefined): void {
  if (whyNot !== undefined) console.log(`The installation does not show this: ${whyNot}.`);
}

interface OwnersPlace {
  readonly ownerUrl: string;
  readonly dataFolder: string;
  readonly blobs: ReturnType<typeof openBlobs>;
  readonly spool: ReturnType<typeof openSpool>;
}

async function withOwner<T>(work: (place: OwnersPlace) => Promise<T>): Promise<T> {
  const settings = loadSettings();
  const { dataFolder } = settings;
  const owner = await openOwner(settings, openLog({ ...settings.log, level: "error" }));
  try {
    return await work({
      ownerUrl: owner.url,
      dataFolder,
      blobs: openBlobs(settings.blobs, join(dataFolder, "blobs")),
      spool: openSpool(join(dataFolder, "uploads")),
    });
  } finally {
    await owner.close();
  }
}

/** Called before anything is written, because looking for a missing key would create a new one. */
function vaultFingerprintOf({ vaultKey, dataFolder }: Settings): string {
  const sources = { env: vaultKey, file: join(dataFolder, "vault.key") };
  if (!hasKeys(sources))
    throw new Error(
      `there is no vault key: put the one that was stored with the backup into ${sources.file} (mode 600), or into INTERCHANGE_VAULT_KEY`,
    );
  return fingerprintOf(openVault({ keys: loadKeys(sources), random: systemRandom }));
}

/** Goes through a complete restore, on a server and in a folder that are thrown away afterwards. */
async function rehearse(backup: string): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), "interchange-rehearsal-"));
  try {
    const server = await startEmbedded({ folder: dataFolder, log: openLog({ level: "error", format: "json" }) });
    try {
      await restoreBackup(backup, {
        ownerUrl: server.url,
        dataFolder,
        blobs: openBlobs({ s3: null }, join(dataFolder, "blobs")),
        spool: openSpool(join(dataFolder, "uploads")),
        vaultFingerprint: (await readManifest(backup)).vaultFingerprint,
      });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError("it must be a whole number, at least 1");
  return value;
}
