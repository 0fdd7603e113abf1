import { v7 } from "uuid";

/** A new id: UUID v7, so that rows of one table lie in the order of their making. */
export function newId(): string {
  return v7();
}
