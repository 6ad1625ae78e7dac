import { sharedLooks } from "../../db/batching/index.ts";
import { mayLag, type Operation } from "../operation.ts";
import type { Viewer } from "../viewer.ts";
import type { Answer } from "../writing/answer.ts";

/** Only answers that are being computed now; results are not cached. */
export type SharedAnswers = ReturnType<typeof sharedLooks<Answer>>;

export function openSharedAnswers(): SharedAnswers {
  return sharedLooks<Answer>();
}

interface SharedRequest {
  readonly params?: unknown;
  readonly query?: unknown;
}

/**
 * If the same caller requests a list or a report several times at once, it is read, checked and serialised once, as of a moment after the
 * last of these requests. Two callers are the same only if everything known about them is: key, session, rights, clock. Requests are
 * compared as they came in, because parsing may drop parts of them.
 */
export function answerShared(
  op: Operation,
  { params, query }: SharedRequest,
  { viewer, answers }: { readonly viewer: Viewer; readonly answers: SharedAnswers },
  look: () => Promise<Answer>,
): Promise<Answer> {
  if (!mayLag(op) || op.access === "public") return look();
  return answers(JSON.stringify([op.id, viewer, params, query]), look);
}
