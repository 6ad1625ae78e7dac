import { expect, test } from "vitest";
import { startAudiostack } from "../../src/main/sandbox/providers/audiostack/start-audiostack.ts";
import { ask, at, started, textAt } from "./ask.ts";

const API = "https://v2.api.audio";
const FORM = {
  audioform: { header: { version: "1" }, assets: { script: { text: "Go out.", lang: "de", adLength: 15 } } },
};

test("building takes a while, and the result has the requested length and language", async () => {
  const studio = await started(startAudiostack);
  const headers = { "x-api-key": studio.apiKey };
  const made = await ask(studio, `${API}/audioforms/`, { headers, json: FORM });
  const address = `${API}/audioforms/${textAt(made.body, "data.audioformId")}`;
  expect(made.status).toBe(202);
  expect((await ask(studio, address, { headers })).status).toBe(400);
  const versioned = { ...headers, version: "1" };
  expect((await ask(studio, address, { headers: versioned })).status).toBe(202);
  studio.controls.advance(60_000);
  const { status, body } = await ask(studio, address, { headers: versioned });
  expect([status, at(body, "data.result.duration"), at(body, "data.result.language")]).toEqual([200, 15, "de"]);
  const audio = await ask(studio, textAt(body, "data.result.delivery.url"));
  expect(audio.text.startsWith("RIFF")).toBe(true);
});

test("a failed build answers 200 with its errors, an invalid body 422, an invalid key 403", async () => {
  const studio = await started(startAudiostack);
  const headers = { authorization: `Bearer ${studio.apiKey}` };
  studio.controls.refuseCreative({ name: "Go out" }, "synthetic: no such voice");
  const made = await ask(studio, `${API}/audioforms/`, { headers, json: FORM });
  studio.controls.advance(60_000);
  const address = `${API}/audioforms/${textAt(made.body, "data.audioformId")}`;
  const failed = await ask(studio, address, { headers: { ...headers, version: "1" } });
  expect([failed.status, at(failed.body, "data.errors")]).toEqual([200, ["synthetic: no such voice"]]);
  expect((await ask(studio, `${API}/creator/brief`, { headers, json: { brief: { script: {} } } })).status).toBe(422);
  expect((await ask(studio, `${API}/audioforms/`, { json: FORM })).status).toBe(403);
});

test("a brief makes as many audioforms as it requests, and says what they cost", async () => {
  const studio = await started(startAudiostack);
  const headers = { "x-api-key": studio.apiKey };
  const script = { productName: "Tea", productDescription: "Hot", adLength: 30, lang: "ja" };
  const { body } = await ask(studio, `${API}/creator/brief`, { headers, json: { brief: { script }, numAds: 2 } });
  expect(at(body, "data.audioforms")).toHaveLength(2);
  expect(at(body, "meta.creditsUsed")).toBe(2);
});
