import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, vi } from "vitest";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";

export const PATIENCE = { timeout: 120_000, interval: 200 };

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly message: string;
  readonly reason: unknown;
}

/** A client that writes without pause, and records what was acknowledged. */
export function writerAt(url: string, { buyer }: SandboxFile) {
  const acknowledged: string[] = [];
  const answers: Answer[] = [];
  const stopped = new AbortController();
  const headers = { authorization: `Bearer ${buyer.key}`, "content-type": "application/json" };
  const write = async (name: string) => {
    const body = JSON.stringify({ name, brand: "writer.example" });
    const answer = await fetch(`${url}/api/v2/buyer/advertisers`, {
      method: "POST",
      headers: { ...headers, "idempotency-key": name },
      body,
    });
    const { error } = (await answer.json()) as { error: { message: string; details?: { reason: unknown } } | null };
    if (answer.ok) acknowledged.push(name);
    const { message = "", details } = error ?? {};
    answers.push({
      status: answer.status,
      retryAfter: answer.headers.get("retry-after"),
      message,
      reason: details?.reason,
    });
  };
  const all = [0, 1, 2, 3].map(async (lane) => {
    for (let n = 0; !stopped.signal.aborted; n++) {
      await write(`writer-${randomUUID()}-${lane}-${n}`);
      await sleep(20);
    }
  });
  return {
    acknowledged,
    answers,
    written: async () => {
      const count = acknowledged.length;
      await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(count + 3), PATIENCE);
    },
    stop: async () => {
      stopped.abort();
      await Promise.all(all);
    },
    names: async () => {
      const found: string[] = [];
      for (let skip = 0; ; skip += 250) {
        const answer = await fetch(`${url}/api/v2/buyer/advertisers?take=250&skip=${skip}`, { headers });
        const { data } = (await answer.json()) as { data: { items: { name: string }[] } };
        found.push(...data.items.map(({ name }) => name));
        if (data.items.length < 250) return found;
      }
    },
  };
}

export async function sandboxIn(folder: string, url: string): Promise<SandboxFile> {
  const sandbox = JSON.parse(await readFile(join(folder, "sandbox.json"), "utf8")) as SandboxFile;
  await fetch(`${url}/api/v2/accept-tos`, {
    method: "POST",
    headers: { authorization: `Bearer ${sandbox.buyer.key}` },
  });
  return sandbox;
}

export const healthOf = async (url: string) =>
  (await (await fetch(`${url}/health`)).json()) as { status: string; services: { database: string }; reason: string };
