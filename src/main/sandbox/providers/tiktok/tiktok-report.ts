import { z } from "zod";
import { decimalOfMicros } from "../frame/amount.ts";
import { type Call, type Reply, type Routes, respondText, type WireObject } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import { addFigures, type Figures } from "../frame/meter.ts";
import { daysFrom, isDay } from "../frame/zone.ts";
import { advertiserOf, bodyOf, guarded, ok, paged, queryJson, refuse, type TiktokNetwork } from "./tiktok-network.ts";

const BASE = "/open_api/v1.3";
const MOST_DAYS = 30;
const RUN_MS = 60_000;
const LEVELS: Readonly<Record<string, "campaign" | "adgroup">> = {
  AUCTION_CAMPAIGN: "campaign",
  AUCTION_ADGROUP: "adgroup",
};
/** Values are strings; missing ones are `-` [O]. */
const METRICS: Readonly<Record<string, (figures: Figures, currency: string) => string>> = {
  spend: ({ spendMicros }, currency) => decimalOfMicros(spendMicros, currency),
  impressions: ({ impressions }) => textOf(impressions),
  clicks: ({ clicks }) => textOf(clicks),
  reach: ({ impressions }) => textOf((impressions * 3n) / 4n),
  video_play_actions: ({ videoViews }) => textOf(videoViews),
  video_watched_2s: ({ videoViews }) => textOf(videoViews),
  video_watched_6s: ({ completions }) => textOf(completions),
  video_views_p100: ({ completions }) => textOf(completions),
  conversion: () => "0",
  frequency: ({ impressions }) => (impressions === 0n ? "-" : "1.33"),
};

interface Task {
  readonly call: Call;
  readonly query: URLSearchParams;
  readonly at: Date;
}

const TaskBody = z.looseObject({ advertiser_id: z.string() });

export function reportRoutes(network: TiktokNetwork): Routes {
  const tasks = new Map<string, Task>();
  const { stage } = network;
  const taskOf = (call: Call) =>
    tasks.get(call.query.get("task_id") ?? "") ?? refuse(stage, 40_002, "task_id: does not exist");
  const isDone = ({ at }: Task) => stage.now().getTime() >= at.getTime() + RUN_MS;
  return {
    [`GET ${BASE}/report/integrated/get/`]: guarded(network, (call) =>
      paged(network, call, rowsOf(network, call, call.query)),
    ),
    // [S]; the format of the file is [K].
    [`POST ${BASE}/report/task/create/`]: guarded(network, (call) => {
      const query = queryOf(bodyOf(network, TaskBody, call));
      rowsOf(network, { ...call, query }, query);
      const id = stage.ids.digits(19);
      tasks.set(id, { call, query, at: stage.now() });
      return ok(stage, { task_id: id });
    }),
    [`GET ${BASE}/report/task/check/`]: guarded(network, (call) =>
      ok(stage, { status: isDone(taskOf(call)) ? "SUCCESS" : "PROCESSING" }),
    ),
    [`GET ${BASE}/report/task/download/`]: guarded(network, (call) => {
      const task = taskOf(call);
      if (!isDone(task)) return refuse(stage, 40_002, "task_id: the task is not done");
      return csvOf(rowsOf(network, { ...task.call, query: task.query }, task.query));
    }),
  };
}

function queryOf(body: WireObject): URLSearchParams {
  const text = Object.entries(body).map(([key, value]): [string, string] => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(text);
}

function csvOf(rows: readonly WireObject[]): Reply {
  const flat = rows.map(({ dimensions, metrics }) => ({ ...(dimensions as WireObject), ...(metrics as WireObject) }));
  const names = Object.keys(flat[0] ?? {});
  return respondText(
    200,
    "text/csv",
    [names.join(","), ...flat.map((row) => names.map((name) => textOf(row[name])).join(","))].join("\n"),
  );
}

/** Days are in the account's time zone [T]; at most 30 if split by day [T SeaTunnel]. */
function rowsOf(network: TiktokNetwork, call: Call, query: URLSearchParams): WireObject[] {
  const { stage, shelf } = network;
  const advertiser = advertiserOf(network, call, query.get("advertiser_id"));
  if (query.get("report_type") !== "BASIC") refuse(stage, 40_002, "report_type: must be BASIC");
  const what = LEVELS[query.get("data_level") ?? ""];
  if (!what) refuse(stage, 40_002, "data_level: is not simulated or not known");
  const dimensions = queryJson(network, { ...call, query }, "dimensions");
  const metrics = queryJson(network, { ...call, query }, "metrics");
  const allowed = [`${what}_id`, "stat_time_day"];
  if (
    !Array.isArray(dimensions) ||
    !dimensions.includes(`${what}_id`) ||
    dimensions.some((one) => !allowed.includes(textOf(one)))
  )
    refuse(stage, 40_002, `dimensions: must be of ${allowed.join(", ")}`);
  if (!Array.isArray(metrics) || metrics.some((one) => !(textOf(one) in METRICS)))
    refuse(stage, 40_002, "metrics: unknown metric");
  const [first, last] = [query.get("start_date") ?? "", query.get("end_date") ?? ""];
  if (!isDay(first) || !isDay(last) || last < first)
    refuse(stage, 40_002, "start_date: and end_date must be dates, in order");
  const days = daysFrom(first, last);
  const daily = dimensions.includes("stat_time_day");
  if (daily && days.length > MOST_DAYS) refuse(stage, 40_002, `end_date: at most ${MOST_DAYS} days with stat_time_day`);
  return shelf.ofAccount(what, advertiser.id).flatMap((kept) => {
    const lines = what === "adgroup" ? [kept] : shelf.under("adgroup", kept.id);
    return (daily ? days.map((day) => [day]) : [days]).flatMap((span) => {
      const figures = addFigures(
        span.flatMap((day) => lines.map(({ id }) => stage.meter.figures(id, day, stage.now()))),
      );
      if (figures.impressions === 0n) return [];
      const time = daily ? { stat_time_day: `${span[0]} 00:00:00` } : {};
      const shown = (metrics as readonly string[]).map((name) => [
        name,
        METRICS[name]?.(figures, advertiser.currency) ?? "-",
      ]);
      return [{ dimensions: { [`${what}_id`]: kept.id, ...time }, metrics: Object.fromEntries(shown) as WireObject }];
    });
  });
}
