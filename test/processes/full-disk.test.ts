import { execFile } from "node:child_process";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { startProcess } from "./server-process.ts";
import { healthOf, PATIENCE, sandboxIn, writerAt } from "./writer.ts";

/** A separate file system in memory; undefined if the test's user may not mount one. */
async function mountSmallDisk(): Promise<string | undefined> {
  const run = promisify(execFile);
  const folder = await mkdtemp(join(tmpdir(), "interchange-small-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=320m", "tmpfs", folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(async () => {
    await run("umount", [folder]);
    await rm(folder, { recursive: true });
  });
  return folder;
}

/** Fills the disk to the last byte; returns a function that makes room again. */
async function fill(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "ballast");
  const file = await open(path, "w");
  try {
    for (const size of [1_048_576, 4_096]) {
      const piece = Buffer.alloc(size);
      for (let isFull = false; !isFull; )
        isFull = await file.write(piece).then(
          ({ bytesWritten }) => bytesWritten < size,
          () => true,
        );
    }
  } finally {
    await file.close();
  }
  return () => rm(path);
}

test("with a full file system writes get 503, nothing acknowledged is lost, and everything continues once there is room", async ({
  skip,
}) => {
  const disk = await mountSmallDisk();
  if (disk === undefined) return skip("only who may mount a file system can fill one: elsewhere the error is injected");
  const folder = join(disk, "data");
  const server = await startProcess("server", {
    DATABASE_URL: "",
    INTERCHANGE_DATA: folder,
    INTERCHANGE_SANDBOX: "1",
    BRAND_JSON_URL: "off",
  });
  onTestFinished(() => server.stop());
  const writer = writerAt(server.url, await sandboxIn(folder, server.url));
  await writer.written();
  const makeRoom = await fill(disk);
  const refused = () => writer.answers.filter(({ status }) => status >= 400);
  await vi.waitFor(() => expect(refused().length).toBeGreaterThan(10), PATIENCE);
  expect(await healthOf(server.url)).toMatchObject({ status: "degraded" });
  await makeRoom();
  await writer.written();
  await writer.stop();
  expect(server.child.exitCode).toBeNull();
  expect(refused().filter(({ status }) => status !== 503 && status !== 409)).toEqual([]);
  const names = new Set(await writer.names());
  expect(writer.acknowledged.filter((name) => !names.has(name))).toEqual([]);
  await vi.waitFor(async () => expect(await healthOf(server.url)).toMatchObject({ status: "ok" }), PATIENCE);
});
