import type { Command, RefusalReason } from '../registration/vocabulary.ts';
import { unreadOf } from './answer-claims.ts';
import type { Correspondence } from './decide-message.ts';
import type { Step } from './step.ts';

/** How every answer to a command begins. */
export const greeting = (step: Step, { understanding }: Correspondence) => ({
  language: understanding.language,
  recipientName: understanding.sender.name,
  receivedAt: step.now.toISOString(),
  unread: unreadOf(understanding),
});

/** Says why a command may not be carried out. A reference is repeated as it was written, with nothing about it. */
export function refuse(
  step: Step,
  correspondence: Correspondence,
  command: Command,
  reason: RefusalReason,
): void {
  const { reference } = correspondence.understanding;
  step.add({ outcome: 'refused', rule: `command.${command}`, inputs: { reason } });
  step.notify({
    to: correspondence.address,
    answersMail: true,
    params: { kind: 'refused', ...greeting(step, correspondence), command, reason, reference },
  });
}
