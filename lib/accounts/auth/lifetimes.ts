/** In seconds. A session ends this long after its last extension, which happens at most once a day. */
export const lifetimes = {
  session: 30 * 24 * 60 * 60,
  sessionUpdate: 24 * 60 * 60,
  passwordReset: 60 * 60,
  verification: 24 * 60 * 60,
} as const;
