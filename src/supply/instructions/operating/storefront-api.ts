import { Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { activate, authorVersion, getActiveVersion, getVersion, readHistory } from "../versions/author-version.ts";
import { VersionPath } from "../versions/schema.ts";
import {
  InstructionsListView,
  InstructionsView,
  instructionsView,
  NewInstructionsBody,
  newInstructionsOf,
} from "./schema.ts";

const KIND = "operating_instructions";
const all = { api: "storefront", path: "/operating-instructions", tag: "Operating instructions" } as const;
const one = { ...all, params: VersionPath, refs: { "params.version": "operatingInstructions" } } as const;

export const listOperatingInstructions = operation({
  ...all,
  id: "listOperatingInstructions",
  method: "get",
  summary: "List the versions of your operating instructions",
  description: "All of them, newest first; isActive marks the one that the merchandising agent follows.",
  access: "read",
  answer: InstructionsListView,
  errors: [NotFound],
  async handle(_, ctx) {
    const versions = await readHistory(ctx, KIND);
    return { items: versions.map(instructionsView), total: versions.length };
  },
});

export const createOperatingInstructions = operation({
  ...all,
  id: "createOperatingInstructions",
  method: "post",
  summary: "Save a new version of your operating instructions",
  description:
    "Versions are immutable: a correction is a new version. It becomes active with activate: true " +
    "or by activateOperatingInstructions. To go back, activate an older one.",
  access: "write",
  body: NewInstructionsBody,
  answer: InstructionsView,
  status: 201,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "OPERATING_INSTRUCTIONS", idIn: "version" },
  handle: async ({ body }, ctx) =>
    instructionsView(await authorVersion(ctx, KIND, newInstructionsOf(body), { activate: body.activate })),
});

export const getActiveOperatingInstructions = operation({
  ...all,
  id: "getActiveOperatingInstructions",
  method: "get",
  path: "/operating-instructions/active",
  summary: "Get your active operating instructions",
  access: "read",
  answer: InstructionsView,
  errors: [NotFound],
  handle: async (_, ctx) => instructionsView(await getActiveVersion(ctx, KIND)),
});

export const getOperatingInstructionsVersion = operation({
  ...one,
  id: "getOperatingInstructionsVersion",
  method: "get",
  path: "/operating-instructions/{version}",
  summary: "Get one version of your operating instructions",
  access: "read",
  answer: InstructionsView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => instructionsView(await getVersion(ctx, KIND, params.version)),
});

export const activateOperatingInstructions = operation({
  ...one,
  id: "activateOperatingInstructions",
  method: "post",
  path: "/operating-instructions/{version}/activate",
  summary: "Activate a version of your operating instructions",
  description: "It replaces the active one from the next request on. To go back, activate an older version.",
  access: "write",
  answer: InstructionsView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "OPERATING_INSTRUCTIONS", action: "ACTIVATE" },
  handle: async ({ params }, ctx) => instructionsView(await activate(ctx, KIND, params.version)),
});
