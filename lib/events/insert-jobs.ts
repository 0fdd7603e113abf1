/**
 * Inserts a job for every subscribed handler, for the `event (type, job)` that the statement begins with. pg-boss' own
 * insert takes one statement per queue; this is a single one, and a test checks that the rows are identical. An event
 * without subscribers becomes no job.
 */
export const jobsInserted = `
  inserted as (
    insert into pgboss.job (name, data, created_on, start_after, keep_until, expire_seconds, deletion_seconds, retry_limit,
      retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
    select q.name, e.job, pgboss.job_now(), pgboss.job_now(), pgboss.job_now() + q.retention_seconds * interval '1s',
      q.expire_seconds, q.deletion_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy,
      q.dead_letter, q.heartbeat_seconds
    from event e join pgboss.subscription s on s.event = e.type join pgboss.queue q on q.name = s.name
    returning name
  )`;

/** Notifies the workers of new jobs. Follows `jobsInserted`. */
export const workersWoken = `
  select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), name)::text
  from (select distinct name from inserted) woken`;

/** The two together, for the end of a statement. */
export const insertJobs = `${jobsInserted}${workersWoken}`;
