/** What a statement does that a distributed database refuses, or that ended its coordinator; nothing for most. */
export function shapesIn(text: string): readonly string[] {
  const plain = withoutTexts(text).toLowerCase();
  return SHAPES.filter(({ found }) => found(plain)).map(({ name }) => name);
}

interface Shape {
  readonly name: string;
  found(text: string): boolean;
}

/** Tables that stay on the coordinator: see deploy/citus/distribute.sql. */
const LOCAL = /\b(rate_limits|migrations|id_key|provider_limits|last_writes|jobs"?\."?\w+)/;

const SHAPES: readonly Shape[] = [
  {
    // A walled table is planned as a subplan there, and the coordinator ends.
    name: "an outer join with a common table expression",
    found: (text) => namesOfExpressions(text).some((name) => outerJoins(text, name)),
  },
  {
    name: "a table of the coordinator beside others",
    found: (text) => {
      const tables = tablesIn(text);
      return tables.some((table) => LOCAL.test(table)) && tables.some((table) => !LOCAL.test(table));
    },
  },
  { name: "rows by their place (ctid)", found: (text) => /\bctid\b/.test(text) },
  {
    name: "the organisation in an update on conflict",
    found: (text) => /do update\s+set[^;]*?"?customer_id"?\s*=/.test(text.split(/\bwhere\b(?![^(]*\))/)[0] ?? ""),
  },
  {
    name: "insert … select without returning",
    found: (text) => /^\s*insert into [^;]*?\)?\s*select\b/.test(text) && !/\breturning\b/.test(text),
  },
  {
    name: "a lock over a subquery",
    found: (text) => /\bfor (no key )?update\b/.test(text) && /^\s*select[^;]*?\(\s*select\b[^;]*?\bfrom\b/.test(text),
  },
];

const withoutTexts = (text: string) => text.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/--[^\n]*/g, "");

function namesOfExpressions(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /(?:\bwith(?: recursive)?|\),)\s+"?(\w+)"?(?:\s*\([^)]*\))?\s+as\s+(?:not\s+)?(?:materialized\s*)?\(/g,
    ),
  ].map(([, name]) => name ?? "");
}

function outerJoins(text: string, name: string): boolean {
  const from = new RegExp(
    `\\b(?:from|join)\\s+"?${name}"?\\b[^;()]*?\\b(?:left|full)\\s+(?:outer\\s+)?join\\s+"?(?!lateral)\\w`,
  );
  const into = new RegExp(`\\b(?:left|right|full)\\s+(?:outer\\s+)?join\\s+"?${name}"?\\b`);
  return from.test(text) || into.test(text);
}

function tablesIn(text: string): readonly string[] {
  const named = [...text.matchAll(/\b(?:from|join|into|update)\s+((?:"?\w+"?\.)?"?[a-z_]\w*"?)(?!\s*\()/g)];
  const expressions = new Set(namesOfExpressions(text));
  return named
    .map(([, name]) => (name ?? "").replaceAll('"', ""))
    .filter((name) => !expressions.has(name) && !/^(lateral|unnest|select|set|only|of|skip)$/.test(name));
}
