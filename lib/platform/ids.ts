import { v7 } from "uuid";

/** A UUID v7, so that ids of a table sort by creation. */
export function newId(): string {
  return v7();
}
