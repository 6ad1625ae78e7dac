import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Field, Form, type Typed } from "../../components/form.tsx";
import { Page, Section } from "../../components/page.tsx";
import { sell } from "../../messages/sell.ts";
import { useSession } from "../../shell/session.ts";

const words = sell.setUp;

/** The first step; afterwards the home page names what is missing, one thing at a time. */
export function SetUp() {
  const { current } = useSession();
  const create = useWrite(({ name = "", publisherDomain = "", defaultCurrency = "" }: Typed, headers) =>
    api.storefront.POST("/api/v2/storefront", {
      headers,
      body: {
        name,
        defaultCurrency,
        acceptsAllCountries: true,
        ...(publisherDomain && { publisherDomain, operatorDomain: publisherDomain }),
      },
    }),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Section>
        <div className="max-w-lg">
          <Form
            onSubmit={create.write}
            write={create}
            action={words.create}
            fields={["name", "publisherDomain", "defaultCurrency"]}
          >
            {(errorOf) => (
              <>
                <Field
                  name="name"
                  label={words.name}
                  hint={words.nameHint}
                  initial={current.company}
                  error={errorOf("name")}
                />
                <Field
                  name="publisherDomain"
                  label={words.domain}
                  hint={words.domainHint}
                  initial={current.customerDomain ?? ""}
                  error={errorOf("publisherDomain")}
                />
                <Field name="defaultCurrency" label={words.currency} initial="USD" error={errorOf("defaultCurrency")} />
              </>
            )}
          </Form>
        </div>
      </Section>
    </Page>
  );
}
