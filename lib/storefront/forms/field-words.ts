import { getTranslations } from "next-intl/server";
import * as z from "zod";

type Issue = z.core.$ZodIssue;
type Fault = "missing" | "tooShort" | "tooLong" | "invalid";

/** Messages for invalid fields, by field name. Each gets its first error, which may name the field's limit. */
export async function fieldWords(
  issues: Record<string, Issue[] | null>,
  payload: Record<string, unknown>,
): Promise<Record<string, string[]>> {
  const [t, account] = await Promise.all([getTranslations("shop.fields"), getTranslations("account.fields")]);
  const words = Object.entries(issues).map(([name, found]) => {
    const issue = found?.[0];
    const { data: local } = localFault.safeParse(issue?.code === "custom" ? issue.params : undefined);
    const fault = local?.fault ?? faultOf(issue, valueAt(payload, name));
    const field = name.split(".").at(-1) ?? "";
    const bounds = boundsOf(issue);
    const { listed = false, ...named } = local ?? {};
    const said = fault === "missing" && listed ? "unchosen" : fault;
    const keys = fault === "tooShort" ? [`${field}.tooShort`, `${field}.invalid`] : [`${field}.${said}`];
    const known = keys.flatMap((key) =>
      [t, account].filter((each) => each.has(key)).map((each) => each(key, { ...bounds, ...named })),
    );
    return [name, [known[0] ?? t(`any.${fault === "tooShort" ? "invalid" : fault}`)]];
  });
  return Object.fromEntries(words);
}

function boundsOf(issue: Issue | undefined): Record<string, string | number> {
  const unknown = { name: "", example: "" };
  if (issue?.code === "too_small") return { ...unknown, min: Number(issue.minimum) };
  return issue?.code === "too_big" ? { ...unknown, max: Number(issue.maximum) } : unknown;
}

/** The params of an error that depends on the country: see placeIssue and notAPhone. */
const localFault = z.object({
  fault: z.enum(["missing", "invalid"]),
  name: z.string(),
  example: z.string(),
  /** Whether the field is a list to choose from. */
  listed: z.boolean().optional(),
});

function faultOf(issue: Issue | undefined, value: unknown): Fault {
  if (value === undefined || (typeof value === "string" && value.trim() === "")) return "missing";
  if (issue?.code === "too_big") return "tooLong";
  return issue?.code === "too_small" ? "tooShort" : "invalid";
}

function valueAt(payload: unknown, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], payload);
}
