import type { RemoteState, Review } from "../../contract/plan.ts";
import type { Lossless } from "../lossless.ts";
import { textAt } from "../read.ts";
import type { Entity, Level } from "./levels.ts";

/** How people have configured it: values that most platforms share. */
const CONFIGURED: Readonly<Record<string, RemoteState["configured"]>> = {
  ACTIVE: "active",
  PAUSED: "paused",
  DRAFT: "paused",
  ARCHIVED: "gone",
  DELETED: "gone",
};

interface EntityWords {
  /** The field with the configuration, and the field with the platform's verdict. */
  readonly fields: readonly [configured: string, effective: string];
  readonly parents: Readonly<Record<Level, string>>;
  readonly delivery: Readonly<Record<string, RemoteState["delivery"]>>;
  /** Further values to store with the status. */
  readonly also?: (raw: Lossless) => readonly string[];
}

/** Interprets objects by the platform's statuses; an unknown one leaves the last state unchanged. */
export function entityReader({ fields, parents, delivery, also = () => [] }: EntityWords) {
  return (raw: Lossless, level: Level): Entity | undefined => {
    const id = textAt(raw, "id");
    if (id === undefined) return undefined;
    const [status, effective] = fields.map((field) => textAt(raw, field) ?? "");
    return {
      id,
      name: textAt(raw, "name") ?? "",
      parent: textAt(raw, parents[level]),
      configured: CONFIGURED[status ?? ""] ?? "unknown",
      delivery: delivery[effective ?? ""] ?? "unknown",
      raw: [status, effective, ...also(raw)].join(" ").trim(),
    };
  };
}

interface ReviewWords {
  readonly displayName: string;
  readonly field: string;
  readonly approvals: Readonly<Record<string, Review["approval"]>>;
  readonly reasons: (ad: Lossless) => readonly string[];
}

/**
 * Interprets an ad's review. The reasons for a refusal are in the platform's own words, so they are shortened and
 * marked as such.
 */
export function reviewReader({ displayName, field, approvals, reasons: reasonsIn }: ReviewWords) {
  return (ad: Lossless): Review => {
    const word = textAt(ad, field) ?? "";
    const reasons = [...new Set(reasonsIn(ad))];
    const approval = approvals[word] ?? "unknown";
    const said = reasons.map((reason) => reason.slice(0, 200)).join("; ");
    const refusal = `${displayName} refused the ad${said === "" ? ", and gives no reason" : `: ${said}`}`;
    return { approval, reason: approval === "rejected" ? refusal : null, raw: [word, ...reasons].join(" ") };
  };
}

/** `MISLEADING_CLAIM` as words. */
export function spoken(word: string): string {
  return word.replaceAll("_", " ").toLowerCase();
}
