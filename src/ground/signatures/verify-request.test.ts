import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { after, SECOND_MS } from "../kernel/clock.ts";
import { type SigningKey, signMessage, verifyRequest } from "./index.ts";
import { dictionaryIn } from "./signature-input.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const jwk = publicKey.export({ format: "jwk" }) as Pick<SigningKey, "kty" | "crv" | "x">;
const key: SigningKey = { ...jwk, kid: "k", alg: "EdDSA", key_ops: ["verify"], adcp_use: "request-signing" };
const AT = new Date("2026-06-01T12:00:00Z");

function signed(nonce: string) {
  const headers = { "content-type": "application/json" };
  const message = { method: "POST", url: "https://shop.example/mcp", headers, body: Buffer.from("{}") };
  const proof = signMessage(message, { key: privateKey, keyId: "k", tag: "adcp/request-signing/v1", nonce, at: AT });
  return { ...message, headers: { ...headers, ...proof } };
}

/** Until when the nonce of a request that arrives so late is stored. */
async function rememberedUntil(nonce: string, lateMs: number): Promise<Date | undefined> {
  let remembered: Date | undefined;
  await verifyRequest(signed(nonce), {
    now: after(AT, lateMs),
    digest: "either",
    signerOf: async () => ({ key, isRevoked: false }),
    takeNonce: async (_, __, until) => {
      remembered = until;
      return true;
    },
  });
  return remembered;
}

test("a nonce is stored for as long as its signature is accepted, from the earliest moment to the last", async () => {
  const last = 360 * SECOND_MS + 999;
  await expect(rememberedUntil("n", last)).resolves.toBeDefined();
  await expect(rememberedUntil("n", last + 1)).rejects.toMatchObject({ fault: "request_signature_window_invalid" });
  const until = await rememberedUntil("n", -60 * SECOND_MS);
  expect(until?.getTime()).toBeGreaterThan(after(AT, last).getTime());
});

test("a nonce that is too long to store is refused before it is looked up", async () => {
  await expect(rememberedUntil("n".repeat(255), 0)).resolves.toBeDefined();
  await expect(rememberedUntil("n".repeat(256), 0)).rejects.toMatchObject({
    fault: "request_signature_header_malformed",
  });
});

test.each(["(", '"', '\\"', '"\\', ":"])(
  "a header of nothing but %j, which opens and never closes, is refused",
  (opened) => {
    for (const header of [opened.repeat(8_001), `"${opened.repeat(8_001)}`, `sig1=${opened.repeat(8_001)}`])
      expect(() => dictionaryIn(header, "Signature")).toThrow("not a structured-fields dictionary");
  },
);
