import { useState } from "react";
import type { Storefront } from "#client";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWrite } from "../../api/use-write.ts";
import { Copy } from "../../components/as-api.tsx";
import { Button } from "../../components/button.tsx";
import { Confirm, Dialog } from "../../components/dialog.tsx";
import { Loaded } from "../../components/failure.tsx";
import { Field, Form, Select, type Typed } from "../../components/form.tsx";
import { Empty, Page, Section } from "../../components/page.tsx";
import { Qr } from "../../components/qr.tsx";
import { Table } from "../../components/table.tsx";
import { Day } from "../../components/values.tsx";
import { market } from "../../messages/sell-market.ts";
import { CallerKeys } from "./caller-keys.tsx";
import { Instructions } from "./instructions.tsx";
import { LinkFunnels } from "./link-funnels.tsx";
import { SponsoredBuyers } from "./sponsored-buyers.tsx";

type JoinLink = Storefront["schemas"]["JoinLink"];

const words = market.buyers;

export function Buyers() {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<JoinLink | null>(null);
  const answer = useAnswer(["join-links"], () => api.storefront.GET("/api/v2/storefront/join-links"));
  const create = (
    <Button weight="primary" onClick={() => setOpen(true)}>
      {words.create}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={create}>
      <Section title={words.links} flush>
        <Loaded of={answer}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={words.linksEmptyTitle} text={words.linksEmptyText}>
                {create}
              </Empty>
            ) : (
              <Links links={items} onEnd={setEnding} />
            )
          }
        </Loaded>
      </Section>
      {answer.data && answer.data.items.length > 0 && <LinkFunnels />}
      <SponsoredBuyers />
      <Instructions />
      <CallerKeys />
      <Dialog open={open} onClose={() => setOpen(false)} title={words.create}>
        <CreateLink onDone={() => setOpen(false)} />
      </Dialog>
      {ending && <Disable link={ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}

function Links({ links, onEnd }: { readonly links: readonly JoinLink[]; readonly onEnd: (link: JoinLink) => void }) {
  return (
    <Table
      label={words.links}
      rows={links}
      keyOf={({ id }) => id}
      columns={[
        {
          head: words.link,
          cell: ({ joinPath }) => (
            <span className="flex items-center gap-2">
              <a className="text-accent hover:underline" href={joinPath} target="_blank" rel="noopener">
                {joinPath}
              </a>
              <Copy text={new URL(joinPath, location.origin).href} />
              <Code joinPath={joinPath} />
            </span>
          ),
        },
        { head: words.policy, cell: ({ approvalPolicy }) => words.policies[approvalPolicy] },
        {
          head: words.uses,
          cell: ({ uses, maxUses }) => (maxUses === null ? uses : words.usesOf(uses, maxUses)),
          figures: true,
        },
        { head: words.ends, cell: ({ expiresAt }) => <Day at={expiresAt} />, roomy: true },
        {
          head: words.disable,
          action: true,
          cell: (link) => <Button onClick={() => onEnd(link)}>{words.disable}</Button>,
        },
      ]}
    />
  );
}

/** For a slide, or a stand at a trade fair. */
function Code({ joinPath }: Pick<JoinLink, "joinPath">) {
  const [open, setOpen] = useState(false);
  const address = new URL(joinPath, location.origin).href;
  return (
    <>
      <Button aria-label={`${words.qr}: ${joinPath}`} onClick={() => setOpen(true)}>
        {words.qr}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.qrTitle}>
        <Qr text={address} label={address} />
        <p className="mt-3 text-center font-mono text-sm break-all">{address}</p>
      </Dialog>
    </>
  );
}

function CreateLink({ onDone }: { readonly onDone: () => void }) {
  const create = useWrite(
    ({ approvalPolicy, maxUses }: Typed, headers) =>
      api.storefront.POST("/api/v2/storefront/join-links", {
        headers,
        body: {
          approvalPolicy: approvalPolicy === "auto_approve" ? approvalPolicy : "manual_approve",
          ...(maxUses && { maxUses: Number(maxUses) }),
        },
      }),
    onDone,
  );
  return (
    <Form onSubmit={create.write} write={create} action={words.create} fields={["approvalPolicy", "maxUses"]}>
      {(errorOf) => (
        <>
          <Select
            name="approvalPolicy"
            label={words.policy}
            options={["manual_approve", "auto_approve"].map((one) => [one, words.policies[one] ?? one] as const)}
            error={errorOf("approvalPolicy")}
          />
          <Field name="maxUses" type="number" label={words.most} error={errorOf("maxUses")} optional />
        </>
      )}
    </Form>
  );
}

function Disable({ link, onClose }: { readonly link: JoinLink; readonly onClose: () => void }) {
  const params = { path: { linkId: link.id } };
  const disable = useWrite(
    (_: null, headers) => api.storefront.DELETE("/api/v2/storefront/join-links/{linkId}", { headers, params }),
    onClose,
  );
  return (
    <Confirm
      open
      onClose={onClose}
      title={words.disableTitle}
      action={words.disable}
      weight="danger"
      write={disable}
      onConfirm={() => disable.write(null)}
    >
      <p className="font-mono text-sm">{link.joinPath}</p>
      <p>{words.disableText}</p>
    </Confirm>
  );
}
