/** A number with its noun, for example `1 request` or `1,200 requests`. The plural of the noun must end in `s`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
