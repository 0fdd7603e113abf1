import { cardNumbers } from "./cards.ts";
import { closedPage, notFoundPage, payPage, secondStepPage } from "./hosted-page.ts";
import { answerSecondStep, type PayOutcome, pay } from "./pay.ts";
import { expireOverdue } from "./sessions.ts";
import type { Scene, Session } from "./state.ts";

export type PageAnswer = { status: number; html?: string; location?: string };

/** The pages that a shopper's browser sees: /c/pay/<session>, and /c/pay/<session>/second-step. */
export function answerPage(
  scene: Scene,
  request: { method: string; path: string; body: string },
): PageAnswer {
  expireOverdue(scene);
  const [, id = "", step] = /^\/c\/pay\/([^/]+)(\/second-step)?$/.exec(request.path) ?? [];
  const session = scene.sessions.get(id);
  if (!session) return { status: 404, html: notFoundPage() };
  // Checked first: a paid session has no page any more.
  if (session.status !== "open") return { status: 200, html: closedPage(session) };
  const form = new URLSearchParams(request.body);
  if (request.method !== "POST")
    return {
      status: 200,
      html: step ? secondStepPage(session) : payPage(session, scene.lines.get(id) ?? []),
    };
  if (step) return next(scene, session, answerSecondStep(scene, id, form.get("answer") === "yes"));
  const card = cardNumbers.find((number) => number === form.get("card")) ?? "4000000000000002";
  return next(scene, session, pay(scene, id, card));
}

function next(scene: Scene, session: Session, outcome: PayOutcome): PageAnswer {
  if (outcome.next === "second-step") return { status: 303, location: `/c/pay/${session.id}/second-step` };
  if (outcome.next === "declined")
    return { status: 200, html: payPage(session, scene.lines.get(session.id) ?? [], outcome.message) };
  const location = session.success_url?.replace("{CHECKOUT_SESSION_ID}", session.id) ?? "/";
  return { status: 303, location };
}
