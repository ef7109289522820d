/** What a series of measurements comes to; all in the unit of the series. */
export interface Summary {
  count: number;
  mean: number;
  p50: number;
  p99: number;
  most: number;
}

/** Summary of a series; throws for an empty one. */
export function summaryOf(series: readonly number[]): Summary {
  const sorted = series.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new Error('nothing was measured');
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    most: sorted.at(-1)!,
  };
}

/** The value that this share of a sorted series does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** Repeats something and returns how long each time took, in milliseconds; the first times only warm up. */
export async function repeated(
  times: number,
  work: (time: number) => Promise<unknown>,
  warmUp = Math.ceil(times / 10),
): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < warmUp + times; time += 1) {
    const ms = await timed(() => work(time));
    if (time >= warmUp) took.push(ms);
  }
  return took;
}

/** Milliseconds on a clock that processes of one machine share, finer than `Date.now()`. */
export const sharedNow = (): number => performance.timeOrigin + performance.now();

/** A random number from 0 to 1, the same sequence at every run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
