import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Child, startChild } from "../harness/child.ts";

export interface Rival extends Child {
  readonly origin: string;
}

/** Starts one of the servers in this folder. */
export async function startRival(name: string, folder: string, env: Readonly<Record<string, string>>): Promise<Rival> {
  const child = startChild(join(import.meta.dirname, name), { folder, env });
  const [{ port }] = (await once(child.process, "message")) as [AddressInfo];
  return { ...child, origin: `http://127.0.0.1:${port}` };
}
