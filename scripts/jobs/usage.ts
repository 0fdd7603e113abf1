/** How the jobs' program is used. `program` is how it was started. */
export function jobsUsage(program: string): string {
  return `Write: ${listing(program)}, or ${program} replay [id]`;
}

/** How the program is started without arguments: npm needs its "--" only before them. */
export function listing(program: string): string {
  return program.replace(/ --$/, "");
}
