import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Field, Form, type Typed } from "../../components/form.tsx";

interface TurnOnProps {
  readonly sourceId: string;
  readonly contractId: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** What the module is to know, and what it is called on the form. */
  readonly field: { readonly name: string; readonly label: string; readonly initial?: string };
  /** What it is told besides. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** What a module of a source would do, and the little that it asks for. */
export function TurnOn({ sourceId, contractId, title, text, action, field, config = {} }: TurnOnProps) {
  const turnOn = useWrite((typed: Typed, headers) =>
    api.storefront.POST("/api/v2/storefront/inventory-sources/{sourceId}/modular/modules", {
      headers,
      params: { path: { sourceId } },
      body: { contractId, config: { ...config, [field.name]: typed[field.name] ?? "" } },
    }),
  );
  return (
    <div className="max-w-lg space-y-4">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-muted">{text}</p>
      </div>
      <Form onSubmit={turnOn.write} write={turnOn} action={action} fields={[`config.${field.name}`]}>
        {(errorOf) => <Field {...field} error={errorOf(`config.${field.name}`)} />}
      </Form>
    </div>
  );
}
