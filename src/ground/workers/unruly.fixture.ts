/** A module of tasks for tests: well-behaved functions and misbehaving ones. */
export const double = (n: number): number => n * 2;
export const measure = (bytes: Uint8Array): number => bytes.length;
export const fail = (why: string): never => {
  throw new RangeError(why);
};
export const spin = (): never => {
  for (;;);
};
export const exhaustMemory = (): number => {
  const kept: number[][] = [];
  for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => n + kept.length));
};
export const leave = (): never => process.exit(3);
export const peek = (): NodeJS.ProcessEnv => ({ ...process.env });
