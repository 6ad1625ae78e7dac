import { area } from "../../ground/areas/area.ts";

export const authorization = area({ name: "edge/authorization" });
