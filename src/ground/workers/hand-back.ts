import { move, transferableSymbol, valueSymbol } from "piscina";

/** For a task's function: a result whose buffers are transferred to the caller, not copied. */
export function handBack<T extends object>(answer: T, buffers: readonly ArrayBufferLike[]): T {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: answer }) as unknown as T;
}
