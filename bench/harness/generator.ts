import { answer } from "./answer.ts";
import { type HttpRequest, openConnection, written } from "./connection.ts";
import { usageSoFar } from "./usage.ts";

/** A load: callers that each wait for their answer before they send the next request. */
export interface Load {
  /** Callers are assigned to these in turn. */
  readonly origins: readonly string[];
  readonly callers: number;
  /** The requests, which all callers take in turn: repeatedly until the time is up, or once each. */
  readonly asks: readonly HttpRequest[];
  readonly forMs?: number;
}

export interface Shot {
  readonly elapsedMs: number;
  readonly failures: number;
  /** The message of the first failure. */
  readonly firstFailure: string | undefined;
  readonly cpuMs: number;
  /** Ascending. */
  readonly latenciesMs: Float64Array;
}

async function fire({ origins, callers, asks, forMs }: Load): Promise<Shot> {
  const requests = asks.map(written);
  const connections = await Promise.all(
    Array.from({ length: callers }, (_, caller) => openConnection(origins[caller % origins.length] ?? "")),
  );
  const latencies: number[] = [];
  let [next, failures, firstFailure] = [0, 0, undefined as string | undefined];
  const cpuBefore = usageSoFar().cpuMs;
  const began = performance.now();
  const goesOn = () => (forMs === undefined ? next < requests.length : performance.now() - began < forMs);

  await Promise.all(
    connections.map(async (connection) => {
      while (goesOn()) {
        const asked = performance.now();
        const { status, body } = await connection.send(requests[next++ % requests.length] ?? Buffer.alloc(0));
        latencies.push(performance.now() - asked);
        if (status < 400) continue;
        failures += 1;
        firstFailure ??= `${status} ${body.slice(0, 300)}`;
      }
    }),
  );
  const elapsedMs = performance.now() - began;
  for (const connection of connections) connection.close();
  return {
    elapsedMs,
    failures,
    firstFailure,
    cpuMs: usageSoFar().cpuMs - cpuBefore,
    latenciesMs: Float64Array.from(latencies).sort(),
  };
}

answer({ fire });
process.send?.({ ready: true });
