import { type Block, parseBlocks } from './blocks.ts';
import { cleanDeep, cut, oneLine } from './clean.ts';
import { toHtml } from './html.ts';
import { type NoticeParams, noticeParams } from './params.ts';
import { toPlain } from './plain.ts';
import { layoutTemplate, templateFor } from './templates.ts';
import { spaced } from './typography.ts';
import { viewOf } from './view.ts';
import { WORDS } from './words/index.ts';

/** A notice in words: what goes out as one mail with two parts that say the same. */
export interface RenderedNotice {
  subject: string;
  text: string;
  html: string;
}

const SUBJECT_LIMIT = 150;

/**
 * Words a notice in its language. The parameters are checked by the kind's schema first and everything that a
 * person wrote in them is made harmless (`clean.ts`). Throws for parameters that the schema refuses and for a
 * template with a gap: both are faults of the program, never of a mail.
 */
export function render(params: NoticeParams): RenderedNotice {
  const checked: NoticeParams = noticeParams[params.kind].parse(params);
  const view = viewOf(cleanDeep(checked));
  const { language } = view;
  const rendered = spaced(templateFor(view.kind, language)(view), language);
  const end = rendered.indexOf('\n');
  const subject = cut(oneLine(rendered.slice(0, end), SUBJECT_LIMIT * 2), SUBJECT_LIMIT);
  const blocks: Block[] = parseBlocks(rendered.slice(end + 1));
  return {
    subject,
    text: toPlain(blocks, WORDS[language].colon),
    html: layoutTemplate()({ language, subject, body: toHtml(blocks) }),
  };
}
