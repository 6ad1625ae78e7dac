import { useId, useState } from "react";
import { api } from "../../api/client.ts";
import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Form } from "../../components/form.tsx";
import { buy } from "../../messages/buy.ts";

const words = buy.campaign;

interface Upload {
  readonly name: string;
  readonly landing: string;
  readonly dataUrl: string;
}

/** A file and its landing page; the server determines the format. */
export function UploadCreative({ campaignId }: { readonly campaignId: string }) {
  const [open, setOpen] = useState(false);
  const [dataUrl, setDataUrl] = useState("");
  const params = { path: { campaignId } };
  const upload = useWrite(
    ({ name, landing, dataUrl }: Upload, headers) =>
      api.buyer.POST("/api/v2/buyer/campaigns/{campaignId}/creatives/create", {
        headers,
        params,
        body: {
          name,
          linked_assets: [{ data_url: dataUrl }],
          ...(landing && { url_assets: [{ asset_id: "click_url", url: landing, url_type: "clickthrough" as const }] }),
        },
      }),
    () => setOpen(false),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.upload}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.upload}>
        <Form
          onSubmit={({ name = "", landing = "" }) => upload.write({ name, landing, dataUrl })}
          write={upload}
          action={words.upload}
          fields={["name", "url_assets.0.url", "linked_assets.0.data_url"]}
        >
          {(errorOf) => (
            <>
              <Field name="name" label={words.name} error={errorOf("name")} />
              <FileField error={errorOf("linked_assets.0.data_url")} onRead={setDataUrl} />
              <Field
                name="landing"
                type="url"
                label={words.landing}
                hint={words.landingHint}
                error={errorOf("url_assets.0.url")}
                optional
              />
            </>
          )}
        </Form>
      </Dialog>
    </>
  );
}

interface FileFieldProps {
  readonly error: string | undefined;
  readonly onRead: (dataUrl: string) => void;
}

function FileField({ error, onRead }: FileFieldProps) {
  const id = useId();
  const read = (file: File | undefined) => {
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (typeof reader.result === "string") onRead(reader.result);
    });
    reader.readAsDataURL(file);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {words.file}
      </label>
      <input id={id} type="file" onChange={({ target }) => read(target.files?.[0])} />
      <p className="text-sm text-bad empty:hidden">{error}</p>
    </div>
  );
}
