import { COPIED, LOCAL } from "./layout.ts";
import { expressionNamesIn, partBehind, tablesIn, withoutTexts } from "./statement-text.ts";

/** What a statement does that Citus refuses, or that crashed its coordinator; for most statements, nothing. */
export function shapesIn(text: string): readonly string[] {
  const plain = withoutTexts(text).toLowerCase();
  return SHAPES.filter(({ found }) => found(plain)).map(({ name }) => name);
}

interface Shape {
  readonly name: string;
  found(text: string): boolean;
}

const isLocal = (table: string) => LOCAL.has(table) || /^(jobs|pg_catalog)\./.test(table);
const isDivided = (table: string) => !COPIED.has(table) && !isLocal(table);
const isDividedIn = (text: string) => tablesIn(text).some(isDivided);
const isLocking = (text: string) => /\bfor (no key )?(update|share)\b/.test(text);
const isOfOneOrganisation = (text: string) => /\bcustomer_id"?\s*=\s*[$\d]/.test(text);
const isOfOneServer = (text: string) => tablesIn(text).every(isLocal);

const SHAPES: readonly Shape[] = [
  {
    // Citus cannot plan a distributed table next to rows that the coordinator has collected. Queries of a single organisation collect
    // nothing, except inserts.
    name: "an outer join with a common table expression",
    found: (text) =>
      isDividedIn(text) &&
      (!isOfOneOrganisation(text) || /\binsert into\b/.test(text)) &&
      expressionNamesIn(text).some((name) => outerJoins(text, name)),
  },
  {
    name: "a table of the coordinator beside others",
    found: (text) => {
      const tables = tablesIn(text);
      return tables.some(isLocal) && !tables.every(isLocal);
    },
  },
  { name: "rows by their place (ctid)", found: (text) => /\bctid\b/.test(text) },
  {
    name: "the organisation in an update on conflict",
    found: (text) => /do update\s+set[^;]*?"?customer_id"?\s*=/.test(text.split(/\bwhere\b(?![^(]*\))/)[0] ?? ""),
  },
  {
    // Citus turns this into COPY, which is not possible for tables with row-level security.
    name: "insert … select without returning",
    found: (text) => !isOfOneServer(text) && parts(text, /\binsert into\b/g).some(isCopied),
  },
  {
    name: "a subquery among the values of an insert",
    found: (text) =>
      !isOfOneServer(text) && parts(text, /\bvalues\s*\(/g).some((part) => /^[^)]*?\(\s*select\b/.test(part)),
  },
  {
    name: "a lock over a subquery of whichever organisation",
    found: (text) => isLocking(text) && parts(text, /\(\s*select\b/g).some((part) => isOfAll(part, text)),
  },
  {
    name: "a lateral join from a table that is on every server",
    found: (text) =>
      COPIED.has(tablesIn(text)[0] ?? "") && parts(text, /\blateral\s*\(/g).some((part) => isOfAll(part, text)),
  },
  {
    name: "several columns in a subquery",
    found: (text) => /\([^()]*,[^()]*\)\s+(not\s+)?in\s*\(\s*(select|with)\b/.test(text),
  },
  {
    // Adding to a time is stable rather than immutable.
    name: "time reckoned in an update",
    found: (text) => /\bupdate\b[^;]*?\bset\b(?:(?!\b(?:where|from)\b)[^;])*\binterval\b/.test(text),
  },
  {
    // What these functions return may depend on the session's settings, so they are stable too.
    name: "JSON built in an update",
    found: (text) =>
      /\bupdate\b[^;]*?\bset\b(?:(?!\b(?:where|from)\b)[^;])*\b(to_jsonb?|jsonb?_build_\w+)\(/.test(text),
  },
  {
    // Citus sends its servers the comparisons instead of the values.
    name: "a case of a value in an update",
    found: (text) =>
      !isOfOneServer(text) && /\bupdate\b[^;]*?\bset\b(?:(?!\bwhere\b)[^;])*\bcase\s+(?!when\b|\s)/.test(text),
  },
  {
    name: "a lock on rows of all organisations",
    found: (text) => isDividedIn(text) && isLocking(text) && !isOfOneOrganisation(text),
  },
  {
    name: "the database's time in a case or coalesce",
    found: (text) =>
      /^\s*(insert|update)\b/.test(text) &&
      /\bcase\b(?:(?!\bend\b)[^])*\bnow\(\)|\bcoalesce\([^()]*\bnow\(\)/.test(text),
  },
];

/** Whether a part of a statement reads a distributed table without restricting it to an organisation. */
function isOfAll(part: string, whole: string): boolean {
  const expressions = expressionNamesIn(whole);
  const tables = tablesIn(part).filter((table) => !expressions.includes(table));
  return tables.some(isDivided) && !isOfOneOrganisation(part);
}

const parts = (text: string, begins: RegExp) =>
  [...text.matchAll(begins)].map(({ index }) => partBehind(text, index + 1));

function isCopied(insert: string): boolean {
  return /\bselect\b/.test(insert) && !/\bvalues\b/.test(insert) && !/\breturning\b/.test(insert);
}

function outerJoins(text: string, name: string): boolean {
  const from = new RegExp(
    `\\b(?:from|join)\\s+"?${name}"?\\b[^;()]*?\\b(?:left|full)\\s+(?:outer\\s+)?join\\s+"?(?!lateral)\\w`,
  );
  const into = new RegExp(`\\b(?:left|right|full)\\s+(?:outer\\s+)?join\\s+"?${name}"?\\b`);
  return from.test(text) || into.test(text);
}
