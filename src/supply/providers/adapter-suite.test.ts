import { describe, expect, test } from "vitest";
import { listAdapters } from "./catalogue.ts";
import type { Account } from "./contract/account.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { AnyJob, JobContext, Step } from "./contract/job.ts";
import type { Plan } from "./contract/plan.ts";
import { REMEDY } from "./contract/provider-error.ts";
import { NO_FACTS } from "./contract/template.ts";
import { addressOf } from "./host/address.ts";

/** What the host requires of every adapter, whatever its platform is like. */

const ACCOUNT: Account = {
  externalAccountId: "18446744073709551615",
  name: "Acme",
  advertiser: "Acme",
  currency: "USD",
  timeZone: "America/Los_Angeles",
  country: "US",
  status: "active",
  rawStatus: "ACTIVE",
  type: "advertiser",
  parentExternalId: null,
  parentName: null,
};
const CONTEXT: JobContext = { now: "2026-11-01T12:00:00.000Z", account: ACCOUNT, settings: {} };

function planFor({ templates }: Adapter): Plan {
  const [template] = templates;
  return {
    mediaBuyId: "mb_1",
    name: "Spring",
    start: "2026-11-02T00:00:00.000Z",
    end: "2026-11-12T00:00:00.000Z",
    paused: false,
    packages: ["pkg_1", "pkg_2"].map((packageId) => ({
      packageId,
      templateId: template?.id ?? "",
      pricingModel: template?.pricing[0]?.model ?? "cpm",
      budget: "1500.25",
      bid: null,
      start: "2026-11-02T00:00:00.000Z",
      end: "2026-11-12T00:00:00.000Z",
      paused: false,
      pacing: "even",
      targeting: {},
      countries: ["US"],
    })),
  };
}

const requestOf = (step: Step<unknown, unknown>) => {
  if (step.do !== "send") throw new Error(`expected a request, and it is ${step.do}`);
  return step;
};

const BROKEN = ["", "{", "<html><body>oops</body></html>", "[]", '{"unexpected":true}', "null"];

describe.each(listAdapters().map((adapter) => [adapter.describe.provider, adapter] as const))("%s", (_, adapter) => {
  const { describe: said, sales, templates } = adapter;
  const jobs: readonly (readonly [string, AnyJob<unknown, unknown>, unknown])[] = [
    ["accounts", adapter.accounts, null],
    ...(adapter.oauth ? [["exchange", adapter.oauth.exchange, null] as const] : []),
    ...(sales
      ? [["create", sales.create as AnyJob<unknown, unknown>, { plan: planFor(adapter), facts: NO_FACTS }] as const]
      : []),
  ];

  test("calls no host outside its list, and only over TLS", () => {
    for (const address of Object.values(said.hosts)) expect(address).toMatch(/^https:\/\//);
    for (const [, job, input] of jobs) {
      const { request } = requestOf(job.start(input, CONTEXT));
      const url = addressOf(request, said.hosts, { sandbox: false });
      expect(Object.values(said.hosts).some((host) => url.href.startsWith(host))).toBe(true);
      expect(said.buckets.map(({ name }) => name)).toContain(request.bucket);
    }
  });

  test.each(BROKEN)("an answer like %j is reported as an error, and never crashes or ends anything", (text) => {
    for (const [, job, input] of jobs) {
      const { state } = requestOf(job.start(input, CONTEXT));
      for (const status of [200, 500]) {
        const step = job.next(state, { status, headers: {}, text }, CONTEXT);
        // An empty list of accounts is a valid answer, but a reply that says nothing never confirms a write.
        expect(step.do === "fail" ? REMEDY[step.error.kind] : step.do).toMatch(
          /^(again|unknown|renew|end|refuse|done)$/,
        );
      }
    }
  });

  test("states are plain data: a stored state continues like one that was not stored", () => {
    for (const [, job, input] of jobs) {
      const step = requestOf(job.start(input, CONTEXT));
      expect(JSON.parse(JSON.stringify(step))).toEqual(step);
      const reply = { status: 500, headers: {}, text: "" };
      expect(job.next(JSON.parse(JSON.stringify(step.state)), reply, CONTEXT)).toEqual(
        job.next(step.state, reply, CONTEXT),
      );
    }
  });

  test("no request names a secret's value, and tokens stay out of paths", () => {
    for (const [, job, input] of jobs) {
      const { request } = requestOf(job.start(input, CONTEXT));
      expect(request.path).not.toMatch(/token=|secret=/);
    }
  });

  test("every write of a creation can be looked up, and is paused at first", () => {
    if (!sales) return;
    const step = requestOf(sales.create.start({ plan: planFor(adapter), facts: NO_FACTS }, CONTEXT));
    expect(step.request.effect).toBe("write");
    expect(step.onLost?.request.effect).toBe("read");
    expect(JSON.stringify(step.request.body)).not.toMatch(/\bACTIVE\b|\bENABLED?\b/);
  });

  test("its templates have their own ids, formats and a price", () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
    for (const { formats, pricing, channels } of templates)
      for (const list of [formats, pricing, channels]) expect(list.length).toBeGreaterThan(0);
  });
});
