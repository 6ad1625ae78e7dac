import type { Mention, Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

/** "Podcasts no Brasil" are in Brazil, whatever language so few words seem to be in: a refusal would have a comma there. */
export function withoutPortugueseIn(tokens: readonly Token[], mentions: Mentions): Mentions {
  const scope = mentions.scope.filter((one) => !isPortugueseIn(one, tokens, mentions.content));
  return scope.length === mentions.scope.length ? mentions : { ...mentions, scope };
}

function isPortugueseIn({ from, to }: Mention, tokens: readonly Token[], content: readonly Mention[]): boolean {
  if (tokens[from]?.text !== "no" || !IN_PORTUGUESE.has(tokens[to]?.plain ?? "")) return false;
  return tokens[from - 1]?.plain === "e" || content.some((one) => one.to === from);
}

/** What takes the masculine article in Portuguese; of countries that have another name in English, by that. */
const IN_PORTUGUESE: ReadonlySet<string> = new Set(
  [
    "brasil mexico peru japao egito uruguai paraguai equador marrocos iraque catar",
    "porto recife rio algarve alentejo nordeste sudeste norte sul ceara parana maranhao amazonas",
    "instagram tiktok facebook youtube google linkedin spotify whatsapp carrefour",
  ].flatMap((words) => words.split(" ")),
);
