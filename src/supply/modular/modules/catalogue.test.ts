import { expect, test } from "vitest";
import { vectors } from "../vectors/vectors.fixture.ts";
import { MODULES } from "./catalogue.ts";
import { STAGES } from "./stage.ts";

test("the stages are those of the published contract, in its order", () => {
  expect(STAGES).toEqual(vectors.stages);
});

test.each(Object.entries(vectors.catalog))(
  "%s declares every stage, task and field of the catalogue",
  (id, declared) => {
    const { contractId: _, ...contract } = MODULES.find(({ contract: { contractId } }) => contractId === id)
      ?.contract ?? {
      contractId: "",
    };
    expect(contract).toEqual(declared);
  },
);
