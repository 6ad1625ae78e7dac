import { move, transferableSymbol, valueSymbol } from "piscina";

/** For a task's function: an answer whose buffers are moved back to whoever asked, and not copied. */
export function handBack<T extends object>(answer: T, buffers: readonly ArrayBufferLike[]): T {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: answer } as never) as unknown as T;
}
