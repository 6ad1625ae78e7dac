import { z } from "zod";
import type { CallContext, Context } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import type { AgentAuth } from "../../ground/seller-agent/connection.ts";
import type { Vault } from "../../ground/vault/index.ts";
import { type Auth, toAgentAuth } from "../sources/index.ts";
import { type Credential, openCredential } from "./credential.ts";
import { accessTokenOf } from "./oauth/grants/access-token.ts";
import { listWorkingCredentials } from "./store.ts";

/** A working credential, decrypted. It exists only for one call. */
export interface BuyerKey {
  readonly customerId: number;
  readonly credentialId: number;
  readonly agentId: string;
  readonly accountIdentifier: string;
  readonly knownAs: string;
  /** Undefined if the buyer consented by OAuth, because those tokens are stored separately. */
  readonly auth: Auth | undefined;
}

/** Reads a buyer's own credentials, newest first, in the buyer's own tenant, whoever runs the step. */
export const readBuyerKeys = step({
  name: "credentials.read-keys",
  reads: true,
  input: z.object({ customerId: z.int(), agentIds: z.array(z.string()) }),
  async handle({ customerId, agentIds }, { db, vault }: Context): Promise<BuyerKey[]> {
    const working = await listWorkingCredentials(db, customerId, agentIds);
    return working.map((credential) => openKey(vault, credential));
  },
});

export function openKey(vault: Vault, credential: Credential): BuyerKey {
  const { customerId, credentialId, agentId, accountIdentifier, knownAs } = credential;
  const name = { accountIdentifier, knownAs };
  return { customerId, credentialId, agentId, ...name, auth: openCredential(vault, credential) };
}

/** The authentication to send to the key's agent. */
export function presentKey(key: BuyerKey, out: CallContext): AgentAuth {
  return key.auth ? toAgentAuth(key.auth, out) : { type: "issued", issue: () => accessTokenOf(out, key) };
}
