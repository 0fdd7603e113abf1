import { notFound } from "next/navigation";
import { isModuleOn } from "#lib/modules.ts";

/** Lets a page of a module exist only while the module does. */
export function requireModule(id: string): void {
  if (!isModuleOn(id)) notFound();
}
