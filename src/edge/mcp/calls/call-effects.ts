import { z } from "zod";

/** How many are listed by name; if there are more, only their number is given. */
const MOST_NAMED = 5;

const list = <T extends z.ZodType>(item: T) => z.array(item).optional().catch(undefined);
const Buy = z.looseObject({
  name: z.string(),
  status: z.string(),
  why: z.looseObject({ reason: z.string(), nextStep: z.string() }).nullish().catch(null),
});

/** The parts of an answer that its reader must not overlook, in every operation that reports them. */
const Answer = z.looseObject({
  removedByFilters: list(z.looseObject({ filter: z.string(), products: z.number() })),
  incompleteAgents: list(z.looseObject({ agentName: z.string(), message: z.string() })),
  sources: list(
    z
      .looseObject({ name: z.string(), requiresCredentials: z.literal(true), connected: z.literal(false) })
      .nullable()
      .catch(null),
  ),
  errors: list(z.looseObject({ message: z.string() })),
  warnings: list(z.looseObject({ hint: z.string() }).nullable().catch(null)),
  notices: list(z.looseObject({ hint: z.string() }).nullable().catch(null)),
  mediaBuyResults: list(
    z.looseObject({
      name: z.string(),
      outcome: z.string(),
      reason: z.string().nullish(),
      nextStep: z.string().nullish(),
    }),
  ),
  mediaBuys: list(Buy),
  mediaBuy: Buy.optional().catch(undefined),
  campaign: z
    .looseObject({ mediaBuys: list(Buy) })
    .optional()
    .catch(undefined),
});

const WAITING = new Set(["PENDING_APPROVAL", "INPUT_REQUIRED"]);

/** Effects of a call that its status does not show, such as products that filters removed, missing credentials, or buys that are waiting. */
export function callEffectsOf(data: unknown): string[] {
  const { data: answer } = Answer.safeParse(data);
  if (!answer) return [];
  const { removedByFilters, incompleteAgents, sources, errors, campaign } = answer;
  const buys = [
    ...(answer.mediaBuys ?? []),
    ...(campaign?.mediaBuys ?? []),
    ...(answer.mediaBuy ? [answer.mediaBuy] : []),
  ];
  const shut = sources?.flatMap((source) => source?.name ?? []);
  return [
    sentence(
      "Removed by filters: ",
      removedByFilters?.map(({ filter, products }) => `${products} products by ${filter}`),
    ),
    sentence(
      "Missing from this answer: ",
      incompleteAgents?.map(({ agentName, message }) => `${agentName} (${message})`),
    ),
    sentence("You have no credential at ", shut, ": registerSourceCredentials"),
    sentence(
      "Failed: ",
      errors?.map(({ message }) => message),
    ),
    sentence(
      "Mind: ",
      [...(answer.warnings ?? []), ...(answer.notices ?? [])].flatMap((one) => one?.hint ?? []),
    ),
    sentence(
      "Waiting: ",
      [
        ...buys.filter(({ status }) => WAITING.has(status)).map(({ name, why }) => ({ name, ...why })),
        ...(answer.mediaBuyResults ?? []).filter(({ outcome }) => outcome === "waiting" || outcome === "being_sent"),
      ].map(({ name, reason, nextStep }) => withWhy(name, [reason, nextStep])),
    ),
  ].flatMap((said) => said ?? []);
}

function withWhy(name: string, said: readonly (string | null | undefined)[]): string {
  const why = said.filter((one) => one).join("; ");
  return why ? `${name} (${why})` : name;
}

function sentence(lead: string, things: readonly string[] | undefined, end = ""): string | undefined {
  if (!things || things.length === 0) return undefined;
  const named = things.slice(0, MOST_NAMED).join("; ");
  const more = things.length - MOST_NAMED;
  return `${lead}${named}${more > 0 ? `, and ${more} more` : ""}${end}.`;
}
