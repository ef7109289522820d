/** Days, months and weeks relative to the day of a mail. */

/** `2026-12-15`, `2026-12` or `2027-Q1`. */
export type StatedDate = string;

/** A day of the calendar. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number) => String(value).padStart(2, '0');
export const toMonth = (year: number, month: number) => `${year}-${pad(month)}`;

export function toDay(year: number, month: number, day: number): StatedDate | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 2000 || year > 2099 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return date.toISOString().slice(0, 10);
}

export function reference(mailDate: string | undefined): Day | undefined {
  const time = mailDate === undefined ? Number.NaN : Date.parse(mailDate);
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `d'ici 3 semaines`, `in drei Wochen`: so many weeks after the mail. */
export function weeksAhead(count: number | undefined, today: Day | undefined): StatedDate | undefined {
  if (count === undefined || today === undefined || count > 52) return undefined;
  return new Date(Date.UTC(today.year, today.month - 1, today.day + 7 * count)).toISOString().slice(0, 10);
}

/** The next such day after the mail. */
export function nextWeekday(weekday: number | undefined, today: Day | undefined): StatedDate | undefined {
  if (weekday === undefined || today === undefined) return undefined;
  const from = Date.UTC(today.year, today.month - 1, today.day);
  const ahead = ((weekday - new Date(from).getUTCDay() + 6) % 7) + 1;
  return new Date(from + ahead * 86_400_000).toISOString().slice(0, 10);
}

/** The year in which a month without year comes next. */
export function yearFor(month: number, day: number | undefined, today: Day | undefined): number | undefined {
  if (today === undefined) return undefined;
  const past = month < today.month || (month === today.month && day !== undefined && day < today.day);
  return past ? today.year + 1 : today.year;
}

/** A calendar week is told by the month of its Thursday (ISO 8601). */
export function weekMonth(
  week: number,
  year: number | undefined,
  today: Day | undefined,
): StatedDate | undefined {
  if (week < 1 || week > 53 || (year === undefined && today === undefined)) return undefined;
  const thursday = (of: number) => {
    const fourth = new Date(Date.UTC(of, 0, 4));
    return new Date(fourth.getTime() + (4 - (fourth.getUTCDay() || 7) + (week - 1) * 7) * 86_400_000);
  };
  let date = thursday(year ?? (today as Day).year);
  if (year === undefined && today && date.getTime() < Date.UTC(today.year, today.month - 1, today.day - 7))
    date = thursday(today.year + 1);
  return toMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
