import { wallOf } from "../../../ground/kernel/context.ts";
import type { Caller } from "../caller.ts";
import type { AnsweredMessage } from "./answered-message.ts";
import { findAnswered, insertAnswered } from "./store.ts";

/** Stores an answer, so that its task can be polled. */
export function saveAnswered({ side, ...owner }: Caller, answered: Omit<AnsweredMessage, "createdAt">): Promise<void> {
  return side.write((ctx) => insertAnswered(ctx.db, side.customerId, owner, { ...answered, createdAt: wallOf(ctx) }));
}

/** An answer to the caller's own message; undefined if there never was one, or it has been deleted. */
export function readAnswered({ side, ...owner }: Caller, taskId: string): Promise<AnsweredMessage | undefined> {
  return side.read(({ db }) => findAnswered(db, side.customerId, owner, taskId));
}
