import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { NaturalKey } from "../accounts/declared-account.ts";

/** What a buy may become in place of one: a task, or a question to its caller (AdCP 3.1, force_create_media_buy_arm). */
export const ARMS = ["submitted", "input-required"] as const;

/** The calls that may become one. */
type RehearsedCall = "create_media_buy" | "get_products";

export type RehearsedState = "next" | "given" | "over";

export const rehearsedLife = lifecycle<RehearsedState, "give" | "end">({
  noun: "rehearsed task",
  starts: ["next"],
  states: {
    next: "the caller's next media buy becomes this task",
    given: "a media buy has become this task",
    over: "its caller has set the result",
  },
  transitions: { give: { next: "given" }, end: { given: "over" } },
});

/** A task that a caller has settled beforehand for its trials: nothing is bought by it. */
export interface RehearsedTask {
  /** Only for a submitted one: nobody polls a question. */
  readonly taskId: string;
  readonly taskType: RehearsedCall;
  /** Whom the call was made for that became it; null until one did, and where it named nobody. */
  readonly account: NaturalKey | null;
  readonly arm: (typeof ARMS)[number];
  readonly state: RehearsedState;
  readonly message: string | null;
  /** Its result, as its caller specified; null until it is over. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
