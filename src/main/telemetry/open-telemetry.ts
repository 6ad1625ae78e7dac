import { noTelemetry, type Telemetry } from "./telemetry.ts";
import { readTelemetrySettings } from "./telemetry-settings.ts";

/**
 * OpenTelemetry as configured by its standard variables. Without them, nothing of the SDK is loaded. Throws
 * `SettingsError`.
 */
export async function openTelemetry(variables: Readonly<Record<string, string | undefined>>): Promise<Telemetry> {
  const settings = readTelemetrySettings(variables);
  if (!settings) return noTelemetry;
  const { openSdk } = await import("./open-sdk.ts");
  return openSdk(settings);
}
