/** How many customers a mail names, and which text is about which. */

import type { Evidence, StatedRegistration } from '../understanding.ts';
import type { CustomerName } from './choose-name.ts';
import { chooseName } from './choose-name.ts';
import { foldKey } from './keys.ts';
import { readLabelledName } from './labelled-name.ts';
import { findLabelled } from './labels.ts';
import { isSameName } from './names.ts';
import { coreOf } from './outsiders.ts';
import type { ReadingContext } from './reading-context.ts';
import { type ReadRegistration, readRecord, recordEvidence } from './record.ts';
import type { Scope } from './scope.ts';
import { splitScopes } from './scopes.ts';

/** The registrations of a mail with their evidence; `segments` are the texts each was read from. */
export interface ReadRegistrations {
  registrations: StatedRegistration[];
  evidence: Evidence[];
  reads: ReadRegistration[];
}

/** The name under a label of the scope, if there is one. */
function labelledNameIn(scope: Scope, context: ReadingContext): CustomerName | undefined {
  const labelled = scope.pairs ?? scope.pieces.map((piece) => ({ piece, values: findLabelled(piece.text) }));
  for (const { piece, values } of labelled) {
    for (const pair of values.filter((one) => one.field === 'name')) {
      const read = readLabelledName(pair.value);
      if (!read || context.outsiders.has(read.name)) continue;
      return {
        name: read.name,
        core: coreOf(read.name),
        start: pair.start,
        end: pair.start + read.length,
        piece,
        method: pair.method,
        confidence: pair.exact ? 0.95 : 0.85,
        rating: 5,
      };
    }
  }
  return undefined;
}

/** A fuller form of a labelled name elsewhere in the text (`Kunde: Weber` and `Weber Metallbau GmbH`). */
function fullerForm(name: CustomerName, scope: Scope, context: ReadingContext): CustomerName {
  const forms = scope.pieces.flatMap((piece) =>
    context.candidates(piece).map((candidate) => ({ candidate, piece })),
  );
  const fuller = forms.find(
    ({ candidate }) =>
      candidate.form &&
      candidate.core !== name.core &&
      isSameName(candidate.core, name.core) &&
      candidate.core.length > name.core.length &&
      !candidate.cues.includes('other'),
  );
  const withForm = forms.find(
    ({ candidate }) =>
      candidate.form &&
      candidate.core === name.core &&
      foldKey(candidate.name) !== foldKey(name.name) &&
      !hasForm(name),
  );
  const better = withForm ?? (hasForm(name) ? undefined : fuller);
  if (!better) return name;
  return {
    ...name,
    name: better.candidate.name,
    core: better.candidate.core,
    start: better.candidate.start,
    end: better.candidate.end,
    piece: better.piece,
    town: better.candidate.town,
  };
}

function hasForm(name: CustomerName): boolean {
  return coreOf(name.name) !== foldKey(name.name);
}

function named(scope: Scope, context: ReadingContext): Scope {
  if (scope.name) return scope;
  const label = labelledNameIn(scope, context);
  const name = label ? fullerForm(label, scope, context) : chooseName(scope.pieces, context);
  return name ? { ...scope, name } : scope;
}

/** Reads every registration that the mail states. One without a name is kept where it states anything else. */
export function readRegistrations(context: ReadingContext): ReadRegistrations {
  const reads = splitScopes(context).map((scope) => readRecord(named(scope, context), context));
  const stated = reads.filter(({ registration }) => isStated(registration));
  const evidence = stated.flatMap((read, index) => recordEvidence(read, `registrations.${index}.`));
  return { registrations: stated.map((read) => read.registration), evidence, reads: stated };
}

function isStated(registration: StatedRegistration): boolean {
  return (
    Object.keys(registration.customer).length > 0 ||
    registration.services.length > 0 ||
    registration.seats !== undefined
  );
}
