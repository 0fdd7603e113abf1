/**
 * One job for every handler that listens, for the `event (type, job)` that the statement begins with. pg-boss' own
 * insert is one statement for each queue; this is one for all of them, and a test holds that the rows are the same. An
 * event that nobody listens to becomes no job.
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

/** Tells the workers that there is something to do. Follows `jobsInserted`. */
export const workersWoken = `
  select pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), name)::text
  from (select distinct name from inserted) woken`;

/** Both, as the end of a statement. */
export const insertJobs = `${jobsInserted}${workersWoken}`;
