import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** The minimum that can answer a tool call: `node:http`, which reads the request and sends the bytes it was given. */
const answer = readFileSync(process.env.BENCH_ANSWER_FILE ?? "");
const headers = { "content-type": "application/json", "content-length": answer.length };

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => void parts.push(part));
  request.on("end", () => {
    JSON.parse(Buffer.concat(parts).toString());
    response.writeHead(200, headers).end(answer);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
