import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemRandom } from "../kernel/random.ts";
import { hashSecret, openVault, type SecretPlace, VaultError } from "./index.ts";

const place: SecretPlace = { customerId: 7, table: "credentials", rowId: "agt_1", field: "token" };

function newKey(id: string) {
  return { id, key: new Uint8Array(randomBytes(32)) };
}

function vaultOf(...keys: ReturnType<typeof newKey>[]) {
  return openVault({ keys, random: systemRandom });
}

test("a sealed secret can be opened in its place, whatever its text", () => {
  const vault = vaultOf(newKey("a"));
  const text = fc.string({ unit: "binary" });
  const somewhere = fc.record({ customerId: fc.nat(), table: text, rowId: text, field: text });
  fc.assert(
    fc.property(text, somewhere, (secret, at) => {
      expect(vault.open(vault.seal(secret, at), at)).toBe(secret);
    }),
    { seed: 20_261_121 },
  );
});

test("sealing a secret twice gives unrelated texts", () => {
  const vault = vaultOf(newKey("a"));
  const [one, other] = [vault.seal("secret", place), vault.seal("secret", place)].map((text) => text.split("."));
  expect(one?.slice(0, 2)).toEqual(["v1", "a"]);
  expect(one?.[2]).not.toBe(other?.[2]);
  expect(one?.[3]).not.toBe(other?.[3]);
});

test.each<[string, Partial<SecretPlace>]>([
  ["another customer", { customerId: 8 }],
  ["another table", { table: "webhooks" }],
  ["another row", { rowId: "agt_2" }],
  ["another field", { field: "refreshToken" }],
  ["a place that reads the same when run together", { rowId: "agt_1token", field: "" }],
  ["a place with its parts quoted", { rowId: 'agt_1","token', field: "" }],
])("text moved to %s does not open", (_, move) => {
  const vault = vaultOf(newKey("a"));
  const sealed = vault.seal("secret", place);
  expect(() => vault.open(sealed, { ...place, ...move })).toThrow(VaultError);
});

describe("tampering is found", () => {
  const vault = vaultOf(newKey("a"), newKey("b"));
  const sealed = vault.seal("sixteen letters!", place);
  const positions = Array.from(sealed, (_, index) => index);

  test("at every character, whatever it is changed to", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=. ";
    for (const at of positions) {
      for (const letter of alphabet) {
        if (letter === sealed[at]) continue;
        const changed = sealed.slice(0, at) + letter + sealed.slice(at + 1);
        expect(() => vault.open(changed, place), `${letter} at ${at}`).toThrow(VaultError);
      }
    }
  });

  test("if the text is truncated or extended anywhere", () => {
    for (const at of positions) expect(() => vault.open(sealed.slice(0, at), place)).toThrow(VaultError);
    for (const more of ["A", "AAAA", "=", ".", ".AAAA", "\n"]) {
      expect(() => vault.open(sealed + more, place)).toThrow(VaultError);
    }
  });

  test("if the halves of two texts are exchanged", () => {
    const [one, other] = [sealed, vault.seal("sixteen letters?", place)].map((text) => text.split("."));
    const mixed = [...(one ?? []).slice(0, 3), ...(other ?? []).slice(3)].join(".");
    expect(() => vault.open(mixed, place)).toThrow(VaultError);
  });
});

describe("rotation", () => {
  const [older, newer] = [newKey("older"), newKey("newer")];
  const sealed = vaultOf(older).seal("secret", place);
  const rotated = vaultOf(newer, older);

  test("opens what an older key sealed, and reports it as stale", () => {
    expect(rotated.open(sealed, place)).toBe("secret");
    expect(rotated.stale(sealed)).toBe(true);
  });

  test("seals with the newer key, so that the older one can be removed", () => {
    const anew = rotated.seal(rotated.open(sealed, place), place);
    expect(rotated.stale(anew)).toBe(false);
    expect(vaultOf(newer).open(anew, place)).toBe("secret");
    expect(() => vaultOf(newer).open(sealed, place)).toThrow(VaultError);
  });

  test("does not change any hash", () => {
    expect(rotated.pepper("api keys")).toEqual(vaultOf(older).pepper("api keys"));
  });
});

test("peppers are 32 bytes and differ by label and by vault", () => {
  const [vault, stranger] = [vaultOf(newKey("a")), vaultOf(newKey("a"))];
  const peppers = [vault.pepper("api keys"), vault.pepper("sessions"), stranger.pepper("api keys")];
  expect(peppers.map((pepper) => pepper.length)).toEqual([32, 32, 32]);
  expect(new Set(peppers.map(String)).size).toBe(3);
});

test("a hash is HMAC-SHA-256 in hex", () => {
  // RFC 4231, test case 2.
  expect(hashSecret(Buffer.from("Jefe"), "what do ya want for nothing?")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("no error repeats a secret, a sealed text or a key", () => {
  const key = newKey("a");
  const vault = vaultOf(key);
  const sealed = vault.seal("canary-5f1c", place);
  const attempts = [
    () => vault.open("canary-5f1c", place),
    () => vault.open(`v1.a.${sealed}`, place),
    () => vault.open(sealed, { ...place, rowId: "agt_2" }),
    () => vaultOf(newKey("b")).open(sealed, place),
    () => vault.stale("canary-5f1c"),
    () => vaultOf(key, key),
    () => vaultOf({ id: "short", key: key.key.subarray(1) }),
    () => vaultOf(),
  ];
  const reported = attempts.map(thrownBy);
  for (const error of reported) expect(error).toBeInstanceOf(VaultError);
  const text = inspect(reported, { depth: 9, showHidden: true });
  for (const canary of ["canary", ...sealed.split(".").slice(2), Buffer.from(key.key).toString("base64")]) {
    expect(text).not.toContain(canary);
  }
});

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
