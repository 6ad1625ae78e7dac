import { z } from "zod";
import { takeSkip } from "../../ground/kernel/query.ts";
import type { ConnectedApplication } from "./applications/connected-application.ts";

export const ConnectedApplicationView = z
  .object({
    id: z.string(),
    name: z.string().describe("The name it gives itself; not verified"),
    clientId: z.string().describe("An id issued to it, or the URL of its own metadata document"),
    destination: z.string().describe("Where users are redirected: a host, or the URL scheme of a native application"),
    resource: z.string().describe("The API URL that it may call"),
    scopes: z.array(z.string()),
    connectedBy: z.string().describe("The person for whom it acts"),
    connectedAt: z.iso.datetime(),
    lastUsedAt: z.iso
      .datetime()
      .nullable()
      .describe("When it was last issued an access token, which is valid for fifteen minutes"),
  })
  .meta({ id: "ConnectedApplication" });

export const ConnectedApplicationPath = z.object({ applicationId: z.string().min(1).max(64) });
export const ConnectedApplicationListQuery = z.object(takeSkip);

export function viewOf(application: ConnectedApplication): z.input<typeof ConnectedApplicationView> {
  const { applicationId, name, clientId, destination, resource, scopes, person, connectedAt, lastUsedAt } = application;
  return {
    id: applicationId,
    name,
    clientId,
    destination,
    resource,
    scopes: [...scopes],
    connectedBy: person,
    connectedAt: connectedAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
