import { ApiError, Unreachable } from "#client";
import { showcase as words } from "../../messages/showcase.ts";
import { Failure, Loading } from "../failure.tsx";
import { Field, Form, Select, TextArea } from "../form.tsx";
import { Section } from "../page.tsx";

const nothing = () => undefined;
const REFUSED = new ApiError(400, { code: "VALIDATION_ERROR", message: words.wrong, field: "domain" }, "req_01");

export function Forms() {
  return (
    <Section title={words.form}>
      <div className="max-w-lg">
        <Form
          onSubmit={nothing}
          write={{ busy: false, error: REFUSED }}
          action={words.form}
          fields={["name", "domain"]}
        >
          {(errorOf) => (
            <>
              <Field name="name" label={words.field} hint={words.hint} />
              <Field name="domain" label={words.field} error={errorOf("domain")} initial="northwind" />
              <Select
                name="choice"
                label={words.choice}
                options={[
                  ["one", words.name],
                  ["two", words.amount],
                ]}
              />
              <TextArea name="text" label={words.text} optional />
            </>
          )}
        </Form>
      </div>
    </Section>
  );
}

export function Failures() {
  return (
    <>
      <Section title={words.failures}>
        <div className="space-y-3">
          <Failure error={new Unreachable(null)} retry={nothing} />
          <Failure error={new ApiError(401, { code: "UNAUTHORIZED", message: "" }, "req_02")} />
          <Failure error={new ApiError(403, { code: "FORBIDDEN", message: words.denied }, "req_03")} />
          <Failure error={new ApiError(500, { code: "INTERNAL_ERROR", message: "" }, "req_04")} />
        </div>
      </Section>
      <Section title={words.loading}>
        <Loading />
      </Section>
    </>
  );
}
