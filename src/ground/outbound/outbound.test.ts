import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { OutboundOptions } from "./index.ts";
import { endless, open, recorder, serve, UNUSED_ORIGIN } from "./outbound.fixture.ts";

const purpose = "test";

const waysIn = {
  request: (options: Partial<OutboundOptions>, url: string) => {
    const { outbound, lines } = open(options);
    return { lines, answer: outbound.request(url, { purpose }) };
  },
  fetch: (options: Partial<OutboundOptions>, url: string) => {
    const { outbound, lines } = open(options);
    return { lines, answer: outbound.fetch(url).then((response) => response.text()) };
  },
};

describe.each(Object.entries(waysIn))("%s", (_name, call) => {
  test("aborts a body that exceeds its limit, and closes the socket", async () => {
    const closed = Promise.withResolvers<void>();
    const origin = await serve((request, response) => {
      response.once("close", closed.resolve);
      endless(Buffer.alloc(64 * 1024), 0)(request, response);
    });
    const { answer } = call({ defaults: { maxResponseBytes: 200_000 } }, origin);
    await expect(answer).rejects.toMatchObject({ failure: "too_large" });
    await closed.promise;
  });

  test("counts decompressed bytes, and decompresses no more than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const origin = await serve((_, response) => response.setHeader("content-encoding", "gzip").end(bomb));
    const { answer, lines } = call({ defaults: { maxResponseBytes: 1_000_000 } }, origin);
    await expect(answer).rejects.toMatchObject({ failure: "too_large" });
    expect(lines[0]?.["bytes"]).toBeLessThan(2_000_000);
  });

  test.each([
    ["never begins", () => {}],
    ["trickles", endless(Buffer.from("."), 10)],
  ])("gives up an answer that %s at its deadline", async (_silence, listener) => {
    const origin = await serve(listener);
    const { answer, lines } = call({ defaults: { timeoutMs: 200 } }, origin);
    await expect(answer).rejects.toMatchObject({ failure: "timeout" });
    expect(lines).toMatchObject([{ failure: "timeout" }]);
  });

  test("gives up a name that does not resolve by the deadline", async () => {
    const options = { defaults: { timeoutMs: 50 }, lookup: () => new Promise<never>(() => {}) };
    const { answer } = call(options, "https://seller.example/");
    await expect(answer).rejects.toMatchObject({ failure: "timeout" });
  });

  test("says that the address cannot be reached, and why", async () => {
    await expect(call({}, UNUSED_ORIGIN).answer).rejects.toMatchObject({
      failure: "unreachable",
      message: "no answer (ECONNREFUSED)",
    });
  });

  test("logs one line, without the query", async () => {
    const { origin } = await recorder();
    const { answer, lines } = call({}, `${origin}/path?token=canary`);
    await answer;
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ method: "GET", url: `${origin}/path`, status: 200, bytes: 4 });
    expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual([
      "bytes",
      "durationMs",
      "method",
      "purpose",
      "status",
      "url",
    ]);
  });
});

test("an error contains nothing of what was sent", async () => {
  const { origin } = await recorder();
  const canary = "canary-5f1c";
  const { outbound, lines } = open();
  const request = { purpose, method: "POST", headers: { "x-api-key": `${canary}\n${canary}` }, body: canary } as const;
  for (const url of [origin, `http://u:${canary}@127.0.0.1/`, `https://10.0.0.1/?${canary}`]) {
    const errors = [outbound.request(url, request), outbound.fetch(url, request)].map((call) =>
      call.catch((error: unknown) => error),
    );
    for (const error of await Promise.all(errors)) expect(inspect(error, { depth: 9 })).not.toContain(canary);
  }
  expect(JSON.stringify(lines)).not.toContain(canary);
});

test("closing aborts what is still running", async () => {
  const origin = await serve(() => {});
  const { outbound } = open();
  const [outcome] = await Promise.allSettled([outbound.request(origin, { purpose }), outbound.close()]);
  expect(outcome).toMatchObject({ status: "rejected", reason: { failure: "unreachable" } });
});
