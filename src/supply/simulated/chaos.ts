import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import { type SellerCall, SellerRefused, SellerUnreachable } from "../../ground/seller-agent/index.ts";
import { between, type RandomNumber, seeded } from "./seeded.ts";
import type { Simulation } from "./simulation.ts";

export type Sleep = (ms: number) => Promise<void>;

interface Act<Answer> {
  readonly call: SellerCall;
  /** Whether the act leaves something behind: only then is there anything to act on twice. */
  readonly writes: boolean;
  act(): Promise<Answer>;
}

/** How often a publisher has been called in this process, by whomever. */
export interface Calls {
  count: number;
}

/**
 * Stands before every call and lets through what the dial allows. The seed and the number of the call decide; the number goes
 * on however often the publisher is opened, or what failed once would fail at every repetition.
 */
export function openChaos({ seed, chaos }: Simulation, agentId: string, sleep: Sleep, calls: Calls) {
  async function silence(ms: number): Promise<never> {
    await sleep(ms);
    throw new SellerUnreachable(agentId, "timeout", "no answer before the deadline");
  }

  return async function pass<Answer>({ call: { timeoutMs }, writes, act }: Act<Answer>): Promise<Answer> {
    const draw = seeded(`${seed}:chaos:${calls.count++}`);
    if (draw() < chaos.hangRate) return silence(timeoutMs);
    const latencyMs = chaos.latencyMs * between(draw, 0.5, 1.5);
    if (latencyMs >= timeoutMs) return silence(timeoutMs);
    if (latencyMs > 0) await sleep(latencyMs);
    if (draw() < chaos.errorRate) throw failure(agentId, draw);
    const repeats = draw() < chaos.duplicateRate && writes;
    const answer = await act();
    return repeats ? silence(timeoutMs - latencyMs) : answer;
  };
}

function failure(agentId: string, draw: RandomNumber): Error {
  if (draw() < 0.5) return new SellerUnreachable(agentId, "unreachable", "the connection was reset");
  return new SellerRefused(agentId, [refusal("SERVICE_UNAVAILABLE", "try again later", null, "transient")]);
}
