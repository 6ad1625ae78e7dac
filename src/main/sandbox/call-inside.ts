import type { FastifyInstance } from "fastify";

/** Calls one of our own operations without a socket. If it is refused, throws an error with the answer's message. */
export async function callInside(
  app: FastifyInstance,
  key: string,
  method: "GET" | "POST" | "PUT" | "DELETE",
  url: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const answer = await app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  if (answer.statusCode === 204) return {};
  const { data, error } = answer.json<{ data: Record<string, unknown>; error: { message: string } | null }>();
  if (error) throw new Error(`${method} ${url}: ${error.message}`);
  return data;
}
