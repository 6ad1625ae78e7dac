import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleInstance } from "../modules/module-instance.ts";
import { STAGES } from "../modules/stage.ts";
import { vectors } from "../vectors/vectors.fixture.ts";
import { type Projected, project } from "./project.ts";

const MANUAL: ModuleInstance = {
  moduleRowId: 1,
  inventorySourceId: 1,
  moduleInstanceId: "traffic-1",
  contractId: "manual-trafficking:v1",
  kind: "TRAFFICKING",
  name: "People",
  status: "CONFIGURING",
  config: { targetSystem: "Cadent" },
  credentialKinds: [],
  lastError: null,
  lastCheckedAt: null,
  issues: [],
};
const HEALTHY = { healthStatus: "healthy" } as const;
const { stage, rows } = vectors.truthTable;

function statusFor(projected: Partial<Projected>, of = stage) {
  const whole = { source: HEALTHY, modules: [MANUAL], openItems: [], facts: {}, ...projected };
  return project(whole).lifecycleSummary.find((summary) => summary.stage === of)?.status;
}

test.each(rows)("the truth table has $expected for $input", ({ input, expected }) => {
  const { attached, disabled, error, setup, openWorkItem, runtimeInputs } = input;
  const module: ModuleInstance = {
    ...MANUAL,
    config: setup ? MANUAL.config : {},
    status: disabled ? "DISABLED" : error ? "ERROR" : "CONFIGURING",
    lastError: error ? "it does not answer" : null,
  };
  const item = { kind: "TRAFFIC_TO_CADENT", moduleInstanceId: "traffic-1", stage } as const;
  const facts = { MEDIA_BUY_INPUT: runtimeInputs, CREATIVE_INPUT: runtimeInputs };
  expect(statusFor({ modules: attached ? [module] : [], openItems: openWorkItem ? [item] : [], facts })).toBe(expected);
});

test("an open item about the health of the whole source blocks every stage that is supported", () => {
  const item = { kind: "RESOLVE_SOURCE_HEALTH", moduleInstanceId: null, stage: null } as const;
  const { lifecycleSummary } = project({ source: HEALTHY, modules: [MANUAL], openItems: [item], facts: {} });
  const supported = lifecycleSummary.filter((summary) => summary.supported);
  expect(supported.length).toBeGreaterThan(0);
  expect(new Set(supported.map(({ status }) => status))).toEqual(new Set(["BLOCKED"]));
});

test("an issue that begins with info: blocks nothing, any other does", () => {
  expect(statusFor({ modules: [{ ...MANUAL, issues: ["info: slow today"] }] })).toBe("RUNTIME_INPUTS_REQUIRED");
  expect(statusFor({ modules: [{ ...MANUAL, issues: ["out of order"] }] })).toBe("BLOCKED");
});

test("a contract that this release does not know leaves its stages undeclared, and a disabled module reports nothing", () => {
  const unknown = { ...MANUAL, contractId: "tomorrow:v1" };
  expect(statusFor({ modules: [unknown] })).toBe("NOT_DECLARED");
  expect(statusFor({ modules: [{ ...unknown, status: "DISABLED" }] })).toBe("UNSUPPORTED");
});

test("the projection has a row for each stage, whatever is attached, and the same facts give the same rows", () => {
  const contracts = ["manual-trafficking:v1", "sim-oms:v1", "booking-ledger:v1", "static-avails-feed:v1", "odd:v1"];
  const instance = fc.record({
    contractId: fc.constantFrom(...contracts),
    status: fc.constantFrom("CONFIGURING" as const, "DISABLED" as const, "ERROR" as const),
    config: fc.dictionary(fc.constantFrom("targetSystem", "endpointUrl"), fc.string()),
  });
  fc.assert(
    fc.property(fc.array(instance, { maxLength: 5 }), fc.boolean(), (drawn, fact) => {
      const modules = drawn.map((one, at) => ({ ...MANUAL, ...one, moduleInstanceId: `m-${at}` }));
      const projected = { source: HEALTHY, modules, openItems: [], facts: { MEDIA_BUY_INPUT: fact } };
      const first = project(projected);
      expect(first.lifecycleSummary.map((row) => row.stage)).toEqual([...STAGES]);
      for (const row of first.lifecycleSummary) expect(row.status === "UNSUPPORTED").toBe(isNobodys(row, modules));
      expect(project(projected)).toEqual(first);
    }),
  );
});

function isNobodys({ supported }: { readonly supported: boolean }, modules: readonly ModuleInstance[]): boolean {
  const odd = modules.some(({ contractId, status }) => contractId === "odd:v1" && status !== "DISABLED");
  return !supported && !odd;
}
