import { currencyInput } from "../../../../ground/kernel/currency.ts";
import { illFormed } from "../../../../ground/kernel/texts/well-formed.ts";
import { FORMAT_KINDS, type JsonRecord } from "../../avails/avail.ts";

const currencies = new Map<string, boolean>();

/** Called for every row, so results are remembered, but only for real codes. */
export function isCurrency(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false;
  const known = currencies.get(code) ?? currencyInput.safeParse(code).success;
  currencies.set(code, known);
  return known;
}

/** A text that PostgreSQL can store; undefined if the value is not a text, or is too long. */
export function textIn(value: unknown, most: number): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return undefined;
  const text = String(value).toWellFormed().replaceAll("\0", "").trim();
  return text.length > 0 && text.length <= most ? text : undefined;
}

/** An object, or an object in JSON; empty for anything else. */
export function recordIn(value: unknown): JsonRecord {
  const parsed = typeof value === "string" ? parsedJson(value) : value;
  return isRecord(parsed) && illFormed(parsed).length === 0 ? parsed : {};
}

/** Canonical formats, as JSON or as a list of format kinds: `video_hosted;image`. */
export function formatsIn(value: unknown): readonly JsonRecord[] | undefined {
  const list = listIn(value, (format_kind) => ({ format_kind }));
  return list?.every(({ format_kind }) => FORMAT_KINDS.has(String(format_kind))) ? list : undefined;
}

const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Publisher properties, as JSON or as a list of domains: `publisher.example;sports.example`. */
export function propertiesIn(value: unknown): readonly JsonRecord[] | undefined {
  const list = listIn(value, (publisher_domain) => ({ publisher_domain, selection_type: "all" }));
  return list?.every(({ publisher_domain }) => typeof publisher_domain === "string" && DOMAIN.test(publisher_domain))
    ? list
    : undefined;
}

const MOST_LISTED = 100;

function listIn(value: unknown, plain: (word: string) => JsonRecord): readonly JsonRecord[] | undefined {
  const list =
    typeof value === "string" ? (/^\s*[[{]/.test(value) ? parsedJson(value) : words(value).map(plain)) : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_LISTED) return undefined;
  return list.every(isRecord) && illFormed(list).length === 0 ? list : undefined;
}

function words(text: string): string[] {
  return text
    .split(/[;|]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
