import { mkdir } from "node:fs/promises";
import { wallClock } from "../../../ground/kernel/clock.ts";
import { isProvider } from "../../../supply/providers/index.ts";
import type { Settings } from "../../settings.ts";
import type { Started } from "../../start.ts";
import { callInside } from "../call-inside.ts";
import type { SandboxFile } from "../sandbox-file.ts";
import { openPlatforms, sandboxApplication } from "./open-platforms.ts";
import { readPlatformsFile, writePlatformsFile } from "./platforms-file.ts";

interface ServedPlatforms {
  readonly settings: Settings;
  close(): Promise<void>;
}

/** The settings of a sandbox's server, including the platforms that it simulates; PROVIDER_HOSTS overrides their addresses. */
export async function servePlatforms(settings: Settings): Promise<ServedPlatforms> {
  const { dataFolder, installation } = settings;
  if (!installation.sandbox || installation.providerHosts) return { settings, close: async () => undefined };
  const before = await readPlatformsFile(dataFolder);
  const platforms = await openPlatforms({
    clock: wallClock,
    publicUrl: installation.publicUrl,
    ...(before && { before }),
  });
  await mkdir(dataFolder, { recursive: true });
  await writePlatformsFile(dataFolder, platforms.addresses);
  return {
    settings: { ...settings, installation: { ...installation, providerHosts: platforms.addresses } },
    close: () => platforms.close(),
  };
}

/** The settings of a process that runs next to the server and uses the server's platforms. */
export async function platformsOf(settings: Settings): Promise<Settings> {
  const { dataFolder, installation } = settings;
  const known = installation.sandbox && !installation.providerHosts ? await readPlatformsFile(dataFolder) : undefined;
  return known ? { ...settings, installation: { ...installation, providerHosts: known } } : settings;
}

/** Configures a sandbox application at each platform that has none, so that its sellers and buyers can give consent immediately. */
export async function setSandboxApplications(
  { app, host }: Pick<Started, "app" | "host">,
  { operator }: Pick<SandboxFile, "operator">,
): Promise<void> {
  const { items } = await callInside(app, operator.key, "GET", "/api/v2/operator/adapters");
  for (const { provider, configured } of items as readonly { provider: string; configured: boolean }[]) {
    if (configured || !isProvider(provider)) continue;
    const { clientId, clientSecret } = sandboxApplication(host.installation.publicUrl, provider);
    const path = `/api/v2/operator/adapters/${provider}/application`;
    await callInside(app, operator.key, "PUT", path, { clientId, clientSecret });
  }
}
