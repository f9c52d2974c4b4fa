import {
  ANN,
  BEN,
  CAT,
  circles,
  DAN,
  EVA,
  GRAPHS,
  LOGIC,
  MUSIC,
  paperOf,
  SETS,
} from '../../support/api/circles.ts';
import { served } from '../../support/api/served.ts';

describe('paths between topics', () => {
  const api = served({}, undefined, circles);

  it('connect topics that share a paper', async () => {
    const { data, errors, calls } = await api.ask(`{ topicPaths(from: "${GRAPHS}", to: "${SETS}", k: 3) {
      status isComplete distance paths { length topics { id } steps { from { id } to { id }
        papers { totalCount nodes { id } } authors { totalCount nodes { id } } } } } }`);
    expect(errors).toEqual([]);
    expect(data.topicPaths).toEqual({
      status: 'FOUND',
      isComplete: true,
      distance: 2,
      paths: [
        {
          length: 2,
          topics: [{ id: GRAPHS }, { id: LOGIC }, { id: SETS }],
          steps: [
            {
              from: { id: GRAPHS },
              to: { id: LOGIC },
              papers: { totalCount: 1, nodes: [{ id: paperOf(1999) }] },
              authors: { totalCount: 3, nodes: [{ id: BEN }, { id: ANN }, { id: DAN }] },
            },
            {
              from: { id: LOGIC },
              to: { id: SETS },
              papers: { totalCount: 1, nodes: [{ id: paperOf(2004) }] },
              authors: { totalCount: 3, nodes: [{ id: CAT }, { id: DAN }, { id: EVA }] },
            },
          ],
        },
      ],
    });
    expect(calls).toEqual(['entities', 'topicPaths', 'commonNeighbors', 'commonNeighbors']);
  });

  it('connect topics that share an author with through: AUTHORS', async () => {
    const { data } = await api.ask(`{ topicPaths(from: "${GRAPHS}", to: "${SETS}", through: AUTHORS) {
      distance paths { steps { papers { totalCount } authors { nodes { id } } } } } }`);
    expect(data.topicPaths).toEqual({
      distance: 1,
      paths: [{ steps: [{ papers: { totalCount: 0 }, authors: { nodes: [{ id: DAN }] } }] }],
    });
  });

  it('report no connection, a connection that is too long, and no steps to the same topic', async () => {
    const { data } = await api.ask(`{
      none: topicPaths(from: "${GRAPHS}", to: "${MUSIC}") { status distance paths { length } }
      far: topicPaths(from: "${GRAPHS}", to: "${SETS}", maxLength: 1) { status distance }
      around: topicPaths(from: "${GRAPHS}", to: "${SETS}", avoidIds: ["${LOGIC}"]) { status }
      self: topicPaths(from: "${SETS}", to: "${SETS}") { status distance paths { length topics { id } steps { from { id } } } }
    }`);
    expect(data).toEqual({
      none: { status: 'NOT_CONNECTED', distance: null, paths: [] },
      far: { status: 'BEYOND_MAX_LENGTH', distance: null },
      around: { status: 'NOT_CONNECTED' },
      self: { status: 'FOUND', distance: 0, paths: [{ length: 0, topics: [{ id: SETS }], steps: [] }] },
    });
  });

  it.each([
    [ANN, SETS, '', 'from'],
    [GRAPHS, 'topic:topic:nothing', '', 'to'],
    [GRAPHS, SETS, `avoidIds: ["${SETS}"]`, 'avoidIds'],
    [GRAPHS, SETS, 'k: 21', 'k'],
  ])('are refused from %s to %s with the arguments %s', async (from, to, rest, argument) => {
    const { data, errors } = await api.ask(`{ topicPaths(from: "${from}", to: "${to}" ${rest}) { status } }`);
    expect(data).toEqual({ topicPaths: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
