import { z } from 'zod';
import { entityLine, listText, namedFields, type NamedEntity, type Tool } from './tool.ts';

interface ReviewersData {
  reviewers: {
    totalCount: number;
    excludedCount: number;
    status: string;
    edges: {
      node: NamedEntity;
      score: number;
      relatedPaperCount: number;
      relatedPapers: { paper: NamedEntity }[];
    }[];
  };
}

const RELATED_PAPERS = 2;

export const reviewers: Tool = {
  title: 'Reviewers',
  description:
    'Suggests who could review a paper or answer for a subject, best first, without conflicts of interest: recent co-authors and colleagues are left out. Give exactly one of paperId, text and topicIds.',
  input: {
    paperId: z.string().optional().describe('The id of a stored paper'),
    text: z.string().optional().describe('Words of the subject, for a paper that is not stored'),
    topicIds: z.array(z.string()).min(1).max(100).optional().describe('Ids of topics'),
    authorIds: z
      .array(z.string())
      .max(100)
      .optional()
      .describe(
        'Ids of authors of a paper that is not stored: they, their co-authors and colleagues are left out',
      ),
    first: z.number().int().min(1).max(50).default(10).describe('The maximum number of reviewers'),
  },
  document: `query ($paperId: ID, $text: String, $topicIds: [ID!], $authorIds: [ID!], $first: Int) {
    reviewers(
      about: { paperId: $paperId, text: $text, topicIds: $topicIds }
      excluding: { authorIds: $authorIds }
      first: $first
    ) {
      totalCount
      excludedCount
      status
      edges { node { ${namedFields} } score relatedPaperCount relatedPapers { paper { ${namedFields} } } }
    }
  }`,
  text: ({ reviewers: { totalCount, excludedCount, status, edges } }: ReviewersData) =>
    status === 'STOPPED'
      ? 'Too many papers are related to this paper to compare them all. Give topicIds or text instead.'
      : listText(
          `${totalCount} reviewers; ${excludedCount} others have a conflict of interest`,
          edges.map(({ node, score, relatedPaperCount, relatedPapers }) => {
            const examples = relatedPapers
              .slice(0, RELATED_PAPERS)
              .map(({ paper: { label, id } }) => `“${label}” [${id}]`);
            return `${entityLine(node)}: score ${score}, ${relatedPaperCount} related papers, for example ${examples.join(', ')}`;
          }),
        ),
};
