import type { Handler, Routes } from "./exchange.ts";

export interface Match {
  readonly route: string;
  readonly handler: Handler;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * The route of a request; undefined if the provider has none with that method and path. Literal segments come first.
 */
export function matchRoute(routes: Routes, method: string, path: string): Match | undefined {
  const asked = path.split("/");
  const matches = Object.entries(routes).flatMap(([route, handler]) => {
    const params = paramsOf(route, method, asked);
    return params ? [{ route, handler, params }] : [];
  });
  return matches.toSorted((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function paramsOf(route: string, method: string, asked: readonly string[]): Record<string, string> | undefined {
  const [verb = "", template = ""] = route.split(" ");
  const parts = template.split("/");
  if (verb !== method || parts.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const given = asked[index] ?? "";
    const [, before = "", name = "", after = ""] = /^([^{]*)\{(\w+)\}(.*)$/.exec(part) ?? [];
    if (name === "" ? part !== given : !fits(given, before, after)) return undefined;
    if (name !== "") params[name] = decoded(given.slice(before.length, given.length - after.length));
  }
  return params;
}

function fits(given: string, before: string, after: string): boolean {
  return given.length > before.length + after.length && given.startsWith(before) && given.endsWith(after);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
