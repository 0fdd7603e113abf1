import { developmentClient } from "#prisma/seed/api-client.ts";
import { withClient } from "../postgres/with-client.ts";

/** The commercetools client of the demo shop, "id:secret"; null if the database does not have it. */
export async function seededClient(url: string): Promise<string | null> {
  const { rowCount } = await withClient(url, (client) =>
    client.query("SELECT 1 FROM api_client WHERE id = $1", [developmentClient.id]),
  );
  return rowCount ? `${developmentClient.id}:${developmentClient.secret}` : null;
}
