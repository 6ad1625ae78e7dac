import { z } from "zod";
import type { Edge } from "../../http/mount.ts";
import type { Guide, Json } from "../../reference/index.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { quotedText } from "./attention-item.ts";
import { readAs } from "./read-as.ts";

/** Words that identify questions about how a storefront sells, in the languages in which buyers' questions are understood. */
const SUBJECT =
  /\b(analytics?|win[ -]?rates?|conver(t|sion)\w*|(lose|losing)\b|objecti?on\w*|posture\w*|seasonal\w*|adherence|bookings?|performance|top products?|what sells|how am i (doing|selling)|auswertung|abschlussquote|einw[aä]nde|statisti\w*|taux de|analyse\w*|anal[ií]tica|rendimiento|prestazioni|an[aá]lise|analiz\w*|verlie\w*|perd\w*)|分析|成約率|胜率|转化/iu;

export function isAboutAnalytics(question: string): boolean {
  return SUBJECT.test(question);
}

const ToolOutcome = z.looseObject({
  storefront: z.looseObject({ name: z.string() }).nullable(),
  summary: z.looseObject({ totalRuns: z.int(), priceObjectionCount: z.int(), packagingAskCount: z.int() }),
  outcomes: z.looseObject({ bookedBudget: z.number(), bookedMediaBuyCount: z.int() }),
  historicalPerformance: z.looseObject({
    runCount: z.int(),
    bookedRunCount: z.int(),
    winRate: z.number(),
    askRunCount: z.int(),
    priceObjectionConversionRate: z.number().nullable(),
    recommendedPosture: z.string().nullable(),
  }),
  postureConversion: z.looseObject({
    byPosture: z.array(z.looseObject({ posture: z.string() })),
    adherence: z.looseObject({ comparableRunCount: z.int(), followedCount: z.int() }),
  }),
  strategySignals: z.array(z.looseObject({ label: z.string(), detail: z.string() })),
  sellerRecommendations: z.array(z.looseObject({ title: z.string(), action: z.string() })),
  notes: z.array(z.string()),
});

/** How a storefront sells: as two lines of text, and in full for the view. */
export interface AnalyticsAnswer {
  readonly text: string;
  readonly sellerAnalytics: Json;
}

/** Read with the caller's own permissions; undefined if the caller may not read it, or has no storefront. Throws `PublicError` in no other case. */
export async function summariseAnalytics(
  guide: Guide,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<AnalyticsAnswer | undefined> {
  const viewer = await requestContext.fresh();
  if (viewer.customerKind !== "SELLER") return undefined;
  const read = readAs(viewer, guide, requestContext, edge);
  const analytics = await read("getStorefrontSellerAnalytics", ToolOutcome);
  return analytics && { text: `${figuresLine(analytics)}\n${adviceLine(analytics)}`, sellerAnalytics: analytics };
}

type Analytics = z.output<typeof ToolOutcome>;

function figuresLine({ summary, outcomes, historicalPerformance: history }: Analytics): string {
  const { runCount, bookedRunCount, winRate, askRunCount } = history;
  if (runCount === 0) return "No buyer has asked your storefront anything yet.";
  const objected = percent(history.priceObjectionConversionRate);
  const objections =
    summary.priceObjectionCount === 0
      ? "nobody objected to a price"
      : `${summary.priceObjectionCount} objected to a price (${objected} of those booked)`;
  return `Of your last ${runCount} runs ${bookedRunCount} booked (${percent(winRate)}), ${outcomes.bookedMediaBuyCount} media buys for ${outcomes.bookedBudget}; ${askRunCount} runs asked for something, ${objections}, ${summary.packagingAskCount} asked for other packages.`;
}

function adviceLine({ historicalPerformance, postureConversion, ...reported }: Analytics): string {
  const { recommendedPosture } = historicalPerformance;
  const { adherence, byPosture } = postureConversion;
  const [signal] = reported.strategySignals;
  const [advice] = reported.sellerRecommendations;
  const [most] = byPosture;
  return [
    signal && `${signal.label}: ${signal.detail}`,
    recommendedPosture !== null &&
      `Recommended posture: ${recommendedPosture}${most ? `, mostly shown: ${most.posture}` : ""} (followed in ${adherence.followedCount} of ${adherence.comparableRunCount} runs).`,
    // The title contains a buyer's name.
    advice && `${quotedText(advice.title)}: ${advice.action}`,
    reported.notes[0],
  ]
    .filter(Boolean)
    .join(" ");
}

function percent(rate: number | null): string {
  return rate === null ? "none" : `${(rate * 100).toFixed(1)} %`;
}
