import { randomInt } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 8;

/** "SC-" and eight random Crockford base-32 characters: says nothing of how many orders there are. */
export function newOrderNumber(): string {
  return `SC-${Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("")}`;
}

/**
 * An order number as a person types it ("sc 7k2m-9qxo") in the form it is stored in ("SC-7K2M9QX0"); null when it
 * cannot be one. Case, spaces and hyphens do not matter, and O, I and L read as the digits they are mistaken for.
 */
export function normalizeOrderNumber(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, "");
  const [, digits] = bare.match(/^(?:SC)?([0-9A-Z]{8})$/) ?? [];
  return digits ? `SC-${digits.replace(/O/g, "0").replace(/[IL]/g, "1")}` : null;
}
