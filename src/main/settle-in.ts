import closeWithGrace from "close-with-grace";
import type { Log } from "../ground/kernel/log.ts";
import { openLog } from "./log.ts";
import { loadSettings, type Settings, SettingsError } from "./settings.ts";

/** A process lets its requests and jobs end before it goes, for this long at most. */
const GRACE_MS = 15_000;

/** Runs a process to its end: settings, log, what it does, and a clean way out on a signal. */
export async function settleIn(
  begin: (settings: Settings, log: Log) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  try {
    const settings = loadSettings();
    const log = openLog(settings.log);
    const running = await begin(settings, log);
    closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err }) => {
      if (err) log.error({ err }, "stopping after an error nobody caught");
      await running.close();
    });
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

/** A start that failed in a way the operator can mend is a sentence; any other keeps its stack. */
export function explain(error: unknown): string {
  if (error instanceof SettingsError)
    return `Interchange did not start.\n${error.message}\n.env.example lists every setting.`;
  if (
    error instanceof Error &&
    ("code" in error || error.name.endsWith("Unavailable") || error.constructor.name.endsWith("Error"))
  ) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
    return `Interchange did not start: ${error.message}${cause}`;
  }
  return `Interchange did not start: ${error instanceof Error ? error.stack : String(error)}`;
}
