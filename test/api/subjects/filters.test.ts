import { authorFilter } from '../../../src/api/subjects/author/authorFilter.ts';
import { collaborationFilter } from '../../../src/api/subjects/collaboration/collaborationFilter.ts';
import { institutionFilter } from '../../../src/api/subjects/institution/institutionFilter.ts';
import { paperFilter } from '../../../src/api/subjects/paper/paperFilter.ts';
import { suggestionFilter } from '../../../src/api/subjects/suggestions/suggestionFilter.ts';

const many = Array<string>(101).fill('topic:openalex:T1');

const faultOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('filters', () => {
  it('are undefined if no field filters anything', () => {
    expect(paperFilter(null)).toBeUndefined();
    expect(paperFilter({})).toBeUndefined();
    expect(
      paperFilter({ years: { from: null }, paperTypes: [], venueNames: null, topicIds: [], hasCode: null }),
    ).toBeUndefined();
    expect(collaborationFilter({ years: {}, minPapers: 1 })).toBeUndefined();
  });

  it('keep the other fields, with ids in their stored spelling', () => {
    expect(paperFilter({ years: { from: 2000, to: null }, hasCode: false })).toEqual({
      years: { from: 2000 },
      hasCode: false,
    });
    expect(collaborationFilter({ institutionIds: ['institution:ror:01Y9BPM73'], minPapers: 2 })).toEqual({
      institutionIds: ['institution:ror:01y9bpm73'],
      minPapers: 2,
    });
    expect(suggestionFilter({ activeSinceYear: 0, topicIds: [], institutionIds: null })).toEqual({
      activeSinceYear: 0,
    });
    expect(authorFilter({ countryCodes: ['de', 'FR'] })).toEqual({ countryCodes: ['DE', 'FR'] });
  });

  it.each([
    ['filter.topicIds', () => paperFilter({ topicIds: many })],
    ['filter.topicIds', () => paperFilter({ topicIds: ['paper:doi:10.1000/x'] })],
    ['filter.venueNames', () => paperFilter({ venueNames: many })],
    ['filter.years', () => paperFilter({ years: { from: 2001, to: 2000 } })],
    ['filter.years.from', () => paperFilter({ years: { from: -1 } })],
    ['filter.years.to', () => paperFilter({ years: { to: 10_000 } })],
    ['filter.minPapers', () => collaborationFilter({ minPapers: 0 })],
    ['filter.maxAuthorsPerPaper', () => collaborationFilter({ maxAuthorsPerPaper: 0 })],
    ['filter.institutionIds', () => authorFilter({ institutionIds: ['nonsense'] })],
    ['filter.activeSinceYear', () => suggestionFilter({ activeSinceYear: -1 })],
    ['filter.institutionIds', () => suggestionFilter({ institutionIds: ['topic:openalex:T1'] })],
    ['filter.excludeInstitutionIds', () => suggestionFilter({ excludeInstitutionIds: many })],
    ['filter.topicIds', () => suggestionFilter({ topicIds: many })],
    ['filter.countryCodes', () => institutionFilter({ countryCodes: ['Germany'] })],
  ])('refuse an invalid %s', (argument, filter) => {
    expect(faultOf(filter)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
