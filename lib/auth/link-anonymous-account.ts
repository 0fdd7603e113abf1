import { linkHandlers } from "#lib/modules.ts";

type Linked = {
  anonymousUser: { user: { id: string } };
  newUser: { user: { id: string; isAnonymous?: boolean | null } };
};

/**
 * better-auth calls this when somebody with an anonymous session signs up or in, before it deletes the
 * anonymous user. A handler that throws keeps the guest as it was.
 */
export async function linkAnonymousAccount({ anonymousUser, newUser }: Linked): Promise<void> {
  if (anonymousUser.user.id === newUser.user.id || newUser.user.isAnonymous) return;
  for (const handle of linkHandlers()) {
    await handle({ anonymousUserId: anonymousUser.user.id, userId: newUser.user.id });
  }
}
