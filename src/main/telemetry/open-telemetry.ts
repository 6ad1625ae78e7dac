import { noTelemetry, type Telemetry } from "./telemetry.ts";
import { readTelemetrySettings } from "./telemetry-settings.ts";

/** Opens OpenTelemetry as its standard variables configure it. If they are not set, nothing of the SDK is loaded. Throws `SettingsError`. */
export async function openTelemetry(variables: Readonly<Record<string, string | undefined>>): Promise<Telemetry> {
  const settings = readTelemetrySettings(variables);
  if (!settings) return noTelemetry;
  const { openSdk } = await import("./open-sdk.ts");
  return openSdk(settings);
}
