import { expect, test } from "vitest";
import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { JobContext, Step } from "../contract/job.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { sequence } from "./sequence.ts";

const CONTEXT: JobContext = { now: "2026-11-04T12:00:00.000Z", settings: {} };
const request = (path: string, effect: ProviderRequest["effect"]): ProviderRequest => ({
  method: "POST",
  host: "api",
  path,
  auth: { kind: "none" },
  bucket: "calls",
  effect,
});

/** Creates an object and checks it; the replies contain what the platform would say. */
const job = sequence<null, { readonly id: string }, string>(
  () => [
    {
      request: () => request("/things", "write"),
      read: ({ text }, known) => (text === "taken" ? ok({ known, doubtful: true }) : ok({ known: { id: text } })),
      lost: {
        request: () => request("/things?name=ours", "read"),
        read: ({ text }, known) => (text === "none" ? ok({ known, again: true }) : ok({ known: { id: text } })),
      },
    },
    {
      request: (_, { id }) => request(`/things/${id}`, "read"),
      read({ text }, known) {
        if (text === "changed") return ok({ known, again: "from_start" });
        return text === "other" ? failed(fault("unreadable", "another one")) : ok({ known });
      },
    },
  ],
  () => ({ id: "" }),
  ({ id }) => id,
  ({ id }) => (id === "" ? [] : [{ kind: "thing", id }]),
);

type JobStep = Step<Parameters<typeof job.next>[0], string>;
const sent = (step: JobStep) => {
  if (step.do !== "send") throw new Error(JSON.stringify(step));
  return step;
};
const reply = (text: string): ProviderReply => ({ status: 200, headers: {}, text });
const after = (step: JobStep, text: string) => job.next(sent(step).state, reply(text), CONTEXT);
/** Continues from the look-up, as after a lost answer. */
const lost = (step: JobStep, text: string) => {
  const { onLost } = sent(step);
  if (!onLost) throw new Error("it cannot be looked up");
  expect(onLost.request.effect).toBe("read");
  return job.next(JSON.parse(JSON.stringify(onLost.state)), reply(text), CONTEXT);
};

test("a lost write is looked up, and only sent again if it is not found", () => {
  const start = job.start(null, CONTEXT);
  expect(sent(lost(start, "none")).request.path).toBe("/things");
  expect(sent(lost(lost(start, "none"), "41")).request.path).toBe("/things/41");
  expect(after(lost(start, "41"), "fine")).toEqual({ do: "done", value: "41" });
});

test("a write that the platform says was done before is looked up, as if its answer had been lost", () => {
  const step = after(job.start(null, CONTEXT), "taken");
  expect(sent(step).request.path).toBe("/things?name=ours");
  expect(sent(after(step, "41")).request.path).toBe("/things/41");
});

test("a failure lists what was created, and a new attempt starts from the beginning", () => {
  const step = after(job.start(null, CONTEXT), "41");
  expect(after(step, "other")).toMatchObject({ do: "fail", made: [{ kind: "thing", id: "41" }] });
  expect(sent(after(step, "changed")).request.path).toBe("/things");
});
