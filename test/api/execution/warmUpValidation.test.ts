import { parse, validate } from 'graphql';
import { executableSchema } from '../../../src/api/execution/executableSchema.ts';
import { typicalDocuments } from '../../../src/api/execution/warmUpValidation.ts';

describe('the documents that warm up the validation', () => {
  const schema = executableSchema();
  const documents = typicalDocuments(schema);

  it('are valid', () => {
    for (const document of documents) expect(validate(schema, parse(document))).toEqual([]);
  });

  it('select lists of all kinds of entities', () => {
    for (const type of ['Author', 'Institution', 'Paper', 'Topic']) {
      expect(documents).toContainEqual(expect.stringContaining(`... on ${type} {`));
    }
  });
});
