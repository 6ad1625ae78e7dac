/** The part of the Google Ads Query Language that adapters need: no functions, no parameters. */
export interface Query {
  readonly fields: readonly string[];
  readonly from: string;
  readonly conditions: readonly Condition[];
  readonly limit: number | null;
}

export interface Condition {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}

const CONDITION = /^([\w.]+)\s*(=|!=|>=|<=|>|<|NOT IN|IN|BETWEEN|LIKE)\s*(.+)$/is;
const MOST_LETTERS = 20_000;

/** The clauses of a query in their order; each may occur once. */
const CLAUSES = ["SELECT", "FROM", "WHERE", "ORDER", "LIMIT", "PARAMETERS"];

/** Null if the text is not a query. */
export function parseGaql(text: string): Query | null {
  if (text.length > MOST_LETTERS) return null;
  const clauses = clausesOf(text.trim().split(/\s+/));
  const [select, from, where, , limit] = CLAUSES.map((name) => clauses?.get(name));
  if (!select?.length || from?.length !== 1 || (limit && !/^\d+$/.test(limit.join(" ")))) return null;
  const fields = select
    .join(" ")
    .split(",")
    .map((field) => field.trim());
  const conditions = where ? conditionsOf(where) : [];
  if (!conditions || fields.some((field) => !/^[\w.]+$/.test(field))) return null;
  return { fields, from: from[0] ?? "", conditions, limit: limit ? Number(limit[0]) : null };
}

/** The words of each clause; null if the clauses are not in order. */
function clausesOf(words: readonly string[]): ReadonlyMap<string, readonly string[]> | null {
  const clauses = new Map<string, string[]>();
  let last = -1;
  for (const word of words) {
    const place = CLAUSES.indexOf(word.toUpperCase());
    if (place < 0) clauses.get(CLAUSES[last] ?? "")?.push(word);
    else if (place <= last) return null;
    else clauses.set(CLAUSES[place] ?? "", []);
    last = Math.max(last, place);
  }
  return words[0]?.toUpperCase() === "SELECT" ? clauses : null;
}

function conditionsOf(where: readonly string[]): Condition[] | null {
  const parts: string[] = [""];
  // BETWEEN contains its own AND.
  let isBetween = false;
  for (const word of where) {
    const isAnd = word.toUpperCase() === "AND";
    if (isAnd && !isBetween) parts.push("");
    else parts.push(`${parts.pop() ?? ""} ${isAnd ? "," : word}`);
    isBetween = word.toUpperCase() === "BETWEEN" || (isBetween && !isAnd);
  }
  const conditions = parts.map((part) => {
    const [, field, operator, rest] = CONDITION.exec(part.trim()) ?? [];
    if (field === undefined || operator === undefined || rest === undefined) return null;
    const values = /^(IN|NOT IN|BETWEEN)$/i.test(operator) ? rest.replace(/^\(|\)$/g, "").split(",") : [rest];
    return { field, operator: operator.toUpperCase(), values: values.map(unquoted) };
  });
  return conditions.some((one) => one === null) ? null : conditions.filter((one) => one !== null);
}

function unquoted(text: string): string {
  const value = text.trim();
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
}

export function meets({ operator, values }: Condition, value: string): boolean {
  const [first = "", second = ""] = values;
  switch (operator) {
    case "=":
      return value === first;
    case "!=":
      return value !== first;
    case "IN":
      return values.includes(value);
    case "NOT IN":
      return !values.includes(value);
    case "BETWEEN":
      return order(value, first) >= 0 && order(value, second) <= 0;
    case "LIKE":
      return like(first, value);
    default:
      return ordered(operator, order(value, first));
  }
}

function ordered(operator: string, sign: number): boolean {
  if (operator === ">=") return sign >= 0;
  if (operator === "<=") return sign <= 0;
  return operator === ">" ? sign > 0 : sign < 0;
}

function order(a: string, b: string): number {
  if (/^-?\d+$/.test(a) && /^-?\d+$/.test(b)) return Number(BigInt(a) - BigInt(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `%` matches anything; brackets quote a character: `[_]`, `[%]`, `[[]` [K]. */
function like(pattern: string, value: string): boolean {
  const pieces = pattern.replace(/\[([[%_\]])\]/g, (_, sign: string) =>
    String.fromCharCode(0xe000 + sign.charCodeAt(0)),
  );
  const plain = (text: string) =>
    text.replace(/[\ue000-\ue0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
  const parts = pieces.split("%").map(plain);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (value.startsWith(part) ? 0 : -1) : value.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return parts.at(-1) === "" || value.endsWith(parts.at(-1) ?? "");
}
