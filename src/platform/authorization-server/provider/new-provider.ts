import { Provider } from "oidc-provider";
import type { Host } from "../../../ground/kernel/host.ts";
import { endByGrantOfAnyCustomer, recordUseOfAnyCustomer } from "../applications/store.ts";
import type { DevicePages } from "../device/device-pages.ts";
import type { SigningKeys } from "../signing-keys/signing-keys.ts";
import { configurationOf } from "./configuration.ts";

export function newProvider(host: Host, keys: SigningKeys, pages: DevicePages): Provider {
  const { database, clock, log, installation } = host;
  const provider = new Provider(installation.publicUrl, configurationOf(host, keys, pages));
  // The public URL decides the provider's own address: requests are passed on with this URL in trusted headers.
  provider.proxy = true;
  const note = (grantId: string | undefined, how: typeof recordUseOfAnyCustomer) => {
    if (grantId === undefined) return;
    host.backgroundTasks.add("use of a grant", () => database.writeInstallation((db) => how(db, grantId, clock.now())));
  };
  provider.on("grant.success", ({ oidc }) => note(oidc.entities.Grant?.jti, recordUseOfAnyCustomer));
  provider.on("grant.revoked", (_, grantId) => note(grantId, endByGrantOfAnyCustomer));
  provider.on("server_error", (_, error) => log.error({ err: error }, "the authorization server broke"));
  return provider;
}
