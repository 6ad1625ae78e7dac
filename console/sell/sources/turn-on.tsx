import { useState } from "react";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Form, type Typed } from "../../components/form.tsx";

interface TurnOnProps {
  readonly sourceId: string;
  readonly contractId: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** The module's settings, and their labels on the form. */
  readonly field: { readonly name: string; readonly label: string; readonly initial?: string };
  /** Its further settings. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** What a source's module would do, and the few settings that it requires. */
export function TurnOn({ title, text, action, ...form }: TurnOnProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="max-w-prose">
        <p className="font-medium">{title}</p>
        <p className="text-muted">{text}</p>
      </div>
      <Button onClick={() => setOpen(true)}>{action}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={action}>
        <Ask {...form} action={action} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

interface AskProps extends Omit<TurnOnProps, "title" | "text"> {
  readonly onDone: () => void;
}

function Ask({ sourceId, contractId, action, field, config = {}, onDone }: AskProps) {
  const turnOn = useWrite(
    (typed: Typed, headers) =>
      api.storefront.POST("/api/v2/storefront/inventory-sources/{sourceId}/modular/modules", {
        headers,
        params: { path: { sourceId } },
        body: { contractId, config: { ...config, [field.name]: typed[field.name] ?? "" } },
      }),
    onDone,
  );
  return (
    <Form onSubmit={turnOn.write} write={turnOn} action={action} fields={[`config.${field.name}`]}>
      {(errorOf) => <Field {...field} error={errorOf(`config.${field.name}`)} />}
    </Form>
  );
}
