import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { after, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import type { Bucket, Description } from "../contract/adapter.ts";
import type { ProviderRequest } from "../contract/http.ts";
import { holdLimit, reserveTurn } from "./limits-store.ts";

/** What a limit applies to: an account of a connection, or callers without an account. */
export interface Counted {
  readonly clientId: string;
  readonly account: string;
}

const takeOne = step({
  name: "providers.take-turn",
  reach: "installation",
  input: z.object({
    customerId: z.int(),
    key: z.string(),
    intervalMs: z.number(),
    burst: z.number(),
    cost: z.number(),
    mostMs: z.number(),
  }),
  handle: ({ cost, mostMs, key, intervalMs, burst }, ctx) =>
    reserveTurn(installationDb(ctx), { key, intervalMs, burst }, cost, wallOf(ctx), mostMs),
});

const hold = step({
  name: "providers.hold-limit",
  reach: "installation",
  input: z.object({ customerId: z.int(), key: z.string(), seconds: z.number() }),
  handle: ({ key, seconds }, ctx) => holdLimit(installationDb(ctx), key, after(wallOf(ctx), seconds * SECOND_MS)),
});

/** Waits for a request's turn under its limit. If it would not come in time, returns in how many ms it would. */
export async function waitForTurn(
  { perform }: Pick<CallContext, "perform">,
  describe: Description,
  { bucket, cost = 1 }: Pick<ProviderRequest, "bucket" | "cost">,
  counted: Counted,
  mostMs: number,
): Promise<number | undefined> {
  const known = bucketOf(describe, bucket);
  if (!known) return undefined;
  const { perSecond, burst } = known;
  const limit = { key: keyOf(describe, known, counted), intervalMs: SECOND_MS / perSecond, burst };
  const turn = await perform(takeOne, { customerId: 0, ...limit, cost, mostMs });
  if (!turn?.isTaken) return turn?.inMs ?? mostMs;
  if (turn.inMs > 0) await sleep(turn.inMs);
  return undefined;
}

/** The provider asked for a pause, which applies to everybody under the same limit. */
export async function savePause(
  { perform }: Pick<CallContext, "perform">,
  describe: Description,
  { bucket }: Pick<ProviderRequest, "bucket">,
  counted: Counted,
  seconds: number,
): Promise<void> {
  const known = bucketOf(describe, bucket);
  if (known) await perform(hold, { customerId: 0, key: keyOf(describe, known, counted), seconds });
}

function bucketOf({ buckets }: Description, name: string): Bucket | undefined {
  return buckets.find((one) => one.name === name);
}

function keyOf({ provider }: Description, { name, per }: Bucket, { clientId, account }: Counted): string {
  return [provider, name, clientId, ...(per === "account" ? [account] : [])].join("/");
}
