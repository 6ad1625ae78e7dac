import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Browser as Chromium, chromium } from "playwright-core";

const ROOT = join(import.meta.dirname, "..");
const BROWSER_FOLDER = join(ROOT, "node_modules/.cache");

/** What test files use of a browser. */
export interface Browser extends Pick<Chromium, "newContext" | "newPage"> {
  /** Closes whatever was opened in it. */
  close(): Promise<void>;
}

let running: Promise<Chromium> | undefined;

/** The test files of a worker share one Chromium, because its start costs more than most files do with it. Contexts are isolated from each other. */
export async function openBrowser(): Promise<Browser> {
  running ??= launchAny().then((one) => one.on("disconnected", () => (running = undefined)));
  const shared = await running;
  const opened: { close(): Promise<void> }[] = [];
  const kept = async <T extends { close(): Promise<void> }>(opening: Promise<T>) => {
    const one = await opening;
    opened.push(one);
    return one;
  };
  return {
    newContext: (options) => kept(shared.newContext(options)),
    newPage: (options) => kept(shared.newPage(options)),
    close: async () => void (await Promise.all(opened.map((one) => one.close()))),
  };
}

/** A headless Chromium: that of `CHROMIUM_PATH`, the one that npm installed, or the system's. */
async function launchAny(): Promise<Chromium> {
  const own = process.env.CHROMIUM_PATH;
  if (own) return launch(own, {});
  try {
    const folder = await unpacked();
    return await launch(join(folder, "chromium"), { LD_LIBRARY_PATH: join(folder, "al2023/lib") });
  } catch (error) {
    const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
    if (!installed)
      throw new Error("no Chromium runs here: install one, and name it in CHROMIUM_PATH", { cause: error });
    return launch(installed, {});
  }
}

function launch(executablePath: string, env: Readonly<Record<string, string>>): Promise<Chromium> {
  // Chromium's own sandbox refuses to run as root, which builds often do, and needs a helper that npm does not provide. It is not needed,
  // because the pages are ours.
  const options = { executablePath, chromiumSandbox: false, env: { ...process.env, ...env } };
  return chromium.launch({ ...options, args: ["--disable-gpu", "--disable-background-networking"] });
}

/** Unpacks the package with its own code into our own temporary folder, including libraries that a minimal Linux lacks. */
const UNPACK = `
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  await inflate(process.argv[1]);
`;

/** The folder of this clone in which the browser is unpacked; this is done once, and takes some seconds. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const home = join(require.resolve("@sparticuz/chromium"), "../..");
  const { version } = require(join(home, "package.json")) as { version: string };
  const folder = join(BROWSER_FOLDER, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(BROWSER_FOLDER, { recursive: true });
  const making = await mkdtemp(`${folder}-`);
  const unpack = ["--input-type=module", "--eval", UNPACK, join(home, "bin/al2023.tar.br")];
  await promisify(execFile)(process.execPath, unpack, { cwd: ROOT, env: { ...process.env, TMPDIR: making } });
  // If several processes unpack at the same time, the first one wins, and the others delete theirs.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
  return folder;
}
