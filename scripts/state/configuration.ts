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
