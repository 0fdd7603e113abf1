import { generateClient } from "../build/client.ts";
import { run } from "../build/run.ts";
import { configuration } from "../state/configuration.ts";
import { migrate } from "./migrate.ts";

/** Makes the database at `url` ready for the application: tables, then queues. Returns the migrations it applied. */
export async function prepareDatabase(url: string): Promise<string[]> {
  const applied = await migrate(url);
  await prepareQueues(url);
  return applied;
}

/** Makes a queue for everybody who listens to events, in the database at `url`. */
export async function prepareQueues(url: string): Promise<void> {
  // The application's modules need it.
  await generateClient();
  await run(["scripts/queues.ts"], {
    name: "Preparing the queues",
    remedy: "Correct what it says, then repeat the command.",
    env: configuration(url),
  });
}
