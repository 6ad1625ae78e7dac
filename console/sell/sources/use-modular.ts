import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";

/** The state of a source without an agent: its modules and its stages. */
export function useModular(sourceId: string) {
  const params = { path: { sourceId } };
  return useAnswer(["source", sourceId, "modular"], () =>
    api.storefront.GET("/api/v2/storefront/inventory-sources/{sourceId}/modular", { params }),
  );
}
