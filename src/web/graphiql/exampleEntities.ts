export interface NamedEntity {
  readonly id: string;
  readonly name: string;
}

/** The entities that occur in the examples. */
export interface ExampleEntities {
  author: NamedEntity;
  prolificAuthor: NamedEntity;
  youngAuthor: NamedEntity;
  otherAuthor: NamedEntity;
  distantAuthor: NamedEntity;
  topics: readonly [NamedEntity, NamedEntity] | undefined;
  /** The id of a paper; undefined if none is stored. */
  paper: { readonly id: string } | undefined;
}

const seedAuthor = (name: string): NamedEntity => ({
  id: `author:seed-name:${encodeURIComponent(name)}`,
  name,
});

/** Entities of the seed graph for which every example has an interesting answer. */
export const seedEntities: ExampleEntities = {
  author: seedAuthor('Berivan Isik'),
  prolificAuthor: seedAuthor('Michael W. Mahoney'),
  youngAuthor: seedAuthor('Kaan Ozkara'),
  otherAuthor: seedAuthor('Geoffrey Hinton'),
  distantAuthor: seedAuthor('Kevin Knight'),
  topics: [
    { id: 'topic:topic:differential%20privacy', name: 'Differential Privacy' },
    { id: 'topic:topic:machine%20translation', name: 'Machine Translation' },
  ],
  paper: { id: 'paper:arxiv:1706.03762' },
};
