import * as z from "zod";

const schema = z.object({
  /** The running shop under test. */
  E2E_BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Where its mail arrives, see inbox/open.ts. */
  INBOX: z
    .string({ error: "Say where the shop's mail arrives, such as maildev+http://localhost:1080" })
    .min(1),
  /** The operator's API client, as "client:secret@project". */
  E2E_OPERATOR: z
    .string()
    .regex(/^[^:]+:.+@[^@]+$/)
    .default("development-client:development-secret-known-to-everybody@demo"),
});

/**
 * What the tests have to know about the shop they look at, from the environment. playwright.config.ts writes there
 * what belongs to a shop that it starts itself.
 * @throws naming the variables at fault
 */
export function settings(): z.output<typeof schema> {
  const { data, error } = schema.safeParse(process.env);
  if (error) throw new Error(`Which shop is to be tested?\n${z.prettifyError(error)}`);
  return data;
}
