import { z } from "zod";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { may } from "../../ground/kernel/viewer.ts";
import { endConnection } from "./applications/end-application.ts";
import { listApplications } from "./applications/store.ts";
import { ConnectedApplicationListQuery, ConnectedApplicationPath, ConnectedApplicationView, viewOf } from "./schema.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Connected applications",
  ours: true,
} as const;

export const listConnectedApplications = operation({
  ...shared,
  id: "listConnectedApplications",
  method: "get",
  path: "/connected-applications",
  summary: "List the applications that act for you, or, as an administrator, for anybody in your organisation",
  access: "read",
  query: ConnectedApplicationListQuery,
  paging: "take/skip",
  answer: z.object({ applications: z.array(ConnectedApplicationView), total: z.int() }),
  async handle({ query }, { db, viewer }) {
    const whose = may({ ...viewer, readOnly: false }, "manage") ? undefined : (viewer.userId ?? 0);
    const { applications, total } = await listApplications(db, viewer.customerId, whose, pageOf(query));
    return { applications: applications.map(viewOf), total };
  },
});

export const endConnectedApplication = operation({
  ...shared,
  id: "endConnectedApplication",
  method: "delete",
  path: "/connected-applications/{applicationId}",
  summary: "Disconnect an application",
  description:
    "Your own or, as an administrator, anybody's in your organisation. No new access tokens are issued to it; the " +
    "one it has expires within fifteen minutes.",
  access: "write",
  personal: true,
  params: ConnectedApplicationPath,
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  refs: { "params.applicationId": "application" },
  audit: { resource: "CONNECTED_APPLICATION" },
  async handle({ params }, ctx) {
    await endConnection(ctx, params.applicationId);
    return null;
  },
});
