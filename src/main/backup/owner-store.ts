import pg from "pg";

/** A transaction of the database's owner that sees every organisation's rows, for commands on a machine where no server is running. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, options: "-c timezone=UTC" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local interchange.reach = 'installation'");
    const result = await work(client);
    await client.query("commit");
    return result;
  } finally {
    // Closing the connection rolls back whatever was not committed.
    await client.end();
  }
}
