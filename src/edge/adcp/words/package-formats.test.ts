import { expect, test } from "vitest";
import type { SellerRefused } from "../../../ground/seller-agent/index.ts";
import { product } from "../../../ground/seller-agent/product.fixture.ts";
import { formatsOf } from "./package-formats.ts";

const named = { agentUrl: "https://ads.example", id: "display_300x250" };
const SHELF = [
  product("p", {
    formatIds: [named],
    formatOptions: [
      {
        formatKind: "image",
        formatOptionId: "mrec",
        namedFormats: [named],
        written: { params: { width: 300, height: 250 } },
      },
      { formatKind: "html5", formatOptionId: "rich" },
    ],
  }),
];
const select = (asked: object) => formatsOf({ product_id: "p", ...asked }, "packages[0]", SHELF);
const refusalOf = (asked: object) => {
  try {
    select(asked);
    return undefined;
  } catch (error) {
    return (error as SellerRefused).errors[0];
  }
};
const ref = (format_option_id: string) => ({ scope: "product", format_option_id });

test.each([
  ["nothing", {}, {}],
  [
    "a named format",
    { format_ids: [{ agent_url: "https://ads.example/", id: "display_300x250" }] },
    { formatIds: [{ agentUrl: "https://ads.example/", id: "display_300x250" }] },
  ],
  ["an option that stands for one", { format_option_refs: [ref("mrec")] }, { formatIds: [named] }],
  ["all options", { format_option_refs: [ref("mrec"), ref("rich")] }, {}],
  [
    "a kind with what its option fixes",
    { format_kind: "image", params: { width: 300, height: 250 } },
    { formatIds: [named] },
  ],
])("a package may ask for %s", (_, asked, formats) => {
  expect(select(asked)).toEqual(formats);
});

test("references take precedence over ids", () => {
  const asked = { format_option_refs: [ref("mrec")], format_ids: [{ agent_url: "https://x.example", id: "strange" }] };
  expect(select(asked)).toEqual({ formatIds: [named] });
});

test.each([
  ["a format that it is not shown in", { format_ids: [{ agent_url: "https://x.example", id: "x" }] }, "format_ids[0]"],
  ["an option that it has not", { format_option_refs: [ref("x")] }, "format_option_refs[0].format_option_id"],
  ["an option that its source has no name for", { format_option_refs: [ref("rich")] }, "format_option_refs"],
  ["a kind without the size that is fixed", { format_kind: "image" }, "format_kind"],
  ["a kind in another size", { format_kind: "image", params: { width: 1, height: 1 } }, "format_kind"],
  ["a kind that it has not", { format_kind: "audio_hosted" }, "format_kind"],
])("and not for %s", (_, asked, field) => {
  expect(refusalOf(asked)).toMatchObject({ code: "UNSUPPORTED_FEATURE", field: `packages[0].${field}` });
});
