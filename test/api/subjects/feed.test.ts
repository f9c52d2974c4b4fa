import { ADA, BIG, GOTTINGEN, ONE, TWO } from '../../support/api/records.ts';
import { served } from '../../support/api/served.ts';

describe('a feed', () => {
  const api = served();
  const ids = async (args: string): Promise<unknown[]> => {
    const { data, errors } = await api.ask(`{ feed(${args}) { nodes { id } } }`);
    expect(errors).toEqual([]);
    return (data.feed as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
  };

  it('has the papers of a period, the newest first; a paper with only a year is of its 1st of January', async () => {
    expect(await ids('until: "2021-01-01"')).toEqual([TWO, ONE, BIG, 'paper:doi:10.1000/three']);
    expect(await ids('until: "2021-01-01", period: YEAR')).toEqual([TWO, ONE]);
    expect(await ids('until: "2020-05-07", period: WEEK')).toEqual([ONE]);
    expect(await ids('until: "2020-05-08", period: WEEK')).toEqual([]);
    expect(await ids('since: "2020-05-01"')).toEqual([TWO, ONE]);
    expect(await ids('period: DAY')).toEqual([]);
  });

  it('of some entities says because of which a paper is in it, and which are not stored', async () => {
    const nobody = 'author:drawn-name:Nobody';
    const { data, errors, calls } = await api.ask(
      `{ feed(ids: ["${ADA}", "${GOTTINGEN}", "${nobody}", "${ONE}"], first: 2) { missingIds totalCount
        edges { node { id } matchedIds citationsInPeriod } pageInfo { hasNextPage } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.feed).toEqual({
      missingIds: [nobody],
      totalCount: 3,
      edges: [
        { node: { id: TWO }, matchedIds: [ADA, GOTTINGEN, ONE], citationsInPeriod: 0 },
        { node: { id: ONE }, matchedIds: [ADA, GOTTINGEN], citationsInPeriod: 2 },
      ],
      pageInfo: { hasNextPage: true },
    });
    expect(calls).toEqual(['feed']);
  });

  it('of rising papers orders them by the citations of the period', async () => {
    const { data } = await api.ask(
      `{ feed(orderBy: RISING, since: "2019-01-01", until: "2020-01-01") { edges { node { id } citationsInPeriod } } }`,
    );
    expect(data.feed.edges).toEqual([
      { node: { id: ONE }, citationsInPeriod: 1 },
      { node: { id: 'paper:doi:10.1000/three' }, citationsInPeriod: 1 },
    ]);
  });

  it.each([
    ['period: DAY, since: "2020-01-01"', 'since'],
    ['since: "2020-01-02", until: "2020-01-01"', 'since'],
    ['ids: ["nonsense"]', 'ids'],
    [`ids: [${`"${ADA}"`.repeat(101)}]`, 'ids'],
    ['first: 101', 'first'],
    ['after: "nonsense"', 'after'],
  ])('is refused with the arguments %s', async (args, argument) => {
    const { data, errors } = await api.ask(`{ feed(${args}) { totalCount } }`);
    expect(data).toEqual({ feed: null });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
