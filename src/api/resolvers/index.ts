import { Date, DateTime, URL } from '../scalars.ts';
import { Author } from './author.ts';
import { Authorship } from './authorship.ts';
import { Collaboration } from './collaboration.ts';
import type { CompleteResolvers } from './complete.ts';
import {
  AuthorPaperEdge,
  CollaboratorEdge,
  countedEdge,
  datedEdge,
  NeighborEdge,
  PaperAuthorEdge,
  PaperTopicEdge,
  SearchEdge,
} from './edges.ts';
import { Entity, Node } from './entity.ts';
import { Institution } from './institution.ts';
import { Paper } from './paper.ts';
import { Query } from './query.ts';
import { SuggestedCollaboratorEdge } from './suggestion.ts';
import { Topic } from './topic.ts';
import { TopicStep } from './topicStep.ts';

export const resolvers: CompleteResolvers = {
  Author,
  AuthorInstitutionEdge: datedEdge,
  AuthorPaperEdge,
  AuthorTopicEdge: datedEdge,
  Authorship,
  Collaboration,
  CollaboratorEdge,
  Date,
  DateTime,
  Entity,
  Institution,
  InstitutionAuthorEdge: datedEdge,
  InstitutionTopicEdge: countedEdge,
  NeighborEdge,
  Node,
  Paper,
  PaperAuthorEdge,
  PaperTopicEdge,
  PartnerEdge: countedEdge,
  Query,
  RelatedTopicEdge: countedEdge,
  SearchEdge,
  SuggestedCollaboratorEdge,
  Topic,
  TopicAuthorEdge: countedEdge,
  TopicInstitutionEdge: countedEdge,
  TopicStep,
  URL,
};
