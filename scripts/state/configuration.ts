import { messageOf, Problem } from "../process/problem.ts";
import { secrets } from "./secrets.ts";

/**
 * A whole configuration for a script that imports the application's modules: the environment, this checkout's secrets,
 * and for what is missing a value that leads nowhere.
 */
export function configuration(databaseUrl: string): NodeJS.ProcessEnv {
  const { BETTER_AUTH_SECRET, GUEST_LINK_SECRET } = secrets();
  return {
    SMTP_URL: "smtp://127.0.0.1:9",
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    BETTER_AUTH_SECRET,
    GUEST_LINK_SECRET,
  };
}

/**
 * Looks whether the application will accept this configuration, before it is started with it.
 * @throws Problem naming every variable at fault.
 */
export async function checkConfiguration(settings: NodeJS.ProcessEnv): Promise<void> {
  const before = { ...process.env };
  // It is read at import, from the environment.
  Object.assign(process.env, settings);
  try {
    await import("#lib/platform/env.ts");
  } catch (error) {
    throw new Problem(messageOf(error), "Correct it in the environment or in .env.");
  } finally {
    for (const name of Object.keys(settings)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
