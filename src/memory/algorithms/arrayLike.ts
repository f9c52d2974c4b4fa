type Numbers = Uint32Array | Int32Array | Int16Array | Float64Array | Uint8Array;

/** An empty array of the same type, which threads share if they share the other one. */
export const arrayLike = <Values extends Numbers>(values: Values, length: number): Values => {
  const Type = values.constructor as new (buffer: ArrayBufferLike) => Values;
  const Buffer = values.buffer instanceof SharedArrayBuffer ? SharedArrayBuffer : ArrayBuffer;
  return new Type(new Buffer(length * values.BYTES_PER_ELEMENT));
};
