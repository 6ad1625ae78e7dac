import { expect, test } from "vitest";
import { withoutSecret } from "./examination.ts";

test("nobody reads a secret back, neither as it is nor as it was sent", () => {
  const basic = { type: "basic", username: "shop", password: "p4ss" } as const;
  expect(withoutSecret("got Basic c2hvcDpwNHNz, that is p4ss", { auth: basic })).toBe("got Basic …, that is …");
  expect(withoutSecret("got t0ken", { auth: { type: "bearer", token: "t0ken" } })).toBe("got …");
  expect(withoutSecret("got nothing", { auth: { type: "bearer", token: "" } })).toBe("got nothing");
});
