import { ask, names } from '../support/askedPaths.ts';
import { importJsonLines } from '../support/jsonLines.ts';
import { idOf } from '../support/realData/spelling.ts';
import { describeStores } from '../support/stores.ts';

/*
 * Papers along which the Erdős Number Project (Grossman & Ion, Congressus Numerantium 108, 1995) and others have
 * published people's distances from Paul Erdős.
 */
const papers: [year: number, venueName: string, title: string, ...authors: string[]][] = [
  [
    1953,
    'Pacific Journal of Mathematics',
    'On linear independence of sequences in a Banach space',
    'Paul Erdős',
    'Ernst Straus',
  ],
  [
    1945,
    'Reviews of Modern Physics',
    'The influence of the expansion of space on the gravitation fields surrounding the individual stars',
    'Albert Einstein',
    'Ernst Straus',
  ],
  [
    1943,
    'Annals of Mathematics',
    'On the non-existence of regular stationary solutions of relativistic field equations',
    'Albert Einstein',
    'Wolfgang Pauli',
  ],
  [
    1929,
    'Zeitschrift für Physik',
    'Zur Quantendynamik der Wellenfelder',
    'Werner Heisenberg',
    'Wolfgang Pauli',
  ],
  [
    1980,
    "L'Enseignement Mathématique",
    'Old and new problems and results in combinatorial number theory',
    'Paul Erdős',
    'Ronald Graham',
  ],
  [1989, 'Addison-Wesley', 'Concrete Mathematics', 'Ronald Graham', 'Donald Knuth', 'Oren Patashnik'],
  [
    1989,
    'Annals of Discrete Mathematics',
    'Bandwidth versus bandsize',
    'Paul Erdős',
    'Pavol Hell',
    'Peter Winkler',
  ],
  [
    1996,
    'SIAM Journal on Computing',
    'Linear-time representation algorithms for proper circular-arc graphs and proper interval graphs',
    'Xiaotie Deng',
    'Pavol Hell',
    'Jing Huang',
  ],
  [
    1994,
    'Mathematics of Operations Research',
    'On the complexity of cooperative solution concepts',
    'Xiaotie Deng',
    'Christos Papadimitriou',
  ],
  [
    1979,
    'Discrete Mathematics',
    'Bounds for sorting by prefix reversal',
    'William Gates',
    'Christos Papadimitriou',
  ],
  [
    1946,
    'Bulletin of the American Mathematical Society',
    'Some properties of partial sums of the harmonic series',
    'Paul Erdős',
    'Ivan Niven',
  ],
  [
    1944,
    'Bulletin of the American Mathematical Society',
    'The “fundamental theorem of algebra” for quaternions',
    'Samuel Eilenberg',
    'Ivan Niven',
  ],
  [
    1969,
    'Journal of Algebra',
    'Rational sets in commutative monoids',
    'Samuel Eilenberg',
    'Marcel-Paul Schützenberger',
  ],
  [
    1963,
    'Computer Programming and Formal Systems',
    'The algebraic theory of context-free languages',
    'Noam Chomsky',
    'Marcel-Paul Schützenberger',
  ],
];

const published: [name: string, number: number, ...along: string[]][] = [
  ['Paul Erdős', 0],
  ['Ronald Graham', 1],
  ['Ernst Straus', 1],
  ['Albert Einstein', 2, 'Ernst Straus'],
  ['Donald Knuth', 2, 'Ronald Graham'],
  ['Wolfgang Pauli', 3, 'Albert Einstein', 'Ernst Straus'],
  ['Werner Heisenberg', 4, 'Wolfgang Pauli', 'Albert Einstein', 'Ernst Straus'],
  ['William Gates', 4, 'Christos Papadimitriou', 'Xiaotie Deng', 'Pavol Hell'],
  ['Noam Chomsky', 4, 'Marcel-Paul Schützenberger', 'Samuel Eilenberg', 'Ivan Niven'],
];

const records = papers.map(([year, venueName, title, ...authors]) => ({
  source: 'erdos',
  title,
  year,
  venueName,
  authors: authors.map((name) => ({ name })),
}));
const author = (name: string): string => idOf('author', 'erdos-name', name);

describeStores('Erdős numbers', ({ open }) => {
  it('are as published, along the papers they are known for', async () => {
    const store = await open();
    expect(await importJsonLines(store, records)).toMatchObject({ new: papers.length });
    for (const [name, number, ...along] of published) {
      const ends = { from: author(name), to: author('Paul Erdős') };
      const answer = await ask(store, { ...ends, k: 20, maxLength: 20, cost: 'HOPS', avoidIds: [] });
      const shortest = answer.paths.filter(({ steps }) => steps.length === number);
      expect({
        name,
        distance: answer.paths[0]?.steps.length,
        paths: names({ ...answer, paths: shortest }),
      }).toEqual({
        name,
        distance: number,
        paths: [[name, ...(number === 0 ? [] : [...along, 'Paul Erdős'])].join(' – ')],
      });
    }
  });
});
