import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { complaintsOf } from "./changelog.ts";
import { makeRelease, type ReleasePlan, refusalsOf, stepsOf } from "./release.ts";
import { complaintsOfVersion } from "./version.ts";

/** A repository with everything that a release reads and writes, with the real migrations and hashes. */
const ROOT = join(import.meta.dirname, "../../..");
const CHANGELOG = `# Changelog

## [Unreleased]

### What an operator must do

Nothing.

### Added

- A thing.

## [0.1.0] - 2026-01-01

- The first.
`;
const [MIGRATIONS, LANDED] = ["src/ground/db/migrations", "test/upgrades/landed-migrations.json"];
let root: string;
let plan: ReleasePlan;
const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const read = (path: string) => readFileSync(join(root, path), "utf8");
const commit = () => void git("commit", "--quiet", "--all", "--allow-empty", "-m", "Changed");

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "interchange-release-"));
  plan = { root, version: "0.2.0", day: "2026-02-03", checks: [] };
  mkdirSync(join(root, "test/upgrades"), { recursive: true });
  const landed = JSON.parse(readFileSync(join(ROOT, LANDED), "utf8")) as Record<string, string>;
  for (const name of Object.keys(landed))
    cpSync(join(ROOT, MIGRATIONS, name), join(root, MIGRATIONS, name), { recursive: true });
  write(LANDED, JSON.stringify(landed));
  write("CHANGELOG.md", CHANGELOG);
  write("package.json", '{ "name": "interchange", "version": "0.1.0" }\n');
  write(
    "package-lock.json",
    '{ "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "node_modules/x": { "version": "0.1.0" } } }\n',
  );
  mkdirSync(join(root, "helm/interchange"), { recursive: true });
  write("helm/interchange/Chart.yaml", 'name: interchange\nversion: 0.1.0\nappVersion: "0.1.0"\n');
  git("init", "--quiet");
  git("config", "user.email", "release@example.org");
  git("config", "user.name", "Release");
  git("add", "--all");
  commit();
  git("tag", "v0.1.0");
});

test("a dry run without objections says what would be written, and writes nothing", () => {
  expect(refusalsOf(plan)).toEqual([]);
  expect(stepsOf(plan).join("\n")).toMatch(/becomes 0\.2\.0[^]*test\/upgrades\/0\.2\.0\.json\.gz[^]*tag v0\.2\.0/);
  expect([git("status", "--porcelain"), git("tag", "--list")]).toEqual(["", "v0.1.0"]);
});

test("a release is a commit with its version, its section and its tag, and cannot be made twice", () => {
  makeRelease(plan);
  expect(git("status", "--porcelain")).toBe("");
  expect(git("describe", "--exact-match")).toBe("v0.2.0");
  expect(JSON.parse(read("package.json"))).toMatchObject({ version: "0.2.0" });
  expect(JSON.parse(read("package-lock.json"))).toEqual({
    version: "0.2.0",
    packages: { "": { version: "0.2.0" }, "node_modules/x": { version: "0.1.0" } },
  });
  expect(read("helm/interchange/Chart.yaml")).toBe('name: interchange\nversion: 0.2.0\nappVersion: "0.2.0"\n');
  expect(read("CHANGELOG.md")).toContain("## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n\n### What an operator must do");
  expect(refusalsOf(plan)).toContain("there is a tag v0.2.0 already: a release is made once");
});

test("uncommitted changes, and a migration that is not frozen or was changed, are named", () => {
  const [first = ""] = Object.keys(JSON.parse(read(LANDED)) as object);
  write(`${MIGRATIONS}/9999-new.sql`, "select 1;");
  write(`${MIGRATIONS}/${first}`, "select 2;");
  expect(refusalsOf(plan)).toEqual([
    "there are changes that are not committed: commit or stash them",
    `the migration ${first} was changed after it had landed: undo it, and write another`,
    `the migration 9999-new.sql has not landed: write its hash into ${LANDED}`,
  ]);
});

test("a check that fails prevents the release, with its message", () => {
  mkdirSync(join(root, "bin"));
  write("bin/run.mjs", "process.exit(process.argv[2] === 'fails' ? 1 : 0);");
  git("add", "--all");
  commit();
  const checks = [
    { what: "this one fails", args: ["fails"] },
    { what: "this one does not", args: ["succeeds"] },
  ];
  expect(refusalsOf({ ...plan, checks })).toEqual(["this one fails"]);
});

test("a changelog is refused without a word to operators, without changes, or with merge markers", () => {
  expect(complaintsOf(CHANGELOG)).toEqual([]);
  expect(complaintsOf("# Changelog\n")).toEqual([expect.stringMatching(/has no section/)]);
  expect(complaintsOf(CHANGELOG.replace("### What an operator must do", "### Else"))).toEqual([
    expect.stringMatching(/has no part "### What an operator must do"/),
  ]);
  expect(complaintsOf(CHANGELOG.replace("Nothing.", ""))).toEqual([expect.stringMatching(/is empty/)]);
  expect(complaintsOf(CHANGELOG.replace("- A thing.", "A thing."))).toEqual([expect.stringMatching(/lists no change/)]);
  expect(complaintsOf(CHANGELOG.replace("- A thing.", "<<<<<<< HEAD\n- A thing."))).toEqual([
    expect.stringMatching(/merge/),
  ]);
});

test.each([
  ["0.2", ["v0.1.0"], /is not a version/],
  ["0.1.0", ["v0.1.0"], /there is a tag v0\.1\.0 already/],
  ["0.1.9", ["v0.1.0", "v0.10.0"], /0\.1\.9 comes before 0\.10\.0/],
])("%s after %j is refused", (version, tags, why) => {
  expect(complaintsOfVersion(version, tags)).toEqual([expect.stringMatching(why)]);
  expect(complaintsOfVersion("0.10.1", tags)).toEqual([]);
});
