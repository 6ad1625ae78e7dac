/** A request that the page made, for users who want to make it without the page. */
export interface Recorded {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Where it is not JSON that was asked for. */
  readonly accept: string | null;
  readonly status: number;
  /** As the request log names it. */
  readonly requestId: string | null;
  readonly answer: string;
}

const MOST = 40;
let recorded: readonly Recorded[] = [];
let next = 1;

export function recordedRequests(): readonly Recorded[] {
  return recorded;
}

/** A new page: the previous page's requests do not belong to it. */
export function clearRequests(): void {
  recorded = [];
}

/** Fetches, and keeps what was asked and answered. Bodies that are files, and secrets, are not kept. */
export async function recordingFetch(request: Request): Promise<Response> {
  const isText = !request.headers.get("content-type")?.startsWith("multipart/");
  const body = request.body && isText ? await request.clone().text() : "";
  const response = await fetch(request);
  const isJson = response.headers.get("content-type")?.includes("json");
  const answer = isJson ? withoutSecrets(await response.clone().text()) : "";
  const { pathname, search } = new URL(request.url);
  const accept = request.headers.get("accept")?.startsWith("text/csv") ? "text/csv" : null;
  const asked = { id: next++, method: request.method, url: pathname + search, body: withoutSecrets(body), accept };
  const requestId = response.headers.get("x-request-id");
  const entry = { ...asked, status: response.status, requestId, answer };
  recorded = [entry, ...recorded].slice(0, MOST);
  return response;
}

const SECRET = /"(apiKey|clientSecret|key|password|privateKey|secret|token)":"/;

/** What is shown here is shown to whoever looks over a shoulder, and copied into tickets. */
function withoutSecrets(json: string): string {
  if (!SECRET.test(json)) return json;
  const hidden = (name: string, value: unknown) =>
    typeof value === "string" && SECRET.test(`"${name}":"`) ? "…" : value;
  return JSON.stringify(JSON.parse(json, hidden));
}

/** The request for curl, with a placeholder for the key. */
export function curlOf({ method, url, body, accept }: Recorded, origin: string): string {
  const lines = [`curl -s ${method === "GET" ? "" : `-X ${method} `}'${origin}${url.replaceAll("'", "%27")}'`];
  lines.push(`  -H "Authorization: Bearer $INTERCHANGE_KEY"`);
  if (accept) lines.push(`  -H 'Accept: ${accept}'`);
  if (body) lines.push(`  -H 'Content-Type: application/json'`, `  -d '${body.replaceAll("'", "'\\''")}'`);
  return lines.join(" \\\n");
}
