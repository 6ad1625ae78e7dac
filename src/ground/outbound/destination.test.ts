import { expect, test } from "vitest";
import { open, resolvingTo, serve } from "./outbound.fixture.ts";

const purpose = "test";

test.each([
  ["bad_url", "not a url"],
  ["bad_url", "ftp://example.com/"],
  ["bad_url", "file:///etc/passwd"],
  ["bad_url", "data:text/plain,hello"],
  ["bad_url", "http://example.com/"],
  ["bad_url", "https://user:password@example.com/"],
  ["bad_url", "https://example.com@127.0.0.1/"],
  ["refused_address", "https://127.0.0.1/"],
  ["refused_address", "https://127.0.0.1./"],
  ["refused_address", "https://127.1/"],
  ["refused_address", "https://2130706433/"],
  ["refused_address", "https://0x7f.1/"],
  ["refused_address", "https://0x7f000001/"],
  ["refused_address", "https://0177.0.0.1/"],
  ["refused_address", "https://①②⑦.⓪.⓪.①/"],
  ["refused_address", "https://%31%32%37.0.0.1/"],
  ["refused_address", "https://0/"],
  ["refused_address", "https://[::1]/"],
  ["refused_address", "https://[::]/"],
  ["refused_address", "https://[::ffff:127.0.0.1]/"],
  ["refused_address", "https://[64:ff9b::127.0.0.1]/"],
  ["refused_address", "https://[2002:7f00:1::]/"],
  ["refused_address", "https://[fe80::1]/"],
  ["refused_address", "https://localhost/"],
  ["refused_address", "https://LOCALHOST./"],
  ["refused_address", "https://any.localhost/"],
  ["refused_address", "https://printer.local/"],
  ["refused_address", "https://metadata.google.internal/"],
  ["refused_address", "https://10.0.0.1/"],
  ["refused_address", "https:\\\\10.0.0.1\\"],
  ["refused_address", "ht\ntps://10.0.0.1/"],
  ["refused_address", "https://169.254.169.254/latest/meta-data/"],
  ["refused_address", "https://2852039166/"],
])("%s: %s, by every way in", async (failure, url) => {
  const { outbound } = open({ allowLoopback: false });
  expect(outbound.complaint(url)).toEqual(expect.any(String));
  await expect(outbound.request(url, { purpose })).rejects.toMatchObject({ failure });
  await expect(outbound.fetch(url)).rejects.toMatchObject({ failure });
});

test.each(["https://example.com/a?b", "https://8.8.8.8/", "https://[2606:4700::1111]:8443/"])(
  "nothing is said against %s",
  (url) => expect(open({ allowLoopback: false }).outbound.complaint(url)).toBeUndefined(),
);

const INSIDE = "the URL must lead to a public address; the operator can allow private networks in OUTBOUND_NETWORKS";

test.each([
  ["http://127.0.0.1:4000/", undefined],
  ["http://127.9.9.9/", undefined],
  ["http://[::1]/", undefined],
  ["http://localhost:4000/", undefined],
  ["http://example.com/", "the URL must begin with https://"],
  ["http://8.8.8.8/", "the URL must begin with https://"],
  ["https://10.0.0.1/", INSIDE],
  ["https://[::ffff:127.0.0.1]/", INSIDE],
  ["https://169.254.169.254/", INSIDE],
])("the sandbox opens loopback and nothing else: %s", (url, complaint) => {
  expect(open().outbound.complaint(url)).toBe(complaint);
});

test.each([
  ["a private address", ["10.0.0.1"]],
  ["loopback", ["127.0.0.1"]],
  ["a mapped address", ["::ffff:169.254.169.254"]],
  ["one private among public addresses", ["8.8.8.8", "10.0.0.1"]],
])("a name that leads to %s is refused", async (_, addresses) => {
  const { outbound } = open({ allowLoopback: false, lookup: resolvingTo(addresses).lookup });
  await expect(outbound.request("https://seller.example/", { purpose })).rejects.toMatchObject({
    failure: "refused_address",
  });
  await expect(outbound.fetch("https://seller.example/")).rejects.toMatchObject({ failure: "refused_address" });
});

test("a name below localhost that leads out of the machine is refused", async () => {
  const { outbound } = open({ lookup: resolvingTo(["8.8.8.8"]).lookup });
  await expect(outbound.request("http://seller.localhost/", { purpose })).rejects.toMatchObject({
    failure: "refused_address",
  });
});

test("a socket connects to the address that was checked, and a changed name is detected at its next connection", async () => {
  const origin = await serve((_, response) => response.setHeader("connection", "close").end("here"));
  const { asked, lookup } = resolvingTo(["127.0.0.1"], ["10.0.0.1"]);
  const { outbound } = open({ lookup });
  const url = origin.replace("127.0.0.1", "rebinding.localhost");

  expect((await outbound.request(url, { purpose })).text()).toBe("here");
  expect(asked).toEqual(["rebinding.localhost"]);
  await expect(outbound.request(url, { purpose })).rejects.toMatchObject({ failure: "refused_address" });
});
