import type {
  AuthorshipsPageFragment,
  CollaboratorsPageFragment,
  PaperInstitutionsPageFragment,
  PaperItemFragment,
  RelatedPapersPageFragment,
  SuggestionsPageFragment,
} from '../__generated__/graphql.ts';
import { paperTypeLabels } from '../labels.ts';
import type { CsvColumn } from './csvButton.ts';
import type { EntityCount } from './entityCountItem.ts';

export const paperColumns: readonly CsvColumn<{ readonly node: PaperItemFragment }>[] = [
  ['id', ({ node }) => node.id],
  ['title', ({ node }) => node.label],
  ['year', ({ node }) => node.year],
  ['date', ({ node }) => node.date],
  ['venue', ({ node }) => node.venueName],
  ['type', ({ node }) => node.paperType && paperTypeLabels[node.paperType]],
  ['citations', ({ node }) => node.citationCount],
  ['url', ({ node }) => node.url],
];

export const collaboratorColumns: readonly CsvColumn<CollaboratorsPageFragment['edges'][number]>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['joint papers', ({ collaboration }) => collaboration.paperCount],
  ['first year', ({ collaboration }) => collaboration.firstYear],
  ['last year', ({ collaboration }) => collaboration.lastYear],
  ['strength', ({ collaboration }) => collaboration.strength],
];

export const relatedPaperColumns: readonly CsvColumn<RelatedPapersPageFragment['edges'][number]>[] = [
  ['id', ({ node }) => node.id],
  ['title', ({ node }) => node.label],
  ['year', ({ node }) => node.year],
  ['score', ({ score }) => score],
  ['shared references', ({ sharedReferences }) => sharedReferences?.totalCount],
  ['shared citing papers', ({ sharedCiters }) => sharedCiters?.totalCount],
  ['shared authors', ({ sharedAuthors }) => sharedAuthors?.totalCount],
];

export const authorshipColumns: readonly CsvColumn<AuthorshipsPageFragment['edges'][number]>[] = [
  ['position', ({ authorship }) => authorship.position],
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['name as printed', ({ authorship }) => authorship.nameAsPrinted],
  ['institutions', ({ authorship }) => authorship.institutions.map(({ name }) => name).join('; ')],
  ['affiliations as printed', ({ authorship }) => authorship.affiliationsAsPrinted.join('; ')],
];

export const institutionColumns: readonly CsvColumn<PaperInstitutionsPageFragment['edges'][number]>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['country', ({ node }) => node.countryCode],
];

export const entityCountColumns: readonly CsvColumn<EntityCount>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['country', ({ node }) => node.countryCode],
  ['papers', ({ paperCount }) => paperCount],
  ['first year', ({ firstYear }) => firstYear],
  ['last year', ({ lastYear }) => lastYear],
];

export const suggestionColumns: readonly CsvColumn<SuggestionsPageFragment['edges'][number]>[] = [
  ['id', ({ node }) => node.id],
  ['name', ({ node }) => node.name],
  ['papers', ({ node }) => node.paperCount],
  ['common collaborators', ({ scores }) => scores.commonCollaboratorCount],
  ['Adamic-Adar', ({ scores }) => scores.adamicAdar],
  ['resource allocation', ({ scores }) => scores.resourceAllocation],
  ['Jaccard', ({ scores }) => scores.jaccard],
  ['topic similarity', ({ scores }) => scores.topicSimilarity],
];
