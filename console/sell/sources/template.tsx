import { useWrite } from "../../api/use-write.ts";
import { Button } from "../../components/button.tsx";
import { saveText } from "../../components/csv.ts";
import { sentenceOf } from "../../components/failure.tsx";
import { sell } from "../../messages/sell.ts";
import { shared } from "../../messages/shared.ts";

interface TemplateProps {
  readonly ask: () => Promise<{ readonly fileName: string; readonly content: string }>;
}

/** Saves a file to fill in. The client fetches it, because a plain link could not send the console's header. */
export function Template({ ask }: TemplateProps) {
  const save = useWrite(
    () => ask(),
    ({ fileName, content }) => saveText(fileName, [content]),
  );
  return (
    <>
      <Button weight="quiet" busy={save.busy && shared.waiting.preparing} onClick={() => save.write(null)}>
        {sell.source.template}
      </Button>
      {save.error && (
        <span role="alert" className="text-sm text-bad">
          {sentenceOf(save.error)}
        </span>
      )}
    </>
  );
}
