/** A session cookie without meaning: a browser that sends it back accepts cookies. */
export const cookieTrial = {
  name: "cookies",
  value: "kept",
  httpOnly: true,
  sameSite: "lax",
  path: "/",
} as const;
