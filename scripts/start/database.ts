import { type Embedded, startEmbedded } from "../postgres/embedded.ts";
import { checkServer } from "../postgres/external.ts";

type Options = { onStop: (stop: () => Promise<void>) => void; fail: (error: unknown) => void };

/** The URL of the shop's database: the server in DATABASE_URL, or the embedded one, which is kept running. */
export async function database({ onStop, fail }: Options): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await checkServer(given);
    return given;
  }
  let current = await startEmbedded();
  let wanted = true;
  onStop(async () => {
    wanted = false;
    await current.stop();
  });
  const watch = async (running: Embedded): Promise<void> => {
    await running.gone;
    if (!wanted) return;
    console.log("PostgreSQL ended; restarting it.");
    current = await running.restart();
    await watch(current);
  };
  watch(current).catch(fail);
  return current.url;
}
