import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Storefront } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button, Go } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, Select, TextArea, type Typed } from "../components/form.tsx";
import { Empty, Page, Section } from "../components/page.tsx";
import { Moment, Name, State } from "../components/values.tsx";
import { sell } from "../messages/sell.ts";
import { stateWord } from "../messages/shared.ts";

type Item = Storefront["schemas"]["WorkItemSummary"];

const words = sell.work;

export function WorkQueue() {
  const answer = useAnswer(["work"], () =>
    api.storefront.GET("/api/v2/storefront/work-items", { params: { query: { limit: 100 } } }),
  );
  return (
    <Page title={words.title} lead={words.lead}>
      <Section flush>
        <Loaded of={answer}>
          {({ items }) =>
            items.length === 0 ? <Empty title={words.emptyTitle} text={words.emptyText} /> : <Queue items={items} />
          }
        </Loaded>
      </Section>
    </Page>
  );
}

/** Navigated with J and K, like a mailbox. */
function Queue({ items }: { readonly items: readonly Item[] }) {
  const [open, setOpen] = useState<Item | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  // Until the list is fetched again it still has what was just done: whoever goes on at once means the next item.
  const left = items.filter(({ id }) => !done.includes(id));
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  return (
    <>
      <p className="border-b border-line px-4 py-2 text-sm text-muted">{words.keys}</p>
      <ul ref={list} className="divide-y divide-line">
        {left.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              data-item
              onClick={() => setOpen(item)}
              className="grid w-full gap-x-4 gap-y-1 px-4 py-3 text-start hover:bg-sunken sm:grid-cols-[1fr_auto]"
            >
              <Entry item={item} />
            </button>
          </li>
        ))}
      </ul>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open?.title ?? ""}>
        {open && (
          <Opened
            item={open}
            onDone={() => {
              setDone([...done, open.id]);
              setOpen(null);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function Entry({ item }: { readonly item: Item }) {
  return (
    <>
      <span className="min-w-0">
        <span className="block font-medium">
          <Name>{item.title}</Name>
        </span>
        <span className="block text-sm text-muted">
          {stateWord(item.kind)} · {words.age} <Moment at={item.createdAt} />
          {item.dueAt && (
            <>
              {" "}
              · {words.due} <Moment at={item.dueAt} />
            </>
          )}
        </span>
      </span>
      <span>
        <State code={item.status} />
      </span>
    </>
  );
}

/** J moves to the next, K to the previous one, unless somebody is typing. */
function useListKeys(list: RefObject<HTMLUListElement | null>): void {
  // Before the list is painted: a key that is pressed as soon as it is seen is heard.
  useLayoutEffect(() => {
    const listen = ({ key, target }: KeyboardEvent) => {
      if (target instanceof HTMLElement && target.closest("input, textarea, select, dialog")) return;
      const step = { j: 1, k: -1 }[key];
      if (step === undefined) return;
      const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>("button[data-item]") ?? [])];
      const at = buttons.findIndex((button) => button === document.activeElement);
      buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [list]);
}

interface OpenedProps {
  readonly item: Item;
  readonly onDone: () => void;
}

/** An item knows its source only by its number, but actions need the source's name. */
function Opened({ item, onDone }: OpenedProps) {
  const sources = useAnswer(["sources"], () => api.storefront.GET("/api/v2/storefront/inventory-sources"));
  return (
    <Loaded of={sources}>
      {(sources) => {
        const { sourceId = "" } = sources.find(({ id }) => id === item.inventorySourceId) ?? {};
        return item.kind === "UPLOAD_FINAL_REPORT" ? (
          <Report item={item} sourceId={sourceId} />
        ) : (
          <Work item={item} sourceId={sourceId} onDone={onDone} />
        );
      }}
    </Loaded>
  );
}

/** Its figures come from a file, which is uploaded at its source. */
function Report({ item: { description }, sourceId }: { readonly item: Item; readonly sourceId: string }) {
  return (
    <div className="space-y-4">
      {description && <p className="text-muted">{description}</p>}
      <p>{words.reportText}</p>
      <Go to="/sell/sources/$sourceId" params={{ sourceId }}>
        {words.toSource}
      </Go>
    </div>
  );
}

/** The required entries, according to the item. */
function Work({ item, sourceId, onDone }: OpenedProps & { readonly sourceId: string }) {
  const params = { path: { sourceId, workItemId: item.id } };
  const complete = useWrite(
    ({ notes = "", ...typed }: Typed, headers) =>
      api.storefront.POST("/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}/complete", {
        headers,
        params,
        body: { result: resultOf(typed), ...(notes && { notes }) },
      }),
    onDone,
  );
  const take = useWrite((_: null, headers) =>
    api.storefront.PATCH("/api/v2/storefront/inventory-sources/{sourceId}/modular/work-items/{workItemId}", {
      headers,
      params,
      body: { status: "IN_PROGRESS" },
    }),
  );
  const fields = item.requiredResultFields;
  return (
    <Form
      onSubmit={complete.write}
      write={complete}
      action={words.done}
      fields={[...fields.map((field) => `result.${field}`), "notes"]}
      aside={item.status === "OPEN" && <Button onClick={() => take.write(null)}>{words.take}</Button>}
    >
      {(errorOf) => (
        <>
          {item.description && <p className="text-muted">{item.description}</p>}
          {fields.map((field) => {
            const given = { name: field, label: words.fields[field] ?? field, error: errorOf(`result.${field}`) };
            return field === DECISION ? (
              <Select key={field} {...given} options={Object.entries(words.decisions)} />
            ) : (
              <Field key={field} {...given} />
            );
          })}
          <TextArea name="notes" label={words.notes} error={errorOf("notes")} rows={2} optional />
        </>
      )}
    </Form>
  );
}

/** The only entry that is not a text: what has been asked is allowed or refused by it. */
const DECISION = "approved";

function resultOf({ [DECISION]: decision = "", ...typed }: Typed) {
  return { ...typed, ...(decision && { [DECISION]: decision === "true" }) };
}
