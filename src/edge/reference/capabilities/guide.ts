import { type Operation, writes } from "../../../ground/kernel/operation.ts";
import { operationsOf, type Side } from "../openapi.ts";
import { type Capability, capabilityOf, inputsOf } from "./capability.ts";
import { HANDBOOKS, type Handbook } from "./handbooks/handbooks.ts";
import { vocabularyOf } from "./plain-words.ts";
import { openRanking, type Ranking } from "./ranking.ts";

/** What callers of one side can do, for looking up operations and answering questions. */
export interface Guide {
  readonly side: Side;
  readonly operations: readonly Operation[];
  readonly handbook: Handbook;
  /** The steps of the handbook's journey whose operations this server has. */
  readonly journey: readonly Capability[];
  /** Undefined for an id that is not among the operations. */
  capability(id: string): Capability | undefined;
  /** The operations that a question is about, the best match first; empty if nothing fits. */
  find(question: string): readonly Found[];
}

export interface Found {
  readonly capability: Capability;
  /** 1 for the best match. */
  readonly score: number;
}

/** Computed on first use, so that it does not slow down the start of a server. */
export function openGuide(side: Side, operations: readonly Operation[]): Guide {
  const mine = operationsOf(side, operations);
  const byId = new Map(mine.map((op) => [op.id, op]));
  const handbook = HANDBOOKS[side];
  const steps = new Map(handbook.journey.map((step) => [step.operation, step]));
  const known = new Map<string, Capability>();
  const capability = (id: string): Capability | undefined => {
    const op = byId.get(id);
    if (op && !known.has(id)) known.set(id, capabilityOf(op, side, steps.get(id)));
    return known.get(id);
  };
  const reported = (ids: readonly string[]) => ids.flatMap((id) => capability(id) ?? []);
  let ranking: Ranking | undefined;
  return {
    side,
    handbook,
    operations: mine,
    capability,
    get journey() {
      return reported([...steps.keys()]);
    },
    find(question) {
      ranking ??= openRanking(
        reported(mine.map(({ id }) => id)).map((known) => documentOf(known, handbook)),
        { boost: BOOST, vocabulary: vocabularyOf(handbook.words) },
      );
      return ranking(question).flatMap(({ id, score }) => {
        const found = capability(id);
        return found ? [{ capability: found, score }] : [];
      });
    },
  };
}

const BOOST = { id: 3, summary: 4, asked: 4, path: 1, tag: 1, why: 1, description: 1, fields: 0.6, reported: 0.3 };

function documentOf(capability: Capability, { asked }: Handbook) {
  const { op, path, step } = capability;
  const fields = inputsOf(capability);
  return {
    id: op.id,
    reads: !writes(op),
    summary: op.summary,
    asked: asked[op.id] ?? "",
    path: path.replace("/api/v2", ""),
    tag: op.tag,
    why: step?.why ?? "",
    description: op.description ?? "",
    fields: fields.map(({ name }) => name).join(" "),
    reported: fields.map(({ description = "" }) => description).join(" "),
  };
}
