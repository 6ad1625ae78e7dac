import { z } from "zod";
import { installationDb } from "../../../ground/kernel/context.ts";
import { csvPageOf } from "../../../ground/kernel/csv/csv-list.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { pageOf, takeSkip } from "../../../ground/kernel/query.ts";
import { listOrganisationsBelowOfInstallation, listOrganisationsOfInstallation, type Organisation } from "./store.ts";

const OrganisationView = z
  .object({
    customerId: z.int(),
    kind: z.enum(["BUYER", "SELLER", "OPERATOR"]),
    company: z.string(),
    domain: z.string().nullable(),
    parentCustomerId: z.int().nullable().describe("The parent organisation"),
    sandbox: z.boolean(),
    members: z.int().describe("How many members it has"),
    termsVersion: z.string().nullable().describe("The terms that it has accepted; null if none"),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Organisation" });

export const listOrganisations = operation({
  id: "listOrganisations",
  api: "operator",
  method: "get",
  path: "/organisations",
  summary: "List the organisations of the installation, newest first",
  tag: "Organisations",
  access: "operate",
  query: z.object({
    ...takeSkip,
    name: z.string().min(1).max(255).optional().describe("Part of the company's name or domain, ignoring case"),
    kind: z.enum(["BUYER", "SELLER", "OPERATOR"]).optional(),
  }),
  paging: "take/skip",
  answer: z.object({ organisations: z.array(OrganisationView), total: z.int() }),
  csv: {
    fileName: "organisations",
    columns: ["id", "kind", "company", "domain", "members", "terms", "since"],
    async page({ query: { name, kind } }, ctx, after) {
      const rows = await listOrganisationsBelowOfInstallation(installationDb(ctx), { name, kind }, after);
      return csvPageOf(rows, lineOf, ({ customerId }) => customerId);
    },
  },
  async handle({ query }, ctx) {
    const { name, kind } = query;
    const { organisations, total } = await listOrganisationsOfInstallation(
      installationDb(ctx),
      { name, kind },
      pageOf(query),
    );
    return { organisations: organisations.map(viewOf), total };
  },
});

function lineOf({ customerId, kind, company, domain, members, termsVersion, createdAt }: Organisation) {
  return [customerId, kind, company, domain, members, termsVersion, createdAt.toISOString()];
}

function viewOf({ parentId, createdAt, ...organisation }: Organisation) {
  return { ...organisation, parentCustomerId: parentId, createdAt: createdAt.toISOString() };
}
