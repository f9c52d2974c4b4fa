/**
 * Whether one text can be changed into the other by at most `most` errors. An error is a missing, an additional or a
 * wrong character, or two neighboring characters in the wrong order. No part of the text is changed twice (optimal
 * string alignment distance).
 */
export const isWithinErrors = (one: string, other: string, most: number): boolean =>
  errorsBetween(one, other, most) <= most;

/**
 * The number of typing errors that turn one text into the other. If there are more than `most`, the result may be any number greater than
 * `most`.
 */
export const errorsBetween = (one: string, other: string, most: number): number => {
  const [left, right] = [Array.from(one), Array.from(other)];
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = right.map((_, index) => index);
  last.push(right.length);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      let errors = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]) {
        errors = Math.min(errors, (beforeLast[column - 2] ?? Infinity) + 1);
      }
      current.push(errors);
      least = Math.min(least, errors);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
};
