import { messageOf, Problem } from "../process/problem.ts";
import { secrets } from "./secrets.ts";

/**
 * A complete configuration for scripts that import the application's modules: the environment, this checkout's secrets,
 * and placeholders that lead nowhere for the rest.
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
 * Checks that the application will accept this configuration, before it starts.
 * @throws Problem naming every invalid variable
 */
export async function checkConfiguration(settings: NodeJS.ProcessEnv): Promise<void> {
  const before = { ...process.env };
  // The configuration is read from the environment at import.
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
