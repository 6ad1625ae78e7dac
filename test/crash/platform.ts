import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SimulatedProvider } from "../../src/main/sandbox/providers/index.ts";
import { RECALLED } from "../recalling.ts";

/** Counts from a platform's own ledger: `holds` only of objects with certain tags in their names, the others of all objects. */
export interface LedgerCount {
  /** The number of live objects by kind. */
  readonly holds: Readonly<Record<string, number>>;
  readonly twice: number;
  readonly orphans: number;
  readonly enabledUnread: number;
}

export type Order =
  | { readonly kind: "count"; readonly tags: readonly string[] }
  /** The next calls of a route are refused. */
  | { readonly kind: "refuse" | "throttle"; readonly route: string; readonly times: number };

export interface PlatformProcess extends Pick<SimulatedProvider, "name" | "addresses" | "application"> {
  /** `tags` select the objects of `holds` by their names. */
  count(tags: readonly string[]): Promise<LedgerCount>;
  refuse(route: string, times: number): Promise<void>;
  /** In the platform's own format. */
  throttle(route: string, times: number): Promise<void>;
  stop(): void;
}

/** Starts a simulated platform in a separate process. */
export async function startPlatform(name: string, callback: string): Promise<PlatformProcess> {
  const application = { clientId: `crash-${name}`, clientSecret: "not a secret", redirectUris: [callback] };
  const child = fork(fileURLToPath(new URL("platform-process.ts", import.meta.url)), {
    // The options of the test's own process must not be inherited.
    execArgv: RECALLED,
    env: { ...process.env, PLATFORM: JSON.stringify({ name, application }) },
  });
  const [ready] = (await once(child, "message")) as [Pick<SimulatedProvider, "addresses">];
  const ask = async <T>(order: Order): Promise<T> => {
    const answer = once(child, "message");
    child.send(order);
    return (await answer)[0] as T;
  };
  return {
    name,
    application,
    addresses: ready.addresses,
    count: (tags) => ask<LedgerCount>({ kind: "count", tags }),
    refuse: (route, times) => ask<undefined>({ kind: "refuse", route, times }),
    throttle: (route, times) => ask<undefined>({ kind: "throttle", route, times }),
    stop: () => child.disconnect(),
  };
}
