import { wallOf } from "../../../ground/kernel/context.ts";
import type { Caller } from "../caller.ts";
import { findAnswered, insertAnswered } from "./store.ts";

/** What a message over A2A was answered with. */
export interface AnsweredMessage {
  readonly taskId: string;
  readonly contextId: string;
  readonly status: "completed" | "submitted" | "input-required" | "failed";
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/** Keeps an answer for whoever asks after its task. */
export function keepAnswered({ side, ...owner }: Caller, answered: Omit<AnsweredMessage, "createdAt">): Promise<void> {
  return side.write((ctx) => insertAnswered(ctx.db, side.customerId, owner, { ...answered, createdAt: wallOf(ctx) }));
}

/** The caller's own; undefined for one that never was, or was forgotten. */
export function readAnswered({ side, ...owner }: Caller, taskId: string): Promise<AnsweredMessage | undefined> {
  return side.read(({ db }) => findAnswered(db, side.customerId, owner, taskId));
}
