import { area } from "../../ground/areas/area.ts";

export const composition = area({
  name: "supply/composition",
});
