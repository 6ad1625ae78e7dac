import { area } from "../../ground/areas/area.ts";
import * as deadLettersOperator from "./operator-api.ts";

export const deadLetters = area({
  name: "platform/dead-letters",
  operations: [deadLettersOperator],
});
