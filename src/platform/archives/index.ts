export { archiveKeyOf } from "./archive.ts";
export { ARCHIVE_FILE, readArchiveTicket } from "./archive-link.ts";
export { LEFT_OUT_COLUMNS, LEFT_OUT_TABLES, SHOWN_ONLY } from "./contents.ts";
export { findArchiveFile, unknownArchiveLink } from "./fetch-archive.ts";
export { gatherArchive, type StoreFile } from "./gather-archive.ts";
export { type ArchivedFile, type ArchiveManifest, MANIFEST_FILE, parseManifest, SUM_FILE } from "./manifest.ts";
