import { expect, test } from "vitest";
import { callbackFor } from "./leg-webhook.ts";

const agent = { executionType: "AGENT", capabilities: null } as const;
const openly = { publicUrl: "https://ads.example" };

test("a source only gets a webhook URL if it can reach us", () => {
  expect(callbackFor(agent, openly)).toEqual({ publicUrl: "https://ads.example", delivery: false });
  expect(callbackFor(agent, { publicUrl: "http://localhost:4000" })).toBeNull();
  expect(callbackFor({ ...agent, executionType: "SIMULATED" }, openly)).toBeNull();
});

test("a source is only asked to report delivery if it says that it does", () => {
  const capabilities = { reportsByWebhook: true } as never;
  expect(callbackFor({ ...agent, capabilities }, openly)?.delivery).toBe(true);
});
