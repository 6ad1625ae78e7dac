import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { queryBoolean } from "../../../ground/kernel/query.ts";

const Member = z.object({ slug: z.string(), display_name: z.string() }).nullable();
const records = z.array(z.looseObject({}));

export const DiscoverQuery = z.object({
  domain: domainInput.describe("The operator's or publisher's domain, or a URL on it"),
  refresh: queryBoolean.optional().describe("Ask again, even if somebody has asked within the last two minutes"),
});

export const DirectoryEntry = z
  .object({
    domain: z.string(),
    operator: z
      .object({
        domain: z.string(),
        member: Member,
        agents: z.array(
          z.object({
            url: z.string(),
            name: z.string(),
            type: z
              .string()
              .describe("sales, creative, signals, …: as the registry or the domain's brand.json lists it"),
            authorized_by: records.optional(),
          }),
        ),
      })
      .describe("The agents that the domain operates"),
    publisher: z
      .object({
        domain: z.string(),
        member: Member,
        adagents_valid: z.boolean().nullable().describe("Null if there is no adagents.json"),
        discovery_method: z.enum(["direct", "authoritative_location", "ads_txt_managerdomain"]).optional(),
        manager_domain: z.string().nullable().optional(),
        resolved_url: z.string().nullable().optional().describe("The final URL of its adagents.json"),
        properties: records,
        authorized_agents: records,
        formats: records.optional(),
        freshness: z
          .object({
            source: z.enum(["registry", "live_origin"]),
            registry_adagents_valid: z.boolean().nullable(),
            last_validated: z.string().nullable(),
          })
          .optional(),
      })
      .describe("The inventory that the domain publishes, and who may sell it"),
  })
  .meta({ id: "AgentDirectoryEntry" });

export type DirectoryEntry = z.output<typeof DirectoryEntry>;
