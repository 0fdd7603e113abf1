/** How long a job that failed for good can be replayed: it is still there for whoever comes back to it. */
export const jobRetentionDays = 365;
