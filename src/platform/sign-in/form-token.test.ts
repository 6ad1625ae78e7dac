import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import { openVault } from "../../ground/vault/index.ts";
import { checkFormToken, formToken, newFormCookie } from "./index.ts";
import { cookieIn, endedSessionCookie, sessionCookie, sessionIn } from "./sessions/index.ts";

const vault = openVault({ keys: [{ id: "a", key: new Uint8Array(randomBytes(32)) }], random: systemRandom });
const now = new Date("2026-11-21T09:00:00.000Z");
const browser = newFormCookie(systemRandom);
const token = formToken({ vault, now }, browser);

test("a form is accepted from the browser for which it was made", () => {
  expect(checkFormToken({ vault, now }, browser, token)).toBe(true);
  expect(checkFormToken({ vault, now: after(now, 12 * HOUR_MS - 1) }, browser, token)).toBe(true);
});

test.each<[string, string | undefined, string, Date]>([
  ["another browser", newFormCookie(systemRandom), token, now],
  ["a browser without a cookie", undefined, token, now],
  ["a form that lay open for too long", browser, token, after(now, 12 * HOUR_MS)],
  ["no token", browser, "", now],
  ["nonsense", browser, "x.y", now],
  ["a longer life than was given", browser, `zzzzzzzzzz.${token.split(".")[1]}`, now],
  ["a token with more behind it", browser, `${token}0`, now],
  ["letters of more than a byte", browser, `${token.slice(0, -1)}é`, now],
])("a form is refused from %s", (_, from, carried, at) => {
  expect(checkFormToken({ vault, now: at }, from, carried)).toBe(false);
});

test("another installation's token is refused", () => {
  const other = openVault({ keys: [{ id: "a", key: new Uint8Array(randomBytes(32)) }], random: systemRandom });
  expect(checkFormToken({ vault: other, now }, browser, token)).toBe(false);
});

test("a session's cookie cannot be read by scripts and other sites, or sent without TLS if there is TLS", () => {
  expect(sessionCookie("abc", "https://market.example")).toBe(
    "__Host-interchange_session=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure",
  );
  expect(sessionCookie("abc", "http://localhost:4000")).toMatch(/^interchange_session=abc; (?!.*Secure)/);
  expect(endedSessionCookie("https://market.example")).toContain("__Host-interchange_session=; Path=/; Max-Age=0;");
});

test("over TLS, only the cookie name that no neighbouring host can set is accepted", () => {
  const both = "interchange_session=planted; __Host-interchange_session=ours";
  expect(sessionIn(both, "https://market.example")).toBe("ours");
  expect(sessionIn("interchange_session=planted", "https://market.example")).toBeUndefined();
  expect(sessionIn("interchange_session=ours", "http://localhost:4000")).toBe("ours");
  expect(cookieIn(both, "interchange_session")).toBe("ours");
});

test("a cookie is found among others, by its whole name", () => {
  const header = "a=1; x_interchange_session=no; interchange_session=yes=; b=2";
  expect(cookieIn(header, "interchange_session")).toBe("yes=");
  expect(cookieIn("interchange_session=", "interchange_session")).toBeUndefined();
  expect(cookieIn(undefined, "interchange_session")).toBeUndefined();
});
