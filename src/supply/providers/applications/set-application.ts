import type { InstallationDb } from "../../../ground/db/index.ts";
import type { Vault } from "../../../ground/vault/index.ts";
import { isProvider } from "../contract/provider.ts";
import { sealClientSecret } from "./application.ts";
import { saveApplication } from "./store.ts";

interface ApplicationInput {
  readonly platform: string;
  readonly clientId: string;
  readonly secret: string;
  readonly at: Date;
}

/** Configures the installation's application at a platform, for an administrator with access to the server. */
export async function setApplicationOfInstallation(
  db: InstallationDb,
  vault: Vault,
  { platform, clientId, secret, at }: ApplicationInput,
): Promise<void> {
  if (!isProvider(platform)) throw new Error(`there is no platform ${platform}`);
  const sealed = sealClientSecret(vault, platform, secret);
  await saveApplication(db, { provider: platform, clientId, sealed, settings: {}, updatedAt: at });
}
