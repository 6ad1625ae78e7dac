import type { Tracing } from "../../tracing/index.ts";
import type { AgentConnection, OpenAgent } from "../connection.ts";
import type { SellerAgent } from "../port.ts";
import { SellerRefused, SellerUnreachable } from "../seller-error.ts";

type SellerOutcome = "answered" | "refused" | "unreachable" | "failed";

/** One call of the agent behind a source. */
interface ObservedCall {
  readonly kind: AgentConnection["kind"];
  /** The method of the port. */
  readonly call: string;
  readonly outcome: SellerOutcome;
  readonly seconds: number;
}

/** All calls, for observers such as the metrics. */
export interface SellerCalls {
  onCall(listener: (call: ObservedCall) => void): void;
  record(call: ObservedCall): void;
}

export function openSellerCalls(): SellerCalls {
  const listeners: ((call: ObservedCall) => void)[] = [];
  return {
    onCall: (listener) => void listeners.push(listener),
    record(call) {
      for (const listener of listeners) listener(call);
    },
  };
}

/** Opens agents of any kind, and counts, times and traces all their calls. */
export function observedAgents(open: OpenAgent, calls: SellerCalls, tracing: Tracing): OpenAgent {
  return (connection) => observed(open(connection), connection.kind, { calls, tracing });
}

/** This method is not observed, because it calls nobody. */
const UNASKED: keyof SellerAgent = "offerVersion";

interface Listeners {
  readonly calls: SellerCalls;
  readonly tracing: Tracing;
}

function observed(agent: SellerAgent, kind: AgentConnection["kind"], listeners: Listeners): SellerAgent {
  return new Proxy(agent, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function" || typeof name !== "string" || name === UNASKED) return value;
      return (...given: unknown[]) =>
        observeCall({ kind, call: name }, () => value.apply(target, given) as Promise<unknown>, listeners);
    },
  });
}

async function observeCall(
  { kind, call }: Pick<ObservedCall, "kind" | "call">,
  work: () => Promise<unknown>,
  { calls, tracing }: Listeners,
): Promise<unknown> {
  const begun = performance.now();
  const note = (outcome: SellerOutcome) =>
    calls.record({ kind, call, outcome, seconds: (performance.now() - begun) / 1000 });
  const attributes = { "interchange.seller.kind": kind };
  try {
    const answer = await tracing.within({ name: `seller ${call}`, kind: "client", attributes }, work);
    note("answered");
    return answer;
  } catch (error) {
    note(outcomeOf(error));
    throw error;
  }
}

function outcomeOf(error: unknown): SellerOutcome {
  if (error instanceof SellerUnreachable) return "unreachable";
  return error instanceof SellerRefused ? "refused" : "failed";
}
