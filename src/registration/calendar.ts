/** Working days of Luxembourg, where rulings are made. Times of day are kept as they are on its clocks. */

const ZONE = 'Europe/Luxembourg';
const DAY_MS = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** What a clock in Luxembourg shows at an instant, as if it were UTC. */
function localTime(at: Date): Date {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return new Date(
    Date.UTC(
      part.year!,
      part.month! - 1,
      part.day!,
      part.hour!,
      part.minute!,
      part.second!,
      at.getUTCMilliseconds(),
    ),
  );
}

/** The day that it is in Luxembourg at an instant, `2026-10-05`. */
export const luxembourgDay = (at: Date): string => localTime(at).toISOString().slice(0, 10);

/** The instant at which a clock in Luxembourg shows `local`. */
function instantOf(local: Date): Date {
  const guess = new Date(local.getTime() * 2 - localTime(local).getTime());
  return new Date(guess.getTime() + local.getTime() - localTime(guess).getTime());
}

/** Easter Sunday by the anonymous Gregorian computation. */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1));
}

/** Statutory public holidays of Luxembourg (Code du travail, art. L. 232-2), as `MM-DD`. */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-09', '06-23', '08-15', '11-01', '12-25', '12-26'];
/** Easter Monday, Ascension Day, Whit Monday, in days after Easter. */
const MOVING_HOLIDAYS = [1, 39, 50];

function isWorkingDay(local: Date): boolean {
  const weekday = local.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (FIXED_HOLIDAYS.includes(local.toISOString().slice(5, 10))) return false;
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  const easterSunday = easter(local.getUTCFullYear()).getTime();
  return !MOVING_HOLIDAYS.some((days) => midnight === easterSunday + days * DAY_MS);
}

/** The same time of day, `days` working days later. A start on a free day counts from the next working day on. */
export function addWorkingDays(from: Date, days: number): Date {
  let local = localTime(from);
  for (let left = days; left > 0; ) {
    local = new Date(local.getTime() + DAY_MS);
    if (isWorkingDay(local)) left -= 1;
  }
  return instantOf(local);
}
