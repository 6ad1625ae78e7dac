import { wallOf } from "../../../ground/kernel/context.ts";
import type { Caller } from "../caller.ts";
import type { AnsweredMessage } from "./answered-message.ts";
import { findAnswered, insertAnswered } from "./store.ts";

/** Stores an answer for polling its task. */
export function keepAnswered({ side, ...owner }: Caller, answered: Omit<AnsweredMessage, "createdAt">): Promise<void> {
  return side.write((ctx) => insertAnswered(ctx.db, side.customerId, owner, { ...answered, createdAt: wallOf(ctx) }));
}

/** The caller's own; undefined for one that never was, or was forgotten. */
export function readAnswered({ side, ...owner }: Caller, taskId: string): Promise<AnsweredMessage | undefined> {
  return side.read(({ db }) => findAnswered(db, side.customerId, owner, taskId));
}
