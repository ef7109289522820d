import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./mails/', import.meta.url);
const DAY_MS = 86_400_000;
const MESSAGE_ID = /^message-id: (<[^>\r\n]{1,200}>)/im;

/** One sample mail; its name tells what it shows, and its number the order of arrival. */
export interface Sample {
  /** `07-second-partner.eml` */
  file: string;
  raw: Buffer;
  messageId: string;
}

/** All sample mails in order of arrival. */
export function sampleMails(): Sample[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => {
      const raw = readFileSync(new URL(file, FOLDER));
      return { file, raw, messageId: MESSAGE_ID.exec(raw.toString('latin1'))?.[1] ?? '' };
    });
}

/**
 * A directory of the samples as CSV. `{{days-ago:40}}` stands for a day, so that what is fresh in the samples stays
 * fresh whenever the demo is run.
 */
export function sampleDirectory(name: 'partners' | 'customers' | 'awareness', now: Date): string {
  const text = readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8');
  // A day in customers.csv, an instant in awareness.csv.
  const length = name === 'awareness' ? 19 : 10;
  return text.replace(/\{\{days-ago:(\d{1,4})\}\}/g, (_, days) => {
    const moment = new Date(now.getTime() - Number(days) * DAY_MS).toISOString().slice(0, length);
    return name === 'awareness' ? `${moment}Z` : moment;
  });
}
