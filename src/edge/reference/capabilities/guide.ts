import MiniSearch from "minisearch";
import { type Operation, writes } from "../../../ground/kernel/operation.ts";
import { operationsOf, type Side } from "../openapi.ts";
import { ASKED } from "./asked.ts";
import { type Capability, capabilityOf, inputsOf } from "./capability.ts";
import { JOURNEY } from "./journey.ts";
import { asksToRead, meaningsOf, wordsOf } from "./plain-words.ts";

/** What callers of one side can do, to be looked up and to be asked about. */
export interface Guide {
  readonly side: Side;
  readonly operations: readonly Operation[];
  /** The steps from the first call to the report, as far as this server has them. */
  readonly journey: readonly Capability[];
  /** Undefined for an id that is not among the operations. */
  capability(id: string): Capability | undefined;
  /** The operations that a question is about, the best first; none where nothing fits. */
  find(question: string): readonly Found[];
}

export interface Found {
  readonly capability: Capability;
  /** 1 for the best. */
  readonly score: number;
}

/** Nothing is worked out before somebody asks: a server that nobody asks starts no later for it. */
export function openGuide(side: Side, operations: readonly Operation[]): Guide {
  const mine = operationsOf(side, operations);
  const byId = new Map(mine.map((op) => [op.id, op]));
  const steps = new Map(side === "buyer" ? JOURNEY.map((step) => [step.operation, step]) : []);
  const known = new Map<string, Capability>();
  const capability = (id: string): Capability | undefined => {
    const op = byId.get(id);
    if (op && !known.has(id)) known.set(id, capabilityOf(op, side, steps.get(id)));
    return known.get(id);
  };
  const told = (ids: readonly string[]) => ids.flatMap((id) => capability(id) ?? []);
  let index: MiniSearch | undefined;
  return {
    side,
    operations: mine,
    capability,
    get journey() {
      return told([...steps.keys()]);
    },
    find(question) {
      index ??= indexOf(told(mine.map(({ id }) => id)));
      return search(index, question).flatMap(({ id, score }) => {
        const found = capability(id);
        return found ? [{ capability: found, score }] : [];
      });
    },
  };
}

/** What an operation that only reads gains on the others in a question that wants to know something. */
const READING = 1.6;

const BOOST = { id: 3, summary: 4, asked: 4, path: 1, tag: 1, why: 1, description: 1, fields: 0.6, told: 0.3 };

function indexOf(capabilities: readonly Capability[]): MiniSearch {
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    storeFields: ["reads"],
    processTerm: (term) => term,
    tokenize: wordsOf,
  });
  index.addAll(capabilities.map(documentOf));
  return index;
}

function documentOf(capability: Capability) {
  const { op, path, step } = capability;
  const fields = inputsOf(capability);
  return {
    id: op.id,
    reads: !writes(op),
    summary: op.summary,
    asked: ASKED[op.id] ?? "",
    path: path.replace("/api/v2", ""),
    tag: op.tag,
    why: step?.why ?? "",
    description: op.description ?? "",
    fields: fields.map(({ name }) => name).join(" "),
    told: fields.map(({ description = "" }) => description).join(" "),
  };
}

/** What counts of a word that the question did not say itself. */
const OTHER = 0.75;

/** The best are those that have most of what the question says, and of those the ones that say it most. */
function search(index: MiniSearch, question: string): { readonly id: string; readonly score: number }[] {
  const meanings = meaningsOf(question);
  const own = new Set(meanings.map(([word]) => word));
  const words = [...new Set(meanings.flat())];
  const reading = asksToRead(question);
  const results = index.search(words.join(" "), {
    boost: BOOST,
    tokenize: () => words,
    processTerm: (term) => term,
    boostDocument: (_id, _term, stored) => (reading && stored?.reads ? READING : 1),
    boostTerm: (term) => (own.has(term) ? 1 : OTHER),
    prefix: (term) => term.length >= 5,
    fuzzy: (term) => term.length >= 7 && 1,
    weights: { prefix: 0.4, fuzzy: 0.2 },
  });
  const scored = results.map(({ id, score, queryTerms }) => {
    const met = meanings.filter((meaning) => meaning.some((word) => queryTerms.includes(word)));
    return { id: String(id), score: score * (met.length / meanings.length) ** 2 };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 1;
  return scored.map(({ id, score }) => ({ id, score: score / best }));
}
