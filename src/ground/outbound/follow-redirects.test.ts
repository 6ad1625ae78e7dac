import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { open, recorder, redirectTo, resolvingTo, serve } from "./outbound.fixture.ts";

const purpose = "test";

test("are returned as answers unless they should be followed", async () => {
  const { origin, seen } = await recorder();
  const from = await serve(redirectTo(origin));
  const answer = await open().outbound.request(from, { purpose });
  expect(answer.status).toBe(302);
  expect(answer.headers).toMatchObject({ location: origin });
  expect(seen).toEqual([]);
});

test.each([
  ["refused_address", "http://10.0.0.1/"],
  ["refused_address", "https://169.254.169.254/"],
  ["refused_address", "//[::ffff:127.0.0.1]/"],
  ["refused_address", "https://seller.example/"],
  ["bad_url", "http://8.8.8.8/"],
  ["bad_url", "file:///etc/passwd"],
  ["bad_url", "http://user:password@127.0.0.1/"],
  ["bad_url", "http://["],
])("%s: each hop is checked again, %s", async (failure, location) => {
  const { outbound } = open({ lookup: resolvingTo(["192.168.0.1"]).lookup });
  const from = await serve(redirectTo(location));
  await expect(outbound.request(from, { purpose, maxRedirects: 3 })).rejects.toMatchObject({ failure });
});

test("end when there are more than allowed", async () => {
  let hops = 0;
  const origin = await serve((_, response) => void response.writeHead(307, { location: `/${(hops += 1)}` }).end());
  await expect(open().outbound.request(origin, { purpose, maxRedirects: 2 })).rejects.toMatchObject({
    failure: "too_many_redirects",
  });
  expect(hops).toBe(3);
});

const headers = { Authorization: "a", Cookie: "b", "X-Api-Key": "c", "seller-secret": "d", Accept: "text/plain" };

test("to another origin carry no header that may be a credential", async () => {
  const { origin, seen } = await recorder();
  const from = await serve(redirectTo(`${origin}/there`, 307));
  const answer = await open().outbound.request(from, {
    purpose,
    method: "POST",
    headers,
    body: "hi",
    maxRedirects: 1,
  });
  expect(answer.url).toBe(`${origin}/there`);
  expect(seen[0]).toMatchObject({ method: "POST", headers: { accept: "text/plain" } });
  for (const name of ["authorization", "cookie", "x-api-key", "seller-secret"])
    expect(seen[0]?.headers).not.toHaveProperty(name);
});

test("within an origin carry all headers, and turn a POST into a GET as a browser does", async () => {
  const seen: IncomingMessage[] = [];
  const origin = await serve((request, response) => {
    seen.push(request);
    if (request.url === "/") return redirectTo("/there")(request, response);
    response.end();
  });
  await open().outbound.request(origin, { purpose, method: "POST", headers, body: "hi", maxRedirects: 1 });
  expect(seen[1]).toMatchObject({ method: "GET", url: "/there", headers: { authorization: "a", "x-api-key": "c" } });
  expect(seen[1]?.headers).not.toHaveProperty("content-length");
});
