import { z } from "zod";
import type { ModuleTask, RunTask, TaskOutcome, UpstreamAccess } from "../../modules/module.ts";

const HOST = "https://api.kevel.co";
/** For one request. A task makes several requests and has half a minute for all of them. */
const TIMEOUT_MS = 8_000;
const PAGE_SIZE = 500;
const MOST_PAGES = 20;

/** The module's configuration; the contract says which parts are required before anything is requested. */
const Config = z.object({
  endpointUrl: z.string().default(HOST),
  advertiserId: z.int(),
  priorityId: z.int(),
  adTypeId: z.int(),
  settlingHours: z.number().default(24),
});
type KevelConfig = z.output<typeof Config>;

/** Kevel refused the request. If `final`, it would refuse it again. */
export class KevelRefused extends Error {
  readonly final: boolean;
  readonly status: number | undefined;

  constructor(message: string, { final = false, status }: { readonly final?: boolean; readonly status?: number } = {}) {
    super(message);
    this.final = final;
    this.status = status;
  }
}

/** Kevel's Management API, for one task: JSON over HTTPS, authenticated by a key in a header. */
export interface Kevel {
  readonly config: KevelConfig;
  readonly now: Date;
  get<T>(path: string, answer: z.ZodType<T>): Promise<T>;
  /** Every entry of a paginated list. */
  list<T>(path: string, entry: z.ZodType<T>): Promise<readonly T[]>;
  search<T>(path: string, form: Readonly<Record<string, string>>, entry: z.ZodType<T>): Promise<readonly T[]>;
  post<T>(path: string, body: object, answer: z.ZodType<T>): Promise<T>;
  put(path: string, body: object): Promise<void>;
}

type Work = (kevel: Kevel, task: ModuleTask) => Promise<Readonly<Record<string, unknown>>>;

/** Makes a stage of work with Kevel: a refusal becomes a failed outcome, and any other error may be retried. */
export function withKevel(work: Work): RunTask {
  return async (task, way): Promise<TaskOutcome> => {
    try {
      return { kind: "done", result: await work(openKevel(way), task) };
    } catch (error) {
      if (!(error instanceof KevelRefused)) throw error;
      return { kind: "failed", message: error.message, ...(error.final && { final: true as const }) };
    }
  };
}

function openKevel(way: UpstreamAccess): Kevel {
  const config = Config.parse(way.config);
  const list = async <T>(path: string, entry: z.ZodType<T>): Promise<readonly T[]> => {
    const found: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const paged = `${path}${path.includes("?") ? "&" : "?"}page=${page}&pageSize=${PAGE_SIZE}`;
      const { items, totalPages } = read(await send(way, config, "GET", paged), pageOf(entry), paged);
      found.push(...items);
      if (page >= totalPages) return found;
    }
    throw new KevelRefused(
      `${path} has more than ${MOST_PAGES * PAGE_SIZE} entries, which are too many to look through`,
    );
  };
  return {
    config,
    now: way.now,
    list,
    get: async (path, answer) => read(await send(way, config, "GET", path), answer, path),
    search: async (path, form, entry) => {
      const body = new URLSearchParams(form).toString();
      const text = await send(way, config, "POST", path, { body, type: "application/x-www-form-urlencoded" });
      return read(text, pageOf(entry), path).items;
    },
    post: async (path, body, answer) => read(await send(way, config, "POST", path, json(body)), answer, path),
    put: async (path, body) => void (await send(way, config, "PUT", path, json(body))),
  };
}

function pageOf<T>(entry: z.ZodType<T>) {
  return z.object({ items: z.array(entry), totalPages: z.int().default(1) });
}

interface Body {
  readonly body: string;
  readonly type: string;
}

function json(body: object): Body {
  return { body: JSON.stringify(body), type: "application/json" };
}

async function send(
  { request, credentials }: UpstreamAccess,
  { endpointUrl }: KevelConfig,
  method: "GET" | "POST" | "PUT",
  path: string,
  sent?: Body,
): Promise<string> {
  const apiKey = credentials.API_KEY?.apiKey;
  if (typeof apiKey !== "string")
    throw new KevelRefused("the credential API_KEY has no apiKey: send { auth: { apiKey } }", { final: true });
  const answer = await request(
    new URL(path.slice(1), endpointUrl.endsWith("/") ? endpointUrl : `${endpointUrl}/`).href,
    {
      purpose: "kevel",
      method,
      timeoutMs: TIMEOUT_MS,
      headers: { "x-adzerk-apikey": apiKey, accept: "application/json", ...(sent && { "content-type": sent.type }) },
      ...(sent && { body: sent.body }),
    },
  );
  const { status } = answer;
  if (status === 200 || status === 201) return answer.text();
  const said = `Kevel answered ${status} to ${method} ${path.split("?")[0]}: ${answer.text().slice(0, 200)}`;
  // Rate limits and server errors are temporary; any other refusal would be repeated.
  throw new KevelRefused(said, { status, final: status < 500 && status !== 429 && status !== 408 });
}

function read<T>(text: string, schema: z.ZodType<T>, path: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).slice(0, 200) : "it is no JSON";
    throw new KevelRefused(`the answer to ${path.split("?")[0]} cannot be read: ${why}`);
  }
}
