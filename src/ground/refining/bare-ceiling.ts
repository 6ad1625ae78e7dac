import { type Chip, tokensOf } from "../brief/index.ts";
import type { Said } from "./phrases.ts";

const AMOUNT = /^\d{1,6}(?:[.,]\d{1,2})?$/;
/** Units of other things. */
const OTHER =
  /^\s?(?:%|percent|prozent|second|sekund|secon|segund|s\b|sec|week|woch|semain|semana|settiman|tydz|day|tag|jour|day|giorn|dia|dag|month|monat|mois|mes|year|jahr|an|imp|mio|mln|k\b|x|秒|日|週|歳|人)/iu;

/** "Max 15", "make that 25": in a refinement a limit without a unit is one of the price. */
export function ceilingIn(text: string, said: Said, chips: readonly Chip[], known: readonly Chip[]): Chip[] {
  if (chips.some(({ kind }) => kind === "maxCpm" || kind === "budget")) return [];
  const limits = said.get("limits") ?? [];
  const tokens = tokensOf(text);
  const numbers = tokens.flatMap((token, index) => (token.kind === "number" ? [{ ...token, index }] : []));
  const [only, ...others] = numbers;
  if (!only || others.length > 0 || !AMOUNT.test(only.text) || OTHER.test(text.slice(only.end))) return [];
  const isLimited = limits.some(
    ({ from, to }) => to === only.index || from === only.index + 1 || isNearby(to, only.index),
  );
  if (!isLimited) return [];
  const former = known.find(({ kind }) => kind === "maxCpm");
  const currency = currencyBeside(tokens, only.index) ?? former?.currency;
  return [
    {
      kind: "maxCpm",
      value: only.text.replace(",", "."),
      concept: "maxCpm",
      negated: false,
      span: null,
      certainty: 0.9,
      ...(currency !== undefined && { currency }),
    },
  ];
}

/** "Raise the limit to 25", "can't pay more than 15". */
function isNearby(to: number, number: number): boolean {
  return to < number && number - to <= 2;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  dollar: "USD",
  dollars: "USD",
  euro: "EUR",
  euros: "EUR",
  pounds: "GBP",
};

function currencyBeside(tokens: ReturnType<typeof tokensOf>, at: number): string | undefined {
  return [tokens[at - 1], tokens[at + 1]].map((token) => CURRENCIES[token?.plain ?? ""]).find(Boolean);
}
