import { move, transferableSymbol, valueSymbol } from "piscina";

/** Used by a task's function to return a result whose buffers are transferred to the caller rather than copied. */
export function transferResult<T extends object>(answer: T, buffers: readonly ArrayBufferLike[]): T {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: answer }) as unknown as T;
}
