import { dataOf } from "#client";
import { api } from "../api/client.ts";
import { useWrite } from "../api/use-write.ts";
import { Dialog } from "../components/dialog.tsx";
import { Form, Select, TextArea, type Typed } from "../components/form.tsx";
import { acting as words } from "../messages/acting.ts";
import { useSwitchOrganisation } from "../shell/session.ts";

interface ActForProps {
  readonly organisation: { readonly customerId: number; readonly company: string };
  readonly onClose: () => void;
}

const FIELDS = ["reason", "minutes", "mayWrite"];

/** Why, for how long and how far, before one sees what an organisation sees. */
export function ActFor({ organisation: { customerId, company }, onClose }: ActForProps) {
  const switchTo = useSwitchOrganisation();
  const start = useWrite(
    ({ reason = "", minutes, mayWrite }: Typed, headers) =>
      dataOf(
        api.operator.POST("/api/v2/operator/acting-grants", {
          headers,
          body: { customerId, reason, minutes: Number(minutes), mayWrite: mayWrite === "true" },
        }),
      ),
    () => switchTo(customerId),
  );
  return (
    <Dialog open onClose={onClose} title={words.title(company)}>
      <Form onSubmit={start.write} write={start} action={words.start} fields={FIELDS}>
        {(errorOf) => (
          <>
            <p>{words.text}</p>
            <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={errorOf("reason")} />
            <Select
              name="minutes"
              label={words.minutes}
              initial="60"
              options={[
                ["15", words.lengths.short],
                ["60", words.lengths.usual],
                ["240", words.lengths.long],
              ]}
              error={errorOf("minutes")}
            />
            <Select
              name="mayWrite"
              label={words.extent}
              initial="false"
              options={[
                ["false", words.look],
                ["true", words.write],
              ]}
              error={errorOf("mayWrite")}
            />
          </>
        )}
      </Form>
    </Dialog>
  );
}
