import { developmentClient } from "#prisma/seed/api-client.ts";
import { sendForm } from "./http-client.ts";

const { id, secret } = developmentClient;
const basic = Buffer.from(`${id}:${secret}`).toString("base64");

/** A token of the development client, which may read everything. */
export async function programToken(shop: string): Promise<string> {
  const { body } = await sendForm(
    `${shop}/commercetools/oauth/token`,
    { authorization: `Basic ${basic}` },
    "grant_type=client_credentials&scope=view_products:demo manage_orders:demo",
  );
  return (body as { access_token: string }).access_token;
}
