/** How the program that erases a guest's data is used. `program` is how it was started. */
export function eraseUsage(program: string): string {
  return [
    `${program} <email address>              shows which orders would be erased, and which cannot be yet`,
    `${program} <email address> --confirm    erases personal data from them, for good: what was sold stays on the books`,
  ].join("\n");
}
