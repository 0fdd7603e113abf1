import { prepareQueues } from "#lib/events/queues.ts";
import { migrate } from "./commands.ts";

/** Makes the database at `url` ready for the application: tables, then queues. Returns the migrations it applied. */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrate(url);
  await prepareQueues(url);
  return applied;
}
