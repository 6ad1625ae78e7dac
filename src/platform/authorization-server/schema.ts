import { z } from "zod";
import { takeSkip } from "../../ground/kernel/query.ts";
import type { ConnectedApplication } from "./applications/connected-application.ts";

export const ConnectedApplicationView = z
  .object({
    id: z.string(),
    name: z.string().describe("What it calls itself; nobody vouches for it"),
    clientId: z.string().describe("An id that it was given, or the address of its own description"),
    destination: z
      .string()
      .describe("Where its answers go: a host, or the scheme of an application on somebody's machine"),
    resource: z.string().describe("The address that it may call"),
    scopes: z.array(z.string()),
    connectedBy: z.string().describe("For whom it acts"),
    connectedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe("When it last got an access token, which lasts fifteen minutes"),
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
