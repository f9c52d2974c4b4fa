type Numbers = Uint32Array | Int32Array | Int16Array | Float64Array | Uint8Array;

/**
 * Creates a typed array with the type of `values`, filled with zeros. If threads share the memory of `values`, they
 * also share the memory of the new array.
 */
export const arrayLike = <Values extends Numbers>(values: Values, length: number): Values => {
  const Type = values.constructor as new (buffer: ArrayBufferLike) => Values;
  const Buffer = values.buffer instanceof SharedArrayBuffer ? SharedArrayBuffer : ArrayBuffer;
  return new Type(new Buffer(length * values.BYTES_PER_ELEMENT));
};
