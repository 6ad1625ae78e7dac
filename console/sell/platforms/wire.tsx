import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Form, Select, type Typed } from "../../components/form.tsx";
import { Section } from "../../components/page.tsx";
import { platforms as words } from "../../messages/sell-platforms.ts";

const PLATFORMS = [
  "amazon",
  "audiostack",
  "google",
  "meta",
  "pinterest",
  "reddit",
  "snap",
  "spotify",
  "tiktok",
] as const;
type Platform = (typeof PLATFORMS)[number];

/** Wires the storefront to a platform, once and for good. */
export function Wire() {
  const wire = useWrite(({ providerType = "", ownerKind = "" }: Typed, headers) =>
    api.storefront.PUT("/api/v2/storefront/adapter", {
      headers,
      body: { providerType: providerType as Platform, ownerKind: ownerKind === "buyer" ? "buyer" : "operator" },
    }),
  );
  return (
    <Section title={words.wireTitle} note={words.wireText}>
      <div className="max-w-lg">
        <Form onSubmit={wire.write} write={wire} action={words.wire} fields={["providerType", "ownerKind"]}>
          {(errorOf) => (
            <>
              <Select
                name="providerType"
                label={words.platform}
                options={PLATFORMS.map((one) => [one, words.names[one] ?? one])}
                error={errorOf("providerType")}
              />
              <Select
                name="ownerKind"
                label={words.owner}
                hint={words.byBuyers}
                options={(["operator", "buyer"] as const).map((one) => [one, words.owners[one] ?? one])}
                error={errorOf("ownerKind")}
              />
            </>
          )}
        </Form>
      </div>
    </Section>
  );
}
