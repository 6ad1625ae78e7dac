import { Unprocessable } from "../../../ground/kernel/errors.ts";

type UploadStatus = "PREVIEW" | "COMMITTED" | "REJECTED";

/** A feed that was read. As a preview nobody but its seller sees anything of it. */
export interface Upload {
  readonly uploadId: string;
  readonly inventorySourceId: number;
  readonly status: UploadStatus;
  readonly inputSource: string;
  readonly digest: string;
  /** The feed's revision when it was read. */
  readonly baseRevision: number;
  readonly availCount: number;
  readonly rejectedRowCount: number;
  readonly warningCount: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Somebody has committed another feed since the preview was made. */
export class StalePreview extends Unprocessable {
  override readonly code = "STALE_PREVIEW_BASELINE";
}
