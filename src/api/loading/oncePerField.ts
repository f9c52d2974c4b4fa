import type { FieldNode } from 'graphql';
import type { Loaders } from './loaders.ts';

/**
 * Memoizes a function so that it is called once for each field of a request's document. A field is resolved for each of
 * its parents with the same arguments and the same selection, so the result must depend on nothing else.
 */
export const oncePerField = <Arguments extends readonly unknown[], Value extends object | string>(
  compute: (loaders: Loaders, ...args: Arguments) => Value,
): ((field: readonly FieldNode[], loaders: Loaders, ...args: Arguments) => Value) => {
  const requests = new WeakMap<Loaders, WeakMap<readonly FieldNode[], Value>>();
  return (field, loaders, ...args) => {
    let fields = requests.get(loaders);
    if (fields === undefined) {
      fields = new WeakMap();
      requests.set(loaders, fields);
    }
    let value = fields.get(field);
    if (value === undefined) {
      value = compute(loaders, ...args);
      fields.set(field, value);
    }
    return value;
  };
};
