import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createOwnedResources } from "../../../test/operations/owned-resources.ts";
import { openWorld, type World } from "../../../test/world.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import { openVault } from "../../ground/vault/index.ts";
import { resealSecrets } from "./reseal.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test("after a rotation every secret is encrypted with the new key only, and credentials still work", async () => {
  const { buyer } = await createOwnedResources(world, await world.caller("OPERATOR"), "Rotating");
  const [old] = world.parts.vaultKeys;
  const fresh = { id: "fresh", key: randomBytes(32) };
  const both = openVault({ keys: [fresh, ...(old ? [old] : [])], random: systemRandom });
  expect(await resealSecrets(world.database, both)).toBeGreaterThan(0);
  expect(await resealSecrets(world.database, both)).toBe(0);
  const rows = await world.database.readInstallation((db) =>
    db.selectFrom("credentials").selectAll().where("customer_id", "=", buyer.customerId).execute(),
  );
  const place = {
    customerId: buyer.customerId,
    table: "credentials",
    rowId: String(rows[0]?.credential_id),
    field: "sealed",
  };
  const alone = openVault({ keys: [fresh], random: systemRandom });
  expect(alone.open(rows[0]?.sealed ?? "", place)).toContain("token");
});
