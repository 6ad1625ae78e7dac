import type { SeededFixture } from "../../../../supply/callers/rehearsals/index.ts";

/** Products that AdCP's clients buy in a sandbox in which they have found nothing. They can be bought there, but are on no shelf. */
export const KNOWN_PRODUCTS: readonly SeededFixture[] = [
  {
    kind: "product",
    parentId: "",
    fixtureId: "test-product",
    fixture: {
      pricing_options: [{ pricing_option_id: "test-pricing", pricing_model: "cpm", currency: "USD", fixed_price: 10 }],
    },
  },
];

const text = (asset_id: string, requirements: object, required = false) => ({
  item_type: "individual",
  asset_id,
  asset_type: "text",
  required,
  requirements,
});

/** AdCP 3.1's canonical in-feed format, with limits of the usual size, for clients that have no other format for a rehearsal. */
export const KNOWN_FORMATS: readonly SeededFixture[] = [
  {
    kind: "creative_format",
    parentId: "",
    fixtureId: "native_in_feed",
    fixture: {
      name: "Native in-feed, for tests",
      canonical: { kind: "native_in_feed" },
      description: "A title, an image of 1200 by 627 pixels and a landing page",
      assets: [
        text("title", { max_length: 90 }, true),
        text("body_text", { max_length: 140 }),
        text("advertiser_name", { max_length: 50 }),
        text("cta", { allowed_values: ["LEARN_MORE", "SHOP_NOW", "SIGN_UP", "DOWNLOAD", "BOOK_NOW"] }),
        {
          item_type: "individual",
          asset_id: "main_image",
          asset_type: "image",
          required: true,
          requirements: { min_width: 1200, max_width: 1200, min_height: 627, max_height: 627 },
        },
        { item_type: "individual", asset_id: "landing_page_url", asset_type: "url", required: true },
      ],
    },
  },
];
