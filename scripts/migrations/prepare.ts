import { generateClient } from "../build/client.ts";
import { run } from "../build/run.ts";
import { configuration } from "../state/configuration.ts";
import { migrate } from "./migrate.ts";

/** Prepares the database at `url` for the application: tables, then queues. Returns the applied migrations. */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrate(url);
  await prepareQueues(url);
  return applied;
}

/** Creates a queue for each event handler, in the database at `url`. */
export async function prepareQueues(url: string): Promise<void> {
  // The application's modules import it.
  await generateClient();
  await run(["scripts/queues.ts"], {
    name: "Preparing the queues",
    remedy: "Correct what it says, then repeat the command.",
    env: configuration(url),
  });
}
