import { useId } from "react";

interface FileDropProps {
  readonly label: string;
  /** The accepted extensions, such as `.csv,.json`. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

/** Takes a file, dropped or chosen. */
export function FileDrop({ label, accept, onChoose }: FileDropProps) {
  const id = useId();
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onChoose(file);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
      className="block rounded-md border border-dashed border-strong-line px-4 py-8 text-center"
    >
      {label}
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ target }) => take(target.files)}
        className="mx-auto mt-2 block max-w-full"
      />
    </label>
  );
}
