import { lazily } from "../../caches/index.ts";
import { kindsOf } from "../closeness.ts";

/** Who is spoken to at work. */
export const tradeKeys = lazily(
  (): ReadonlySet<string> =>
    new Set([...kindsOf("topic:business"), ...kindsOf("audience:decision-makers"), "topic:it-professionals"]),
);
