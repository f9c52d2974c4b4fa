import { badInput } from './errors.ts';

/** @throws GraphError BAD_USER_INPUT if the value is less than `least` or greater than `most`. */
export const checkedWithin = (value: number, least: number, most: number, argument: string): number => {
  if (value < least || value > most) {
    throw badInput(argument, `${argument} is ${value}; it must be ${least}–${most}.`);
  }
  return value;
};
