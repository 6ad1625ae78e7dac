import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";

/** How a source without an agent stands: its modules and its stages. */
export function useModular(sourceId: string) {
  const params = { path: { sourceId } };
  return useAnswer(["source", sourceId, "modular"], () =>
    api.storefront.GET("/api/v2/storefront/inventory-sources/{sourceId}/modular", { params }),
  );
}
