/**
 * The status in a URL if it may name a message, otherwise null. For next-intl there is also a message for what every
 * object inherits, such as "constructor".
 */
export function statusName(status: string | string[] | undefined): string | null {
  if (typeof status !== "string" || !/^\w+$/.test(status)) return null;
  return status in Object.prototype ? null : status;
}
