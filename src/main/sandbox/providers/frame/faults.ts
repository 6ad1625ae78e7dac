import { type Reply, respondText } from "./exchange.ts";

/** A fault that is injected into the next calls of a route. */
export type Fault =
  | { readonly kind: "lose" }
  | { readonly kind: "cut" }
  | { readonly kind: "throttle" }
  | { readonly kind: "fail"; readonly reply: Reply };

interface Planned {
  readonly route: string;
  readonly fault: Fault;
  left: number;
}

/** Faults that are waiting for their calls. `*` matches any route. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(route: string, fault: Fault, times: number): void {
    this.#planned.push({ route, fault, left: times });
  }

  /** Returns each fault for one call only. */
  take(route: string): Fault | undefined {
    const due = this.#planned.find((one) => one.left > 0 && (one.route === "*" || one.route === route));
    if (!due) return undefined;
    due.left -= 1;
    return due.fault;
  }
}

/** The page that a load balancer in front of any provider returns. */
export function pageOfHtml(status: number): Reply {
  return respondText(
    status,
    "text/html; charset=utf-8",
    `<html><body><h1>${status}</h1><p>synthetic</p></body></html>`,
  );
}
