import type { AdagentsFile, PublishedAgent, PublishedProperty, PublishedSelector } from "./adagents-document.ts";
import { isSameAgent } from "./agent-url.ts";
import type { AdagentsReading } from "./read-adagents.ts";

type AdagentsStatus = "resolved" | "no_adagents" | "invalid" | "error" | "pending";
type AuthorisationStatus = "authorized" | "unauthorized" | "unknown";
type AuthorisationReason =
  | "no_file"
  | "file_invalid"
  | "agent_not_listed"
  | "agent_untyped"
  | "agent_not_property_bound"
  | "authorized";

/** A publisher's statement about an agent that claims to sell for it. */
export interface Verdict {
  readonly adagentsStatus: AdagentsStatus;
  readonly authorizationStatus: AuthorisationStatus;
  readonly authorizationReason: AuthorisationReason | null;
  /** How many of the publisher's properties its file lists; null if there is no file. */
  readonly propertyCount: number | null;
}

interface Question {
  readonly domain: string;
  readonly agentUrl: string;
  readonly wall: Date;
}

/** Silence is not a refusal: if a publisher has no readable file, the result is unknown. */
export function verdictOf(reading: AdagentsReading, question: Question): Verdict {
  const silent = { authorizationStatus: "unknown", propertyCount: null } as const;
  switch (reading.kind) {
    case "absent":
      return { ...silent, adagentsStatus: "no_adagents", authorizationReason: "no_file" };
    case "invalid":
      return { ...silent, adagentsStatus: "invalid", authorizationReason: "file_invalid" };
    case "silent":
      return { ...silent, adagentsStatus: "error", authorizationReason: null };
    case "resolved": {
      const authorizationReason = reasonIn(reading.file, question);
      return {
        adagentsStatus: "resolved",
        authorizationStatus: authorizationReason === "authorized" ? "authorized" : "unauthorized",
        authorizationReason,
        propertyCount: propertiesOf(reading.file.properties, question.domain).length,
      };
    }
  }
}

function reasonIn(file: AdagentsFile, { domain, agentUrl, wall }: Question): AuthorisationReason {
  const listed = file.agents.filter((agent) => isSameAgent(agent.url, agentUrl) && isInEffect(agent, wall));
  // AdCP 3.1: a revocation takes precedence over everything else that the file says about the publisher.
  if (listed.length === 0 || file.revoked.includes(domain)) return "agent_not_listed";
  const typed = listed.filter(({ authorization_type: type }) => type !== undefined);
  if (typed.length === 0) return "agent_untyped";
  return typed.some((agent) => isBound(agent, file, domain)) ? "authorized" : "agent_not_property_bound";
}

function isInEffect({ effective_from: from, effective_until: until }: PublishedAgent, wall: Date): boolean {
  return (!from || from <= wall) && (!until || wall < until);
}

/** Whether the agent may sell anything of this publisher. */
function isBound(agent: PublishedAgent, { properties }: AdagentsFile, domain: string): boolean {
  const own = propertiesOf(properties, domain);
  const { property_ids: ids = [], property_tags: tags = [] } = agent;
  switch (agent.authorization_type) {
    case "property_ids":
      return own.some((property) => hasId(property, ids));
    case "property_tags":
      return own.some((property) => hasTag(property, tags));
    case "inline_properties":
      return propertiesOf(agent.properties ?? [], domain).length > 0;
    case "publisher_properties":
      return (agent.publisher_properties ?? []).some((selector) => selects(selector, own, domain));
    default:
      return false;
  }
}

/**
 * A network may select properties by tag or id while the publisher's own properties are in another file. Without those,
 * the selector alone decides.
 */
function selects(selector: PublishedSelector, own: readonly PublishedProperty[], domain: string): boolean {
  const { publisher_domain, publisher_domains = [], selection_type, property_ids = [], property_tags = [] } = selector;
  if (publisher_domain !== domain && !publisher_domains.includes(domain)) return false;
  if (selection_type === "all" || own.length === 0) return true;
  return own.some((property) =>
    selection_type === "by_id" ? hasId(property, property_ids) : hasTag(property, property_tags),
  );
}

/** A property that names no publisher belongs to the domain for which the file was read. */
function propertiesOf(properties: readonly PublishedProperty[], domain: string): PublishedProperty[] {
  return properties.filter(({ publisher_domain = domain }) => publisher_domain === domain);
}

function hasId({ property_id: id }: PublishedProperty, ids: readonly string[]): boolean {
  return id !== undefined && ids.includes(id);
}

function hasTag({ tags = [] }: PublishedProperty, wanted: readonly string[]): boolean {
  return tags.some((tag) => wanted.includes(tag));
}
