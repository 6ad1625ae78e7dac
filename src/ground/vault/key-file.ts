import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { newUuid } from "../kernel/ids.ts";
import { systemRandom } from "../kernel/random.ts";
import { VaultError } from "./vault.ts";

/** Windows has no permission bits and no way to flush a folder. */
const POSIX = process.platform !== "win32";

/** Undefined if there is no file; throws `VaultError` if other users of the machine can read it. */
export function readKeyFile(file: string): string | undefined {
  const descriptor = unless("ENOENT", () => openSync(file, "r"));
  if (descriptor === undefined) return undefined;
  try {
    if (POSIX && (fstatSync(descriptor).mode & 0o077) !== 0) {
      throw new VaultError(`other users can read the vault key file: run chmod 600 '${file}'`);
    }
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes the file unless it exists by now, and returns its content. The text is written to a draft, which is then linked into place: a link
 * appears atomically, and fails if another process was first, so that all processes use the same key.
 */
export function createKeyFile(file: string, text: string): string {
  const folder = dirname(file);
  const draft = `${file}.${newUuid(systemRandom)}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(draft, `${text}\n`, { flag: "wx", mode: 0o600, flush: true });
    unless("EEXIST", () => linkSync(draft, file));
  } finally {
    rmSync(draft, { force: true });
  }
  // Encrypted data survives a power failure, so its key must survive one too.
  if (POSIX) flushFolder(folder);
  const kept = readKeyFile(file);
  if (kept === undefined) throw new VaultError(`the vault's key file '${file}' disappeared while it was being created`);
  return kept;
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Returns the result of `act`, or undefined if it fails with this code. */
function unless<Result>(code: string, act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === code) return undefined;
    throw error;
  }
}
