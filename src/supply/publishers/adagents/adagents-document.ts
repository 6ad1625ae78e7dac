import { z } from "zod";

const texts = z.array(z.string()).optional().catch(undefined);
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .optional()
  .catch(undefined);
const entries = <S extends z.ZodType>(entry: S) =>
  z.array(z.unknown()).transform((all) =>
    all.flatMap((one) => {
      const read = entry.safeParse(one);
      return read.success ? [read.data] : [];
    }),
  );

const Property = z.looseObject({
  property_id: z.string().optional().catch(undefined),
  tags: texts,
  publisher_domain: z.string().toLowerCase().optional().catch(undefined),
});

const Selector = z.looseObject({
  publisher_domain: z.string().toLowerCase().optional(),
  publisher_domains: texts,
  selection_type: z.enum(["all", "by_id", "by_tag"]),
  property_ids: texts,
  property_tags: texts,
});

const Agent = z.looseObject({
  url: z.string().min(1),
  authorized_for: z.string().optional().catch(undefined),
  authorization_type: z.string().optional().catch(undefined),
  property_ids: texts,
  property_tags: texts,
  properties: entries(Property).optional().catch(undefined),
  publisher_properties: entries(Selector).optional().catch(undefined),
  effective_from: instant,
  effective_until: instant,
});

const Pointer = z.looseObject({ authoritative_location: z.url({ protocol: /^https?$/ }).max(2048) });

const File = z.looseObject({
  authorized_agents: entries(Agent),
  properties: entries(Property).default([]).catch([]),
  formats: entries(z.looseObject({})).default([]).catch([]),
  revoked_publisher_domains: entries(z.looseObject({ publisher_domain: z.string().toLowerCase() }))
    .default([])
    .catch([]),
});

export type PublishedProperty = z.output<typeof Property>;
export type PublishedSelector = z.output<typeof Selector>;
export type PublishedAgent = z.output<typeof Agent>;

/** An adagents.json of AdCP 3.1, without its malformed entries. */
export interface AdagentsFile {
  readonly agents: readonly PublishedAgent[];
  readonly properties: readonly PublishedProperty[];
  readonly formats: readonly Record<string, unknown>[];
  /** Publishers that have left a managed network: their entries no longer count. */
  readonly revoked: readonly string[];
}

export type AdagentsDocument =
  | { readonly kind: "file"; readonly file: AdagentsFile }
  /** The actual file is elsewhere. */
  | { readonly kind: "pointer"; readonly url: string }
  | { readonly kind: "none"; readonly complaint: string };

export function fromAdagentsJson(json: unknown): AdagentsDocument {
  const pointer = Pointer.safeParse(json);
  if (pointer.success) return { kind: "pointer", url: pointer.data.authoritative_location };
  const read = File.safeParse(json);
  if (!read.success) return { kind: "none", complaint: "authorized_agents is not a list of agents" };
  const { authorized_agents: agents, properties, formats, revoked_publisher_domains } = read.data;
  const revoked = revoked_publisher_domains.map(({ publisher_domain }) => publisher_domain);
  return { kind: "file", file: { agents, properties, formats, revoked } };
}
