import { join } from "node:path";

export const socketName = (port: number): string => `.s.PGSQL.${port}`;

const HIGHEST_PORT = 65_535;
/** In bytes, what every system takes for a socket's path. */
const LONGEST_PATH = 103;

/**
 * The setting by which a server has a socket in its cluster's folder, into which only its own account gets: a round trip costs
 * both sides a third of what it costs by loopback. Empty, for none, where the path would be too long, where the setting cannot
 * spell it, and on Windows.
 */
export function socketFolderIn(folder: string, platform: NodeJS.Platform = process.platform): string {
  const path = join(folder, socketName(HIGHEST_PORT));
  const fits = Buffer.byteLength(path) <= LONGEST_PATH && !/[",]/.test(folder);
  return fits && platform !== "win32" ? `"${folder}"` : "";
}
