import type { Log } from "../../ground/kernel/log.ts";
import {
  type Incompleteness,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
  type SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import { askInTime, asSellerFailure, closedReason, forSources, type OpenedSource } from "../orders/index.ts";

interface SourceAnswer<T> {
  readonly source: OpenedSource["source"];
  readonly value: T;
}

/** The sources' answers in the sources' order, and the sources that did not answer. */
export interface CollectedAnswers<T> {
  readonly said: readonly SourceAnswer<T>[];
  readonly incomplete: readonly Incompleteness[];
  /** How long each source that was asked took, in milliseconds, by source id. */
  readonly tookMs: ReadonlyMap<string, number>;
}

/** Asks all sources in parallel, each for as long as the call permits. If one hangs, only its own answer is lost. */
export async function askAll<T>(
  sources: readonly OpenedSource[],
  call: SellerCall,
  log: Log,
  ask: (agent: SellerAgent, call: SellerCall, source: OpenedSource["source"]) => Promise<T>,
): Promise<CollectedAnswers<T>> {
  const share = forSources(call);
  const tookMs = new Map<string, number>();
  const answers = await Promise.all(
    sources.map(async (opened): Promise<SourceAnswer<T> | Incompleteness> => {
      const { source, agent, withheld } = opened;
      const whose = { source: source.name, sourceId: source.sourceId };
      if (!agent) return { ...whose, reason: withheld ? "not_active" : "not_connected", message: closedReason(opened) };
      const began = performance.now();
      try {
        return { source, value: await askInTime(source.name, share, () => ask(agent, share, source)) };
      } catch (thrown) {
        log.warn({ err: thrown, agentId: source.agentId, requestId: call.requestId }, "a source did not answer");
        const failure = asSellerFailure(source.name, thrown);
        return { ...whose, reason: reasonOf(failure), message: failure.message };
      } finally {
        tookMs.set(source.sourceId, Math.round(performance.now() - began));
      }
    }),
  );
  return {
    said: answers.filter((answer) => "value" in answer),
    incomplete: answers.filter((answer) => "reason" in answer),
    tookMs,
  };
}

function reasonOf(failure: SellerRefused | SellerUnreachable): Incompleteness["reason"] {
  if (failure instanceof SellerRefused) return "refused";
  switch (failure.reason) {
    case "unauthorized":
      return "refused";
    case "too_large":
      return "malformed";
    default:
      return failure.reason;
  }
}
