import { Provider } from "oidc-provider";
import type { Host } from "../../ground/kernel/host.ts";
import { endByGrantOfAnyCustomer, noteUseOfAnyCustomer } from "./applications/store.ts";
import { configurationOf } from "./provider/configuration.ts";
import type { openSigningKeys, SigningKeys } from "./signing-keys/signing-keys.ts";

export interface AuthorizationServer {
  /** The provider under the keys that sign now. */
  current(): Promise<Provider>;
}

/** An OAuth 2.1 authorization server (OAuth 2.1 draft 13; RFC 9700) inside this one, its issuer the public URL. */
export function openAuthorizationServer(host: Host, keys: ReturnType<typeof openSigningKeys>): AuthorizationServer {
  let made: { readonly keys: SigningKeys; readonly provider: Provider } | undefined;
  return {
    async current() {
      const current = await keys.current();
      if (made?.keys !== current) made = { keys: current, provider: newProvider(host, current) };
      return made.provider;
    },
  };
}

function newProvider(host: Host, keys: SigningKeys): Provider {
  const { database, clock, log, installation } = host;
  const provider = new Provider(installation.publicUrl, configurationOf(host, keys));
  // Which addresses it answers by is settled by the public URL: the mount says so in the headers that this makes it read.
  provider.proxy = true;
  const note = (grantId: string | undefined, how: typeof noteUseOfAnyCustomer) => {
    if (grantId === undefined) return;
    host.backgroundTasks.add("use of a grant", () => database.writeInstallation((db) => how(db, grantId, clock.now())));
  };
  provider.on("grant.success", ({ oidc }) => note(oidc.entities.Grant?.jti, noteUseOfAnyCustomer));
  provider.on("grant.revoked", (_, grantId) => note(grantId, endByGrantOfAnyCustomer));
  provider.on("server_error", (_, error) => log.error({ err: error }, "the authorization server broke"));
  return provider;
}
