import type { CallContext } from "../../../ground/kernel/context.ts";
import { SellerRefused, SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { currenciesOf } from "../calls/source-call.ts";
import type { ChangingSource } from "../change-source.ts";
import { callOf, explained } from "../check-connection.ts";
import { connectionOf } from "../source.ts";
import { toAgentAuth } from "../to-agent-auth.ts";
import type { DiscoveryTest, Outcome } from "./discovery-test.ts";

/** Asks one source for products, as a buyer would; nothing is bought, and nothing is stored. */
export async function requestProducts(
  { after: source, auth }: Pick<ChangingSource, "after" | "auth">,
  brief: string,
  out: CallContext,
): Promise<DiscoveryTest> {
  const began = performance.now();
  const tested = (outcome: Outcome, message: string, found: Partial<DiscoveryTest> = {}): DiscoveryTest => ({
    outcome,
    message,
    products: [],
    currencies: {},
    cause: null,
    durationMs: Math.round(performance.now() - began),
    ...found,
  });
  try {
    const agent = out.openAgent(connectionOf(source, auth && toAgentAuth(auth, out)));
    const { products } = await agent.getProducts({ brief }, callOf(out));
    if (products.length === 0) return tested("empty", `${source.name} answered, and has nothing for this brief`);
    const named = products.map(({ productId, name }) => ({ productId, name }));
    return tested("passed", `${source.name} answered with ${products.length} of its products`, {
      products: named,
      currencies: currenciesOf(products),
    });
  } catch (error) {
    const { error: reported } = explained(error, source, auth, out.installation.sellerTimeoutMs);
    return tested(outcomeOf(error), reported ?? `${source.name} did not answer`, { cause: causeOf(error) });
  }
}

function causeOf(error: unknown): string {
  return error instanceof SellerUnreachable ? error.reason : "refused";
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof SellerRefused) return "failed";
  return error instanceof SellerUnreachable && error.reason === "malformed" ? "failed" : "not_reached";
}
