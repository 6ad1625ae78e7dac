import type { Log } from "../ground/kernel/log.ts";
import { openLog } from "./log.ts";
import { letMemoryGo } from "./memory/let-memory-go.ts";
import { loadSettings, type Settings, SettingsError } from "./settings.ts";
import { shutDownGracefully } from "./shut-down.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";
import type { Telemetry } from "./telemetry/telemetry.ts";

/** Runs a process from start to finish: settings, log, its work, and a clean exit on a signal. */
export async function bootstrap(
  begin: (settings: Settings, log: Log, telemetry: Telemetry) => Promise<{ close(): Promise<void> }>,
): Promise<void> {
  try {
    const settings = loadSettings();
    const telemetry = await openTelemetry(process.env);
    const log = openLog(settings.log, telemetry);
    const beginning = begin(settings, log, telemetry);
    // A signal during the start waits until it has finished, because an unfinished start has nothing to close.
    shutDownGracefully(log, async () => {
      await (await beginning).close();
      await telemetry.close();
    });
    await beginning;
    letMemoryGo();
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

const BUGS = [TypeError, RangeError, ReferenceError, SyntaxError];

/** A failure that the operator can fix is shown as a sentence; any other keeps its stack trace. */
export function explain(error: unknown, failed = "Interchange did not start"): string {
  if (error instanceof SettingsError) return `${failed}.\n${error.message}\n.env.example lists every setting.`;
  if (error instanceof Error && !BUGS.some((bug) => error instanceof bug)) {
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
    return `${failed}: ${error.message}${cause}`;
  }
  return `${failed}: ${error instanceof Error ? error.stack : String(error)}`;
}
