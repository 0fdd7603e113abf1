import * as z from "zod";

const schema = z.object({
  /** The running shop under test. */
  E2E_BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  /** Where its mail arrives: see inbox/open.ts. */
  INBOX: z
    .string({ error: "Say where the shop's mail arrives, such as maildev+http://localhost:1080" })
    .min(1),
  /** The operator's API client, as "client:secret@project". */
  E2E_OPERATOR: z
    .string()
    .regex(/^[^:]+:.+@[^@]+$/)
    .default("development-client:development-secret-known-to-everybody@demo"),
  /** The folder for pictures of the pages, see screens.spec.ts. None are taken without it. */
  SCREENS: z.string().optional(),
});

/**
 * The settings of the shop under test, from the environment. playwright.config.ts sets them for a shop that it starts
 * itself. @throws an error that names the invalid variables
 */
export function settings(): z.output<typeof schema> {
  const { data, error } = schema.safeParse(process.env);
  if (error) throw new Error(`The settings of the tests are not valid:\n${z.prettifyError(error)}`);
  return data;
}
