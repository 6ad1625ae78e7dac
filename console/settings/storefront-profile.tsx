import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../api/client.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWrite } from "../api/use-write.ts";
import { Button } from "../components/button.tsx";
import { Confirm } from "../components/dialog.tsx";
import { Loaded } from "../components/failure.tsx";
import { Field, Form, Select, TextArea, type Typed } from "../components/form.tsx";
import { Section } from "../components/page.tsx";
import { storefrontProfile as words } from "../messages/settings.ts";

type Profile = Storefront["schemas"]["Storefront"];

/** A storefront has a name; the others may be empty. */
const TEXTS = [
  { name: "publisherDomain", label: words.domain, type: "text" },
  { name: "website", label: words.website, type: "url" },
  { name: "demandContactName", label: words.contact, type: "text" },
  { name: "demandContactEmail", label: words.contactEmail, type: "email" },
] as const;
const FIELDS = ["name", "description", "creativeApproval", "mediaBuyApproval", ...TEXTS.map(({ name }) => name)];

const APPROVALS = [
  ["manual", words.byPeople],
  ["auto", words.atOnce],
] as const;
const HELD = { every: "manual", by_policy: "policy", none: "auto" } as const;

/** How the storefront presents itself, whom buyers ask, what people approve, and whether it sells at all. */
export function StorefrontProfile() {
  const answer = useAnswer(["storefront"], () => api.storefront.GET("/api/v2/storefront"));
  return <Loaded of={answer}>{(storefront) => <Edit key={storefront.updatedAt} storefront={storefront} />}</Loaded>;
}

function Edit({ storefront }: { readonly storefront: Profile }) {
  const save = useWrite((typed: Typed, headers) =>
    api.storefront.PUT("/api/v2/storefront", { headers, body: changesIn(typed) }),
  );
  return (
    <Section title={words.title} note={words.note} actions={<Pause isPaused={storefront.isPaused} />}>
      <div className="max-w-lg">
        <Form onSubmit={save.write} write={save} action={words.save} fields={FIELDS}>
          {(errorOf) => <Fields storefront={storefront} errorOf={errorOf} />}
        </Form>
      </div>
    </Section>
  );
}

interface FieldsProps {
  readonly storefront: Profile;
  readonly errorOf: (name: string) => string | undefined;
}

function Fields({ storefront, errorOf }: FieldsProps) {
  return (
    <>
      <Field name="name" label={words.name} initial={storefront.name} error={errorOf("name")} />
      <TextArea
        name="description"
        label={words.description}
        initial={storefront.description ?? ""}
        error={errorOf("description")}
        optional
      />
      {TEXTS.map(({ name, ...field }) => (
        <Field key={name} name={name} {...field} initial={storefront[name] ?? ""} error={errorOf(name)} optional />
      ))}
      <Select
        name="mediaBuyApproval"
        label={words.mediaBuys}
        initial={HELD[storefront.mediaBuysHeld]}
        options={[["policy", words.byPolicy], ...APPROVALS]}
      />
      <Select
        name="creativeApproval"
        label={words.creatives}
        initial={storefront.creativeApproval}
        options={APPROVALS}
      />
    </>
  );
}

/** What is empty now is taken away; a domain cannot be. */
function changesIn({ name = "", publisherDomain, mediaBuyApproval, creativeApproval, ...texts }: Typed) {
  return {
    name,
    ...(publisherDomain && { publisherDomain }),
    description: texts.description || null,
    website: texts.website || null,
    demandContactName: texts.demandContactName || null,
    demandContactEmail: texts.demandContactEmail || null,
    // Null: the acceptance policy decides.
    mediaBuyApproval: approvalOf(mediaBuyApproval) ?? null,
    creativeApproval: approvalOf(creativeApproval) ?? ("manual" as const),
  };
}

function approvalOf(chosen: string | undefined): "auto" | "manual" | undefined {
  return chosen === "auto" || chosen === "manual" ? chosen : undefined;
}

function Pause({ isPaused }: { readonly isPaused: boolean }) {
  const [open, setOpen] = useState(false);
  const change = useWrite(
    (_: null, headers) => api.storefront.PUT("/api/v2/storefront", { headers, body: { isPaused: !isPaused } }),
    () => setOpen(false),
  );
  const action = isPaused ? words.open : words.pause;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{action}</Button>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={isPaused ? words.openTitle : words.pauseTitle}
        action={action}
        write={change}
        onConfirm={() => change.write(null)}
      >
        <p>{isPaused ? words.openText : words.pauseText}</p>
      </Confirm>
    </>
  );
}
