import { sharedLooks } from "../../db/batching/index.ts";
import { mayLag, type Operation } from "../operation.ts";
import type { Viewer } from "../viewer.ts";
import type { Answer } from "../writing/answer.ts";

/** What is being answered at the moment, and nothing from before. */
export type SharedAnswers = ReturnType<typeof sharedLooks<Answer>>;

export function openSharedAnswers(): SharedAnswers {
  return sharedLooks<Answer>();
}

interface Asked {
  readonly params?: unknown;
  readonly query?: unknown;
}

/**
 * A list or a report that the same caller asks for several times at once is read, checked and written out once, from a moment after the last
 * of them asked. Callers are the same only if everything is that is known of them: key, session, rights, clock. What was asked is compared
 * as it came, because parsing may leave less of it.
 */
export function answerShared(
  op: Operation,
  { params, query }: Asked,
  { viewer, answers }: { readonly viewer: Viewer; readonly answers: SharedAnswers },
  look: () => Promise<Answer>,
): Promise<Answer> {
  if (!mayLag(op) || op.access === "public") return look();
  return answers(JSON.stringify([op.id, viewer, params, query]), look);
}
