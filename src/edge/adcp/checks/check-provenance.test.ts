import { describe, expect, test } from "vitest";
import type { CreativePolicy } from "../../../ground/seller-agent/index.ts";
import { provenanceMissing, waivedDisclosuresIn } from "./check-provenance.ts";

const POLICY: CreativePolicy = {
  provenanceRequired: true,
  requiresSourceType: true,
  requiresDisclosure: true,
  acceptedVerifiers: [{ agentUrl: "https://verifier.example", featureId: "markers" }],
  written: {},
};
const by = (agent_url: string, feature_id = "markers") => [{ verify_agent: { agent_url, feature_id } }];
const whole = { digital_source_type: "digital_capture", disclosure: { required: false } };
const codeOf = (provenance: unknown, policy = POLICY) =>
  provenanceMissing({ provenance }, policy, "creatives[0]")?.code;

describe("a policy reports", () => {
  test.each([
    ["everything", undefined, "PROVENANCE_REQUIRED"],
    ["how it was made", { disclosure: { required: false } }, "PROVENANCE_DIGITAL_SOURCE_TYPE_MISSING"],
    ["what is disclosed", { digital_source_type: "digital_capture" }, "PROVENANCE_DISCLOSURE_MISSING"],
    [
      "a verifier whose word it takes",
      { ...whole, embedded_provenance: by("https://other.example") },
      "PROVENANCE_VERIFIER_NOT_ACCEPTED",
    ],
    [
      "what the verifier is asked",
      { ...whole, embedded_provenance: by("https://verifier.example", "mood") },
      "PROVENANCE_VERIFIER_NOT_ACCEPTED",
    ],
    ["nothing", { ...whole, embedded_provenance: by("https://verifier.example") }, undefined],
  ])("%s", (_, provenance, code) => {
    expect(codeOf(provenance)).toBe(code);
  });

  test("nothing if it requires nothing", () => {
    expect(codeOf(undefined, { ...POLICY, provenanceRequired: false })).toBeUndefined();
  });
});

test.each([
  ["directed", "composite_with_trained_algorithmic_media", false, true],
  ["edited", "trained_algorithmic_media", false, true],
  ["prompt_only", "trained_algorithmic_media", false, false],
  ["directed", "digital_capture", false, false],
  ["directed", "trained_algorithmic_media", true, false],
])("%s, made by %s, disclosed: %s", (human_oversight, digital_source_type, required, isObserved) => {
  const found = waivedDisclosuresIn({ provenance: { human_oversight, digital_source_type, disclosure: { required } } });
  expect(found !== undefined).toBe(isObserved);
});
