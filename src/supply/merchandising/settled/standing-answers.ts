import { WeighedMap } from "../../../ground/caches/index.ts";
import type { Database } from "../../../ground/db/index.ts";
import type { ProductsAnswer, ProductsRequest, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { OpenedSource, SellerSide } from "../../orders/index.ts";
import type { Source } from "../../sources/index.ts";
import type { EarlierRun } from "../recording/record-runs.ts";
import type { Shopfront } from "../shopfront.ts";
import type { SettledShelf } from "./settled-shelf.ts";

/** A composed answer and its run; the run is undefined if it could not be recorded. */
export interface Composed {
  readonly answer: ProductsAnswer;
  readonly run: EarlierRun | undefined;
}

interface CachedAnswers {
  /** The version of the shelf. */
  readonly version: string;
  readonly composed: Promise<Composed>;
}

/** The memory for all answers together. */
const MOST_BYTES = 16 * 1_048_576;
/**
 * An estimate for each character of an answer's JSON: the answer itself, what is derived from it elsewhere, its texts,
 * and its run.
 */
const BYTES_A_CHARACTER = 10;

const CACHES = new WeakMap<Database, WeighedMap<string, CachedAnswers>>();

interface Shop {
  readonly shelf: SettledShelf;
  readonly side: SellerSide;
  readonly buyerCustomerId: number | null;
  readonly openSources: () => Promise<readonly OpenedSource[]>;
}

/**
 * Everything other than the shelf that determines the answer to a request, as text: the request, the buyer and its
 * houses, and whatever else the sources depend on, such as the day. Undefined if a source has to be asked.
 */
export async function decidedBy(
  { shelf, side, buyerCustomerId, openSources }: Shop,
  request: ProductsRequest,
  call: SellerCall,
): Promise<string | undefined> {
  const { buyer } = call;
  const selling = (await shelf.sources(side)).filter(({ type }) => type === "SALES");
  if (!selling.every(isOpenToAll) || buyer.accounts) return undefined;
  const versions = (await openSources()).map(({ agent }) => agent?.offerVersion?.(call));
  if (versions.includes(undefined)) return undefined;
  return JSON.stringify([request, buyer, buyerCustomerId, await shelf.housesOf(side, call), versions]);
}

/** Whether the source requires nobody's secret, so that it can be opened once for everybody. */
export function isOpenToAll({ executionType, authConfigured, requiresCredentials }: Source): boolean {
  return executionType === "SIMULATED" && !authConfigured && !requiresCredentials;
}

interface AnswerQuery {
  readonly shopfront: Pick<Shopfront, "storefrontId" | "version">;
  readonly decided: string;
  /** Composes the answer for the first time, and records the run. */
  compose(): Promise<Composed>;
  /** Records that the same answer was given again; returns false if its run can no longer be referred to. */
  repeat(run: EarlierRun): Promise<boolean>;
}

/**
 * The previous answer, if it is still valid: the very same object, so that whatever is derived from it can be cached
 * with it. Otherwise composes a new one, for which concurrent callers with the same request wait.
 */
export async function standingAnswer(database: Database, asked: AnswerQuery): Promise<ProductsAnswer> {
  const { shopfront, decided, compose, repeat } = asked;
  const { storefrontId, version } = shopfront;
  const all = CACHES.get(database) ?? new WeighedMap<string, CachedAnswers>(MOST_BYTES);
  CACHES.set(database, all);
  const key = `${storefrontId} ${decided}`;
  const known = all.get(key);
  if (known?.version !== version) return (await save(all, key, { version, composed: compose() })).answer;
  const { answer, run } = await known.composed.catch(() => NOTHING);
  if (answer && run && (await repeat(run))) return answer;
  if (all.get(key) === known) all.delete(key);
  return standingAnswer(database, asked);
}

function bytesOf({ answer }: Composed): number {
  return JSON.stringify(answer).length * BYTES_A_CHARACTER;
}

const NOTHING = { answer: undefined, run: undefined };

async function save(all: WeighedMap<string, CachedAnswers>, key: string, kept: CachedAnswers): Promise<Composed> {
  all.set(key, kept, key.length);
  let isStanding = false;
  try {
    const composed = await kept.composed;
    isStanding = composed.run !== undefined;
    if (isStanding && all.get(key) === kept) all.set(key, kept, key.length + bytesOf(composed));
    return composed;
  } finally {
    if (!isStanding && all.get(key) === kept) all.delete(key);
  }
}
