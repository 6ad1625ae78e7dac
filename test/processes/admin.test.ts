import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { freshDatabase } from "../database.ts";

const ADMIN = fileURLToPath(new URL("../../src/main/admin.ts", import.meta.url));

test("an operator adds, lists and revokes API keys on the machine, and errors are reported in a sentence", async () => {
  const { url, drop } = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "interchange-admin-"));
  const env = { ...process.env, DATABASE_URL: url, INTERCHANGE_DATA: folder };
  const admin = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [ADMIN, ...args], { env })).stdout.trim();
  const [organisation = ""] =
    /\d+/.exec(await admin("add-organisation", "Acme", "--email", "ann@acme.example", "--kind", "BUYER")) ?? [];
  const key = await admin("add-key", organisation, "--email", "ANN@acme.example", "--name", "Export", "--read-only");
  const [, clientId = ""] = /^scope3_([0-9a-f]{12})_[\w-]{43}$/.exec(key) ?? [];
  expect(await admin("list-keys", organisation)).toContain(
    `${clientId}  ann@acme.example  Export  read-only  never used`,
  );
  expect(await admin("revoke-key", clientId)).toBe(`${clientId} is revoked`);
  expect(await admin("list-keys", organisation)).not.toContain(clientId);
  await expect(admin("revoke-key", clientId)).rejects.toThrow(/there is no API key/);
  await expect(admin("add-key", organisation, "--email", "eve@acme.example")).rejects.toThrow(/is not a member/);
  const line = await admin("audit", "checkpoint");
  const checkpoints = join(folder, "kept.jsonl");
  await writeFile(checkpoints, `${line}\n`);
  expect(await admin("audit", "verify", "--checkpoints", checkpoints)).toContain("every log is intact");
  await writeFile(checkpoints, `${line.replace(/"at":"2/, '"at":"3')}\n`);
  await expect(admin("audit", "verify", "--checkpoints", checkpoints)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("was not signed by this installation"),
  });
  await expect(admin("list-keys", "999")).rejects.toThrow(/no organisation with this number/);
  await drop();
});
