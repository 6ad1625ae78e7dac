import fc from "fast-check";

/** Values that a hostile caller sends in place of valid ones. */
export const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    0,
    -1,
    0.1,
    1e308,
    -1e308,
    Number.MAX_SAFE_INTEGER,
    2 ** 63,
    true,
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    "\u0000",
    "a\u0000b",
    "\ud800",
    "💥".repeat(50),
    "x".repeat(5_000),
    "' or 1=1 --",
    "${7*7}",
    "../../etc/passwd",
    "%00",
    "NaN",
    "Infinity",
    "1e999",
    "-0",
    "0x10",
    "９",
    "\u202etxt",
  ),
  fc.constantFrom<unknown>(
    "2026-02-30T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "0000-01-01T00:00:00Z",
    "+275760-09-13T00:00:00.000Z",
    "http://169.254.169.254/",
    "file:///etc/passwd",
    "javascript:alert(1)",
  ),
  fc.constantFrom<unknown>(
    { __proto__: { polluted: true } },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    { constructor: { prototype: { polluted: 1 } } },
    { toString: 1 },
  ),
  fc.nat({ max: 200 }).map((depth) => JSON.parse(`${"[".repeat(depth + 1)}${"]".repeat(depth + 1)}`) as unknown),
  fc.jsonValue({ maxDepth: 4 }),
);

/** The same input with one value replaced, at any path that exists, or as a whole. */
export function spoiled(whole: unknown, at: number, value: unknown): unknown {
  const paths = pathsOf(whole);
  const path = paths[at % paths.length] ?? [];
  return replaced(whole, path, value);
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, name]))
      : [];
  return [[...path], ...inner];
}

function replaced(whole: unknown, [head, ...rest]: readonly string[], value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((part, index) => (String(index) === head ? replaced(part, rest, value) : part));
  return { ...(whole as object), [head]: replaced((whole as Record<string, unknown>)[head], rest, value) };
}
