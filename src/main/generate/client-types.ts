import { registerHooks } from "node:module";
import { openApiOf, SIDES } from "../../edge/reference/index.ts";
import { operations } from "../areas.ts";

/** openapi-typescript needs the compiler's old API, which TypeScript 7 no longer has, so it gets version 5.9. */
registerHooks({
  resolve: (specifier, context, next) => {
    const old = specifier === "typescript" && context.parentURL?.includes("/openapi-typescript/");
    return next(old ? "typescript-5" : specifier, context);
  },
});

/** The types of `packages/client`, one file for each side of the API. */
export async function clientTypes(publicUrl: string): Promise<{ readonly path: string; readonly text: string }[]> {
  const { default: openapiTs, astToString } = await import("openapi-typescript");
  return Promise.all(
    SIDES.map(async (side) => {
      const document = JSON.stringify(openApiOf(side, operations, { publicUrl }));
      // Fields with a default are optional in a request.
      const text = astToString(await openapiTs(document, { defaultNonNullable: false }));
      return {
        path: `packages/client/src/${side}.gen.ts`,
        text: `// Generated from the operation table by \`npm run generate\`.\n${text}`,
      };
    }),
  );
}
