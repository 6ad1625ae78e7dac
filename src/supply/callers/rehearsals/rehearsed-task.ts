import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { NaturalKey } from "../accounts/declared-account.ts";

/** What a buy may turn into: a task, or a request for input (AdCP 3.1, force_create_media_buy_arm). */
export const ARMS = ["submitted", "input-required"] as const;

/** The calls that may turn into a prepared task. */
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

/** A task that a caller has prepared for its sandbox tests; nothing is actually bought. */
export interface RehearsedTask {
  /** Only used if submitted, because nobody polls a request for input. */
  readonly taskId: string;
  readonly taskType: RehearsedCall;
  /** The account of the call that turned into the task; null before there was one, and if it named no account. */
  readonly account: NaturalKey | null;
  readonly arm: (typeof ARMS)[number];
  readonly state: RehearsedState;
  readonly message: string | null;
  /** The result that the caller specified; null until the task is over. */
  readonly result: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
