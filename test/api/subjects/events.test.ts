import { ADA, BO, CY, GOTTINGEN, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('the events of an author', () => {
  const api = served();
  const events = (args: string, fields: string) =>
    api.ask(`{ author(id: "${ADA}") { events${args} { ${fields} } } }`);

  it('are what happened first with a paper, the latest first', async () => {
    const { data, errors, calls } = await events(
      '',
      'totalCount nodes { kind date year entity { id } paper { id } }',
    );
    expect(errors).toEqual([]);
    const two = { date: null, year: 2021, paper: { id: TWO } };
    const one = { date: '2020-05-01', year: 2020, paper: { id: ONE } };
    const big = { date: null, year: 2019, paper: { id: 'paper:doi:10.1000/big' } };
    expect(data.author.events).toEqual({
      totalCount: 6,
      nodes: [
        { kind: 'NEW_COLLABORATOR', ...two, entity: { id: CY } },
        { kind: 'NEW_TOPIC', ...two, entity: { id: 'topic:keyword:logic' } },
        { kind: 'NEW_COLLABORATOR', ...one, entity: { id: BO } },
        { kind: 'NEW_TOPIC', ...one, entity: { id: 'topic:topic:graphs' } },
        { kind: 'FIRST_PAPER', ...big, entity: { id: 'paper:doi:10.1000/big' } },
        { kind: 'NEW_INSTITUTION', date: null, year: 2019, entity: { id: GOTTINGEN }, paper: null },
      ],
    });
    expect(calls).toEqual(['entities', 'authorEvents']);
  });

  it('are those of the kinds and days asked for', async () => {
    const { data } = await events('(kinds: [NEW_TOPIC], since: "2020-05-02")', 'nodes { entity { label } }');
    expect(data.author.events.nodes).toEqual([{ entity: { label: 'logic' } }]);
  });

  it('are refused with a cursor of another list', async () => {
    const { errors } = await events('(after: "nonsense")', 'totalCount');
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('have the days on which the distance to another author became shorter', async () => {
    const { data, errors } = await api.ask(
      `{ author(id: "${BO}") { events(distanceTo: ["${CY}", "${ADA}", "author:name:nobody", "${BO}"], kinds: [DISTANCE_SHORTENED]) {
        nodes { date year distance previousDistance entity { id } paper { id } }
      } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.author.events.nodes).toEqual([
      { date: null, year: 2021, distance: 1, previousDistance: null, entity: { id: CY }, paper: { id: TWO } },
      {
        ...{ date: '2020-05-01', year: 2020, distance: 1, previousDistance: null },
        ...{ entity: { id: ADA }, paper: { id: ONE } },
      },
    ]);
  });

  it.each([
    ['(kinds: [DISTANCE_SHORTENED])', 'kinds'],
    [`(distanceTo: ["${ONE}"])`, 'distanceTo'],
    [`(distanceTo: [${Array.from({ length: 11 }, () => `"${BO}"`).join(' ')}])`, 'distanceTo'],
  ])('are refused with the arguments %s', async (args, argument) => {
    const { errors } = await events(args, 'totalCount');
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
