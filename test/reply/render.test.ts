import { describe, expect, test } from 'vitest';
import { readRuling } from '../../src/message/ruling.ts';
import { LANGUAGES, type Language } from '../../src/message/understanding.ts';
import { NOTICE_KINDS } from '../../src/registration/vocabulary.ts';
import { SECTION_EXAMPLES } from '../../src/reply/examples/answers.ts';
import { examplesIn } from '../../src/reply/examples.ts';
import { type NoticeParamsOf, noticeParams } from '../../src/reply/params.ts';
import { render } from '../../src/reply/render.ts';
import { WORDS } from '../../src/reply/words/index.ts';
import { TEMPLATE_SOURCES } from '../../templates/read.ts';

const all = LANGUAGES.flatMap((language) =>
  examplesIn(language).map((example) => ({ language, ...example, notice: render(example.params) })),
);
type Case = (typeof all)[number];

/** One test a language, run on each of its notices; a failure names the notice. */
function testEach(title: string, check: (notice: Case) => void): void {
  test.each(LANGUAGES)(`${title} (%s)`, (language) => {
    for (const each of all.filter((one) => one.language === language)) check(each);
  });
}

function exampleOf(name: string, language: Language) {
  const example = all.find((each) => each.name === name && each.language === language);
  if (!example) throw new Error(`no example ${name}`);
  return example.params;
}

/** The words of the HTML part as a reader sees them. */
function wordsOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/<!--[^>]{0,200}>(?:<!\[endif\]-->)?/g, ' ');
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return body
    .replace(/<!--.*?-->/gs, ' ')
    .replace(/<(?:span|\/span)>/g, '')
    .replace(/<[^>]{1,300}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('every kind of notice in every language', () => {
  test('has an example of each kind, and of each rule that a section may have', () => {
    const kinds = new Set(all.map(({ params }) => params.kind));
    expect([...kinds].sort()).toEqual([...NOTICE_KINDS].sort());
    const rules = all
      .flatMap(({ params }) => ('sections' in params ? params.sections : []))
      .map((s) => s.rule);
    expect(new Set(rules)).toEqual(new Set(Object.keys(SECTION_EXAMPLES)));
  });

  test('has the same templates and partials in every language', () => {
    const names = (language: Language): string[] =>
      [...TEMPLATE_SOURCES.keys()]
        .filter((path) => path.endsWith(`/${language}.hbs`) || path.startsWith(`partials/${language}/`))
        .map((path) => path.replace(`partials/${language}/`, '').replace(`${language}.hbs`, ''))
        .sort();
    for (const language of LANGUAGES) expect(names(language)).toEqual(names('en'));
  });

  test('has the same words and findings in every language', () => {
    const keys = (language: Language): string[] =>
      Object.entries(WORDS[language]).flatMap(([name, entry]) =>
        typeof entry === 'object' ? Object.keys(entry).map((key) => `${name}.${key}`) : name,
      );
    for (const language of LANGUAGES) expect(keys(language).sort()).toEqual(keys('en').sort());
  });

  for (const language of LANGUAGES) {
    for (const kind of NOTICE_KINDS) {
      test(`reads well: ${kind} in ${language}`, async () => {
        const notices = all
          .filter((each) => each.language === language && each.params.kind === kind)
          .map(({ name, notice }) => `===== ${name}\n${notice.subject}\n\n${notice.text}`);
        await expect(notices.join('\n\n')).toMatchFileSnapshot(`snapshots/${kind}.${language}.txt`);
      });
    }
  }

  testEach('has no gap', ({ name, language, notice: { subject, text, html } }) => {
    for (const part of [subject, text, html]) {
      expect(part, name).not.toMatch(/undefined|\[object|\bNaN\b|\bnull\b|\{\{|\}\}|[\uE000-\uF8FF]/);
    }
    expect(text, name).not.toMatch(/\n{3}| {2}|[ \t]\n|[ ][,.]|\.\.(?!\.)|:\n\n\n/);
    expect(text, name).not.toMatch(language === 'fr' ? / [:;?!]/ : /[ \u00A0][:;?!]/);
    expect(text.length, name).toBeLessThan(12_000);
    expect(html.length, name).toBeLessThan(60_000);
  });

  testEach('has a subject of one line, at most 150 characters', ({ name, notice }) => {
    expect(notice.subject, name).toMatch(/^\S[^\r\n]{5,148}\S$/);
  });

  testEach('says the same in both parts', ({ name, notice }) => {
    expect(letters(wordsOfHtml(notice.html)), name).toBe(letters(notice.text));
  });

  testEach('shows no rule and no code of the program', ({ name, notice: { subject, text } }) => {
    expect(`${subject}\n${text}`, name).not.toMatch(
      /\b(?:prospect|customer|registration|sender|partner|request|service|queue|command|awareness|grace|protection)\.[a-z]/,
    );
    expect(text, name).not.toMatch(/\b[a-z]+_[a-z_]+\b/);
  });

  testEach('names the reference in subject and text', ({ name, params, notice }) => {
    const section = 'sections' in params && params.sections.length === 1 ? params.sections[0] : undefined;
    const reference = section?.reference ?? ('standing' in params ? params.standing?.reference : undefined);
    if (!reference) return;
    expect(notice.subject, name).toContain(`[${reference}]`);
    expect(notice.text, name).toContain(reference);
  });

  const own: Record<Language, RegExp> = {
    fr: /\b(?:vous|votre|nous|est|une|avec|répondez|pour)\b/i,
    de: /\b(?:ihre|ihr|nicht|wird|und|wir|ist|sich|Sie)\b/,
    en: /\b(?:you|your|the|and|with|reply|has|been)\b/i,
    nl: /\b(?:uw|het|niet|wordt|voor|antwoord|wij|zijn)\b/i,
    lb: /\b(?:dir|iech|eis|fir|huet|näischt|mir|ass)\b/i,
  };
  /** Without what a customer, a file or a quoted mail may bring in any language. */
  const saidByUs = (text: string): string =>
    text.replace(/^>.*$/gm, '').replace(/Boulangerie Thillen|Praxis am Stadtpark|Fibrelux Télécom/g, '');

  testEach('has words of its language and of no other', ({ name, language, notice }) => {
    const said = saidByUs(`${notice.subject}\n${notice.text}`);
    expect(said, name).toMatch(own[language]);
    for (const other of LANGUAGES) {
      if (other !== language) expect(said.match(own[other])?.[0], `${name} has ${other}`).toBeUndefined();
    }
  });
});

describe('what a notice says', () => {
  test.each(LANGUAGES)(
    'several customers are counted in the subject and answered one by one (%s)',
    (language) => {
      const { subject, text } = render(exampleOf('conflict.several', language));
      expect(subject).toMatch(/\b3\b.*\b2\b.*\b1\b/);
      for (const part of ['1. Boulangerie Thillen', '2. Garage Vandersteen', '3. Praxis am Stadtpark']) {
        expect(text).toContain(part);
      }
    },
  );

  test.each(LANGUAGES)('each rule fits into an answer about several customers (%s)', (language) => {
    const params = exampleOf('conflict.several', language) as NoticeParamsOf<'conflict'>;
    const sections = Object.values(SECTION_EXAMPLES).filter((section) => section.rule !== 'sender.unknown');
    const { text } = render({ ...params, sections });
    expect(text).toContain(`${sections.length}. `);
    expect(text).not.toContain('undefined');
  });

  test.each(LANGUAGES)('an unknown sender gets nothing of its mail back (%s)', (language) => {
    const params = exampleOf('rejected.sender.unknown', language);
    const { subject, text } = render(params);
    expect(`${subject}${text}`).not.toMatch(/Thillen|Dudelange|LU20260743|Hoffmann/);
    expect(text).toContain('mixvoip.com/partners');
  });

  test.each(LANGUAGES)('Mixvoip tells the date since when it knew (%s)', (language) => {
    expect(render(exampleOf('rejected.mixvoip.aware_first', language)).text).toMatch(/7\.? \S+ 2026.*14:31/s);
  });

  test.each(LANGUAGES)('the arrival is told to the second, in the time of Luxembourg (%s)', (language) => {
    expect(render(exampleOf('accepted.prospect.first', language)).text).toContain('10:00:07');
  });

  test.each(LANGUAGES)('the words offered for a ruling are read as that ruling (%s)', (language) => {
    for (const [choice, word] of Object.entries(WORDS[language].choices)) {
      expect(readRuling(`${word}\n`)?.choice, word).toBe(choice);
    }
  });

  test.each(LANGUAGES)('every choice of a dispute has its sentence (%s)', (language) => {
    for (const { params } of all.filter((each) => each.language === language)) {
      if (params.kind !== 'dispute') continue;
      const choices = render(params)
        .text.split('\n')
        .filter((line) => line.startsWith('- '));
      expect(choices).toHaveLength(params.choices.length);
      for (const line of choices) expect(line).toMatch(/[“"”“»]\)[\u00A0 ]?: \S.{5}/u);
    }
  });
});

describe('parameters are strict', () => {
  const params = exampleOf('conflict.registration.competing', 'en') as NoticeParamsOf<'conflict'>;

  test('a field that the kind does not know, such as another partner, is refused', () => {
    const [section] = params.sections;
    const leaking = { ...section, otherPartner: 'Fibrelux Télécom S.A.' };
    expect(() => render({ ...params, sections: [leaking] } as never)).toThrow(/otherPartner/);
    expect(() => render({ ...params, holder: 'Fibrelux' } as never)).toThrow(/holder/);
  });

  test('a missing field is refused', () => {
    const [section] = params.sections;
    expect(() =>
      render({ ...params, sections: [{ ...section, queuePosition: undefined }] } as never),
    ).toThrow();
    expect(() => render({ ...params, contact: undefined } as never)).toThrow();
  });

  test('the schemas of a partner’s notices have no place for a partner’s name', () => {
    const partnerKinds = NOTICE_KINDS.filter((kind) => kind !== 'dispute');
    for (const kind of partnerKinds) {
      expect(JSON.stringify(noticeParams[kind].toJSONSchema({ io: 'input' }))).not.toMatch(
        /"(?:partner|holder|claims?)"/,
      );
    }
  });
});
