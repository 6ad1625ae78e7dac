import { chmod, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

/** The most that a run writes, with a safety margin: most of it is databases, which are dropped when their tests end. */
const ENOUGH_BYTES = 4 * 1024 ** 3;
const MEMORY = "/dev/shm";

/** A folder for everything that a run writes. It is in memory if there is plenty, because a database is copied there in a tenth of the time. */
export async function makeRunFolder(): Promise<string> {
  const home = (await isRoomy(MEMORY)) ? MEMORY : tmpdir();
  await sweep(home);
  const folder = await mkdtemp(join(home, `interchange-test-${process.pid}-`));
  // If root runs the tests, PostgreSQL runs as another user, who must be able to traverse the folder.
  await chmod(folder, 0o711);
  return folder;
}

async function isRoomy(folder: string): Promise<boolean> {
  if (freemem() < 2 * ENOUGH_BYTES) return false;
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > ENOUGH_BYTES;
}

/** A run that was killed leaves its folder behind, and memory is scarcer than disk space. */
async function sweep(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const [, pid] = /^interchange-test-(\d+)-/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
