/** The body for an error outside GraphQL. It has the same form as a GraphQL error. */
export const errorAnswer = (requestId: string, code: string, message: string, extensions: object = {}) => ({
  errors: [{ message, extensions: { code, ...extensions, requestId } }],
});
