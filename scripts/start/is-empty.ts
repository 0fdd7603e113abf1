import { withClient } from "../postgres/with-client.ts";

/** Whether the shop has no products yet and may be seeded. */
export async function isEmpty(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT 1 FROM "product") AS found');
    return rows[0]?.found === false;
  });
}
