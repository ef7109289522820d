import type { Language } from '../message/understanding.ts';
import { answerExamples } from './examples/answers.ts';
import { commandExamples } from './examples/commands.ts';
import { disputeExamples } from './examples/disputes.ts';
import { timeExamples } from './examples/time.ts';
import type { NoticeParams } from './params.ts';

/** A typical notice with a name that says its case: for tests, and to look at (`dealreg templates`). */
export interface NoticeExample {
  /** `<kind>.<case>`, unique. */
  name: string;
  params: NoticeParams;
}

/** Typical parameters of every kind and case in one language. */
export function examplesIn(language: Language): NoticeExample[] {
  return [
    ...answerExamples(language),
    ...commandExamples(language),
    ...timeExamples(language),
    ...disputeExamples(language),
  ];
}
