import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { activate, authorVersion, getActiveVersion, getVersion, readHistory } from "../versions/author-version.ts";
import { VersionPath } from "../versions/schema.ts";
import { NewPolicyBody, PolicyListView, PolicyView, policyView } from "./schema.ts";

const KIND = "acceptance_policy";
const all = { api: "storefront", path: "/acceptance-policy", tag: "Acceptance policy" } as const;
const one = { ...all, params: VersionPath, refs: { "params.version": "acceptancePolicy" } } as const;

export const listAcceptancePolicies = operation({
  ...all,
  id: "listAcceptancePolicies",
  method: "get",
  summary: "List the versions of your acceptance policy",
  description: "All of them, newest first; isActive marks the one in force.",
  access: "read",
  answer: PolicyListView,
  errors: [NotFound],
  async handle(_, ctx) {
    const versions = await readHistory(ctx, KIND);
    return { items: versions.map(policyView), total: versions.length };
  },
});

export const createAcceptancePolicy = operation({
  ...all,
  id: "createAcceptancePolicy",
  method: "post",
  summary: "Save a new version of your acceptance policy",
  description:
    "Versions are immutable: a correction is a new version. It becomes active with activate: true " +
    "or by activateAcceptancePolicy. To go back, activate an older one.",
  access: "write",
  body: NewPolicyBody,
  answer: PolicyView,
  status: 201,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "ACCEPTANCE_POLICY", idIn: "version" },
  async handle({ body: { content, notes = null, activate } }, ctx) {
    return policyView(await authorVersion(ctx, KIND, { content, notes, thresholds: null }, { activate }));
  },
});

export const getActiveAcceptancePolicy = operation({
  ...all,
  id: "getActiveAcceptancePolicy",
  method: "get",
  path: "/acceptance-policy/active",
  summary: "Get your active acceptance policy",
  access: "read",
  answer: PolicyView,
  errors: [NotFound],
  handle: async (_, ctx) => policyView(await getActiveVersion(ctx, KIND)),
});

export const getAcceptancePolicyVersion = operation({
  ...one,
  id: "getAcceptancePolicyVersion",
  method: "get",
  path: "/acceptance-policy/{version}",
  summary: "Get one version of your acceptance policy",
  access: "read",
  answer: PolicyView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => policyView(await getVersion(ctx, KIND, params.version)),
});

export const activateAcceptancePolicy = operation({
  ...one,
  id: "activateAcceptancePolicy",
  method: "post",
  path: "/acceptance-policy/{version}/activate",
  summary: "Activate a version of your acceptance policy",
  description: "It replaces the active one from the next request on. To go back, activate an older version.",
  access: "write",
  answer: PolicyView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "ACCEPTANCE_POLICY", action: "ACTIVATE" },
  handle: async ({ params }, ctx) => policyView(await activate(ctx, KIND, params.version)),
});
