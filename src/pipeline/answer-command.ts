import type { Partner } from '../database/partners.ts';
import {
  registrationById,
  registrationsOfPartner,
  type StoredRegistration,
} from '../database/registrations.ts';
import type { Changes, Intent, Understanding } from '../message/understanding.ts';
import { carryOut, type LifecycleCommand } from '../registration/lifecycle.ts';
import { isOpen } from '../registration/request.ts';
import { merge } from '../registration/stated.ts';
import type { Command } from '../registration/vocabulary.ts';
import { changesShown } from '../reply/changes.ts';
import { standingShown } from '../reply/compose.ts';
import { notifyClaims } from './answer-claims.ts';
import { answerClearance } from './answer-clearance.ts';
import { answerContest } from './answer-contest.ts';
import { closeRegistration } from './close-registration.ts';
import { decideClaim } from './decide-claim.ts';
import type { Correspondence } from './decide-message.ts';
import { asPending, type Found, ownRegistration } from './own-registration.ts';
import { queuePositionOf } from './queue-position.ts';
import { recordEvent } from './record-event.ts';
import { greeting, refuse } from './refuse-command.ts';
import type { Step } from './step.ts';

const LIFECYCLE: ReadonlySet<Intent> = new Set<Intent>(['withdraw', 'lost', 'won', 'extend']);
/** A status question that names no registration is answered with the latest ones. */
const STATUS_LIMIT = 20;
const THANKS_LENGTH = 200;

/** Carries out what a partner asks for by reply, or says why it may not be. */
export async function answerCommand(
  step: Step,
  correspondence: Correspondence,
  partner: Partner,
): Promise<void> {
  const { understanding } = correspondence;
  const { intent } = understanding;
  if (understanding.clearance) return answerClearance(step, correspondence, partner);
  if (intent === 'status') return answerStatus(step, correspondence, partner);
  if (intent === 'other' && asksNothing(understanding))
    return step.add({ outcome: 'ignored', rule: 'silence.thanks' });
  if (intent === 'question' || intent === 'other') return passOn(step, correspondence, partner);
  const found = await ownRegistration(step.tx, understanding, partner);
  if (typeof found === 'string') return refuse(step, correspondence, intent as Command, found);
  if (intent === 'contest') return answerContest(step, correspondence, partner, found);
  if (LIFECYCLE.has(intent)) return changeLife(step, correspondence, intent as LifecycleCommand, found);
  return amend(step, correspondence, partner, found);
}

const contactOf = ({ understanding, address }: Correspondence) => ({
  address,
  name: understanding.sender.name,
  language: understanding.language,
});

async function changeLife(
  step: Step,
  correspondence: Correspondence,
  command: LifecycleCommand,
  registration: StoredRegistration,
): Promise<void> {
  const result = carryOut(command, registration, step.office.policy, step.now);
  if ('refused' in result) return refuse(step, correspondence, command, result.refused);
  // Who the customer is does not change with its end: only what was sold may be another.
  const { seats, value, expected_close } = correspondence.understanding.changes;
  const changes = { seats, value, expected_close };
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id: registration.id,
    reference: registration.reference,
    cause: `command.${command}`,
    change: result.change,
    sealed: {
      contact: contactOf(correspondence),
      stated: merge(registration.stated, { ...changes, services: [] }),
    },
  });
  await done(step, correspondence, command, registration.id, changes);
  if (command !== 'extend') await closeRegistration(step, registration, command === 'won');
}

/** Confirms what was carried out, with the registration as it stands now. */
export async function done(
  step: Step,
  correspondence: Correspondence,
  command: LifecycleCommand | 'amend' | 'mandate',
  registrationId: bigint,
  changes: Changes,
  cc: string[] = [],
): Promise<void> {
  const registration = (await registrationById(step.tx, registrationId))!;
  const position = await queuePositionOf(step.tx, registration);
  step.add({
    outcome: 'done',
    rule: `command.${command}`,
    customer: registration.stated.customer.name,
    reference: registration.reference,
    registrationId,
  });
  step.notify({
    to: correspondence.address,
    cc,
    answersMail: true,
    registrationIds: [registrationId],
    params: {
      kind: 'done',
      ...greeting(step, correspondence),
      command,
      standing: standingShown(registration, step.office.policy.extensions, position),
      changes: changesShown(changes),
    },
  });
}

/** New data for a registration already sent: completes what waits, is decided where it brings services, else is noted. */
async function amend(
  step: Step,
  correspondence: Correspondence,
  partner: Partner,
  registration: StoredRegistration,
): Promise<void> {
  const { changes, registrations } = correspondence.understanding;
  const contact = contactOf(correspondence);
  const stated = merge(registration.stated, changes);
  if (registration.status === 'pending' && isOpen(registration, step.now)) {
    // Whatever the reply states counts for what was asked, not only what it calls a change.
    const [named] = registrations;
    const brought = named ? merge(named, changes) : changes;
    const completed = await decideClaim(step, {
      partner,
      contact,
      ...asPending(registration).completedBy(brought, step.now),
    });
    return notifyClaims(step, correspondence, [completed]);
  }
  // Past its grace a place is gone: what completes it then is a new claim with a new place.
  if (registration.rule === 'grace.expired') {
    return notifyClaims(step, correspondence, [await decideClaim(step, { partner, contact, stated })]);
  }
  if (!isOpen(registration, step.now)) return refuse(step, correspondence, 'amend', 'already_closed');
  const added = (changes.services ?? []).filter((service) => !registration.services.includes(service));
  if (added.length > 0 && registration.status === 'protected') {
    const addition = await decideClaim(step, { partner, contact, stated: { ...stated, services: added } });
    return notifyClaims(step, correspondence, [addition]);
  }
  const situation = [...(changes.situation ?? []), ...(registrations[0]?.situation ?? [])];
  const mandate = situation.includes('mandate') && registration.status === 'disputed';
  if (!mandate && Object.keys(changes).length === 0)
    return refuse(step, correspondence, 'amend', 'nothing_to_change');
  await recordEvent(step.tx, step.office.clock.now(), {
    kind: 'registration.changed',
    id: registration.id,
    reference: registration.reference,
    cause: mandate ? 'command.mandate' : 'command.amend',
    change: registration.status === 'queued' ? { services: stated.services } : {},
    sealed: { stated, contact },
  });
  // A mandate goes to the dispute that waits for it, and the Head of Sales is told.
  await done(
    step,
    correspondence,
    mandate ? 'mandate' : 'amend',
    registration.id,
    changes,
    mandate ? [step.headOfSales] : [],
  );
}

async function answerStatus(step: Step, correspondence: Correspondence, partner: Partner): Promise<void> {
  const found: Found = await ownRegistration(step.tx, correspondence.understanding, partner);
  if (found === 'unknown_reference') return refuse(step, correspondence, 'status', found);
  const asked =
    found === 'ambiguous_reference'
      ? await registrationsOfPartner(step.tx, partner.id, STATUS_LIMIT)
      : [found];
  const standings = [];
  for (const registration of asked) {
    const position = await queuePositionOf(step.tx, registration);
    standings.push(standingShown(registration, step.office.policy.extensions, position));
    step.add({
      outcome: 'answered',
      rule: 'command.status',
      customer: registration.stated.customer.name,
      reference: registration.reference,
      registrationId: registration.id,
      queuePosition: position,
    });
  }
  step.notify({
    to: correspondence.address,
    answersMail: true,
    registrationIds: asked.map(({ id }) => id),
    params: { kind: 'status', ...greeting(step, correspondence), standings },
  });
}

/** A few words in one of our own threads that ask for nothing: an answer to thanks would only be noise. */
function asksNothing({ envelope, segments }: Understanding): boolean {
  const own = segments
    .filter(({ kind }) => kind === 'own')
    .map(({ text }) => text.trim())
    .join(' ');
  return envelope.inReplyTo.length > 0 && own.length <= THANKS_LENGTH && !own.includes('?');
}

/** A general question goes to the Head of Sales, and the partner is told so. */
function passOn(step: Step, correspondence: Correspondence, partner: Partner): void {
  const { reference } = correspondence.understanding;
  step.add({ outcome: 'answered', rule: 'command.question', inputs: { partnerId: partner.id } });
  step.notify({
    to: correspondence.address,
    cc: [step.headOfSales],
    answersMail: true,
    params: { kind: 'question', ...greeting(step, correspondence), reference },
  });
}
