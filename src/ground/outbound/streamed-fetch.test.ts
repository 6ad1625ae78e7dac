import { expect, test } from "vitest";
import { endless, open, recorder, redirectTo, serve } from "./outbound.fixture.ts";

test("refuses a redirect", async () => {
  const { origin, seen } = await recorder();
  const from = await serve(redirectTo(origin));
  await expect(open().outbound.fetch(from, { redirect: "follow" })).rejects.toMatchObject({
    failure: "too_many_redirects",
  });
  expect(seen).toEqual([]);
});

test("passes on a body while it is still being received", async () => {
  const finish = Promise.withResolvers<void>();
  const origin = await serve((_, response) => {
    response.write("first");
    void finish.promise.then(() => response.end("last"));
  });
  const { outbound, lines } = open();
  const response = await outbound.fetch(new URL(origin));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await reader?.read()).toMatchObject({ value: "first" });
  expect(lines).toEqual([]);
  finish.resolve();
  expect(await reader?.read()).toMatchObject({ value: "last" });
});

test("ends with the caller's own reason if the caller aborts", async () => {
  const origin = await serve(endless(Buffer.from("."), 10));
  const { outbound, lines } = open();
  const control = new AbortController();
  const response = await outbound.fetch(origin, { signal: control.signal });
  control.abort(new Error("enough"));
  await expect(response.text()).rejects.toThrow("enough");
  expect(lines).toMatchObject([{ failure: "aborted" }]);
});

test("accepts a Request and returns a Response, like the platform's own fetch", async () => {
  const origin = await serve((request, response) => void request.pipe(response.writeHead(201)));
  const request = new Request(`${origin}/echo`, { method: "POST", body: "hello" });
  const response = await open().outbound.fetch(request);
  expect(response).toBeInstanceOf(Response);
  expect(response).toMatchObject({ status: 201, url: `${origin}/echo` });
  expect(await response.text()).toBe("hello");
});

test("passes on an answer without a body", async () => {
  const origin = await serve((_, response) => void response.writeHead(204).end());
  expect((await open().outbound.fetch(origin)).status).toBe(204);
});
