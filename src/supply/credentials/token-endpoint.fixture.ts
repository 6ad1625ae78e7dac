import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A token endpoint on loopback, which records the forms it receives and gives the answers in turn, the last one repeatedly. */
export async function startTokenEndpoint(...answers: { status: number; body: object }[]) {
  const forms: URLSearchParams[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    forms.push(new URLSearchParams(await text(request)));
    const { status, body } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500, body: {} };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the token endpoint does not listen");
  return { forms, url: `http://127.0.0.1:${address.port}/token` };
}

export const issued = (token: string, expiresIn = 3600) => ({
  status: 200,
  body: { access_token: token, token_type: "Bearer", expires_in: expiresIn },
});
