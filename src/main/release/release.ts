import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { complaintsOf, releasedChangelog } from "./changelog.ts";
import { complaintsOfVersion } from "./version.ts";

/** A check that takes a while and must succeed: the arguments to Node, run in the repository. */
interface Check {
  readonly what: string;
  readonly args: readonly string[];
}

export interface ReleasePlan {
  /** The repository. */
  readonly root: string;
  readonly version: string;
  /** The day of the release, `YYYY-MM-DD`. */
  readonly day: string;
  readonly checks: readonly Check[];
}

/** The checks that must pass before a release writes anything. */
export const CHECKS: readonly Check[] = [
  {
    what: "the generated files are not those of the code: npm run generate",
    args: ["src/main/generate.ts", "--check"],
  },
  {
    what: "an installation of an earlier release does not open: npm test -- test/upgrades",
    args: ["node_modules/vitest/vitest.mjs", "run", "test/upgrades"],
  },
];

/** The files that contain the version of the release. */
const VERSIONED = ["package.json", "package-lock.json", "packages/client/package.json", "helm/interchange/Chart.yaml"];

const MIGRATIONS = "src/ground/db/migrations";
const LANDED_MIGRATIONS = "test/upgrades/landed-migrations.json";

/**
 * The reasons why the release cannot be made, one sentence each; empty if it can. Quick checks come first, and if one of them fails, slow
 * ones are skipped.
 */
export function refusalsOf({ root, version, checks }: ReleasePlan): string[] {
  const git = (...args: readonly string[]) => gitIn(root, ...args);
  const dirty =
    git("status", "--porcelain") === "" ? [] : ["there are changes that are not committed: commit or stash them"];
  const tags = git("tag", "--list").split("\n").filter(Boolean);
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  const quick = [...dirty, ...complaintsOfVersion(version, tags), ...complaintsOf(changelog), ...unfrozen(root)];
  if (quick.length > 0) return quick;
  return checks.filter(({ args }) => !succeeds(root, args)).map(({ what }) => what);
}

/** What a release writes, in order. */
export function stepsOf({ root, version }: ReleasePlan): string[] {
  return [
    `CHANGELOG.md: the unreleased section becomes ${version}`,
    `${VERSIONED.join(", ")}: version ${version}`,
    existsSync(join(root, fixtureOf(version)))
      ? `${fixtureOf(version)} already exists`
      : `${fixtureOf(version)}: the demo's journey through this release, which this and every later release opens`,
    `a commit, and the tag v${version}: git push --follow-tags publishes them`,
  ];
}

/** Makes the release. If the data of the release does not open, it throws, and leaves everything that was written so that it can be inspected. */
export function makeRelease(plan: ReleasePlan): void {
  const { root, version, day, checks } = plan;
  const path = join(root, "CHANGELOG.md");
  writeFileSync(path, releasedChangelog(readFileSync(path, "utf8"), version, day));
  for (const file of VERSIONED.filter((one) => existsSync(join(root, one)))) setVersion(join(root, file), version);
  if (checks.length > 0 && !existsSync(join(root, fixtureOf(version)))) {
    if (!succeeds(root, ["test/upgrades/save-release.ts", version]))
      throw new Error("the release's data could not be kept");
    const opened = checks.find(({ args }) => args.includes("test/upgrades"));
    if (opened && !succeeds(root, opened.args)) throw new Error("the data of this release does not open in it");
  }
  gitIn(root, "add", "--all");
  gitIn(root, "commit", "--quiet", "-m", `Release ${version}`);
  gitIn(root, "tag", "--annotate", `v${version}`, "-m", `Release ${version}`);
}

function fixtureOf(version: string): string {
  return `test/upgrades/${version}.json.gz`;
}

/** Migrations that could still be changed; a released migration must never change. */
function unfrozen(root: string): string[] {
  const landed = new Map(
    Object.entries(JSON.parse(readFileSync(join(root, LANDED_MIGRATIONS), "utf8")) as Record<string, string>),
  );
  return readdirSync(join(root, MIGRATIONS))
    .filter((name) => name.endsWith(".sql"))
    .filter(
      (name) =>
        landed.get(name) !==
        createHash("sha256")
          .update(readFileSync(join(root, MIGRATIONS, name)))
          .digest("hex"),
    )
    .map((name) =>
      landed.has(name)
        ? `the migration ${name} was changed after it had landed: undo it, and write another`
        : `the migration ${name} has not landed: write its hash into ${LANDED_MIGRATIONS}`,
    );
}

function setVersion(path: string, version: string): void {
  // A lock file contains the version twice, for the package and for its root; all further versions are those of dependencies.
  let left = path.endsWith("package-lock.json") ? 2 : 1;
  const text = readFileSync(path, "utf8").replaceAll(/^(version|appVersion): .*$/gm, (line) =>
    line.startsWith("app") ? `appVersion: "${version}"` : `version: ${version}`,
  );
  writeFileSync(
    path,
    text.replaceAll(/"version": "[^"]*"/g, (found) => (left-- > 0 ? `"version": "${version}"` : found)),
  );
}

function succeeds(root: string, args: readonly string[]): boolean {
  return spawnSync(process.execPath, ["bin/run.mjs", ...args], { cwd: root, stdio: "inherit" }).status === 0;
}

function gitIn(root: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}
