import { Client } from "pg";

/** Whether the shop has no products yet, so that the seed would not disturb anybody. */
export async function isEmpty(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM "product") AS found',
    );
    return rows[0]?.found === false;
  } finally {
    await client.end();
  }
}
