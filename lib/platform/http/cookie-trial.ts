/** A cookie that says nothing. A browser that sends it back keeps cookies; it ends with the browser's session. */
export const cookieTrial = {
  name: "cookies",
  value: "kept",
  httpOnly: true,
  sameSite: "lax",
  path: "/",
} as const;
