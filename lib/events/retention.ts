/** How long a job that failed for good is kept for replay. */
export const jobRetentionDays = 365;
