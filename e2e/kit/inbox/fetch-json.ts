import type * as z from "zod";

/**
 * What a mailbox's REST interface answers.
 * @throws an error that names INBOX if nothing answers at `url`, or something else than that mailbox
 */
export async function fetchJson<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  const { origin } = new URL(url);
  const response = await fetch(url).catch((cause) => {
    throw new Error(`No mailbox answers at ${origin}. Start it, or correct INBOX.`, { cause });
  });
  const { data } = schema.safeParse(response.ok ? await response.json().catch(() => null) : null);
  if (data === undefined)
    throw new Error(
      `${origin} answers ${response.status}, but not as the mailbox that INBOX names. Correct its kind or address.`,
    );
  return data;
}
