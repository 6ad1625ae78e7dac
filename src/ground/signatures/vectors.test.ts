import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { SigningKey } from "./index.ts";
import { type SignatureRefused, verifyRequest } from "./index.ts";
import { readSignature } from "./signature-input.ts";
import { authorityOf, signatureBase, targetUriOf } from "./signed-message.ts";

/** The vectors of AdCP 3.0.6 for verifiers of signed requests, as included in its SDK. */
const VECTORS = join(
  import.meta.dirname,
  "../../../node_modules/@adcp/sdk/compliance/cache/3.0.6/test-vectors/request-signing",
);

/** Vectors whose result does not depend on the signature alone. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "001-no-signature-header.json": "who must sign is settled by the key (edge/adcp)",
  "020-rate-abuse.json": "how much a caller may ask is settled by the limit on its key, which bounds the nonces too",
  "027-webhook-registration-authentication-unsigned.json": "what must be signed is settled by the key (edge/adcp)",
};

interface Vector {
  readonly name: string;
  readonly reference_now: number;
  readonly request: { method: string; url: string; headers: Record<string, string>; body: string };
  readonly verifier_capability: { covers_content_digest: "required" | "forbidden" | "either" };
  readonly jwks_override?: { readonly keys: readonly SigningKey[] };
  readonly test_harness_state?: {
    readonly replay_cache_entries?: readonly { readonly nonce: string }[];
    readonly revocation_list?: { readonly revoked_kids: readonly string[] };
  };
  readonly expected_signature_base?: string;
  readonly expected_outcome: { readonly success: boolean; readonly error_code?: string };
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(VECTORS, file), "utf8"));
const { keys } = read("keys.json") as { readonly keys: readonly SigningKey[] };
const named = (folder: string) =>
  readdirSync(join(VECTORS, folder)).map((file) => [file, read(`${folder}/${file}`) as Vector] as const);

function messageOf({ request }: Vector) {
  const { method, url, body } = request;
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { method, url, headers, body: Buffer.from(body) };
}

function verify(vector: Vector) {
  const { jwks_override, test_harness_state: state, verifier_capability, reference_now } = vector;
  return verifyRequest(messageOf(vector), {
    now: new Date(reference_now * 1000),
    digest: verifier_capability.covers_content_digest,
    async signerOf(keyId) {
      const key = (jwks_override?.keys ?? keys).find(({ kid }) => kid === keyId);
      return key && { key, isRevoked: state?.revocation_list?.revoked_kids.includes(keyId) ?? false };
    },
    takeNonce: async (_, nonce) => !state?.replay_cache_entries?.some((entry) => entry.nonce === nonce),
  });
}

describe("a correctly signed request is accepted", () => {
  test.each(named("positive"))("%s", async (_, vector) => {
    const message = messageOf(vector);
    const { "signature-input": input = "", signature: bytes = "" } = message.headers;
    const { components, parameters } = readSignature(input, bytes);
    const base = signatureBase(message, components, parameters);
    expect(base).toBe(vector.expected_signature_base ?? base);
    expect(await verify(vector)).toBeDefined();
  });
});

describe("an incorrectly signed request is refused with the protocol's code", () => {
  test.each(named("negative").filter(([file]) => !(file in ELSEWHERE)))("%s", async (_, vector) => {
    const fault = await verify(vector).then(
      () => "taken",
      (error: SignatureRefused) => error.fault,
    );
    expect(fault).toBe(vector.expected_outcome.error_code);
  });
});

interface Canonical {
  readonly name: string;
  readonly input_url: string;
  readonly reject?: true;
  readonly expected_target_uri?: string;
  readonly expected_authority?: string;
}

describe("an address has one canonical form", () => {
  const { cases } = read("canonicalization.json") as { readonly cases: readonly Canonical[] };
  test.each(cases.filter(({ reject }) => !reject).map((one) => [one.name, one] as const))("%s", (_, one) => {
    expect(targetUriOf(one.input_url)).toBe(one.expected_target_uri);
    expect(authorityOf(one.input_url)).toBe(one.expected_authority);
  });
  test.each(cases.filter(({ reject }) => reject).map((one) => [one.name, one] as const))("or none: %s", (_, one) => {
    expect(() => targetUriOf(one.input_url)).toThrow("cannot be read");
  });
});
