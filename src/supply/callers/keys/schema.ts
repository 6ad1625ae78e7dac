import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { takeSkip } from "../../../ground/kernel/query.ts";
import { isForRequests, publicKeyOf } from "../../../ground/signatures/index.ts";
import type { CallerKey } from "./caller-key.ts";

const SigningKeyBody = z
  .looseObject({
    kid: z.string().min(1).max(255).describe("The key id that signatures refer to: unique at your storefront"),
    kty: z.enum(["OKP", "EC"]),
    crv: z.enum(["Ed25519", "P-256"]),
    x: z.string().min(1).max(200),
    y: z.string().min(1).max(200).optional(),
    alg: z.enum(["EdDSA", "ES256"]),
    key_ops: z.array(z.string().max(64)).max(10).describe("Includes verify, for a key that signs requests"),
    adcp_use: z.string().max(64).describe("Its purpose: request-signing, or any other that your keys have"),
  })
  .refine((key) => !("d" in key), "this is a private key: send only the public one, and use another key from now on")
  .refine((key) => publicKeyOf(key) !== undefined, "this is no public key: EdDSA on Ed25519, or ES256 on P-256")
  .transform(({ kid, kty, crv, x, y, alg, key_ops, adcp_use }) => ({ kid, kty, crv, x, y, alg, key_ops, adcp_use }));

export const NewCallerKeyBody = z
  .object({
    name: z.string().trim().min(1).max(255).describe("Who it is for, as your people know them"),
    operatorDomain: domainInput.describe("The operator of the media buys made with it, such as an agency's domain"),
    brandDomain: domainInput.optional().describe("The only brand that it may buy for; by default, any"),
    sandbox: z.boolean().default(false).describe("It can only buy in sandbox accounts"),
    agentBilling: z
      .boolean()
      .default(false)
      .describe("You may also invoice its holder (AdCP's billing agent or advertiser); by default, only the operator"),
    expiresAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("At most a year from now; by default, the key is valid until it is revoked"),
    signing: z
      .object({
        jwks: z
          .object({ keys: z.array(SigningKeyBody).min(1).max(5) })
          .refine(
            ({ keys }) => keys.some(isForRequests),
            "none of these signs requests: such a key has adcp_use request-signing, and verify in key_ops",
          )
          .describe("The caller's public keys. A key with another purpose is recognised by it, and refused"),
        required: z.boolean().default(false).describe("Refuse unsigned writes"),
      })
      .optional()
      .describe("How the caller signs its requests (RFC 9421, AdCP's profile)"),
  })
  .meta({ id: "NewCallerKey" });

export const CallerKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    operatorDomain: z.string(),
    brandDomain: z.string().nullable(),
    sandbox: z.boolean(),
    clientId: z.string().describe("The key's public part: caller_<clientId>_…"),
    signing: z.object({ keyIds: z.array(z.string()), required: z.boolean() }).nullable(),
    agentBilling: z.boolean(),
    expiresAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "CallerKey" });

export const CallerKeyPath = z.object({ callerKeyId: z.string().min(1).max(64) });
export const CallerKeyListQuery = z.object({
  ...takeSkip,
  expiresBefore: z.iso
    .datetime({ offset: true })
    .optional()
    .describe("Only keys that expire by then and have not expired yet, the soonest first"),
});

export function viewOf(key: CallerKey): z.input<typeof CallerKeyView> {
  const { callerKeyId, name, operatorDomain, brandDomain, sandbox, clientId, agentBilling, expiresAt, createdAt } = key;
  const keyIds = Object.keys(key.signingKeys);
  return {
    id: callerKeyId,
    name,
    operatorDomain,
    brandDomain,
    sandbox,
    clientId,
    signing: keyIds.length > 0 ? { keyIds, required: key.signingRequired } : null,
    agentBilling,
    expiresAt: instantOf(expiresAt),
    createdAt: createdAt.toISOString(),
  };
}
