// `node bin/complete-lock.mjs`, after an `npm install` with a registry mirror that lacks the packages of other
// platforms: adds them to package-lock.json, at the versions that their parents pin and with the hash from the
// registry. Without them `npm ci` refuses the lock; without a hash, it accepts any package.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const known = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => lock.packages[at]);
    if (!known)
      lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
  }
}

for (const [path, entry] of Object.entries(lock.packages)) {
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (path !== "" && !entry.link && !entry.integrity) Object.assign(entry, integrityOf(`${name}@${entry.version}`));
}

const { "": root, ...rest } = lock.packages;
lock.packages = { "": root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"))) };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/**
 * The registry's hash of it, or if it states none, that of its file; nothing if it lacks the package, or that version.
 */
function integrityOf(wanted) {
  const integrity = asked("view", wanted, "dist.integrity") ?? packed(asked("pack", wanted, "--dry-run", "--json"));
  if (integrity) return { integrity };
  console.error(`${wanted} has no integrity: the registry does not have it`);
  return {};
}

function asked(...words) {
  const { status, stdout } = spawnSync("npm", words, { encoding: "utf8", cwd: tmpdir() });
  return (status === 0 && stdout.trim()) || undefined;
}

function packed(said) {
  const [file] = said ? Object.values(JSON.parse(said)) : [];
  return file?.integrity;
}

/** `@biomejs/cli-linux-arm64-musl` is for `linux`, `arm64` and `musl`. */
function platformOf(name) {
  const [os, cpu, libc = ""] = name
    .slice(name.indexOf("/") + 1)
    .replace(/^(cli|binding)-/, "")
    .split("-");
  const kind = libc.includes("musl") ? "musl" : "glibc";
  return { os: [os], cpu: [cpu], ...(os === "linux" && libc && { libc: [kind] }) };
}
