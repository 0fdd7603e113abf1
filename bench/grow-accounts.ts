import { withClient } from "#scripts/postgres/with-client.ts";

/** Writes `count` accounts, member1@example.com and so on, that were created and last changed a minute apart up to now. */
export async function growAccounts(databaseUrl: string, count: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    // Foreign keys are true by construction.
    await client.query(`begin; set local session_replication_role = replica;
      create temp table grown on commit drop as
        select n, gen_random_uuid() as id, now() - n * interval '1 minute' as at from generate_series(1, ${count}) n;
      insert into "user" (id, name, email, is_anonymous, created_at, updated_at)
        select id, 'Member', 'member' || n || '@example.com', false, at, at from grown;
      insert into account (id, account_id, provider_id, user_id, created_at, updated_at)
        select gen_random_uuid(), id::text, 'credential', id, at, at from grown;
      commit`);
    await client.query(`vacuum analyze "user", account`);
  });
}
