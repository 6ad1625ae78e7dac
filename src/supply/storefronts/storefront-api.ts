import { Invalid, InvalidState, NotFound } from "../../ground/kernel/errors.ts";
import { Answered, operation } from "../../ground/kernel/operation.ts";
import { archiveStorefront as archive, changeStorefront, getOwnStorefront } from "./change-storefront.ts";
import { createStorefront as create } from "./create-storefront.ts";
import { CapabilitiesChangeBody, NewStorefrontBody, StorefrontChangeBody } from "./schema.ts";
import { StorefrontView, viewOf } from "./storefront-view.ts";

// The storefront is at the mount path itself, `/api/v2/storefront`: a seller organisation has only one, so no path
// names it.

export const getStorefront = operation({
  id: "getStorefront",
  api: "storefront",
  method: "get",
  path: "",
  summary: "Get your storefront",
  tag: "Storefront",
  access: "read",
  answer: StorefrontView,
  errors: [NotFound],
  handle: async (_, ctx) => viewOf(await getOwnStorefront(ctx)),
});

export const createStorefront = operation({
  id: "createStorefront",
  api: "storefront",
  method: "post",
  path: "",
  summary: "Create your storefront",
  description:
    "201 with a new storefront; 200 with the existing one, unchanged. A new storefront is paused: " +
    "add a source, then open it with PUT { isPaused: false }.",
  tag: "Storefront",
  access: "write",
  body: NewStorefrontBody,
  answer: StorefrontView,
  status: 201,
  also: 200,
  errors: [Invalid],
  audit: { resource: "STOREFRONT", idIn: "storefrontId" },
  async handle({ body }, ctx) {
    const { storefront, made } = await create(ctx, body);
    return new Answered(made ? 201 : 200, viewOf(storefront));
  },
});

export const updateStorefront = operation({
  id: "updateStorefront",
  api: "storefront",
  method: "put",
  path: "",
  summary: "Update your storefront, open it or pause it",
  description:
    "Omitted fields stay as they are. businessProfile and compositionPricing are replaced as a whole. Opening is refused while " +
    "a readiness check blocks; the error names every one that does.",
  tag: "Storefront",
  access: "write",
  body: StorefrontChangeBody,
  answer: StorefrontView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "STOREFRONT", idIn: "storefrontId" },
  handle: async ({ body }, ctx) => viewOf(await changeStorefront(ctx, body)),
});

export const updateStorefrontCapabilities = operation({
  id: "updateStorefrontCapabilities",
  api: "storefront",
  method: "patch",
  path: "",
  summary: "Set what your storefront offers buyers beyond selling",
  tag: "Storefront",
  access: "write",
  body: CapabilitiesChangeBody,
  answer: StorefrontView,
  errors: [Invalid, InvalidState, NotFound],
  audit: { resource: "STOREFRONT", idIn: "storefrontId" },
  handle: async ({ body }, ctx) => viewOf(await changeStorefront(ctx, body)),
});

export const archiveStorefront = operation({
  id: "archiveStorefront",
  api: "storefront",
  method: "post",
  path: "/archive",
  summary: "Archive your storefront permanently",
  tag: "Storefront",
  access: "manage",
  answer: StorefrontView,
  errors: [InvalidState, NotFound],
  audit: { resource: "STOREFRONT", action: "ARCHIVE", idIn: "storefrontId" },
  handle: async (_, ctx) => viewOf(await archive(ctx)),
});
